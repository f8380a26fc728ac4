//! The lock of this browser's plans.

use super::Library;
use crate::store::{Cipher, Lock, StorageError};
use std::rc::Rc;

impl Library {
    /// Whether there is a lock, and whether it is open. A storage that cannot be read has none.
    #[must_use]
    pub fn lock(&self) -> Lock {
        self.inner.browser.lock().unwrap_or_default()
    }

    /// The lock, as it is written.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn lock_record(&self) -> Result<Option<String>, StorageError> {
        self.inner.browser.record()
    }

    /// Locks the plans of this browser. The lock is written first and each plan is sealed in its place:
    /// whatever happens on the way, everything still opens with this lock.
    ///
    /// # Errors
    /// When the lock could not be written; then nothing has changed. When only some plans could not be
    /// sealed, the lock is set and [`Library::has_plain`] says so.
    pub fn set_lock(&self, record: &str, cipher: Rc<dyn Cipher>) -> Result<(), StorageError> {
        let browser = &self.inner.browser;
        if browser.has_record()? {
            // Another tab was quicker, or something stands there that is not ours to overwrite.
            return Err(StorageError::Blocked);
        }
        browser.write_record(record)?;
        self.unlock(record, cipher);
        Ok(())
    }

    /// Opens the lock, as it was read from [`Library::lock_record`], and seals what is not sealed yet.
    pub fn unlock(&self, record: &str, cipher: Rc<dyn Cipher>) {
        self.inner.browser.unlock(record, cipher);
        // Whatever could not be sealed stays as it is, and can be tried again.
        let _ = self.mend();
    }

    /// Closes the lock in this page and forgets what was read. Words that could not be stored stay in
    /// memory, and so do plans kept for this visit only: nowhere else are they.
    pub fn close_lock(&self) {
        self.inner.browser.close();
        self.forget_read();
    }

    /// Puts the same lock in place under another passphrase: one write.
    ///
    /// # Errors
    /// When it could not be written; then the old passphrase holds.
    pub fn change_lock(&self, record: &str) -> Result<(), StorageError> {
        if self.lock() != Lock::Open {
            return Err(StorageError::Blocked);
        }
        self.inner.browser.write_record(record)
    }

    /// Takes the lock off: each plan is opened in its place, and the lock goes last.
    ///
    /// # Errors
    /// When something could not be opened or written; then the lock is still set and everything opens.
    pub fn remove_lock(&self) -> Result<(), StorageError> {
        if self.lock() != Lock::Open {
            return Err(StorageError::Blocked);
        }
        let removed = self.inner.browser.remove_lock();
        self.forget_read();
        removed
    }

    /// Brings what is stored into the form that the lock asks for, after another tab has set the lock,
    /// taken it off, or written meanwhile.
    ///
    /// # Errors
    /// When something could not be written; then it is as it was.
    pub fn mend(&self) -> Result<(), StorageError> {
        self.forget_heads();
        self.inner.browser.mend()
    }

    /// The same for one key, when a tab wrote there that did not know of the lock yet.
    ///
    /// # Errors
    /// When it could not be written; then it is as it was.
    pub fn mend_one(&self, key: &str) -> Result<(), StorageError> {
        self.inner.browser.mend_one(key)
    }

    /// Whether something is stored that ought to be sealed and is not.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn has_plain(&self) -> Result<bool, StorageError> {
        self.inner.browser.has_plain()
    }

    fn forget_heads(&self) {
        self.session(|session| drop(std::mem::take(&mut session.heads)));
    }

    /// Forgets what was read, but for plans with words that could not be stored: what those may be written over
    /// has to be known still.
    fn forget_read(&self) {
        self.forget_heads();
        self.session(|session| {
            let unsaved = &session.unsaved;
            session.known.retain(|id, _| unsaved.contains_key(id));
        });
    }
}
