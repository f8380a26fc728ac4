//! Everything that is stored, for people who want to see it.

use super::Library;
use crate::route::PlanId;
use crate::store::{StorageError, keys};
use std::collections::BTreeSet;

impl Library {
    /// Everything that stands in the browser's storage for this program, as key and text, by key.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn stored(&self) -> Result<Vec<(String, String)>, StorageError> {
        let storage = &*self.inner.browser;
        let mut keys = storage.keys()?;
        keys.retain(|key| keys::is_ours(key));
        keys.sort_unstable();
        let mut stored = Vec::with_capacity(keys.len());
        for key in keys {
            if let Some(text) = storage.read(&key)? {
                stored.push((key, text));
            }
        }
        Ok(stored)
    }

    /// The plans in the browser's storage that have [kept originals](Library::kept).
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn with_kept(&self) -> Result<BTreeSet<PlanId>, StorageError> {
        let keys = self.inner.browser.keys()?;
        Ok(keys.iter().filter_map(|key| keys::kept_of(key)).collect())
    }
}
