//! A storage that several tabs share in the way of real browsers: each tab has a picture of it in its own
//! process, and what one tab writes reaches the others a little later, together with the event that says so.

use first_light::store::{Storage, StorageError};
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

/// The storage itself, in the browser's own process.
#[derive(Clone, Default)]
pub(crate) struct Shared(Rc<RefCell<Inner>>);

#[derive(Default)]
struct Inner {
    texts: BTreeMap<String, String>,
    tabs: Vec<Side>,
    room: Option<usize>,
    /// Whether every tab sees at once what another writes.
    is_quick: bool,
}

/// One tab's side of it.
#[derive(Default)]
struct Side {
    picture: BTreeMap<String, String>,
    /// What was written and has not arrived yet.
    sent: VecDeque<Change>,
    /// What has arrived, in order, and was not looked at yet.
    inbox: VecDeque<(usize, Change)>,
    /// How many of its own writes have not come back yet, by key. Until then no other is seen.
    own: BTreeMap<String, usize>,
}

/// A key and its new text; `None` when it was removed.
pub(crate) type Change = (String, Option<String>);

impl Shared {
    pub(crate) fn new(is_quick: bool) -> Self {
        let shared = Self::default();
        shared.0.borrow_mut().is_quick = is_quick;
        shared
    }

    /// A new tab's view of it, and the tab's number.
    pub(crate) fn open(&self) -> (usize, View) {
        let mut inner = self.0.borrow_mut();
        let tab = inner.tabs.len();
        let picture = inner.texts.clone();
        inner.tabs.push(Side {
            picture,
            ..Side::default()
        });
        (tab, View(self.clone(), tab))
    }

    /// The tab is closed: what it wrote still arrives.
    pub(crate) fn close(&self, tab: usize) {
        while self.send(tab) {}
    }

    pub(crate) fn texts(&self) -> BTreeMap<String, String> {
        self.0.borrow().texts.clone()
    }

    /// Leaves room for so many more bytes; `None` for no limit.
    pub(crate) fn limit(&self, more: Option<usize>) {
        let mut inner = self.0.borrow_mut();
        inner.room = more.map(|more| more + size(&inner.texts));
    }

    /// Lets the tab's next write arrive; whether there was one.
    pub(crate) fn send(&self, tab: usize) -> bool {
        let mut inner = self.0.borrow_mut();
        let Some(change) = inner.tabs[tab].sent.pop_front() else {
            return false;
        };
        apply(&mut inner.texts, &change);
        for side in &mut inner.tabs {
            side.inbox.push_back((tab, change.clone()));
        }
        true
    }

    /// Lets the tab look at what has arrived next. What another tab wrote is given back, as an event.
    pub(crate) fn receive(&self, tab: usize) -> Option<Option<Change>> {
        let mut inner = self.0.borrow_mut();
        let side = &mut inner.tabs[tab];
        let (from, change) = side.inbox.pop_front()?;
        let own = side.own.entry(change.0.clone()).or_default();
        if from == tab {
            *own -= 1;
            return Some(None);
        }
        if *own == 0 {
            apply(&mut side.picture, &change);
        }
        Some(Some(change))
    }

    fn change(&self, tab: usize, change: Change) -> Result<(), StorageError> {
        let mut inner = self.0.borrow_mut();
        let mut after = inner.tabs[tab].picture.clone();
        apply(&mut after, &change);
        if change.1.is_some() && inner.room.is_some_and(|room| size(&after) > room) {
            return Err(StorageError::Full);
        }
        if inner.is_quick {
            apply(&mut inner.texts, &change);
            for side in &mut inner.tabs {
                apply(&mut side.picture, &change);
            }
        } else {
            let side = &mut inner.tabs[tab];
            side.picture = after;
            *side.own.entry(change.0.clone()).or_default() += 1;
            side.sent.push_back(change);
        }
        Ok(())
    }
}

fn apply(texts: &mut BTreeMap<String, String>, (key, text): &Change) {
    match text {
        Some(text) => texts.insert(key.clone(), text.clone()),
        None => texts.remove(key),
    };
}

fn size(texts: &BTreeMap<String, String>) -> usize {
    texts.iter().map(|(key, text)| key.len() + text.len()).sum()
}

/// The storage as one tab sees it.
#[derive(Clone)]
pub(crate) struct View(Shared, usize);

impl Storage for View {
    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.0.0.borrow().tabs[self.1].picture.get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.0
            .change(self.1, (key.to_owned(), Some(text.to_owned())))
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.change(self.1, (key.to_owned(), None))
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.0.0.borrow().tabs[self.1]
            .picture
            .keys()
            .cloned()
            .collect())
    }
}
