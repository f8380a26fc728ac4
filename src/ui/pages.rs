//! Pages, one to a file. Those of a plan get a [`View`].

mod about;
mod ask;
mod begin_about;
mod builder;
mod closer;
mod company;
mod copy;
mod day;
mod experiments;
mod extras;
mod goal;
mod goal_steps;
mod goals;
mod guide;
mod hand_over;
mod hard_day;
mod home;
pub mod invitation;
mod lock;
mod locked;
mod not_found;
mod others;
mod own;
mod part;
pub mod print;
mod privacy;
mod rate;
mod settings;
mod signatures;
mod signs;
mod steps;
mod summary;
mod supporters;
mod telling;
mod therapists;
mod tick;
mod together_scales;
mod urgent_help;
mod waiting;
mod who;
mod wording;

use super::Ui;
use super::components::{heading, turn};
use super::markup::{Tag, nodes};
use super::session::{OpenPlan, Session};
use crate::browser::faults;
use crate::i18n::{Phrased, Phrases, Topic};
use crate::progress::Place;
use crate::questionnaire::{Body, Page};
use crate::route::Route;
use crate::worksheet::{WitnessField, Worksheet};
pub use part::Part;
use part::{aside, guide_panel, later, paper, share, therapists_page};
use yew::prelude::*;

/// What every page of a plan gets.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The words, and where to say what happened.
    pub ui: &'a Ui,
    /// The session.
    pub session: &'a Session,
    /// The open plan.
    pub open: &'a OpenPlan,
}

impl<'a> View<'a> {
    /// What is in the plan.
    #[must_use]
    pub fn worksheet(self) -> &'a Worksheet {
        &self.open.worksheet
    }

    /// The address of another page of the plan.
    #[must_use]
    pub fn route(self, place: Place) -> Route {
        Route::Plan(self.open.id, place)
    }

    /// The address of a page that is in the table.
    #[must_use]
    pub fn page(self, page: Page) -> Route {
        self.route(Place::Page(page))
    }

    /// The page's head with its question.
    #[must_use]
    pub fn head(self, phrases: &Phrases) -> Tag {
        nodes().child(heading(self, phrases))
    }

    /// The page with its foot: Back and Continue.
    pub fn foot(self, page: Tag) -> Html {
        page.child(turn(self, false)).html()
    }
}

/// The page that the address names.
pub fn page(ui: &Ui, session: &Session) -> Html {
    faults::at("page", &session.route);
    match Part::of(session) {
        Some(part) if !part.is_here() => waiting::waiting(ui, session),
        Some(Part::Aside) => aside(ui, session),
        Some(Part::Later) => later(ui, session),
        Some(Part::Share) => share(ui, session),
        Some(Part::Paper) => paper(ui, session),
        Some(Part::Therapists) => therapists_page(ui, session),
        None => first(ui, session),
    }
}

/// The pages that are there from the start.
fn first(ui: &Ui, session: &Session) -> Html {
    match (session.open(), session.route) {
        (Some(open), _) => plan_page(View { ui, session, open }),
        (None, Route::UrgentHelp) => urgent_help::urgent_help(ui, &session.settings),
        (None, _) => home::home(ui, session),
    }
}

/// Whether a page shows words that a lock keeps, or opens it.
pub(super) fn needs_key(route: Route) -> bool {
    matches!(
        route,
        Route::Home | Route::HandOver(_) | Route::Lock | Route::Therapists | Route::Builder(_)
    ) || route.plan().is_some()
}

/// Notes for the person who asks, where they are offered. They come on demand, and are shown once they are
/// here.
pub(super) fn guide(ui: &Ui, session: &Session) -> Option<Html> {
    let open = session.open().filter(|it| it.worksheet.offers_guide())?;
    Part::Therapists
        .is_here()
        .then(|| guide_panel(ui, session, open))
}

/// The first pages of a plan.
fn plan_page(view: View<'_>) -> Html {
    let Place::Page(page) = view.open.place else {
        return Html::default();
    };
    match page.body() {
        Body::About => begin_about::begin_about(view),
        Body::Company => company::company(view),
        Body::Wording => wording::wording(view),
        Body::Extras => extras::extras(view),
        Body::Ask(prompt, carried) => ask::ask(view, prompt, carried),
        Body::Telling => telling::telling(view),
        Body::Signs => signs::signs(view),
        Body::Day => day::day(view),
        Body::Who => who::who(view),
        Body::See => others::others(view, Topic::See.phrases(), WitnessField::See),
        Body::Respond => others::others(view, Topic::Respond.phrases(), WitnessField::Respond),
        Body::Difference => {
            others::others(view, Topic::Difference.phrases(), WitnessField::Difference)
        }
        Body::Tick => tick::tick(view),
        Body::Closer => closer::closer(view),
        Body::Rate(scale) => rate::rate(view, scale),
        _ => Html::default(),
    }
}
