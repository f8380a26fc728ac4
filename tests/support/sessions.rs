//! The app as it starts, for tests of what it knows while it is open.

use first_light::i18n::Locale;
use first_light::route::{PlanId, Route};
use first_light::store::{Library, MemoryStorage};
use first_light::ui::session::{Outside, Session};
use first_light::worksheet::Date;
use std::rc::Rc;

/// The name that a new plan gets.
pub(crate) const FRESH: PlanId = PlanId(9);

/// The app over an empty storage, opened at an address, on a day in November 2026.
pub(crate) fn session(route: &str) -> Rc<Session> {
    let outside = Outside {
        now: || 1_790_000_000_000,
        today: || Date::new(2026, 11, 22),
        plan_id: || FRESH,
    };
    let library = Library::new(MemoryStorage::default());
    let route = Route::parse(route);
    Rc::new(Session::start(library, route, Locale::default(), outside))
}

/// The address of a page of the new plan.
pub(crate) fn page(page: &str) -> String {
    format!("#/plan/{FRESH}/{page}")
}
