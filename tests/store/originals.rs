//! What is damaged, foreign or newer is kept as it was.

use super::*;

#[test]
fn foreign_keys_are_neither_seen_nor_touched() {
    let foreign = [
        ("other", "x"),
        ("first-light.plan.zz", "x"),
        ("first-light.plan.00000000000000FF", "x"),
        ("first-light.plan.0000000000000001.x", "x"),
        ("first-light.kept.0000000000000001.01", "x"),
        ("first-light.kept.0000000000000001.+1", "x"),
        ("first-light.kept.0000000000000002.0", "x"),
        ("First-Light.plan.0000000000000001", "x"),
    ];
    let storage = MemoryStorage::holding(foreign);
    let before = storage.texts();
    let library = reloaded(&storage);
    assert!(library.shelf().plans.is_empty());
    library.save(ONE, &plan("x", 1)).expect("room");
    assert_eq!(library.kept(ONE), Ok(Vec::new()));
    library.set_keep(ONE, Keep::VisitOnly).expect("moved");
    library.set_keep(ONE, Keep::Browser).expect("moved");
    library.delete(ONE).expect("deleted");
    assert_eq!(storage.texts(), before);
}

#[test]
fn the_original_of_a_damaged_plan_is_kept_before_anything_overwrites_it() {
    let storage = MemoryStorage::holding([(&*key("plan", ONE), &*damaged())]);
    let library = reloaded(&storage);
    let Ok(Opened::Loaded {
        plan: mut read,
        broken,
        not_kept,
    }) = library.open(ONE)
    else {
        panic!("not loaded");
    };
    assert_eq!(broken, EnumSet::from([Part::Changed]));
    assert_eq!(not_kept, None);
    assert_eq!(&*read.worksheet.text(Prompt::BestHopes), "kept");
    read.changed = 8;
    library.save(ONE, &read).expect("room");
    let kept = reloaded(&storage).kept(ONE).expect("readable");
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].number, kept[0].text.as_str()), (0, &*damaged()));
    assert_eq!(loaded(&reloaded(&storage), ONE), read);
    library.drop_kept(ONE, 0).expect("allowed");
    assert_eq!(library.kept(ONE), Ok(Vec::new()));
}

#[test]
fn the_same_original_is_kept_once_and_another_beside_it() {
    let storage = MemoryStorage::holding([(&*key("plan", ONE), &*damaged())]);
    for _ in 0..3 {
        assert!(matches!(
            reloaded(&storage).open(ONE),
            Ok(Opened::Loaded { .. })
        ));
    }
    let other = damaged() + "x";
    storage.write(&key("plan", ONE), &other).expect("room");
    assert!(matches!(
        reloaded(&storage).open(ONE),
        Ok(Opened::Loaded { .. })
    ));
    let kept = reloaded(&storage).kept(ONE).expect("readable");
    let texts: Vec<_> = kept.iter().map(|kept| kept.text.as_str()).collect();
    assert_eq!(texts, [&*damaged(), &*other]);
}

#[test]
fn a_damaged_plan_whose_original_cannot_be_kept_is_not_saved_over() {
    let text = damaged();
    let storage = MemoryStorage::holding([(&*key("plan", ONE), &*text)]);
    storage.limit(Some(text.len() + 60));
    let library = reloaded(&storage);
    let Ok(Opened::Loaded { plan, not_kept, .. }) = library.open(ONE) else {
        panic!("not loaded");
    };
    assert_eq!(not_kept, Some(StorageError::Full));
    assert_eq!(library.save(ONE, &plan), Err(StorageError::Full));
    assert_eq!(storage.texts().get(&key("plan", ONE)), Some(&text));
    assert_eq!(library.originals(ONE), Ok(vec![text.clone()]));
    assert_eq!(library.unsaved(), [ONE]);
    let Ok(Opened::Loaded {
        plan: again,
        not_kept,
        ..
    }) = library.open(ONE)
    else {
        panic!("not loaded");
    };
    assert_eq!((again, not_kept), (plan.clone(), Some(StorageError::Full)));
    storage.limit(None);
    assert_eq!(library.save_unsaved(), Ok(()));
    assert_eq!(library.unsaved(), []);
    let library = reloaded(&storage);
    assert_eq!(library.kept(ONE).expect("readable")[0].text, text);
    assert_eq!(library.originals(ONE), Ok(vec![text]));
    assert_eq!(loaded(&library, ONE), plan);
}

#[test]
fn newer_and_unreadable_plans_are_shown_and_left_alone() {
    let newer = r#"{"first-light":2,"name":"Later"}"#;
    let storage = MemoryStorage::holding([
        (&*key("plan", ONE), newer),
        (&*key("plan", TWO), "rubbish"),
        (&*key("plan", PlanId(3)), ""),
    ]);
    let before = storage.texts();
    let library = reloaded(&storage);
    let why = Unreadable::NotAPlan;
    assert_eq!(library.open(ONE), Ok(Opened::Newer { version: 2 }));
    assert_eq!(library.open(TWO), Ok(Opened::Unreadable { why }));
    assert_eq!(library.open(PlanId(3)), Ok(Opened::Unreadable { why }));
    let states: Vec<_> = library
        .shelf()
        .plans
        .into_iter()
        .map(|plan| plan.state)
        .collect();
    let unreadable = State::Unreadable { why };
    assert_eq!(
        states,
        [State::Newer { version: 2 }, unreadable.clone(), unreadable]
    );
    assert_eq!(library.rename(ONE, "x".into()), Ok(false));
    assert_eq!(library.copy(TWO, PlanId(9), "x".into(), 1), Ok(false));
    assert_eq!(library.raw(ONE), Ok(Some(newer.to_owned())));
    assert_eq!(storage.texts(), before);
    let deleted = library.delete(TWO).expect("deleted");
    library.undelete(&deleted).expect("put back");
    assert_eq!(storage.texts(), before);
}

#[test]
fn what_this_library_did_not_write_is_kept_before_it_is_overwritten() {
    for stranger in [
        encode(&plan("other", 1)),
        "rubbish".to_owned(),
        r#"{"first-light":9}"#.to_owned(),
    ] {
        let storage = MemoryStorage::holding([(&*key("plan", ONE), &*stranger)]);
        let library = reloaded(&storage);
        library.save(ONE, &plan("mine", 2)).expect("room");
        let kept = library.kept(ONE).expect("readable");
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0].text, stranger);
        assert_eq!(loaded(&library, ONE), plan("mine", 2));
        library.save(ONE, &plan("mine again", 3)).expect("room");
        assert_eq!(library.kept(ONE).expect("readable").len(), 1);
    }
}

#[test]
fn a_plan_that_could_not_be_read_is_not_written_over() {
    let (library, storage) = library();
    let old = plan("old", 1);
    library.save(ONE, &old).expect("room");
    storage.fail_at(0);
    assert_eq!(library.open(ONE), Err(StorageError::Blocked));
    library.save(ONE, &Plan::new(2)).expect("allowed again");
    assert_eq!(library.kept(ONE).expect("readable")[0].text, encode(&old));
}
