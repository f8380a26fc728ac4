//! Everything that is kept between visits, and the only code that knows under which keys.
//!
//! A [`Library`] keeps plans and settings in a [`Storage`]: the browser's own, or a [`MemoryStorage`]
//! that has the same rules. Nothing here knows the clock or draws names: both come from the caller.
//!
//! | key | what stands there |
//! |---|---|
//! | `first-light.plan.<id>` | one plan, as [`format`](crate::format) writes it |
//! | `first-light.head.<id>` | what home shows of that plan, so that a list needs no plan opened; can be made again from the plan |
//! | `first-light.kept.<id>.<n>` | the original of a plan that could not be read whole, `n` counting from 0 |
//! | `first-light.draft.<id>` | one set-up for links that a therapist keeps |
//! | `first-light.settings` | the settings |
//! | `first-light.lock` | the lock, if one is set; then the texts of plans, heads, originals and set-ups are sealed |
//! | `first-light.gone` | never there for longer than a moment: tells other tabs that everything was deleted |
//! | `first-light.left` | that somebody left through “Leave now” (`public/leave.js`); gone at the next visit |
//!
//! Other keys belong to somebody else and are never touched.

mod head;
mod keys;
mod library;
mod memory;
mod paper;
mod sealed;
mod settings;
mod shelf;

pub use head::Head;
pub(crate) use keys::{is_lock, plan_at};
pub use library::{Counts, Deleted, HeldDraft, Here, Kept, Library, Opened, Standing};
pub use memory::MemoryStorage;
pub use paper::Paper;
pub(crate) use sealed::is_sealed;
pub use sealed::{Cipher, Lock, Shut};
pub use settings::{Country, LOCK_AFTER, Settings, TextSize, Theme};
pub use shelf::{Shelf, Shelved, State};

/// A place that keeps texts under keys, with the rules of a browser's local storage.
pub trait Storage {
    /// The text under a key, if there is one.
    ///
    /// # Errors
    /// [`StorageError::Blocked`] when nothing can be read.
    fn read(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// Puts a text under a key. When this fails, what was there before is still there.
    ///
    /// # Errors
    /// [`StorageError::Full`] when there is no room, [`StorageError::Blocked`] when nothing can be
    /// written.
    fn write(&self, key: &str, text: &str) -> Result<(), StorageError>;

    /// Takes a key and its text out, if it is there.
    ///
    /// # Errors
    /// [`StorageError::Blocked`] when nothing can be changed.
    fn remove(&self, key: &str) -> Result<(), StorageError>;

    /// Every key, in no order.
    ///
    /// # Errors
    /// [`StorageError::Blocked`] when nothing can be read.
    fn keys(&self) -> Result<Vec<String>, StorageError>;

    /// The text under a key as it really stands there: sealed, if it is.
    ///
    /// # Errors
    /// [`StorageError::Blocked`] when nothing can be read.
    fn as_stored(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.read(key)
    }
}

/// Why a storage did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser does not allow it, its storage does not work, or what is stored is locked.
    Blocked,
    /// There is no room.
    Full,
}

/// Where a plan is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    /// In this browser, until somebody deletes it.
    #[default]
    Browser,
    /// Nowhere but in the open page: closing it forgets the plan.
    VisitOnly,
}
