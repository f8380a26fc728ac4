//! Addresses: [`Route`] to fragment and back, side by side.
//!
//! Everything after `#` stays in the browser; an address never holds an answer.

use crate::progress::Place;
use crate::questionnaire::{Page, Section};
use crate::worksheet::{ItemId, OwnQuestion};
use std::fmt;

/// Names one stored plan: 16 hexadecimal digits, drawn at random.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanId(pub u64);

impl fmt::Display for PlanId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

impl PlanId {
    /// The name that is written this way.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.len() == 16
            && text
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        digits.then(|| u64::from_str_radix(text, 16).ok().map(Self))?
    }
}

/// Everything that has an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// My plans, or the first visit.
    Home,
    /// A page of a plan.
    Plan(PlanId, Place),
    /// Handing over a copy of a plan.
    HandOver(PlanId),
    /// Opening a copy. A locked one may stand in the address, behind this.
    Copy,
    /// A plan on paper.
    Print(PlanId),
    /// A blank sheet to fill in by hand.
    BlankSheet,
    /// Settings.
    Settings,
    /// Urgent help.
    UrgentHelp,
    /// What is private and what is not.
    Privacy,
    /// The lock of this browser's plans.
    Lock,
    /// What this is, and who it owes its ideas to.
    About,
    /// A therapist's link. What it holds is read from the address.
    Invitation,
    /// For therapists: links, and notes for the person who asks.
    Therapists,
    /// One link that a therapist puts together, by the name under which its set-up is kept.
    Builder(PlanId),
    /// An address that leads nowhere.
    NotFound,
}

impl Route {
    /// The fragment that asks for a new plan: a shortcut of the installed app leads there.
    pub const ASKS_FOR_A_PLAN: &str = "#/new";

    /// The plan that lies open at an address, and the page of it at which a person goes on from there.
    #[must_use]
    pub fn plan(self) -> Option<(PlanId, Place)> {
        match self {
            Self::Plan(id, place) => Some((id, place)),
            Self::Print(id) => Some((id, Place::Page(Page::Summary))),
            _ => None,
        }
    }

    /// Reads the fragment of an address, with or without its `#`.
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let path = fragment.trim_start_matches('#').trim_matches('/');
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            [""] => Self::Home,
            ["blank-sheet"] => Self::BlankSheet,
            ["settings"] => Self::Settings,
            ["urgent-help"] => Self::UrgentHelp,
            ["privacy"] => Self::Privacy,
            ["lock"] => Self::Lock,
            ["about"] => Self::About,
            ["invitation", ..] => Self::Invitation,
            ["for-therapists"] => Self::Therapists,
            ["for-therapists", id] => PlanId::parse(id).map_or(Self::NotFound, Self::Builder),
            ["copy", ..] => Self::Copy,
            ["plan", id, "hand-over"] => PlanId::parse(id).map_or(Self::NotFound, Self::HandOver),
            ["plan", id, "print"] => PlanId::parse(id).map_or(Self::NotFound, Self::Print),
            ["plan", id, rest @ ..] => match (PlanId::parse(id), parse_place(rest)) {
                (Some(id), Some(place)) => Self::Plan(id, place),
                _ => Self::NotFound,
            },
            _ => Self::NotFound,
        }
    }
}

/// Reads the part of an address that says where in a plan it leads.
#[must_use]
pub fn parse_place(parts: &[&str]) -> Option<Place> {
    match parts {
        [] => Some(Place::FIRST),
        ["goals", "goal", id] => parse_item(id).map(Place::Goal),
        ["steps", "goal", id] => parse_item(id).map(Place::GoalSteps),
        [section, "own", id] => {
            let section = Section::from_slug(section).filter(|it| OwnQuestion::fits_in(*it))?;
            Some(Place::Own(section, parse_item(id)?))
        }
        [section, page] => Page::from_slugs(section, page).map(Place::Page),
        _ => None,
    }
}

/// Reads an item's name, written in the one way that it is printed: not `+1`, not `01`.
fn parse_item(text: &str) -> Option<ItemId> {
    let id = text.parse::<u32>().ok()?;
    (id.to_string() == text).then_some(ItemId(id))
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(page) => write!(formatter, "{}/{}", page.section().slug(), page.slug()),
            Self::Goal(ItemId(id)) => write!(formatter, "goals/goal/{id}"),
            Self::GoalSteps(ItemId(id)) => write!(formatter, "steps/goal/{id}"),
            Self::Own(section, ItemId(id)) => write!(formatter, "{}/own/{id}", section.slug()),
        }
    }
}

/// Writes the address's fragment, with its `#`.
impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home | Self::NotFound => formatter.write_str("#/"),
            Self::Plan(id, place) => write!(formatter, "#/plan/{id}/{place}"),
            Self::HandOver(id) => write!(formatter, "#/plan/{id}/hand-over"),
            Self::Copy => formatter.write_str("#/copy"),
            Self::Print(id) => write!(formatter, "#/plan/{id}/print"),
            Self::BlankSheet => formatter.write_str("#/blank-sheet"),
            Self::Settings => formatter.write_str("#/settings"),
            Self::UrgentHelp => formatter.write_str("#/urgent-help"),
            Self::Privacy => formatter.write_str("#/privacy"),
            Self::Lock => formatter.write_str("#/lock"),
            Self::About => formatter.write_str("#/about"),
            Self::Invitation => formatter.write_str("#/invitation"),
            Self::Therapists => formatter.write_str("#/for-therapists"),
            Self::Builder(id) => write!(formatter, "#/for-therapists/{id}"),
        }
    }
}
