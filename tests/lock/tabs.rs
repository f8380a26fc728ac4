//! A tab that does not know of a change of the lock, and texts that belong to no lock.

use super::*;

#[test]
fn a_tab_that_does_not_know_of_a_new_lock_writes_nothing_past_it() {
    let storage = storage();
    let (here, there) = (Library::new(storage.clone()), Library::new(storage.clone()));
    assert_eq!(answer(&there, IDS[0]), Some(words(IDS[0])));
    here.set_lock(&record(PASSPHRASE, 7), Held::new(key(7)))
        .expect("room");

    assert_eq!(there.lock(), Lock::Closed);
    let typed = plan("a needle typed there");
    assert_eq!(there.save(IDS[0], &typed), Err(StorageError::Blocked));
    assert_eq!(in_plain(&storage), Vec::<String>::new());
    assert_eq!(there.unsaved(), [IDS[0]]);

    there.unlock(&record(PASSPHRASE, 7), Held::new(key(7)));
    assert_eq!(there.save_unsaved(), Ok(()));
    assert_eq!(in_plain(&storage), Vec::<String>::new());
    assert_eq!(
        answer(&here, IDS[0]).as_deref(),
        Some("a needle typed there")
    );
}

#[test]
fn a_tab_that_does_not_know_that_the_lock_is_off_writes_nothing_sealed() {
    let (storage, here) = locked();
    let there = reopened(&storage, PASSPHRASE);
    here.remove_lock().expect("memory");
    assert_eq!(there.lock(), Lock::Off);
    there
        .save(IDS[0], &plan("a needle typed there"))
        .expect("room");
    assert_eq!(storage.texts().len(), in_plain(&storage).len() + 1);
    assert_eq!(
        answer(&Library::new(storage), IDS[0]).as_deref(),
        Some("a needle typed there")
    );
}

/// Browsers tell other tabs of a change some milliseconds later, so that a tab can write once in the old
/// way. Whoever has the key puts that right.
#[test]
fn what_was_written_in_the_old_way_is_put_right() {
    let (storage, here) = locked();
    let at = "first-light.plan.0000000000000001";
    let before = MemoryStorage::default();
    Library::new(before.clone())
        .save(IDS[0], &plan("a late needle"))
        .expect("room");
    let plain = before.texts().get(at).cloned().expect("a plan");
    storage.write(at, &plain).expect("room");
    assert_eq!(here.mend_one(at), Ok(()));
    assert_eq!(in_plain(&storage), Vec::<String>::new());
    assert_eq!(answer(&here, IDS[0]).as_deref(), Some("a late needle"));

    let sealed = storage.texts().get(at).cloned().expect("a plan");
    here.remove_lock().expect("memory");
    storage.write(at, &sealed).expect("room");
    assert_eq!(here.mend_one(at), Ok(()));
    assert_eq!(storage.texts().get(at), Some(&plain));
}

#[test]
fn another_lock_is_not_opened_by_the_key_of_an_older_one() {
    let (storage, here) = locked();
    let there = reopened(&storage, PASSPHRASE);
    there.remove_lock().expect("memory");
    there
        .set_lock(&record("four kinds of weather", 8), Held::new(key(8)))
        .expect("room");
    assert_eq!(here.lock(), Lock::Closed);
    assert!(here.save(IDS[0], &plan("late")).is_err());
    assert_all_words(&reopened(&storage, "four kinds of weather"));
}

#[test]
fn a_plan_that_was_put_in_the_place_of_another_is_not_taken_for_it() {
    let (storage, _) = locked();
    let one = "first-light.plan.0000000000000001";
    let two = "first-light.plan.0000000000000002";
    let texts = storage.texts();
    let sealed = texts.get(one).expect("a plan");
    storage.write(two, sealed).expect("room");
    storage
        .remove("first-light.head.0000000000000002")
        .expect("memory");
    let library = reopened(&storage, PASSPHRASE);
    assert!(matches!(
        library.open(IDS[1]),
        Ok(Opened::Unreadable { .. })
    ));
    assert_eq!(library.raw(IDS[1]), Ok(Some(sealed.clone())));
    assert_eq!(answer(&library, IDS[0]), Some(words(IDS[0])));

    library.remove_lock().expect("memory");
    assert_eq!(library.lock(), Lock::Off, "it does not hold the lock back");
    assert_eq!(storage.texts().get(two), Some(sealed), "nor is it lost");
}

