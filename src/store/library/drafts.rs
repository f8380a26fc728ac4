//! The set-ups for links that a therapist keeps.
//!
//! Each has a key of its own, so that two tabs with two set-ups do not meet. What cannot be read whole is
//! never written over: it stays as it is until somebody deletes it.

use super::Library;
use crate::format::{DecodedDraft, decode_draft, encode_draft};
use crate::route::PlanId;
use crate::store::{Storage, StorageError, keys};
use crate::worksheet::Draft;

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

    /// Stores a set-up.
    ///
    /// # Errors
    /// When it could not be stored, or when something stands there that could not be read whole.
    pub fn save_draft(&self, id: PlanId, draft: &Draft) -> Result<(), StorageError> {
        match self.draft(id)? {
            None | Some(DecodedDraft::Whole(_)) => self.put_draft(id, &encode_draft(draft)),
            Some(DecodedDraft::Mended(_) | DecodedDraft::Unreadable) => Err(StorageError::Blocked),
        }
    }

    /// Puts a set-up's text back as it was.
    ///
    /// # Errors
    /// When it could not be stored.
    pub fn put_draft(&self, id: PlanId, text: &str) -> Result<(), StorageError> {
        self.inner.browser.write(&keys::draft(id), text)
    }

    /// Deletes a set-up.
    ///
    /// # Errors
    /// When it could not be removed.
    pub fn delete_draft(&self, id: PlanId) -> Result<(), StorageError> {
        self.inner.browser.remove(&keys::draft(id))
    }
}
