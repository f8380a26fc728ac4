//! The store: nothing that was stored is lost, whatever the storage does.

mod support;

use first_light::format::{Part, Plan, Unreadable, decode, encode};
use first_light::progress::{Place, progress};
use first_light::questionnaire::{Page, Prompt};
use first_light::route::PlanId;
use first_light::store::{
    Country, Deleted, Head, Keep, LOCK_AFTER, Library, MemoryStorage, Opened, Settings, State,
    Storage, StorageError, TextSize, Theme,
};
use first_light::worksheet::{Action, EnumSet};
use litemap::LiteMap;
use proptest::prelude::*;
use support::stories;

const ONE: PlanId = PlanId(1);
const TWO: PlanId = PlanId(2);
const MINUTE: u64 = 60_000;

fn key(kind: &str, id: PlanId) -> String {
    format!("first-light.{kind}.{id}")
}

fn plan(words: &str, changed: u64) -> Plan {
    let mut plan = Plan::new(changed);
    let answer = Action::Answer(Prompt::BestHopes, words.into());
    plan.worksheet.apply(answer);
    plan.worksheet
        .apply(Action::Rename(format!("Plan {words}").as_str().into()));
    plan
}

fn library() -> (Library, MemoryStorage) {
    let storage = MemoryStorage::default();
    (Library::new(storage.clone()), storage)
}

/// A library over what one plan left behind, as after a reload.
fn reloaded(storage: &MemoryStorage) -> Library {
    Library::new(storage.clone())
}

fn loaded(library: &Library, id: PlanId) -> Plan {
    match library.open(id) {
        Ok(Opened::Loaded {
            plan,
            broken,
            not_kept,
        }) => {
            assert!(
                broken.is_empty() && not_kept.is_none(),
                "{broken:?} {not_kept:?}"
            );
            plan
        }
        other => panic!("not loaded: {other:?}"),
    }
}

fn shelf_ids(library: &Library) -> Vec<PlanId> {
    library
        .shelf()
        .plans
        .into_iter()
        .map(|shelved| shelved.id)
        .collect()
}

fn damaged() -> String {
    encode(&plan("kept", 7)).replace("\"changed\":7", "\"changed\":\"seven\"")
}

#[test]
fn a_saved_plan_is_found_again_after_a_reload() {
    let (library, storage) = library();
    let story = stories::full();
    assert_eq!(library.open(ONE), Ok(Opened::Missing));
    assert_eq!(library.save(ONE, &story), Ok(()));
    assert_eq!(loaded(&reloaded(&storage), ONE), story);
    assert_eq!(library.raw(ONE), Ok(Some(encode(&story))));
    assert_eq!(
        storage.texts().get(&key("plan", ONE)),
        Some(&encode(&story))
    );
}

#[test]
fn plans_are_kept_apart() {
    let (library, storage) = library();
    let (one, two) = (plan("one", 1), plan("two", 2));
    assert_eq!(library.save(ONE, &one), Ok(()));
    assert_eq!(library.save(TWO, &two), Ok(()));
    let library = reloaded(&storage);
    assert_eq!(loaded(&library, ONE), one);
    assert_eq!(loaded(&library, TWO), two);
}

#[test]
fn the_shelf_is_newest_first_and_shows_the_heads() {
    let (library, storage) = library();
    for (id, changed) in [(1, 50), (2, 9_000_000), (3, 70), (4, 70)] {
        assert_eq!(library.save(PlanId(id), &plan("x", changed)), Ok(()));
    }
    let shelf = reloaded(&storage).shelf();
    assert_eq!(shelf.trouble, None);
    let ids: Vec<_> = shelf.plans.iter().map(|shelved| shelved.id.0).collect();
    assert_eq!(ids, [2, 3, 4, 1]);
    let State::Readable(head) = &shelf.plans[0].state else {
        panic!("{:?}", shelf.plans[0]);
    };
    assert_eq!(*head, Head::of(&plan("x", 9_000_000)));
    assert_eq!(head.progress, progress(&plan("x", 0).worksheet));
}

#[test]
fn a_list_opens_no_plan() {
    let (library, storage) = library();
    assert_eq!(library.save(ONE, &plan("x", 1)), Ok(()));
    let before = reloaded(&storage).shelf();
    storage.write(&key("plan", ONE), "not read").expect("room");
    assert_eq!(reloaded(&storage).shelf(), before);
}

#[test]
fn a_head_that_is_missing_or_damaged_is_made_again() {
    let (library, storage) = library();
    assert_eq!(library.save(ONE, &plan("x", 1)), Ok(()));
    let shelf = library.shelf();
    let stored = storage.texts();
    for damage in [
        None,
        Some(""),
        Some("{}"),
        Some("[1]"),
        Some("{\"name\":\"x\""),
    ] {
        match damage {
            None => storage.remove(&key("head", ONE)),
            Some(text) => storage.write(&key("head", ONE), text),
        }
        .expect("allowed");
        assert_eq!(reloaded(&storage).shelf(), shelf, "{damage:?}");
        assert_eq!(storage.texts(), stored, "{damage:?}");
    }
}

