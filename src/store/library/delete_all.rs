//! Deleting everything, in this tab and in the others.

use super::{Library, Session};
use crate::store::{Storage, StorageError, keys};

impl Library {
    /// Deletes everything that this program keeps in the browser's storage, and every plan of this visit.
    /// What cannot be removed does not keep the rest from being removed.
    ///
    /// # Errors
    /// When something is still there, or when it cannot be known.
    pub fn delete_everything(&self) -> Result<(), StorageError> {
        let storage = &self.inner.browser;
        let mut ours: Vec<_> = storage.keys()?;
        ours.retain(|key| keys::is_ours(key));
        // In this order a plan comes after all that is kept of it: whatever is left can be seen.
        ours.sort();
        // The lock goes last: where there is none, another tab that has it open puts plans back as they were
        // before it was set.
        ours.sort_by_key(|key| key == keys::LOCK);
        let mut removed = Ok(());
        for key in &ours {
            removed = removed.and(storage.remove(key));
        }
        self.forget_visit();
        // The others hear of it by a key that is gone again at once. If it cannot be written, they still see
        // their plans go, one by one.
        let _ = storage.write(keys::GONE, "");
        storage.remove(keys::GONE).and(removed)
    }

    /// Deletes every plan that this library has read or written, because everything was deleted in another
    /// tab: what was being written here must not come back.
    pub fn delete_known(&self) {
        let (known, unsaved): (Vec<_>, Vec<_>) = self.session(|session| {
            let known = session.known.keys().copied().collect();
            (known, session.unsaved.keys().copied().collect())
        });
        for id in known.into_iter().chain(unsaved) {
            // What cannot be removed is shown on the shelf.
            let _ = self.delete(id);
        }
        self.forget_visit();
    }

    /// Whether a change of this key says that everything was deleted in another tab.
    #[must_use]
    pub fn says_all_is_gone(key: &str) -> bool {
        key == keys::GONE
    }

    fn forget_visit(&self) {
        for key in self.inner.visit.keys().unwrap_or_default() {
            // Memory lets go of everything.
            let _ = self.inner.visit.remove(&key);
        }
        self.session(|session| *session = Session::default());
    }
}
