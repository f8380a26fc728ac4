//! A storage whose words are sealed while a lock is set.
//!
//! The lock stands under a key of its own. While it is there, every text that holds words is sealed at the
//! place where it would stand anyway, so a plan is never stored twice. Texts that are not sealed yet open as
//! they are: a crash, or a full storage, while a lock is set leaves some of them, and [`Sealed::mend`] seals
//! them later. The lock is looked up at each call, because another tab may set it or take it off.
//!
//! What a lock is made of is not known here: a [`Cipher`] comes from outside, once somebody has opened it.

use super::{Storage, StorageError, keys};
use std::cell::RefCell;
use std::rc::Rc;

/// How every sealed text begins, before the number of its version.
const SEALED: &str = "sealed";
/// How every lock begins, before the number of its version.
const LOCK: &str = "lock";

/// Seals texts and opens them again.
pub trait Cipher {
    /// Seals a text for the key under which it is stored; `None` when that is not possible now.
    fn seal(&self, key: &str, text: &str) -> Option<String>;

    /// The text that was sealed for this key.
    ///
    /// # Errors
    /// Why it did not open.
    fn open(&self, key: &str, sealed: &str) -> Result<String, Shut>;
}

/// Why a sealed text does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shut {
    /// It was not sealed for that key with this lock, or was changed since: it never will.
    Never,
    /// It may another time: there was no memory for it, or a newer version of the program has sealed it.
    NotNow,
}

/// Whether the plans of this browser are locked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lock {
    /// There is no lock.
    #[default]
    Off,
    /// There is one, and it was not opened in this page.
    Closed,
    /// There is one, and it was opened in this page.
    Open,
}

/// A storage whose words are sealed while a lock is set.
pub(super) struct Sealed {
    inner: Box<dyn Storage>,
    opened: RefCell<Option<Opened>>,
}

/// The lock that was opened last in this page.
#[derive(Clone)]
struct Opened {
    /// Names the lock's data key. It stays the same when the passphrase changes.
    id: String,
    cipher: Rc<dyn Cipher>,
}

impl Sealed {
    /// Seals what stands in this storage, if it has a lock.
    pub(super) fn new(inner: impl Storage + 'static) -> Self {
        Self {
            inner: Box::new(inner),
            opened: RefCell::default(),
        }
    }

    /// The lock, as it is written. What stands in its place and is none does not lock anything.
    pub(super) fn record(&self) -> Result<Option<String>, StorageError> {
        let record = self.inner.read(keys::LOCK)?;
        Ok(record.filter(|record| is_of_kind(record, LOCK)))
    }

    /// Whether anything stands where a lock would.
    pub(super) fn has_record(&self) -> Result<bool, StorageError> {
        Ok(self.inner.read(keys::LOCK)?.is_some())
    }

    /// Whether there is a lock, and whether it is open.
    pub(super) fn lock(&self) -> Result<Lock, StorageError> {
        let Some(record) = self.record()? else {
            return Ok(Lock::Off);
        };
        let opened = self.opened.borrow();
        Ok(match &*opened {
            Some(opened) if opened.id == id(&record) => Lock::Open,
            _ => Lock::Closed,
        })
    }

    /// Writes a lock: a first one, or the same under another passphrase.
    pub(super) fn write_record(&self, record: &str) -> Result<(), StorageError> {
        self.inner.write(keys::LOCK, record)
    }

    /// From now on this cipher is used for what this lock has sealed.
    pub(super) fn unlock(&self, record: &str, cipher: Rc<dyn Cipher>) {
        let id = id(record).to_owned();
        self.opened.replace(Some(Opened { id, cipher }));
    }

    /// Lets go of the cipher.
    pub(super) fn close(&self) {
        self.opened.take();
    }

    /// What a text says that was stored under a key; `None` while the lock is closed.
    pub(super) fn opened(&self, key: &str, text: &str) -> Result<Option<String>, StorageError> {
        if self.lock()? == Lock::Closed {
            return Ok(None);
        }
        let opened = self.open_text(key, text);
        Ok(Some(opened.unwrap_or_else(|| text.to_owned())))
    }

    /// Brings what is stored into the form that the lock asks for, as far as this page can: seals what
    /// is not sealed, or opens what is sealed although the lock was taken off.
    pub(super) fn mend(&self) -> Result<(), StorageError> {
        let mut result = Ok(());
        for key in self.inner.keys()? {
            // What comes after may be smaller, and have room.
            result = result.and(self.mend_one(&key));
        }
        result
    }

