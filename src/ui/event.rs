//! What happens.

use super::{Deed, Mark};
use crate::route::{PlanId, Route};
use crate::store::{Keep, Settings, StorageError};
use crate::worksheet::{Action, Text};
use std::borrow::Cow;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// The open plan was changed.
    Plan(Action),
    /// The open plan was changed by a key press that made words out of other words, of about the same
    /// length. The field shows them already.
    Typed(Action),
    /// The address changed.
    Went(Route),
    /// A write to storage ended.
    Wrote(Result<(), StorageError>),
    /// The person chose where the open plan is kept.
    Keep(Keep),
    /// The person changed the settings.
    Set(Settings),
    /// The person gave a plan on the shelf another name.
    Rename(PlanId, Text),
    /// The person copied a plan on the shelf, under this name.
    Copy(PlanId, Text),
    /// The person deleted a plan on the shelf.
    Delete(PlanId),
    /// The person brings back what was removed last.
    BringBack,
    /// The person wants what could not be stored to be tried again.
    TryAgain,
    /// The person has read that a part of the open plan could not be read.
    SawMended,
    /// The person has read that the open plan was written in two tabs.
    SawOther,
    /// A page does something that no other does.
    Do(Deed),
    /// The same at a key press in a field, which shows what was typed already.
    DoTyped(Deed),
    /// Another tab has written this text under this key of the storage.
    Elsewhere(String, String),
    /// Another tab may have written to the storage.
    LookAgain,
    /// The person begins a plan for this visit only, without opening the lock.
    BeginWithoutLock,
    /// The lock is to be closed in this page.
    CloseLock,
    /// The lock may have been set, opened, closed, changed or taken off.
    LockChanged,
    /// The person deletes everything that is kept in this browser.
    DeleteEverything,
    /// Everything was deleted in another tab.
    Gone,
    /// A newer version of the program is ready to take this one's place, or the person wants none of it now.
    Newer(bool),
    /// The person wants the newer version. The page is loaded again.
    Renew,
    /// Something holds from now on, while this page is shown.
    Mark(Mark),
    /// Something that held on this page holds no longer.
    Unmark(Mark),
    /// The keyboard's focus goes to the element with this id, once everything is drawn.
    Focus(Cow<'static, str>),
    /// The keyboard's focus goes to the first of these elements, and the second comes into view with it.
    FocusWithin(Cow<'static, str>, &'static str),
}

impl Event {
    /// The keyboard's focus goes to the element with this id, once everything is drawn.
    #[must_use]
    pub fn focus(id: impl Into<Cow<'static, str>>) -> Self {
        Self::Focus(id.into())
    }
}

impl From<Action> for Event {
    fn from(action: Action) -> Self {
        Self::Plan(action)
    }
}
