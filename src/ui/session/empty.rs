//! Everything is deleted, here or in another tab.

use super::{Saving, Session};
use crate::route::Route;
use crate::ui::Mark;
use std::rc::Rc;

impl Session {
    /// Deletes everything that is kept in this browser. What is left is shown.
    pub(super) fn delete_everything(mut self) -> Self {
        match self.library.delete_everything() {
            Ok(()) => self.emptied(),
            Err(_) => {
                self.stored = Rc::new(self.library.stored());
                self.settings = self.library.settings();
                self.marks = self.marks.with(Mark::NotAllDeleted);
                self.focus("not-deleted".into(), None)
            }
        }
    }

    /// Everything was deleted in another tab: closes what is open here.
    pub(super) fn gone(self) -> Self {
        self.library.delete_known();
        self.emptied()
    }

    /// The app as on a first visit, with a sentence that says why.
    fn emptied(mut self) -> Self {
        self.settings = self.library.settings();
        self.lock = self.library.lock();
        self.saving = Saving::NothingYet;
        self.undo.clear();
        let mut session = self.went(Route::Home);
        session.marks = session.marks.with(Mark::Emptied);
        session.focus("emptied".into(), None)
    }
}