    /// The same for one key.
    pub(super) fn mend_one(&self, key: &str) -> Result<(), StorageError> {
        let Some(cipher) = self.cipher().filter(|_| keys::holds_words(key)) else {
            return Ok(());
        };
        match self.lock()? {
            Lock::Off => self.open_one(key, &*cipher),
            Lock::Open => self.seal_one(key, &*cipher),
            Lock::Closed => Ok(()),
        }
    }

    /// Takes the lock off: opens every text in its place, and removes the lock last. It stays as long as there
    /// is a text that it may open another time.
    pub(super) fn remove_lock(&self) -> Result<(), StorageError> {
        let Some(cipher) = self.cipher() else {
            return Err(StorageError::Blocked);
        };
        for key in self.inner.keys()? {
            if keys::holds_words(&key) {
                self.open_one(&key, &*cipher)?;
            }
        }
        self.inner.remove(keys::LOCK)
    }

    /// Whether something is stored that ought to be sealed and is not.
    pub(super) fn has_plain(&self) -> Result<bool, StorageError> {
        if self.lock()? == Lock::Off {
            return Ok(false);
        }
        for key in self.inner.keys()? {
            if keys::holds_words(&key)
                && self.inner.read(&key)?.is_some_and(|text| !is_sealed(&text))
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What was sealed in a text, if it is sealed and opens.
    fn open_text(&self, key: &str, text: &str) -> Option<String> {
        let cipher = self.cipher().filter(|_| is_sealed(text))?;
        cipher.open(key, text).ok()
    }

    fn cipher(&self) -> Option<Rc<dyn Cipher>> {
        self.opened
            .borrow()
            .as_ref()
            .map(|opened| Rc::clone(&opened.cipher))
    }

    fn seal_one(&self, key: &str, cipher: &dyn Cipher) -> Result<(), StorageError> {
        let Some(text) = self.inner.read(key)?.filter(|text| !is_sealed(text)) else {
            return Ok(());
        };
        if keys::is_head(key) {
            // It is made again from its plan. Until then there is more room.
            return self.inner.remove(key);
        }
        self.write_sealed(key, &text, cipher)
    }

    fn open_one(&self, key: &str, cipher: &dyn Cipher) -> Result<(), StorageError> {
        let stored = self.inner.read(key)?.filter(|text| is_sealed(text));
        match stored.map(|sealed| cipher.open(key, &sealed)) {
            Some(Ok(text)) => self.inner.write(key, &text),
            Some(Err(Shut::NotNow)) => Err(StorageError::Blocked),
            // What never opens is left as it is.
            Some(Err(Shut::Never)) | None => Ok(()),
        }
    }

    fn write_sealed(&self, key: &str, text: &str, cipher: &dyn Cipher) -> Result<(), StorageError> {
        let sealed = cipher.seal(key, text).ok_or(StorageError::Blocked)?;
        self.inner.write(key, &sealed)
    }
}

impl Storage for Sealed {
    /// A text that is sealed and does not open is given as it is: then it can be kept and handed out.
    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        if !keys::holds_words(key) {
            return self.inner.read(key);
        }
        if self.lock()? == Lock::Closed {
            return Err(StorageError::Blocked);
        }
        let text = self.inner.read(key)?;
        Ok(text.map(|text| self.open_text(key, &text).unwrap_or(text)))
    }

    /// Words are never written past a lock, and never sealed where there is none.
    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        if !keys::holds_words(key) {
            return self.inner.write(key, text);
        }
        match (self.lock()?, self.cipher()) {
            (Lock::Off, _) => self.inner.write(key, text),
            (Lock::Open, Some(cipher)) => self.write_sealed(key, text, &*cipher),
            _ => Err(StorageError::Blocked),
        }
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.inner.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.inner.keys()
    }

    fn as_stored(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.inner.read(key)
    }
}

/// What names a lock's data key: the second part of the lock.
fn id(record: &str) -> &str {
    record.split('$').nth(1).unwrap_or_default()
}

/// Whether a text is sealed. Plans and all else that is stored begin with a brace.
pub(crate) fn is_sealed(text: &str) -> bool {
    is_of_kind(text, SEALED)
}

/// Whether a text begins with the name of a kind, the number of a version, and `$`.
fn is_of_kind(text: &str, kind: &str) -> bool {
    text.strip_prefix(kind)
        .and_then(|rest| rest.split_once('$'))
        .is_some_and(|(version, _)| version.parse::<u32>().is_ok())
}
