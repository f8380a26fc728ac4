//! Which pages come when they are needed, and in which part of the program.
//!
//! A first visit downloads what it shows, urgent help, and the first pages of a plan. Everything else comes
//! in parts; `ARCHITECTURE.md` says how a page is put into one.

use super::{
    View, about, builder, copy, experiments, goal, goal_steps, goals, guide, hand_over, hard_day,
    invitation, lock, locked, needs_key, not_found, print, therapists,
};
use super::{own, privacy, settings, signatures, steps, summary, supporters, together_scales};
use crate::browser::parts;
use crate::progress::Place;
use crate::questionnaire::{Body, Page};
use crate::route::Route;
use crate::ui::session::OpenPlan;
use crate::ui::{Session, Ui};
use yew::prelude::*;

/// A part of the program that comes when it is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What stands beside plans.
    Aside,
    /// The later pages of a plan, from the goals to the summary.
    Later,
    /// What therapists use, and the links that they make.
    Therapists,
    /// Handing over a copy, and opening one.
    Share,
    /// Plans on paper.
    Paper,
}

impl Part {
    /// Its name in the page's list of parts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Aside => "aside",
            Self::Later => "later",
            Self::Therapists => "therapists",
            Self::Share => "share",
            Self::Paper => "paper",
        }
    }

    /// Whether it has arrived.
    #[must_use]
    pub fn is_here(self) -> bool {
        parts::has(self.name())
    }

    /// Whether the page which is shown has not arrived.
    #[must_use]
    pub fn is_missing(session: &Session) -> bool {
        Self::of(session).is_some_and(|part| !part.is_here())
    }

    /// The part that the page which is shown stands in; none if it is there from the start.
    #[must_use]
    pub fn of(session: &Session) -> Option<Self> {
        match (session.open(), session.route) {
            (Some(_), Route::HandOver(_)) | (None, Route::Copy) => Some(Self::Share),
            (Some(_), Route::Print(_)) | (None, Route::BlankSheet) => Some(Self::Paper),
            (Some(open), _) => Self::of_place(open.place),
            (None, Route::UrgentHelp) => None,
            (None, Route::Invitation) => Some(Self::Therapists),
            (None, Route::Therapists | Route::Builder(_)) if !session.is_locked() => {
                Some(Self::Therapists)
            }
            (None, Route::Home) if !session.is_locked() => None,
            (None, _) => Some(Self::Aside),
        }
    }

    /// What is to come before it is needed. Whoever has opened a plan can go on to its end without the
    /// network: the rest of it comes while they are on its first pages.
    #[must_use]
    pub fn ahead(session: &Session) -> Option<Self> {
        let open = session.open()?;
        if open.worksheet.offers_guide() && Self::Later.is_here() {
            return Some(Self::Therapists);
        }
        Some(Self::Later)
    }

    fn of_place(place: Place) -> Option<Self> {
        let Place::Page(page) = place else {
            return Some(Self::Later);
        };
        is_later(page).then_some(Self::Later)
    }
}

fn is_later(page: Page) -> bool {
    match page.body() {
        Body::Goals
        | Body::Steps
        | Body::Experiments
        | Body::Supporters
        | Body::HardDay
        | Body::Signatures
        | Body::TogetherScales
        | Body::Summary => true,
        Body::About
        | Body::Company
        | Body::Wording
        | Body::Extras
        | Body::Ask(..)
        | Body::Telling
        | Body::Signs
        | Body::Day
        | Body::Who
        | Body::See
        | Body::Respond
        | Body::Difference
        | Body::Tick
        | Body::Closer
        | Body::Rate(_) => false,
    }
}

::parts::part! {
    /// What stands beside plans: settings, the lock, privacy, and where there is nothing.
    pub(super) fn aside(ui: &Ui, session: &Session) -> Html = "aside" "00" {
        match session.route {
            route if session.is_locked() && needs_key(route) => locked::locked(ui, session),
            Route::Lock => lock::lock(ui, session),
            Route::Settings => settings::settings(ui, &session.settings),
            Route::Privacy => privacy::privacy(ui, session),
            Route::About => about::about(ui),
            _ => not_found::not_found(ui, session),
        }
    }

    /// The later pages of a plan.
    pub(super) fn later(ui: &Ui, session: &Session) -> Html = "later" "00" {
        session.open().map_or_else(Html::default, |open| later_page(View { ui, session, open }))
    }
}

::parts::part! {
    /// What therapists use, and the links that they make.
    pub(super) fn therapists_page(ui: &Ui, session: &Session) -> Html = "therapists" "00" {
        match session.route {
            Route::Builder(id) => builder::page(ui, session, id),
            Route::Invitation => invitation::page(ui, session),
            _ => therapists::page(ui, session),
        }
    }

    /// Notes for the person who asks.
    pub(super) fn guide_panel(ui: &Ui, session: &Session, open: &OpenPlan) -> Html = "therapists" "01" {
        guide::panel(ui, session, open)
    }
}

::parts::part! {
    /// Handing over a copy, and opening one.
    pub(super) fn share(ui: &Ui, session: &Session) -> Html = "share" "00" {
        match session.open() {
            Some(open) => hand_over::page(View { ui, session, open }),
            None => copy::page(ui, session),
        }
    }
}

::parts::part! {
    /// Plans on paper.
    pub(super) fn paper(ui: &Ui, session: &Session) -> Html = "paper" "00" {
        match session.open() {
            Some(open) => print::page(View { ui, session, open }),
            None => print::blank_page(ui, session),
        }
    }
}

fn later_page(view: View<'_>) -> Html {
    let page = match view.open.place {
        Place::Goal(goal) => return goal::goal(view, goal),
        Place::GoalSteps(goal) => return goal_steps::goal_steps(view, goal),
        Place::Own(_, question) => return own::own(view, question),
        Place::Page(page) => page,
    };
    match page.body() {
        Body::Goals => goals::goals(view),
        Body::Steps => steps::steps(view),
        Body::Experiments => experiments::experiments(view),
        Body::Supporters => supporters::supporters(view),
        Body::HardDay => hard_day::hard_day(view),
        Body::Signatures => signatures::signatures(view),
        Body::TogetherScales => together_scales::together_scales(view),
        Body::Summary => summary::summary(view),
        _ => Html::default(),
    }
}
