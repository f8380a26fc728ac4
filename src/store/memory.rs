//! A storage in memory.

use super::{Storage, StorageError};
use litemap::LiteMap;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A storage that forgets everything with the page. It follows a browser's rules: room is counted in
/// UTF-16 units of keys and texts, and a write that does not fit changes nothing. It can be told to
/// be small or to fail, to try out what happens then.
///
/// Clones share what they hold.
#[derive(Clone, Debug, Default)]
pub struct MemoryStorage {
    shared: Rc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    texts: RefCell<LiteMap<String, String>>,
    room: Cell<Option<usize>>,
    calls: Cell<usize>,
    fails: Cell<Fails>,
}

/// Which calls fail.
#[derive(Clone, Copy, Debug, Default)]
enum Fails {
    #[default]
    Never,
    At(usize),
    From(usize),
}

impl MemoryStorage {
    /// A storage that already holds something.
    #[must_use]
    pub fn holding<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let own = |(key, text): (&str, &str)| (key.to_owned(), text.to_owned());
        let storage = Self::default();
        let texts = texts.into_iter().map(own).collect();
        storage.shared.texts.replace(texts);
        storage
    }

    /// Everything it holds.
    #[must_use]
    pub fn texts(&self) -> LiteMap<String, String> {
        self.shared.texts.borrow().clone()
    }

    /// Limits its room to so many UTF-16 units, keys included; `None` for no limit. What is there
    /// already stays.
    pub fn limit(&self, room: Option<usize>) {
        self.shared.room.set(room);
    }

    /// Blocks one call: the next one is number 0.
    pub fn fail_at(&self, call: usize) {
        self.shared.calls.set(0);
        self.shared.fails.set(Fails::At(call));
    }

    /// Blocks every call from one on: the next one is number 0.
    pub fn fail_from(&self, call: usize) {
        self.shared.calls.set(0);
        self.shared.fails.set(Fails::From(call));
    }

    /// Lets every call through again.
    pub fn never_fail(&self) {
        self.shared.fails.set(Fails::Never);
    }

    /// How many calls there were since one of the methods above that count them.
    #[must_use]
    pub fn calls(&self) -> usize {
        self.shared.calls.get()
    }

    fn call(&self) -> Result<(), StorageError> {
        let call = self.shared.calls.replace(self.calls() + 1);
        let fails = match self.shared.fails.get() {
            Fails::Never => false,
            Fails::At(at) => call == at,
            Fails::From(from) => call >= from,
        };
        if fails {
            Err(StorageError::Blocked)
        } else {
            Ok(())
        }
    }

    fn fits(&self, key: &str, text: &str) -> bool {
        let Some(room) = self.shared.room.get() else {
            return true;
        };
        let size = |key: &str, text: &str| key.encode_utf16().count() + text.encode_utf16().count();
        let texts = self.shared.texts.borrow();
        let others = texts.iter().filter(|(other, _)| *other != key);
        others.map(|(key, text)| size(key, text)).sum::<usize>() + size(key, text) <= room
    }
}

impl Storage for MemoryStorage {
    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.call()?;
        Ok(self.shared.texts.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.call()?;
        if !self.fits(key, text) {
            return Err(StorageError::Full);
        }
        let mut texts = self.shared.texts.borrow_mut();
        texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.call()?;
        self.shared.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.call()?;
        Ok(self.shared.texts.borrow().keys().cloned().collect())
    }
}