#[test]
fn sealed_texts_whose_lock_is_gone_are_kept_and_handed_out() {
    let (storage, _) = locked();
    storage.remove(LOCK).expect("memory");
    let library = Library::new(storage.clone());
    assert_eq!(library.lock(), Lock::Off);
    let before = storage.texts();
    assert!(matches!(
        library.open(IDS[0]),
        Ok(Opened::Unreadable { .. })
    ));
    assert!(library.raw(IDS[0]).is_ok_and(|raw| raw.is_some()));
    assert_eq!(storage.texts(), before);
    library.save(PlanId(9), &plan("new")).expect("room");
    assert_eq!(answer(&library, PlanId(9)).as_deref(), Some("new"));
}

/// What cannot be opened now may open another time, as long as there is a lock.
#[test]
fn a_lock_stays_while_something_does_not_open_for_now() {
    let (storage, library) = locked();
    let record = library.lock_record().ok().flatten().expect("a lock");
    library.unlock(&record, Rc::new(Dazed(Held::new(key(7)))));
    assert_eq!(library.remove_lock(), Err(StorageError::Blocked));
    assert!(storage.texts().contains_key(LOCK));
    library.unlock(&record, Held::new(key(7)));
    assert_all_words(&library);

    let newer = "first-light.plan.00000000000000aa";
    storage.write(newer, "sealed2$AAAA").expect("memory");
    assert_eq!(library.remove_lock(), Err(StorageError::Blocked));
    assert!(storage.texts().contains_key(LOCK));
    library.unlock(&record, Held::new(key(7)));
    assert_eq!(
        in_plain(&storage),
        Vec::<String>::new(),
        "all is sealed again"
    );
    storage.remove(newer).expect("memory");
    assert_eq!(library.remove_lock(), Ok(()));
    assert_all_words(&library);
}

/// Wherever deleting everything stops or is looked at, no plan stands there in plain text.
#[test]
fn while_everything_goes_no_other_tab_takes_the_lock_off() {
    for call in 1.. {
        let (storage, library) = locked();
        let other = reopened(&storage, PASSPHRASE);
        storage.fail_from(call);
        let deleted = library.delete_everything();
        storage.never_fail();
        other.mend().expect("room");
        assert_eq!(
            in_plain(&storage),
            Vec::<String>::new(),
            "stopped at call {call}"
        );
        if deleted.is_ok() {
            assert!(call > IDS.len(), "{call} calls");
            return;
        }
    }
}

#[test]
fn deleting_copying_and_keeping_work_under_a_lock() {
    let (storage, library) = locked();
    let deleted = library.delete(IDS[0]).expect("memory");
    assert_eq!(answer(&library, IDS[0]), None);
    library.undelete(&deleted).expect("room");
    library
        .copy(IDS[1], PlanId(9), "needle copy".into(), 5)
        .expect("room");
    library.rename(IDS[2], "needle name".into()).expect("room");
    library.set_keep(IDS[2], Keep::VisitOnly).expect("memory");
    assert!(
        !storage
            .texts()
            .contains_key("first-light.plan.0000000000000003")
    );
    library.set_keep(IDS[2], Keep::Browser).expect("room");
    library.delete(PlanId(9)).expect("memory");
    assert_eq!(in_plain(&storage), Vec::<String>::new());
    assert_one_copy(&storage);
    assert_all_words(&reopened(&storage, PASSPHRASE));
}

#[test]
fn what_is_stored_is_shown_as_it_is_stored() {
    let (storage, library) = locked();
    let stored = library.stored().expect("it can be read");
    assert!(stored.iter().any(|(key, _)| key == LOCK));
    for (key, text) in stored {
        assert_eq!(storage.texts().get(&key), Some(&text));
    }
}

/// Written with libsodium and the reference implementation of Argon2. Must open for ever.
#[test]
fn the_sealed_sample_opens_for_ever() {
    let sample = include_str!("../fixtures/sealed1/storage.json");
    let texts: BTreeMap<String, String> = serde_json::from_str(sample).expect("a sample");
    let storage = MemoryStorage::holding(texts.iter().map(|(key, text)| (&**key, &**text)));
    let library = reopened(&storage, PASSPHRASE);
    let raw = library.raw(PlanId(0xf1)).expect("it can be read");
    assert_eq!(
        raw.as_deref(),
        Some(include_str!("../fixtures/v1/unicode.json"))
    );
    assert!(matches!(
        library.open(PlanId(0xf1)),
        Ok(Opened::Loaded { .. })
    ));
}
