//! What a lock seals, what opens it, and what waits while it is closed.

use super::*;

#[test]
fn a_lock_seals_every_word_and_everything_opens() {
    let (storage, library) = locked();
    assert_eq!(in_plain(&storage), Vec::<String>::new());
    assert_eq!(library.has_plain(), Ok(false));
    assert_all_words(&library);
    let shelf = library.shelf();
    assert_eq!((shelf.plans.len(), shelf.trouble), (3, None));
    assert!(
        shelf
            .plans
            .iter()
            .all(|plan| matches!(plan.state, State::Readable(_)))
    );
    assert_eq!(in_plain(&storage), Vec::<String>::new());
    assert_one_copy(&storage);
    assert_all_words(&reopened(&storage, PASSPHRASE));
}

#[test]
fn a_closed_lock_shows_nothing_and_takes_nothing() {
    let (storage, library) = locked();
    library.close_lock();
    let before = storage.texts();
    for library in [&library, &Library::new(storage.clone())] {
        assert_eq!(library.lock(), Lock::Closed);
        assert!(library.open(IDS[0]).is_err());
        assert!(library.raw(IDS[0]).is_err());
        assert!(library.kept(IDS[0]).is_err());
        assert_eq!(library.shelf().plans, Vec::new());
        assert!(library.rename(IDS[0], "other".into()).is_err());
        assert!(library.copy(IDS[0], PlanId(9), "copy".into(), 1).is_err());
        assert!(library.change_lock("lock1$AA$x").is_err());
        assert!(library.remove_lock().is_err());
        assert!(library.set_lock("lock1$AA$x", Held::new(key(1))).is_err());
        assert_eq!(library.settings().theme, Theme::Dark);
        assert_eq!(library.mend(), Ok(()));
    }
    assert_eq!(storage.texts(), before);
}

#[test]
fn words_that_come_when_the_lock_is_closed_wait_in_memory_until_it_opens() {
    let (storage, library) = locked();
    library.close_lock();
    let before = storage.texts();
    let late = plan("a late needle");
    assert_eq!(library.save(IDS[1], &late), Err(StorageError::Blocked));
    assert_eq!(library.save(PlanId(9), &late), Err(StorageError::Blocked));
    assert_eq!(storage.texts(), before);

    let record = library.lock_record().ok().flatten().expect("a lock");
    library.unlock(&record, Held::new(key(7)));
    assert_eq!(library.save_unsaved(), Ok(()));
    assert_eq!(in_plain(&storage), Vec::<String>::new());
    let anew = reopened(&storage, PASSPHRASE);
    assert_eq!(answer(&anew, IDS[1]).as_deref(), Some("a late needle"));
    assert_eq!(answer(&anew, PlanId(9)).as_deref(), Some("a late needle"));
    let kept = anew.kept(IDS[1]).expect("it can be read");
    assert!(
        kept.iter().any(|kept| kept.text.contains(&words(IDS[1]))),
        "what this page had not seen again is kept"
    );
}

#[test]
fn a_plan_for_this_visit_only_is_there_again_when_the_lock_opens() {
    let (storage, library) = locked();
    let id = PlanId(9);
    library.set_keep(id, Keep::VisitOnly).expect("memory");
    library.save(id, &plan("only now")).expect("memory");
    library.close_lock();
    library.unlock(&record(PASSPHRASE, 7), Held::new(key(7)));
    assert_eq!(answer(&library, id).as_deref(), Some("only now"));
    assert!(
        storage
            .texts()
            .keys()
            .all(|key| !key.contains(&id.to_string()))
    );
}
