//! Deleting, bringing back, renaming and copying.

use super::*;

#[test]
fn delete_takes_everything_and_undelete_puts_it_back_exactly() {
    let storage = MemoryStorage::holding([(&*key("plan", ONE), &*damaged())]);
    let library = reloaded(&storage);
    library.save(TWO, &plan("other", 1)).expect("room");
    let other = storage.texts().len() - 1;
    assert!(matches!(library.open(ONE), Ok(Opened::Loaded { .. })));
    assert_eq!(shelf_ids(&library).len(), 2);
    let before = storage.texts();
    let deleted = library.delete(ONE).expect("deleted");
    assert_eq!(storage.texts().len(), other);
    assert_eq!(library.open(ONE), Ok(Opened::Missing));
    assert_eq!(shelf_ids(&library), [TWO]);
    library.undelete(&deleted).expect("put back");
    assert_eq!(storage.texts(), before);
}

#[test]
fn undelete_can_be_tried_again() {
    let (library, storage) = library();
    library.save(ONE, &plan("x", 1)).expect("room");
    let before = storage.texts();
    let deleted = library.delete(ONE).expect("deleted");
    storage.limit(Some(100));
    assert_eq!(library.undelete(&deleted), Err(StorageError::Full));
    assert_eq!(storage.texts(), LiteMap::new());
    storage.limit(None);
    assert_eq!(library.undelete(&deleted), Ok(()));
    assert_eq!(storage.texts(), before);
}

#[test]
fn a_deleted_plan_with_unsaved_words_comes_back_with_them() {
    let (library, storage) = library();
    library.save(ONE, &plan("old", 1)).expect("room");
    storage.limit(Some(1));
    let new = plan("newer", 2);
    assert_eq!(library.save(ONE, &new), Err(StorageError::Full));
    storage.limit(None);
    let deleted = library.delete(ONE).expect("deleted");
    assert_eq!(library.open(ONE), Ok(Opened::Missing));
    assert_eq!(library.unsaved(), []);
    library.undelete(&deleted).expect("put back");
    assert_eq!(loaded(&library, ONE), new);
}

#[test]
fn rename_and_copy_change_nothing_else() {
    let (library, storage) = library();
    let story = stories::full();
    library.save(ONE, &story).expect("room");
    assert_eq!(library.rename(ONE, "Evenings".into()), Ok(true));
    assert_eq!(library.copy(ONE, TWO, "A copy".into(), 9), Ok(true));
    let library = reloaded(&storage);
    let (renamed, copy) = (loaded(&library, ONE), loaded(&library, TWO));
    assert_eq!(&*renamed.worksheet.name, "Evenings");
    assert_eq!(&*copy.worksheet.name, "A copy");
    assert_eq!((renamed.changed, copy.changed), (story.changed, 9));
    for mut other in [renamed, copy] {
        other.worksheet.name = story.worksheet.name.clone();
        other.changed = story.changed;
        assert_eq!(other, story);
    }
    assert_eq!(library.rename(PlanId(7), "x".into()), Ok(false));
    assert_eq!(library.copy(PlanId(7), PlanId(8), "x".into(), 1), Ok(false));
}

#[test]
fn a_copy_that_finds_no_room_leaves_nothing() {
    let (library, storage) = library();
    library.save(ONE, &plan("x", 1)).expect("room");
    let before = storage.texts();
    storage.limit(Some(1));
    assert_eq!(
        library.copy(ONE, TWO, "copy".into(), 2),
        Err(StorageError::Full)
    );
    assert_eq!(storage.texts(), before);
    assert_eq!(shelf_ids(&library), [ONE]);
    assert_eq!(
        library.rename(ONE, "a longer name".into()),
        Err(StorageError::Full)
    );
    assert_eq!(loaded(&library, ONE), plan("x", 1));
}
