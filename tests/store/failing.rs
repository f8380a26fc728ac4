//! Whichever call to the storage fails, nothing that was stored is lost.

use super::*;

/// What came of a person's session with a storage that may fail.
struct Outcome {
    library: Library,
    saved: Result<(), StorageError>,
    copied: Result<bool, StorageError>,
    /// What was deleted and could not be put back at once.
    deleted: Option<Deleted>,
    moved_back: Result<(), StorageError>,
}

fn session(storage: &MemoryStorage) -> Outcome {
    let library = reloaded(storage);
    let _ = library.shelf();
    // Whether it opens or not, the person writes on.
    let _ = library.open(ONE);
    let saved = library.save(ONE, &plan("second", 2));
    let _ = library.rename(TWO, "renamed".into());
    let copied = library.copy(TWO, PlanId(3), "copy".into(), 3);
    let deleted = library.delete(PlanId(4)).ok();
    let deleted = deleted.filter(|deleted| library.undelete(deleted).is_err());
    let _ = library.set_keep(TWO, Keep::VisitOnly);
    let moved_back = library.set_keep(TWO, Keep::Browser);
    Outcome {
        library,
        saved,
        copied,
        deleted,
        moved_back,
    }
}

/// Three plans, the first of them damaged; and the damaged text.
fn three_plans() -> (MemoryStorage, String) {
    let (library, storage) = library();
    library.save(ONE, &plan("first", 1)).expect("room");
    library.save(TWO, &plan("two", 1)).expect("room");
    library.save(PlanId(4), &plan("four", 1)).expect("room");
    let broken = damaged();
    storage.write(&key("plan", ONE), &broken).expect("room");
    (storage, broken)
}

fn assert_nothing_lost(storage: &MemoryStorage, broken: &str, outcome: Outcome, note: &str) {
    let library = &outcome.library;
    let texts = storage.texts();
    let holds = |text: &str| texts.values().any(|other| other == text);
    assert!(holds(broken), "the damaged original is gone: {note}");
    assert_eq!(loaded_words(library, ONE), "second", "{note}");
    if outcome.saved.is_ok() {
        assert!(holds(&encode(&plan("second", 2))), "not stored: {note}");
    } else {
        assert_eq!(library.unsaved(), [ONE], "{note}");
    }
    assert_eq!(loaded_words(library, TWO), "two", "{note}");
    let in_browser = library.keep(TWO) == Keep::Browser;
    assert_eq!(in_browser, outcome.moved_back.is_ok(), "{note}");
    assert_eq!(texts.contains_key(&key("plan", TWO)), in_browser, "{note}");
    if outcome.copied == Ok(true) {
        assert_eq!(loaded_words(library, PlanId(3)), "two", "{note}");
    }
    if let Some(deleted) = outcome.deleted {
        library.undelete(&deleted).expect("nothing fails any more");
    }
    assert_eq!(loaded_words(library, PlanId(4)), "four", "{note}");
}

/// Everything a person can do, once for every call that the storage can fail at.
#[test]
fn whichever_call_fails_nothing_that_was_stored_is_lost() {
    let (storage, _) = three_plans();
    storage.fail_at(usize::MAX);
    session(&storage);
    let calls = storage.calls();
    assert!(calls >= 30, "{calls} calls");
    for call in 0..=calls {
        for on in [false, true] {
            let (storage, broken) = three_plans();
            if on {
                storage.fail_from(call);
            } else {
                storage.fail_at(call);
            }
            let outcome = session(&storage);
            storage.never_fail();
            let note = format!("call {call} failed, and all after it: {on}");
            assert_nothing_lost(&storage, &broken, outcome, &note);
        }
    }
}

/// The same with less and less room.
#[test]
fn however_little_room_there_is_nothing_that_was_stored_is_lost() {
    for room in (0..6_000).step_by(40) {
        let (storage, broken) = three_plans();
        storage.limit(Some(room));
        let outcome = session(&storage);
        storage.limit(None);
        assert_nothing_lost(&storage, &broken, outcome, &format!("room for {room}"));
    }
}

fn loaded_words(library: &Library, id: PlanId) -> String {
    match library.open(id) {
        Ok(Opened::Loaded { plan, .. }) => plan.worksheet.text(Prompt::BestHopes).to_string(),
        other => format!("{other:?}"),
    }
}
