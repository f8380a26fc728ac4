//! Plans that come from elsewhere: from a file, or as a copy.

use super::Library;
use crate::route::PlanId;
use crate::store::{Storage, StorageError, keys};

/// How a text from elsewhere stands to the plans that are here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing like it is here.
    New,
    /// This plan has the very same text, and is kept in the browser.
    Here(PlanId),
    /// A plan of the same name is here, with another text.
    Differs,
}

impl Library {
    /// How a text stands to the plans that are here. `id` is the name that it had elsewhere, if that is known.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn standing(&self, id: Option<PlanId>, text: &str) -> Result<Standing, StorageError> {
        for plan in self.shelf().plans {
            // What is only in memory goes with the page: it is not kept yet.
            let stored = self.inner.browser.read(&keys::plan(plan.id))?;
            if stored.is_some_and(|here| here == text) {
                return Ok(Standing::Here(plan.id));
            }
        }
        let taken = match id {
            Some(id) => self.raw(id)?.is_some(),
            None => false,
        };
        Ok(if taken {
            Standing::Differs
        } else {
            Standing::New
        })
    }

    /// Keeps a text from elsewhere as a plan in the browser, byte for byte. It gets the name that it had
    /// elsewhere, or the name `fresh` if that is taken; nothing that is here is ever written over. The plan that
    /// has the text afterwards.
    ///
    /// # Errors
    /// When it could not be stored; then nothing has changed.
    pub fn take_in(
        &self,
        id: Option<PlanId>,
        fresh: PlanId,
        text: &str,
    ) -> Result<PlanId, StorageError> {
        if let Standing::Here(here) = self.standing(id, text)? {
            return Ok(here);
        }
        let storage = &self.inner.browser;
        for name in id.into_iter().chain([fresh]) {
            if self.raw(name)?.is_none() && storage.read(&keys::plan(name))?.is_none() {
                // What home shows of a plan that stood there before would be wrong.
                storage.remove(&keys::head(name))?;
                storage.write(&keys::plan(name), text)?;
                self.know_read(name, text.to_owned());
                return Ok(name);
            }
        }
        Err(StorageError::Blocked)
    }
}
