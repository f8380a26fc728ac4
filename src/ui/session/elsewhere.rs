//! The same plans in another tab or window of this browser.
//!
//! Whoever writes in one tab and goes on in an older one goes on from what was written last. Otherwise
//! the older tab would write over it, and those words would be gone without a sign.

use super::{Desk, Session};
use crate::route::Route;
use crate::store::{Keep, Opened};

impl Session {
    /// Looks at the storage again, for what another tab has written there since. Nothing of this tab may
    /// be waiting to be written.
    pub(super) fn look_again(mut self) -> Self {
        let Desk::Open(open) = &self.desk else {
            return match self.route {
                Route::Home => self.shelf_changed(),
                Route::Plan(id, place) => self.take_out(id, place).stay_at(place),
                _ => self,
            };
        };
        if open.keep == Keep::VisitOnly || !open.touched {
            return self;
        }
        match self.library.open(open.id) {
            Ok(Opened::Loaded { plan, .. })
                if plan.worksheet == open.worksheet.without_removed() =>
            {
                self
            }
            // What cannot be read now was read before: it goes on from there.
            Err(_) => self,
            Ok(_) => {
                let (id, place) = (open.id, open.place);
                self.undo.clear();
                self.take_out(id, place).stay_at(place)
            }
        }
    }
}
