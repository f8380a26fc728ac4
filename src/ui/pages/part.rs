//! Which pages come when they are needed, and in which part of the program.
//!
//! A first visit downloads what it shows, the list of plans and urgent help. Everything else comes in parts;
//! `ARCHITECTURE.md` says how a page is put into one.

use super::{
    View, beside, builder, copy, guide, hand_over, invitation, pages_of_plan, print, therapists,
};
use crate::browser::parts;
use crate::i18n::Msg;
use crate::route::Route;
use crate::ui::components::{contents, copy_text, way_back};
use crate::ui::markup::{Tag, el};
use crate::ui::session::OpenPlan;
use crate::ui::{Session, Ui};
use yew::prelude::*;

/// A part of the program that comes when it is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What stands beside plans.
    Aside,
    /// The pages of a plan, from the first to the summary.
    Plan,
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
            Self::Plan => "plan",
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
            (Some(_), _) => Some(Self::Plan),
            (None, Route::UrgentHelp) => None,
            (None, Route::Invitation) => Some(Self::Therapists),
            (None, Route::Therapists | Route::Builder(_)) if !session.is_locked() => {
                Some(Self::Therapists)
            }
            (None, Route::Home) if !session.is_locked() => None,
            (None, _) => Some(Self::Aside),
        }
    }

    /// What is to come although the page is drawn without it. All pages of a plan are one part, and
    /// paper another: whoever has begun to write can go on to the end, and print, without the network.
    #[must_use]
    pub fn ahead(session: &Session) -> Option<Self> {
        let guide = session.open()?.worksheet.offers_guide();
        let guide = guide.then_some(Self::Therapists);
        let wanted = [Some(Self::Plan), guide, Some(Self::Paper)];
        wanted.into_iter().flatten().find(|part| !part.is_here())
    }
}

::parts::part! {
    /// What stands beside plans: settings, the lock, privacy, and where there is nothing.
    pub(super) fn aside(ui: &Ui, session: &Session) -> Html = "aside" "00" {
        beside::page(ui, session)
    }

    /// All pages of a plan, to go anywhere.
    pub(super) fn contents_of(ui: &Ui, open: &OpenPlan) -> Html = "plan" "01" {
        contents(ui, open)
    }

    /// A button that copies everything in a plan.
    pub(super) fn copy_button(ui: &Ui, session: &Session, open: &OpenPlan) -> Tag = "plan" "02" {
        copy_text(ui, session, Msg::TroubleCopyText, &open.worksheet, true)
    }

    /// The way back to the plan that was open.
    pub(super) fn back_to_plan(ui: &Ui, back: Route) -> Tag = "plan" "03" {
        el("p", "way-back").child(way_back(ui, "button button--quiet turn__back", back))
    }

    /// The pages of a plan.
    pub(super) fn plan(ui: &Ui, session: &Session) -> Html = "plan" "00" {
        session.open().map_or_else(Html::default, |open| pages_of_plan::page(View { ui, session, open }))
    }
}

::parts::part! {
    /// What therapists use, and the links that they make.
    pub(super) fn therapists_page(ui: &Ui, session: &Session) -> Html = "therapists" "00" {
        therapists::dress();
        match session.route {
            Route::Builder(id) => builder::page(ui, session, id),
            Route::Invitation => invitation::page(ui, session),
            _ => therapists::page(ui, session),
        }
    }

    /// Notes for the person who asks.
    pub(super) fn guide_panel(ui: &Ui, session: &Session, open: &OpenPlan) -> Html = "therapists" "01" {
        therapists::dress();
        guide::panel(ui, session, open)
    }
}

::parts::part! {
    /// Handing over a copy, and opening one.
    pub(super) fn share(ui: &Ui, session: &Session) -> Html = "share" "00" {
        hand_over::dress();
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
