//! A plan for this visit only leaves nothing behind.

use super::*;

#[test]
fn a_plan_for_this_visit_only_writes_nothing() {
    let (library, storage) = library();
    library.save(TWO, &plan("stays", 1)).expect("room");
    let before = storage.texts();
    library.set_keep(ONE, Keep::VisitOnly).expect("said");
    assert_eq!(library.keep(ONE), Keep::VisitOnly);
    storage.fail_from(0);
    library.save(ONE, &plan("secret", 2)).expect("in memory");
    library.rename(ONE, "secret too".into()).expect("in memory");
    assert_eq!(
        library.copy(ONE, PlanId(3), "secret copy".into(), 3),
        Ok(true)
    );
    assert_eq!(library.keep(PlanId(3)), Keep::VisitOnly);
    assert_eq!(&*loaded(&library, ONE).worksheet.name, "secret too");
    let deleted = library.delete(ONE).expect("in memory");
    library.undelete(&deleted).expect("in memory");
    assert_eq!(library.keep(ONE), Keep::VisitOnly);
    assert_eq!(&*loaded(&library, ONE).worksheet.name, "secret too");
    let shelf = library.shelf();
    assert_eq!(shelf.trouble, Some(StorageError::Blocked));
    let visiting = shelf
        .plans
        .iter()
        .filter(|plan| plan.keep == Keep::VisitOnly);
    assert_eq!(visiting.count(), 2);
    storage.never_fail();
    assert_eq!(shelf_ids(&library).len(), 3);
    assert_eq!(storage.texts(), before);
    assert_eq!(shelf_ids(&reloaded(&storage)), [TWO]);
}

#[test]
fn a_plan_moves_between_the_browser_and_this_visit() {
    let storage = MemoryStorage::holding([(&*key("plan", ONE), &*damaged())]);
    let library = reloaded(&storage);
    assert!(matches!(library.open(ONE), Ok(Opened::Loaded { .. })));
    library.save(ONE, &plan("mine", 5)).expect("room");
    let before = storage.texts();
    assert_eq!(before.len(), 3, "a plan, its head and a kept original");
    library.set_keep(ONE, Keep::VisitOnly).expect("moved");
    assert_eq!(storage.texts(), LiteMap::new());
    assert_eq!(loaded(&library, ONE), plan("mine", 5));
    assert_eq!(library.kept(ONE).expect("readable").len(), 1);
    library.set_keep(ONE, Keep::Browser).expect("moved");
    assert_eq!(storage.texts(), before);
    assert_eq!(loaded(&library, ONE), plan("mine", 5));
}

#[test]
fn words_that_found_no_room_can_be_kept_for_this_visit() {
    let (library, storage) = library();
    library.save(ONE, &plan("old", 1)).expect("room");
    storage.limit(Some(1));
    let new = plan("new and longer", 2);
    assert_eq!(library.save(ONE, &new), Err(StorageError::Full));
    library.set_keep(ONE, Keep::VisitOnly).expect("moved");
    assert_eq!(library.unsaved(), []);
    assert_eq!(storage.texts(), LiteMap::new());
    assert_eq!(loaded(&library, ONE), new);
    assert_eq!(
        library.set_keep(ONE, Keep::Browser),
        Err(StorageError::Full)
    );
    assert_eq!(library.keep(ONE), Keep::VisitOnly);
    assert_eq!(storage.texts(), LiteMap::new());
    assert_eq!(loaded(&library, ONE), new);
}

#[test]
fn a_new_plan_can_be_for_this_visit_where_storage_is_blocked() {
    let (library, storage) = library();
    storage.fail_from(0);
    assert_eq!(library.set_keep(ONE, Keep::VisitOnly), Ok(()));
    assert_eq!(library.save(ONE, &plan("x", 1)), Ok(()));
    assert_eq!(
        library.set_keep(ONE, Keep::Browser),
        Err(StorageError::Blocked)
    );
    assert_eq!(library.keep(ONE), Keep::VisitOnly);
}
