//! The plans and the settings of one browser.

use super::{
    Head, Keep, MemoryStorage, Settings, Shelf, Shelved, State, Storage, StorageError, keys,
    sealed::Sealed,
};
use crate::format::{Decoded, Part, Plan, Unreadable, decode, encode};
use crate::route::PlanId;
use crate::worksheet::{EnumSet, Text};
use litemap::LiteMap;
use std::cell::RefCell;
use std::rc::Rc;

mod apart;
mod arrive;
mod delete;
mod delete_all;
mod drafts;
mod keep;
mod kept;
mod lock;
mod stored;

pub use arrive::{Here, Standing};
pub use delete::Deleted;
pub use drafts::HeldDraft;
pub use kept::Kept;
pub use stored::Counts;

/// Every plan, wherever it is kept. Clones are the same library.
///
/// Three rules hold whatever the storage does:
///
/// - A plan is never overwritten by something that was not read from it: what cannot be read whole,
///   or was not written here, is [kept](Library::kept) first, and when that fails nothing is written.
///   Words that another tab wrote since become a [plan of their own](Library::take_other_versions).
/// - Words that could not be stored are held in memory, so that [`open`](Library::open),
///   [`raw`](Library::raw) and [`shelf`](Library::shelf) show them, until they can be.
/// - For a plan that is kept for this visit only, nothing is written to the browser's storage.
#[derive(Clone)]
pub struct Library {
    inner: Rc<Inner>,
}

struct Inner {
    browser: Sealed,
    visit: MemoryStorage,
    session: RefCell<Session>,
}

/// What the library remembers for as long as the page is open.
#[derive(Default)]
struct Session {
    /// Plans kept for this visit only.
    visiting: LiteMap<PlanId, ()>,
    /// The stored texts of plans as they were last read or written here: those may be overwritten.
    known: LiteMap<PlanId, String>,
    /// The latest texts that were read or written here, by plan and the name that they would get.
    read: Vec<(PlanId, PlanId)>,
    /// Plans, each with one that holds what another tab wrote into it.
    apart: Vec<(PlanId, PlanId)>,
    /// Plans that could not be stored as they are now.
    unsaved: LiteMap<PlanId, Plan>,
    /// Plans that were written here, and another tab's words were not read in them since; each with the name
    /// that the text would get.
    wrote: LiteMap<PlanId, PlanId>,
    /// What another tab wrote into a plan, was written over, and found no room yet.
    homeless: Vec<(PlanId, String)>,
    /// Set-ups that could not be stored as they are now.
    held: Vec<(PlanId, HeldDraft)>,
    /// Heads as they were last stored.
    heads: LiteMap<PlanId, Head>,
}

/// What opening a plan gives.
#[expect(
    clippy::large_enum_variant,
    reason = "made once for each opening, and nearly always the large one"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// There is no such plan.
    Missing,
    /// A plan.
    Loaded {
        /// The plan, as far as it could be read.
        plan: Plan,
        /// The parts in which something could not be read. The original is kept.
        broken: EnumSet<Part>,
        /// Why the original of a broken plan could not be kept. Then the plan is not saved either:
        /// [`Library::save`] fails until there is room for the original.
        not_kept: Option<StorageError>,
    },
    /// A newer program wrote it. Nothing was changed.
    Newer {
        /// The version of its format.
        version: u64,
    },
    /// It cannot be read. Nothing was changed, and [`Library::raw`] gives it as it is.
    Unreadable {
        /// The reason.
        why: Unreadable,
    },
}

impl PartialEq for Library {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner)
    }
}

impl Library {
    /// A library whose plans stand in this storage.
    #[must_use]
    pub fn new(browser: impl Storage + 'static) -> Self {
        let inner = Inner {
            browser: Sealed::new(browser),
            visit: MemoryStorage::default(),
            session: RefCell::default(),
        };
        Self {
            inner: Rc::new(inner),
        }
    }

