//! The plans, as home lists them.

use super::{Head, Keep, StorageError};
use crate::format::Unreadable;
use crate::route::PlanId;
use std::cmp::Reverse;

/// All plans, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// The plans that can be seen, newest first; those without a date come last.
    pub plans: Vec<Shelved>,
    /// Why there may be more plans than can be seen. Plans kept for this visit only are always seen.
    pub trouble: Option<StorageError>,
}

/// One plan on the shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelved {
    /// Its name in addresses.
    pub id: PlanId,
    /// Where it is kept.
    pub keep: Keep,
    /// What can be said of it without opening it.
    pub state: State,
}

/// What can be said of a plan without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It can be opened.
    Readable(Head),
    /// A newer program wrote it.
    Newer {
        /// The version of its format.
        version: u64,
    },
    /// It cannot be read.
    Unreadable {
        /// The reason.
        why: Unreadable,
    },
}

impl Shelf {
    pub(super) fn new(plans: Vec<Shelved>, trouble: Option<StorageError>) -> Self {
        let changed = |plan: &Shelved| match &plan.state {
            State::Readable(head) => Some(head.changed),
            State::Newer { .. } | State::Unreadable { .. } => None,
        };
        let rank = |plan: &Shelved| (Reverse(changed(plan)), plan.id);
        let mut shelf: Vec<Shelved> = Vec::with_capacity(plans.len());
        for plan in plans {
            let place = shelf.partition_point(|other| rank(other) < rank(&plan));
            shelf.insert(place, plan);
        }
        Self {
            plans: shelf,
            trouble,
        }
    }
}
