//! What is done to the plans on the shelf.

use super::{Saving, Session, Undo};
use crate::route::PlanId;
use crate::store::{Library, StorageError};
use crate::worksheet::Text;
use std::rc::Rc;

impl Session {
    pub(super) fn look_at_shelf(mut self) -> Self {
        self.shelf = Rc::new(self.library.shelf());
        self.with_kept = Rc::new(self.library.with_kept().unwrap_or_default());
        self
    }

    /// Looks at the shelf after something was done to it.
    pub(super) fn shelf_changed(self) -> Self {
        let was_empty = self.shelf.plans.is_empty();
        let session = self.look_at_shelf();
        if was_empty == session.shelf.plans.is_empty() {
            return session;
        }
        // The heading that had the focus went with the last plan, or with the first words.
        session.focus("question".into(), None)
    }

    /// Does something to the shelf; if storage does not take it, the shelf says why.
    pub(super) fn on_shelf<T>(
        self,
        change: impl FnOnce(&Library) -> Result<T, StorageError>,
    ) -> Self {
        match change(&self.library) {
            Ok(_) => self.shelf_changed(),
            Err(why) => Self {
                saving: Saving::Fails(why),
                ..self
            },
        }
    }

    pub(super) fn copy(self, id: PlanId, name: Text) -> Self {
        let new = (self.outside.plan_id)();
        let now = (self.outside.now)();
        self.on_shelf(|library| library.copy(id, new, name, now))
    }

    pub(super) fn delete(mut self, id: PlanId) -> Self {
        match self.library.delete(id) {
            Ok(deleted) => {
                self.undo.push(Undo::Plan(Rc::new(deleted)));
                // There may be room now for what could not be stored.
                if matches!(self.saving, Saving::Fails(_)) {
                    self = self.try_again();
                }
                self.shelf_changed()
            }
            Err(why) => Self {
                saving: Saving::Fails(why),
                ..self
            },
        }
    }

    pub(super) fn bring_back(mut self) -> Self {
        match self.undo.pop() {
            Some(Undo::Item(action)) => self.act(action),
            Some(Undo::Deed(_, deed)) => deed.done_to(self),
            Some(Undo::Plan(deleted)) => {
                let put_back = self.library.undelete(&deleted);
                if put_back.is_err() {
                    self.undo.push(Undo::Plan(deleted));
                }
                self.on_shelf(|_| put_back)
            }
            None => self,
        }
    }
}
