//! Pages, one to a file. Those of a plan get a [`View`].

mod about;
mod ask;
mod begin_about;
mod builder;
mod closer;
mod company;
mod day;
mod experiments;
mod extras;
mod goal;
mod goal_steps;
mod goals;
mod guide;
mod hard_day;
mod home;
pub mod invitation;
mod lock;
mod locked;
mod not_found;
mod others;
mod own;
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
mod who;
mod wording;

use super::Ui;
use super::components::{heading, turn};
use super::markup::{Tag, nodes};
use super::session::{Desk, OpenPlan, Session};
use crate::browser::faults;
use crate::i18n::{Phrased, Phrases, Topic};
use crate::progress::Place;
use crate::questionnaire::{Body, Page};
use crate::route::Route;
use crate::worksheet::{WitnessField, Worksheet};
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
    match (&session.desk, session.route) {
        (Desk::Open(open), _) => plan_page(View { ui, session, open }),
        (_, Route::Invitation) => invitation::page(ui, session),
        (_, route) if session.is_locked() && needs_key(route) => locked::locked(ui, session),
        (_, Route::Home) => home::home(ui, session),
        (_, Route::Lock) => lock::lock(ui, session),
        (_, Route::Settings) => settings::settings(ui, &session.settings),
        (_, Route::UrgentHelp) => urgent_help::urgent_help(ui, &session.settings),
        (_, Route::Privacy) => privacy::privacy(ui, session),
        (_, Route::About) => about::about(ui),
        (_, Route::Therapists) => therapists::page(ui, session),
        (_, Route::Builder(id)) => builder::page(ui, session, id),
        (_, Route::Plan(..) | Route::NotFound) => not_found::not_found(ui, session),
    }
}

/// Whether a page shows words that a lock keeps.
pub(super) fn needs_key(route: Route) -> bool {
    matches!(
        route,
        Route::Home | Route::Plan(..) | Route::Lock | Route::Therapists | Route::Builder(_)
    )
}

/// Notes for the person who asks, where they are offered.
pub(super) fn guide(ui: &Ui, session: &Session) -> Option<Html> {
    let open = session.open().filter(|it| it.worksheet.offers_guide())?;
    Some(guide::panel(ui, session, open))
}

/// The page of the open plan.
fn plan_page(view: View<'_>) -> Html {
    let page = match view.open.place {
        Place::Goal(goal) => return goal::goal(view, goal),
        Place::GoalSteps(goal) => return goal_steps::goal_steps(view, goal),
        Place::Own(_, question) => return own::own(view, question),
        Place::Page(page) => page,
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
        Body::Goals => goals::goals(view),
        Body::Steps => steps::steps(view),
        Body::Experiments => experiments::experiments(view),
        Body::Supporters => supporters::supporters(view),
        Body::HardDay => hard_day::hard_day(view),
        Body::Signatures => signatures::signatures(view),
        Body::TogetherScales => together_scales::together_scales(view),
        Body::Summary => summary::summary(view),
    }
}
