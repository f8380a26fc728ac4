//! Where storage is full or blocked, words are kept and people are told.

use super::*;

#[test]
fn full_storage_keeps_the_old_value_and_the_new_words() {
    let (library, storage) = library();
    library.save(ONE, &plan("old", 1)).expect("room");
    let before = storage.texts();
    storage.limit(Some(1));
    let new = plan("new and longer", 2);
    assert_eq!(library.save(ONE, &new), Err(StorageError::Full));
    assert_eq!(storage.texts(), before);
    assert_eq!(library.unsaved(), [ONE]);
    assert_eq!(loaded(&library, ONE), new);
    assert_eq!(library.raw(ONE), Ok(Some(encode(&new))));
    assert_eq!(
        library.shelf().plans[0].state,
        State::Readable(Head::of(&new))
    );
    assert_eq!(library.save_unsaved(), Err(StorageError::Full));
    storage.limit(None);
    assert_eq!(library.save_unsaved(), Ok(()));
    assert_eq!(loaded(&reloaded(&storage), ONE), new);
}

#[test]
fn blocked_storage_still_lets_a_person_write() {
    let (library, storage) = library();
    storage.fail_from(0);
    assert_eq!(library.open(ONE), Err(StorageError::Blocked));
    let mine = plan("mine", 1);
    assert_eq!(library.save(ONE, &mine), Err(StorageError::Blocked));
    assert_eq!(loaded(&library, ONE), mine);
    let shelf = library.shelf();
    assert_eq!(shelf.trouble, Some(StorageError::Blocked));
    assert_eq!(shelf.plans.len(), 1);
    assert_eq!(library.settings(), Settings::default());
    let deleted = library.delete(ONE).expect("nothing of it was stored");
    assert!(library.shelf().plans.is_empty());
    library.undelete(&deleted).expect("put back");
    assert_eq!(loaded(&library, ONE), mine);
    storage.never_fail();
    assert_eq!(library.save_unsaved(), Ok(()));
    assert_eq!(loaded(&reloaded(&storage), ONE), mine);
}

#[test]
fn a_head_that_finds_no_room_does_not_stop_the_plan() {
    let (library, storage) = library();
    let story = plan("x", 1);
    let room = key("plan", ONE).len() + encode(&story).encode_utf16().count();
    storage.limit(Some(room));
    assert_eq!(library.save(ONE, &story), Ok(()));
    assert_eq!(storage.texts().len(), 1);
    assert_eq!(
        library.shelf().plans[0].state,
        State::Readable(Head::of(&story))
    );
}