#[test]
fn a_head_is_written_when_it_differs_and_not_at_every_key() {
    let (library, storage) = library();
    let head = || storage.texts().remove(&key("head", ONE));
    let mut story = plan("a", 10 * MINUTE);
    library.save(ONE, &story).expect("room");
    let first = head();
    story.changed += MINUTE - 1;
    story
        .worksheet
        .apply(Action::Answer(Prompt::BestHopes, "ab".into()));
    library.save(ONE, &story).expect("room");
    assert_eq!(head(), first);
    story.changed += 1;
    library.save(ONE, &story).expect("room");
    let second = head();
    assert_ne!(second, first);
    story.place = Place::Page(Page::Signs);
    library.save(ONE, &story).expect("room");
    let third = head();
    assert_ne!(third, second);
    story.worksheet.apply(Action::Rename("Other".into()));
    library.save(ONE, &story).expect("room");
    let fourth = head();
    assert_ne!(fourth, third);
    story
        .worksheet
        .apply(Action::Answer(Prompt::Better, "more".into()));
    library.save(ONE, &story).expect("room");
    assert_ne!(head(), fourth);
}

#[test]
fn a_clock_that_goes_back_still_writes_the_head() {
    let (library, storage) = library();
    library.save(ONE, &plan("a", 10 * MINUTE)).expect("room");
    library.save(ONE, &plan("a", MINUTE)).expect("room");
    let shelf = reloaded(&storage).shelf();
    assert_eq!(
        shelf.plans[0].state,
        State::Readable(Head::of(&plan("a", MINUTE)))
    );
}

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

#[test]
fn settings_are_found_again() {
    let (library, storage) = library();
    assert_eq!(library.settings(), Settings::default());
    assert!(!Settings::default().spell_check);
    assert!(Settings::default().hints);
    for theme in Theme::ALL {
        for text_size in TextSize::ALL {
            let settings = Settings {
                theme,
                text_size,
                spell_check: theme == Theme::Dark,
                hints: text_size == TextSize::Large,
                lock_after: LOCK_AFTER[theme as usize + text_size as usize],
                leave: theme == Theme::Light,
                country: Country::new("nz"),
            };
            library.save_settings(&settings).expect("room");
            assert_eq!(reloaded(&storage).settings(), settings);
        }
    }
    assert_eq!(
        storage.texts().keys().cloned().collect::<Vec<_>>(),
        ["first-light.settings"]
    );
}

#[test]
fn settings_lose_only_what_cannot_be_read() {
    let text = r#"{"theme":"neon","text-size":"larger","spell-check":1,"hints":false,"lock-after":7,"country":"N1","x":2}"#;
    let expected = Settings {
        text_size: TextSize::Larger,
        hints: false,
        ..Settings::default()
    };
    assert_eq!(Settings::decode(text), expected);
    for text in ["", "null", "[]", "{", "\u{0}"] {
        assert_eq!(Settings::decode(text), Settings::default());
    }
}

#[test]
fn a_country_is_two_letters() {
    assert_eq!(
        Country::new("gb").map(|it| it.to_string()).as_deref(),
        Some("GB")
    );
    for code in ["", "G", "GBR", "g1", "é", "*", "ＧＢ"] {
        assert_eq!(Country::new(code), None, "{code}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_stored_text_opens_without_changing_it(
        text in any::<String>(),
        head in any::<String>(),
        kept in any::<String>(),
    ) {
        let storage = MemoryStorage::holding([
            (&*key("plan", ONE), &*text),
            (&*key("head", ONE), &*head),
            (&*format!("{}.4", key("kept", ONE)), &*kept),
            ("first-light.settings", &*text),
        ]);
        let library = reloaded(&storage);
        let _ = library.settings();
        let _ = library.shelf();
        prop_assert!(library.open(ONE).is_ok());
        prop_assert_eq!(library.raw(ONE), Ok(Some(text.clone())));
        let deleted = library.delete(ONE).expect("deleted");
        prop_assert_eq!(storage.texts().len(), 1);
        library.undelete(&deleted).expect("put back");
        prop_assert_eq!(library.raw(ONE), Ok(Some(text.clone())));
        library.save(ONE, &plan("mine", 1)).expect("room");
        let kept = library.kept(ONE).expect("readable");
        prop_assert!(kept.iter().any(|kept| kept.text == text));
    }

    #[test]
    fn the_head_of_any_plan_is_found_again(plan in support::plan()) {
        let (library, storage) = library();
        library.save(ONE, &plan).expect("room");
        let shelf = reloaded(&storage).shelf();
        prop_assert_eq!(&shelf.plans[0].state, &State::Readable(Head::of(&plan)));
        prop_assert!(matches!(decode(&storage.texts()[&key("plan", ONE)]),
            first_light::format::Decoded::Whole(stored) if stored == plan));
    }
}
