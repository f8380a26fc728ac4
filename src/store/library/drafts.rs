//! The set-ups for links that a therapist keeps.
//!
//! Each has a key of its own, so that two tabs with two set-ups do not meet. What may be written over what is
//! said where they are edited (`ui/session/drafts.rs`). One that could not be stored is held in
//! memory until it can be, or the page closes.

use super::Library;
use crate::format::{DecodedDraft, decode_draft};
use crate::route::PlanId;
use crate::store::{Storage, StorageError, keys};
use std::rc::Rc;

/// A set-up that could not be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldDraft {
    /// Its text, as it would stand in storage.
    pub text: String,
    /// The text in storage that it may be written over: what was last read or written here.
    pub known: Option<Rc<str>>,
    /// Why it could not be stored.
    pub why: StorageError,
}

impl Library {
    /// Every set-up, by its name in storage.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn drafts(&self) -> Result<Vec<(PlanId, DecodedDraft)>, StorageError> {
        let keys = self.inner.browser.keys()?;
        let mut ids: Vec<_> = keys.iter().filter_map(|key| keys::draft_at(key)).collect();
        ids.sort_unstable();
        let mut drafts = Vec::with_capacity(ids.len());
        for id in ids {
            if let Some(draft) = self.draft(id)? {
                drafts.push((id, draft));
            }
        }
        Ok(drafts)
    }

    /// A set-up; `None` when it is not there.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn draft(&self, id: PlanId) -> Result<Option<DecodedDraft>, StorageError> {
        let text = self.draft_text(id)?;
        Ok(text.map(|text| decode_draft(&text)))
    }

    /// A set-up's text, exactly as it was written.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn draft_text(&self, id: PlanId) -> Result<Option<String>, StorageError> {
        self.inner.browser.read(&keys::draft(id))
    }

    /// Puts a set-up's text into storage as it is.
    ///
    /// # Errors
    /// When it could not be stored.
    pub fn put_draft(&self, id: PlanId, text: &str) -> Result<(), StorageError> {
        self.inner.browser.write(&keys::draft(id), text)
    }

    /// Deletes a set-up, from storage and from memory.
    ///
    /// # Errors
    /// When it could not be removed; then it is held in memory still, if it was.
    pub fn delete_draft(&self, id: PlanId) -> Result<(), StorageError> {
        let stored = self.draft_text(id);
        // A storage that does not answer holds nothing that was shown.
        if !(stored.is_err() && self.held_draft(id).is_some()) {
            self.inner.browser.remove(&keys::draft(id))?;
        }
        self.let_go_of_draft(id);
        Ok(())
    }

    /// Holds a set-up in memory that could not be stored, in place of what was held of it.
    pub fn hold_draft(&self, id: PlanId, held: HeldDraft) {
        self.let_go_of_draft(id);
        self.session(|session| session.held.push((id, held)));
    }

    /// Holds a set-up no longer.
    pub fn let_go_of_draft(&self, id: PlanId) {
        self.session(|session| session.held.retain(|(held, _)| *held != id));
    }

    /// What is held of a set-up, if it could not be stored.
    #[must_use]
    pub fn held_draft(&self, id: PlanId) -> Option<HeldDraft> {
        let held = self.held_drafts().into_iter();
        held.filter(|(held, _)| *held == id)
            .map(|(_, it)| it)
            .last()
    }

    /// The set-ups that could not be stored, in the order in which they were last written.
    #[must_use]
    pub fn held_drafts(&self) -> Vec<(PlanId, HeldDraft)> {
        self.session(|session| session.held.clone())
    }

    /// Whether any set-up could not be stored.
    #[must_use]
    pub fn holds_drafts(&self) -> bool {
        self.session(|session| !session.held.is_empty())
    }
}
