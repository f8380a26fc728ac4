//! A therapist's set-up, and a session in which it is edited.

use crate::support::stories;
use first_light::i18n::Locale;
use first_light::route::{PlanId, Route};
use first_light::store::Library;
use first_light::ui::session::{Outside, Session};
use first_light::ui::{Deed, Event};
use first_light::worksheet::{Date, Draft};
use std::rc::Rc;

/// The set-up's name.
pub(crate) const ID: PlanId = PlanId(0xd);
/// Where it is stored.
pub(crate) const KEY: &str = "first-light.draft.000000000000000d";
/// The name that whatever is new gets.
pub(crate) const FRESH: PlanId = PlanId(9);

pub(crate) fn draft() -> Draft {
    Draft {
        name: "First meeting".into(),
        invitation: stories::invitation(),
    }
}

pub(crate) fn session(library: &Library, route: Route) -> Rc<Session> {
    let outside = Outside {
        now: || 1_790_000_000_000,
        today: || Date::new(2026, 11, 22),
        plan_id: || FRESH,
    };
    let library = library.clone();
    Rc::new(Session::start(library, route, Locale::English, outside))
}

pub(crate) fn doing(deed: impl Fn(Session) -> Session + 'static) -> Event {
    Deed::new(deed).into()
}
