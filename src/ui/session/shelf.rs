//! What can be done to the plans on the shelf.

use super::{Saving, Session, Undo};
use crate::route::{PlanId, Route};
use crate::store::{Library, StorageError};
use crate::worksheet::Text;
use std::rc::Rc;

impl Session {
    pub(super) fn look_at_shelf(mut self) -> Self {
        self.shelf = Rc::new(self.library.shelf());
        self
    }

    /// Does something to the shelf; if storage does not take it, the shelf says why.
    pub(super) fn on_shelf<T>(
        self,
        change: impl FnOnce(&Library) -> Result<T, StorageError>,
    ) -> Self {
        match change(&self.library) {
            Ok(_) => self.look_at_shelf(),
            Err(why) => Self {
                saving: Saving::Fails(why),
                ..self
            },
        }
    }

    pub(super) fn copy(mut self, id: PlanId, name: Text) -> Self {
        let new = (self.outside.plan_id)();
        let now = (self.outside.now)();
        self.undo.clear();
        self.on_shelf(|library| library.copy(id, new, name, now))
    }

    pub(super) fn delete(mut self, id: PlanId) -> Self {
        match self.library.delete(id) {
            Ok(deleted) => {
                self.undo.push(Undo::Plan(Rc::new(deleted)));
                self.look_at_shelf()
            }
            Err(why) => Self {
                saving: Saving::Fails(why),
                ..self
            },
        }
    }

    pub(super) fn try_again(self) -> Self {
        let tried = self.library.save_unsaved();
        let session = self.wrote(tried);
        if session.route == Route::Home {
            session.look_at_shelf()
        } else {
            session
        }
    }
}
