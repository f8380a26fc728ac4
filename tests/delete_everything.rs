//! Deleting everything: all that is ours goes and nothing else, in every tab, and what stays is told.

use first_light::format::Plan;
use first_light::i18n::Locale;
use first_light::questionnaire::Prompt;
use first_light::route::{PlanId, Route};
use first_light::store::{Keep, Library, MemoryStorage, Settings};
use first_light::ui::Mark;
use first_light::ui::session::{Desk, Event, Outside, Session};
use first_light::worksheet::{Action, Date};
use std::rc::Rc;
use yew::Reducible;

const ID: PlanId = PlanId(0xf1);
const SOMEBODY_ELSE: &str = "somebody-else";

/// A browser with a plan, an original that is kept, settings, and a text of another page.
fn browser() -> MemoryStorage {
    let storage = MemoryStorage::holding([
        (SOMEBODY_ELSE, "y"),
        ("first-light.kept.00000000000000f1.0", "{"),
        ("first-light.of-a-newer-program", "z"),
    ]);
    let library = Library::new(storage.clone());
    let plan = Plan::new(1_790_000_000_000);
    library.save(ID, &plan).expect("memory takes everything");
    let settings = Settings {
        hints: false,
        ..Settings::default()
    };
    library.save_settings(&settings).expect("room");
    storage
}

fn keys(storage: &MemoryStorage) -> Vec<String> {
    storage.texts().keys().cloned().collect()
}

fn tab(storage: &MemoryStorage, route: &str) -> Rc<Session> {
    let outside = Outside {
        now: || 1_790_000_000_000,
        today: || Date::new(2026, 11, 22),
        plan_id: || PlanId(9),
    };
    let library = Library::new(storage.clone());
    let route = Route::parse(route);
    Rc::new(Session::start(library, route, Locale::default(), outside))
}

fn writes(tab: Rc<Session>, words: &str) -> Rc<Session> {
    tab.reduce(Event::Plan(Action::Answer(Prompt::BestHopes, words.into())))
}

/// What the timer does.
fn stores(tab: &Session) {
    if let Some((id, plan)) = tab.to_store() {
        tab.library
            .save(id, &plan)
            .expect("memory takes everything");
    }
}

#[test]
fn all_that_is_ours_goes_and_nothing_else() {
    let storage = browser();
    let library = Library::new(storage.clone());
    library
        .set_keep(PlanId(2), Keep::VisitOnly)
        .expect("memory");
    library
        .save(PlanId(2), &Plan::new(1))
        .expect("memory takes everything");
    assert_eq!(library.delete_everything(), Ok(()));
    assert_eq!(keys(&storage), [SOMEBODY_ELSE]);
    assert!(library.shelf().plans.is_empty(), "nor anything in memory");
    assert_eq!(library.settings(), Settings::default());
}

#[test]
fn what_one_failure_leaves_behind_is_told_and_the_rest_goes() {
    let mut failures = 0;
    for call in 0..20 {
        let storage = browser();
        let library = Library::new(storage.clone());
        storage.fail_at(call);
        let deleted = library.delete_everything();
        storage.never_fail();
        let left = keys(&storage).len() - 1;
        match deleted {
            Ok(()) => assert_eq!(left, 0, "call {call}"),
            // The first call asks what there is.
            Err(_) => assert!(call == 0 || left <= 1, "call {call}: {:?}", keys(&storage)),
        }
        failures += usize::from(deleted.is_err());
    }
    assert!((5..20).contains(&failures), "{failures}");
}

#[test]
fn the_page_says_that_not_everything_went() {
    let storage = browser();
    let here = tab(&storage, "#/privacy");
    storage.fail_at(1);
    let here = here.reduce(Event::DeleteEverything);
    storage.never_fail();
    assert!(here.marks.has(&Mark::NotAllDeleted));
    assert_eq!(here.route, Route::Privacy);
    let stored = here.stored.as_ref().as_ref().expect("storage works");
    assert_eq!(stored.len(), 1, "{stored:?}");
    let here = here.reduce(Event::DeleteEverything);
    assert!(here.marks.has(&Mark::Emptied));
    assert_eq!(keys(&storage), [SOMEBODY_ELSE]);
}

#[test]
fn it_looks_like_a_first_visit_then() {
    let storage = browser();
    let here = tab(&storage, "#/privacy").reduce(Event::DeleteEverything);
    assert_eq!(here.route, Route::Home);
    assert!(here.shelf.plans.is_empty());
    assert!(here.settings.hints);
    assert_eq!(here.removed(), None, "there is no way back");
}

#[test]
fn what_another_tab_was_writing_does_not_come_back() {
    let storage = browser();
    let page = format!("#/plan/{ID}/hopes/best");
    let other = writes(tab(&storage, &page), "one");
    stores(&other);
    let other = writes(other, "one and more");
    let here = tab(&storage, "#/privacy").reduce(Event::DeleteEverything);
    // The other tab has not heard of it yet, and writes once more.
    stores(&other);
    assert!(keys(&storage).len() > 1);
    // Here somebody begins anew at once.
    let here = here.reduce(Event::Went(Route::parse(
        "#/plan/0000000000000009/hopes/best",
    )));
    let here = writes(here, "new");
    stores(&here);
    let other = other.reduce(Event::Gone);
    assert_eq!(other.desk, Desk::Clear);
    assert_eq!(other.route, Route::Home);
    assert!(other.marks.has(&Mark::Emptied));
    let left = keys(&storage);
    assert!(left.iter().any(|key| key.ends_with("0009")), "{left:?}");
    assert!(!left.iter().any(|key| key.ends_with("00f1")), "{left:?}");
    assert!(other.to_store().is_none());
}
