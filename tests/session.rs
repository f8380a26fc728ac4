//! What the app knows while it is open: when a new plan comes to be stored.

use first_light::i18n::Locale;
use first_light::route::{PlanId, Route};
use first_light::store::{Library, MemoryStorage};
use first_light::ui::session::{Event, Outside, Session};
use first_light::worksheet::Date;
use std::rc::Rc;
use yew::Reducible;

const FRESH: PlanId = PlanId(9);

fn session(route: &str) -> Rc<Session> {
    let outside = Outside {
        now: || 1_790_000_000_000,
        today: || Date::new(2026, 11, 22),
        plan_id: || FRESH,
    };
    let library = Library::new(MemoryStorage::default());
    let route = Route::parse(route);
    Rc::new(Session::start(library, route, Locale::default(), outside))
}

fn page(page: &str) -> String {
    format!("#/plan/{FRESH}/{page}")
}

#[test]
fn looking_at_the_first_pages_stores_nothing() {
    let session = session(&page("begin/about"));
    assert!(session.to_store().is_none());
    let session = session.reduce(Event::Went(Route::parse(&page("begin/wording"))));
    assert!(session.to_store().is_none());
}

#[test]
fn who_goes_on_from_there_finds_the_plan_again() {
    let session = session(&page("begin/about"));
    let session = session.reduce(Event::Went(Route::parse(&page("hopes/best"))));
    let (id, plan) = session.to_store().expect("a plan that has begun is stored");
    assert_eq!(id, FRESH);
    assert_eq!(plan.place.to_string(), "hopes/best");
}
