//! The lock, as the session knows it.

use super::{Desk, Saving, Session};
use crate::route::{PlanId, Route};
use crate::store::{Keep, Lock};
use crate::ui::Marks;
use std::rc::Rc;

impl Session {
    /// Whether nothing of a plan may be shown.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.lock == Lock::Closed
    }

    /// Follows the lock after it was set, opened, closed, changed or taken off, here or in another tab.
    pub(super) fn lock_changed(mut self) -> Self {
        let before = std::mem::replace(&mut self.lock, self.library.lock());
        // Whatever could not be mended is tried again with the next change.
        let _ = self.library.mend();
        self.look_for_plain();
        if before == self.lock {
            return self;
        }
        // Whoever closes a lock hides everything.
        self.guest = None;
        if before == Lock::Closed {
            // What fails again stays in memory, and the page says so.
            let _ = self.library.save_unsaved();
        }
        if before == Lock::Closed || self.is_locked() {
            let route = self.route;
            self = self.went(route);
        }
        self.focus("question".into(), None)
    }

    /// The plan that can be written in without the passphrase.
    #[must_use]
    pub fn for_guests(&self) -> PlanId {
        self.guest.unwrap_or(self.fresh)
    }

    pub(super) fn is_for_guests(&self, route: Route) -> bool {
        route.plan().is_some_and(|(id, _)| Some(id) == self.guest)
    }

    /// Nothing of that plan is stored, so it needs no lock.
    pub(super) fn began_without_lock(mut self) -> Self {
        let id = self.for_guests();
        if self.is_locked() && self.library.set_keep(id, Keep::VisitOnly).is_ok() {
            self.guest = Some(id);
        }
        self
    }

    /// Lets go of everything that shows or holds words of a plan.
    pub(super) fn put_away(&mut self) {
        self.desk = Desk::Clear;
        self.draft.take();
        self.sharing = None;
        self.saving = Saving::NothingYet;
        self.marks = Marks::default();
        self.undo.clear();
        self.shelf = Rc::default();
        self.with_kept = Rc::default();
    }

    pub(super) fn look_for_plain(&mut self) {
        self.plain_left = self.library.has_plain().unwrap_or_default();
    }
}
