//! Pages, one to a file. Those of a plan get a [`View`].

mod about;
mod ask;
mod begin_about;
mod beside;
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
mod pages_of_plan;
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
use crate::i18n::Phrases;
use crate::progress::Place;
use crate::questionnaire::Page;
use crate::route::Route;
use crate::worksheet::Worksheet;
pub use part::Part;
use part::{
    aside, back_to_plan, contents_of, copy_button, guide_panel, paper, plan, share, therapists_page,
};
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
        Some(Part::Plan) => plan(ui, session),
        Some(Part::Share) => share(ui, session),
        Some(Part::Paper) => paper(ui, session),
        Some(Part::Therapists) => therapists_page(ui, session),
        None => first(ui, session),
    }
}

/// The pages that are there from the start.
fn first(ui: &Ui, session: &Session) -> Html {
    match session.route {
        Route::UrgentHelp => urgent_help::urgent_help(ui, &session.settings),
        _ => home::home(ui, session),
    }
}

/// Whether a page shows words that a lock keeps, or opens it.
pub(super) fn needs_key(route: Route) -> bool {
    matches!(
        route,
        Route::Home | Route::HandOver(_) | Route::Lock | Route::Therapists | Route::Builder(_)
    ) || route.plan().is_some()
}

/// All pages of the open plan, to go anywhere, once they are here.
pub(super) fn contents(ui: &Ui, session: &Session) -> Option<Html> {
    let open = session.open().filter(|_| Part::Plan.is_here())?;
    Some(contents_of(ui, open))
}

/// The way back to the plan from a page that stands beside plans. Who came from there has its pages.
pub(super) fn way_back(ui: &Ui, session: &Session) -> Option<Tag> {
    let back = session.way_back().filter(|_| session.open().is_none())?;
    Part::Plan.is_here().then(|| back_to_plan(ui, back))
}

/// A button that copies everything in the open plan, once its pages are here: before that there is nothing to
/// copy.
pub(super) fn copy_of_plan(ui: &Ui, session: &Session, open: &OpenPlan) -> Option<Tag> {
    Part::Plan.is_here().then(|| copy_button(ui, session, open))
}

/// Notes for the person who asks, where they are offered. They come on demand, and are shown once they are
/// here.
pub(super) fn guide(ui: &Ui, session: &Session) -> Option<Html> {
    let open = session.open().filter(|_| session.offers_guide())?;
    Part::Therapists
        .is_here()
        .then(|| guide_panel(ui, session, open))
}