    /// All plans, newest first.
    #[must_use]
    pub fn shelf(&self) -> Shelf {
        let mut ids = self.session(|session| {
            let mut ids = session.visiting.clone();
            for id in session.unsaved.keys() {
                ids.insert(*id, ());
            }
            ids
        });
        let stored = self.inner.browser.keys();
        let mut trouble = stored.as_ref().err().copied();
        for id in stored.iter().flatten().filter_map(|key| keys::plan_at(key)) {
            ids.insert(id, ());
        }
        let mut plans = Vec::new();
        for id in ids.keys().copied() {
            let keep = self.keep(id);
            match self.state(id) {
                Ok(Some(state)) => plans.push(Shelved { id, keep, state }),
                Ok(None) => {}
                Err(why) => trouble = Some(why),
            }
        }
        Shelf::new(plans, trouble)
    }

    /// What can be said of a plan; `None` when it is not there.
    fn state(&self, id: PlanId) -> Result<Option<State>, StorageError> {
        if let Some(plan) = self.unsaved_plan(id) {
            return Ok(Some(State::Readable(Head::of(&plan))));
        }
        let storage = self.storage(id);
        let head = storage.read(&keys::head(id))?;
        if let Some(head) = head.and_then(|text| Head::decode(&text)) {
            return Ok(Some(State::Readable(head)));
        }
        let Some(text) = storage.read(&keys::plan(id))? else {
            return Ok(None);
        };
        Ok(Some(match decode(&text) {
            Decoded::Whole(plan) | Decoded::Mended { plan, .. } => {
                let head = Head::of(&plan);
                self.store_head(id, &head);
                State::Readable(head)
            }
            Decoded::Newer { version } => State::Newer { version },
            Decoded::Unreadable { why } => State::Unreadable { why },
        }))
    }

