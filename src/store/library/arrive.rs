//! Plans that come from elsewhere: from a file, or as a copy.

use super::Library;
use crate::progress::Place;
use crate::route::PlanId;
use crate::store::{State, Storage, StorageError, keys};

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

/// The texts of all plans that the browser keeps, read once to compare many with them.
#[derive(Debug)]
pub struct Here {
    /// By text.
    texts: Vec<(String, PlanId)>,
}

impl Here {
    fn find(&self, text: &str) -> Result<PlanId, usize> {
        let found = self
            .texts
            .binary_search_by(|(here, _)| here.as_str().cmp(text));
        found.map(|at| self.texts.get(at).map_or(PlanId(0), |(_, id)| *id))
    }
}

impl Library {
    /// Reads the texts of all plans in the browser. What is only in memory goes with the page, and is not here.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn here(&self) -> Result<Here, StorageError> {
        let storage = &self.inner.browser;
        let mut texts = Vec::new();
        for key in storage.keys()? {
            if let Some(id) = keys::plan_at(&key)
                && let Some(text) = storage.read(&key)?
            {
                texts.push((text, id));
            }
        }
        texts.sort_unstable();
        Ok(Here { texts })
    }

    /// How a text stands to the plans that are here. `id` is the name that it had elsewhere, if that is known.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn standing(
        &self,
        here: &Here,
        id: Option<PlanId>,
        text: &str,
    ) -> Result<Standing, StorageError> {
        if let Ok(id) = here.find(text) {
            return Ok(Standing::Here(id));
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
        here: &mut Here,
        id: Option<PlanId>,
        fresh: PlanId,
        text: &str,
    ) -> Result<PlanId, StorageError> {
        let at = match here.find(text) {
            Ok(id) => return Ok(id),
            Err(at) => at,
        };
        let storage = &self.inner.browser;
        for name in id.into_iter().chain([fresh]) {
            if self.raw(name)?.is_none() && storage.read(&keys::plan(name))?.is_none() {
                // What home shows of a plan that stood there before would be wrong.
                storage.remove(&keys::head(name))?;
                storage.write(&keys::plan(name), text)?;
                self.know_read(name, text.to_owned());
                here.texts.insert(at, (text.to_owned(), name));
                return Ok(name);
            }
        }
        Err(StorageError::Blocked)
    }

    /// The page of a plan on which its writer stopped; the first where that cannot be read.
    #[must_use]
    pub fn place(&self, id: PlanId) -> Place {
        match self.state(id) {
            Ok(Some(State::Readable(head))) => head.place,
            _ => Place::FIRST,
        }
    }
}
