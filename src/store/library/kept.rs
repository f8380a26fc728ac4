//! Originals of plans that could not be read whole.

use super::Library;
use crate::format::{Decoded, decode};
use crate::route::PlanId;
use crate::store::{StorageError, keys};

/// The original of a plan that could not be read whole, or that something else wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its number among the plan's kept originals.
    pub number: u32,
    /// The text, exactly as it was stored.
    pub text: String,
}

impl Library {
    /// The kept originals of a plan, the oldest first.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn kept(&self, id: PlanId) -> Result<Vec<Kept>, StorageError> {
        let storage = self.storage(id);
        let keys = storage.keys()?;
        let mut kept: Vec<Kept> = Vec::new();
        for number in keys.iter().filter_map(|key| keys::kept_at(key, id)) {
            if let Some(text) = storage.read(&keys::kept(id, number))? {
                let place = kept.partition_point(|older| older.number < number);
                kept.insert(place, Kept { number, text });
            }
        }
        Ok(kept)
    }

    /// The originals of a plan, exactly as they were stored, the oldest first. One that there was no room to keep
    /// is the last: it still stands where the plan is stored, and nothing is written over it.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn originals(&self, id: PlanId) -> Result<Vec<String>, StorageError> {
        let kept = self.kept(id)?.into_iter();
        let mut texts: Vec<String> = kept.map(|kept| kept.text).collect();
        if let Some(stored) = self.storage(id).read(&keys::plan(id))?
            && !texts.contains(&stored)
            && matches!(decode(&stored), Decoded::Mended { .. })
        {
            texts.push(stored);
        }
        Ok(texts)
    }

    /// Lets go of a kept original.
    ///
    /// # Errors
    /// When the storage cannot be changed.
    pub fn drop_kept(&self, id: PlanId, number: u32) -> Result<(), StorageError> {
        self.storage(id).remove(&keys::kept(id, number))
    }

    /// Keeps an original, unless the same text is kept already.
    pub(super) fn keep_text(&self, id: PlanId, text: &str) -> Result<(), StorageError> {
        let kept = self.kept(id)?;
        if kept.iter().any(|kept| kept.text == text) {
            return Ok(());
        }
        // The next number; or the first that is free, should somebody have written the last there is.
        let next = kept
            .last()
            .map_or(Some(0), |kept| kept.number.checked_add(1));
        let is_free = |number: &u32| kept.iter().all(|kept| kept.number != *number);
        let number = next.or_else(|| (0..).find(is_free)).unwrap_or_default();
        self.storage(id).write(&keys::kept(id, number), text)
    }
}
