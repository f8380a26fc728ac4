//! The same plans in another tab or window of this browser.
//!
//! Whoever writes in one tab and goes on in an older one goes on from what was written last. Where that
//! cannot be, because both tabs have words that the other has not read, the library makes two plans of them
//! ([`Library::take_other_versions`](crate::store::Library::take_other_versions)), and both tabs say so.

use super::{Desk, Saving, Session};
use crate::i18n::Msg;
use crate::route::{PlanId, Route};
use crate::store::{Keep, Opened, StorageError};
use crate::worksheet::Text;
use std::rc::Rc;

/// How long somebody still counts as writing after the last key, in milliseconds.
pub const QUIET: u32 = 3_000;

impl Session {
    /// Whether somebody is writing here. Then nothing takes the place of what stands in the fields: half a
    /// word would be left in one plan, and half of it in another.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        // A clock that was put back is no reason to wait.
        (self.outside.now)().abs_diff(self.wrote) < u64::from(QUIET)
    }

    /// Looks at the storage again, for what another tab has written there since. Words of this tab that
    /// are not stored yet come first.
    pub(super) fn look_again(mut self) -> Self {
        if self.library.lock() != self.lock {
            return self.lock_changed();
        }
        self.finds = Rc::default();
        if self.is_locked() {
            // Another tab may have been sealing plan after plan when the lock was first heard of.
            return self.look_at_stored();
        }
        let Desk::Open(open) = &self.desk else {
            return match (self.route, self.route.plan()) {
                (_, Some((id, place))) => self.take_out(id, place).stay_at(place),
                (Route::HandOver(id), _) => self.hand_over(id),
                (Route::Home, _) => self.shelf_changed(),
                _ => self,
            };
        };
        let (id, place) = (open.id, open.place);
        let is_own = open.keep == Keep::VisitOnly || !open.touched;
        if is_own || !self.library.is_stored(id, &open.worksheet) {
            return self;
        }
        // What was told already stays in sight until the person closes the note.
        let aside = self.library.put_aside(id).or(open.other);
        match self.library.open(id) {
            Ok(Opened::Loaded { plan, .. })
                if plan.worksheet == open.worksheet.without_removed() =>
            {
                self
            }
            // What cannot be read now was read before: it goes on from there.
            Err(_) => self,
            Ok(_) => {
                self.forget_undo();
                self.replaced = self.replaced.wrapping_add(1);
                self = self.take_out(id, place).stay_at(place);
                if let Desk::Open(open) = &mut self.desk {
                    open.other = open.other.or(aside);
                }
                self
            }
        }
    }

    /// Looks at what is stored, where it is shown.
    pub(super) fn look_at_stored(mut self) -> Self {
        self.stored = Rc::new(match self.route {
            Route::Privacy => self.library.stored(),
            _ => Ok(Vec::new()),
        });
        self
    }

    /// Another tab has written this.
    pub(super) fn heard(mut self, key: &str, text: &str) -> Self {
        if let Err(why) = self.library.heard(key, text) {
            self.saving = Saving::Fails(why);
        }
        self.tell_of_other()
    }

    /// Tells the person of what another tab wrote. It gets a name that says so.
    pub(super) fn tell_of_other(mut self) -> Self {
        for (id, other) in self.library.take_other_versions() {
            if let Desk::Open(open) = &mut self.desk
                && open.id == id
            {
                open.other = Some(other);
            }
            // If there is no room for it, it has the name of the plan that it comes from.
            let _ = self.name_other(other);
        }
        self
    }

    fn name_other(&self, other: PlanId) -> Result<(), StorageError> {
        let words = self.scene().words;
        if let Opened::Loaded { plan, .. } = self.library.open(other)? {
            let name = match &plan.worksheet.name {
                name if name.is_blank() => words.get(Msg::PlanMenuUntitled),
                name => name,
            };
            let name = words.fill(Msg::PlanMenuOtherTab, &[("name", name)]);
            self.library.rename(other, Text::from(name))?;
        }
        Ok(())
    }

    pub(super) fn saw_other(mut self) -> Self {
        if let Desk::Open(open) = &mut self.desk {
            open.other = None;
        }
        self
    }
}
