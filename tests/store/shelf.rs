//! What is saved is found again, and the list shows it.

use super::*;

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