    /// Opens a plan. The original of one that could not be read whole is kept at once.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn open(&self, id: PlanId) -> Result<Opened, StorageError> {
        let unsaved = self.unsaved_plan(id);
        let stored = match self.storage(id).read(&keys::plan(id)) {
            Ok(stored) => stored,
            Err(_) if unsaved.is_some() => None,
            Err(why) => {
                // Whoever goes on without having seen the plan must not write over it.
                self.session(|session| session.known.remove(&id));
                return Err(why);
            }
        };
        if unsaved.is_none() && stored.is_none() {
            return Ok(Opened::Missing);
        }
        let text = stored.unwrap_or_default();
        let (plan, broken) = match (unsaved, decode(&text)) {
            (Some(plan), Decoded::Mended { broken, .. }) => (plan, broken),
            (Some(plan), _) | (None, Decoded::Whole(plan)) => (plan, EnumSet::new()),
            (None, Decoded::Mended { plan, broken }) => (plan, broken),
            (None, Decoded::Newer { version }) => return Ok(Opened::Newer { version }),
            (None, Decoded::Unreadable { why }) => return Ok(Opened::Unreadable { why }),
        };
        let kept = if broken.is_empty() {
            Ok(())
        } else {
            self.keep_text(id, &text)
        };
        if !self.session(|session| session.unsaved.contains_key(&id)) {
            match kept {
                Ok(()) => self.know_read(id, text),
                Err(_) => drop(self.session(|session| session.known.remove(&id))),
            }
        }
        let not_kept = kept.err();
        Ok(Opened::Loaded {
            plan,
            broken,
            not_kept,
        })
    }

    /// Stores a plan, new or not. Words that cannot be stored are held in memory until they can be.
    ///
    /// # Errors
    /// When the plan could not be stored; what was stored before still is.
    pub fn save(&self, id: PlanId, plan: &Plan) -> Result<(), StorageError> {
        let stored = self.store(id, plan);
        self.session(|session| match stored {
            Ok(()) => drop(session.unsaved.remove(&id)),
            Err(_) => drop(session.unsaved.insert(id, plan.clone())),
        });
        stored.and(self.house())
    }

    /// The plans whose latest words are only in memory.
    #[must_use]
    pub fn unsaved(&self) -> Vec<PlanId> {
        self.session(|session| session.unsaved.keys().copied().collect())
    }

    /// Tries again to store every plan whose latest words are only in memory.
    ///
    /// # Errors
    /// When some could still not be stored.
    pub fn save_unsaved(&self) -> Result<(), StorageError> {
        let mut result = self.house();
        for id in self.unsaved() {
            if let Some(plan) = self.unsaved_plan(id) {
                result = self.save(id, &plan).and(result);
            }
        }
        result
    }

    /// Gives a plan another name. Whether there was a plan that could be renamed.
    ///
    /// # Errors
    /// When the new name could not be stored; then the plan is as it was.
    pub fn rename(&self, id: PlanId, name: Text) -> Result<bool, StorageError> {
        let Opened::Loaded { mut plan, .. } = self.open(id)? else {
            return Ok(false);
        };
        plan.worksheet.name = name;
        self.store(id, &plan)?;
        self.session(|session| session.unsaved.remove(&id));
        Ok(true)
    }

    /// Makes a copy of a plan under another id and name, kept where the plan is kept. Whether there
    /// was a plan that could be copied.
    ///
    /// # Errors
    /// When the copy could not be stored; then there is none.
    pub fn copy(
        &self,
        id: PlanId,
        copy: PlanId,
        name: Text,
        now: u64,
    ) -> Result<bool, StorageError> {
        let Opened::Loaded { mut plan, .. } = self.open(id)? else {
            return Ok(false);
        };
        plan.worksheet.name = name;
        plan.changed = now;
        if self.keep(id) == Keep::VisitOnly {
            self.session(|session| session.visiting.insert(copy, ()));
        }
        self.store(copy, &plan)?;
        Ok(true)
    }

    /// A plan's text, exactly as it is stored, or as it would be if it could be. `None` when there is
    /// no such plan.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn raw(&self, id: PlanId) -> Result<Option<String>, StorageError> {
        match self.unsaved_plan(id) {
            Some(plan) => Ok(Some(encode(&plan))),
            None => self.storage(id).read(&keys::plan(id)),
        }
    }

    /// The settings; those of a first visit when none can be read.
    #[must_use]
    pub fn settings(&self) -> Settings {
        let stored = self.inner.browser.read(keys::SETTINGS);
        let stored = stored.ok().flatten();
        stored.map_or_else(Settings::default, |text| Settings::decode(&text))
    }

    /// Stores the settings.
    ///
    /// # Errors
    /// When they could not be stored.
    pub fn save_settings(&self, settings: &Settings) -> Result<(), StorageError> {
        let browser = &self.inner.browser;
        browser.write(keys::SETTINGS, &settings.encode())
    }

    fn session<T>(&self, use_it: impl FnOnce(&mut Session) -> T) -> T {
        use_it(&mut self.inner.session.borrow_mut())
    }

    /// The storage that a plan is kept in.
    fn storage(&self, id: PlanId) -> &dyn Storage {
        match self.keep(id) {
            Keep::Browser => &self.inner.browser,
            Keep::VisitOnly => &self.inner.visit,
        }
    }

    fn unsaved_plan(&self, id: PlanId) -> Option<Plan> {
        self.session(|session| session.unsaved.get(&id).cloned())
    }

    /// Writes a plan over what this library knows, and over nothing else.
    fn store(&self, id: PlanId, plan: &Plan) -> Result<(), StorageError> {
        let storage = self.storage(id);
        let text = encode(plan);
        if let Some(stored) = storage.read(&keys::plan(id))? {
            self.make_way(id, &stored, plan)?;
        }
        storage.write(&keys::plan(id), &text)?;
        self.know_written(id, text);
        self.store_head(id, &Head::of(plan));
        Ok(())
    }

    /// Writes a head if it is worth it. A head that cannot be written is better gone than wrong: it
    /// can be made again.
    fn store_head(&self, id: PlanId, head: &Head) {
        let stored = |session: &mut Session| session.heads.get(&id).cloned();
        if self
            .session(stored)
            .is_some_and(|stored| !head.differs(&stored))
        {
            return;
        }
        let storage = self.storage(id);
        let key = keys::head(id);
        if storage.write(&key, &head.encode()).is_ok() {
            self.session(|session| session.heads.insert(id, head.clone()));
        } else {
            // If this fails too, home shows an old name and date until the next change.
            let _ = storage.remove(&key);
            self.session(|session| session.heads.remove(&id));
        }
    }
}
