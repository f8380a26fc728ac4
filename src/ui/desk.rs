//! What lies on the desk: the plan that the address names.

use crate::format::Unknown;
use crate::progress::Place;
use crate::route::PlanId;
use crate::store::{Keep, StorageError};
use crate::worksheet::Worksheet;
use std::rc::Rc;

/// How saving the open plan goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was written yet, so nothing is stored.
    NothingYet,
    /// What was written is stored in this browser.
    Works,
    /// By the person's choice, nothing is stored.
    VisitOnly,
    /// The browser does not take it.
    Fails(StorageError),
}

/// The plan that is open.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenPlan {
    /// Its name in addresses and storage.
    pub id: PlanId,
    /// What is in it.
    pub worksheet: Rc<Worksheet>,
    /// What a newer program put into it; carried along.
    pub unknown: Unknown,
    /// The page that is shown.
    pub place: Place,
    /// When it was last changed, in milliseconds since 1970. Looking at it changes nothing.
    pub changed: u64,
    /// Where it is kept.
    pub keep: Keep,
    /// Whether anything was changed since it was made: an untouched new plan is not stored.
    pub touched: bool,
    /// Whether some part of what was stored could not be read; the original bytes are kept.
    pub mended: bool,
    /// Whether it is a plan that could not be read whole, to which nothing was done since it was opened.
    /// Then what is stored stays as it was found.
    pub as_found: bool,
    /// The plan that holds what was written in another tab, or here and is no longer shown.
    pub other: Option<PlanId>,
}

/// What lies on the desk: the plan that the address names, or why it cannot be shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Desk {
    /// The address names no plan.
    Clear,
    /// The plan is open.
    Open(OpenPlan),
    /// There is no such plan in this browser.
    Missing,
    /// It was written by a newer version of this program, and is left alone.
    Newer(PlanId),
    /// It cannot be read, and is left as it is.
    Unreadable(PlanId),
}
