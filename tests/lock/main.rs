//! The lock of this browser's plans: what is sealed, what opens it, and that no moment loses words.

mod crashes;
mod damaged;
#[path = "../support/drawing.rs"]
mod drawing;
mod locked;
mod tabs;

use first_light::format::Plan;
use first_light::questionnaire::Prompt;
use first_light::route::PlanId;
use first_light::store::{
    Cipher, Keep, Library, Lock, MemoryStorage, Opened, Settings, Shut, State, Storage,
    StorageError, Theme,
};
use first_light::worksheet::Action;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::{Mutex, PoisonError};
use vault::{Chance, Effort, Failure, Key};

const LOCK: &str = "first-light.lock";
const PASSPHRASE: &str = "a quiet place by the sea";
const IDS: [PlanId; 3] = [PlanId(1), PlanId(2), PlanId(3)];

/// The vault as the page uses it, with nonces that count instead of random ones.
struct Held {
    key: Key,
    next: Cell<u64>,
}

impl Held {
    fn new(key: Key) -> Rc<Self> {
        let next = Cell::new(0);
        Rc::new(Self { key, next })
    }
}

impl Cipher for Held {
    fn seal(&self, key: &str, text: &str) -> Option<String> {
        let mut nonce = [0; 24];
        nonce[..8].copy_from_slice(&self.next.replace(self.next.get() + 1).to_le_bytes());
        Some(vault::seal(&self.key, &nonce, key, text))
    }

    fn open(&self, key: &str, sealed: &str) -> Result<String, Shut> {
        vault::unseal(&self.key, key, sealed).map_err(|why| match why {
            Failure::Newer => Shut::NotNow,
            _ => Shut::Never,
        })
    }
}

/// A cipher that has no source of chance left.
struct Spent(Rc<Held>);

impl Cipher for Spent {
    fn seal(&self, _: &str, _: &str) -> Option<String> {
        None
    }

    fn open(&self, key: &str, sealed: &str) -> Result<String, Shut> {
        self.0.open(key, sealed)
    }
}

/// A cipher that has no memory left to open anything.
struct Dazed(Rc<Held>);

impl Cipher for Dazed {
    fn seal(&self, key: &str, text: &str) -> Option<String> {
        self.0.seal(key, text)
    }

    fn open(&self, _: &str, _: &str) -> Result<String, Shut> {
        Err(Shut::NotNow)
    }
}

fn key(first: u8) -> Key {
    Key::new([first; 32])
}

/// A lock under this passphrase, with the least effort that is taken. Each is made once.
fn record(passphrase: &str, first: u8) -> String {
    static MADE: Mutex<BTreeMap<(String, u8), String>> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let make = || make_record(passphrase, first);
    made.entry((passphrase.to_owned(), first))
        .or_insert_with(make)
        .clone()
}

fn make_record(passphrase: &str, first: u8) -> String {
    let effort = Effort {
        memory: 19_456,
        passes: 1,
    };
    let chance = Chance {
        salt: [first; 16],
        nonce: [first; 24],
    };
    vault::wrap(passphrase, &key(first), [first; 16], effort, chance).expect("memory")
}

/// The key in a lock, if the passphrase fits. Each is tried once.
fn opens(passphrase: &str, record: &str) -> Option<Key> {
    type Tried = BTreeMap<(String, String), Option<Key>>;
    static TRIED: Mutex<Tried> = Mutex::new(Tried::new());
    let mut tried = TRIED.lock().unwrap_or_else(PoisonError::into_inner);
    let open = || vault::open(passphrase, record).ok().map(|(key, _)| key);
    tried
        .entry((passphrase.to_owned(), record.to_owned()))
        .or_insert_with(open)
        .clone()
}

fn words(id: PlanId) -> String {
    format!("needle {id} in the words. ").repeat(40)
}

fn plan(text: &str) -> Plan {
    let mut plan = Plan::new(1_790_000_000_000);
    plan.worksheet
        .apply(Action::Answer(Prompt::BestHopes, text.into()));
    plan.worksheet.apply(Action::Rename("a needle".into()));
    plan
}

/// Three plans, an original that could not be read whole, and settings, as they stand without a lock.
fn storage() -> MemoryStorage {
    let storage = MemoryStorage::holding([(
        "first-light.kept.0000000000000001.0",
        "{ a needle that could not be read",
    )]);
    let library = Library::new(storage.clone());
    for id in IDS {
        library.save(id, &plan(&words(id))).expect("room");
    }
    let settings = Settings {
        theme: Theme::Dark,
        ..Settings::default()
    };
    library.save_settings(&settings).expect("room");
    storage
}

fn locked() -> (MemoryStorage, Library) {
    let storage = storage();
    let library = Library::new(storage.clone());
    library
        .set_lock(&record(PASSPHRASE, 7), Held::new(key(7)))
        .expect("room");
    (storage, library)
}

/// Opens whatever lock is there with the passphrase, as a page does after a reload.
fn reopened(storage: &MemoryStorage, passphrase: &str) -> Library {
    let library = Library::new(storage.clone());
    if let Ok(Some(record)) = library.lock_record() {
        let key = opens(passphrase, &record).expect("the passphrase fits");
        library.unlock(&record, Held::new(key));
        assert_eq!(library.lock(), Lock::Open);
    }
    library
}

fn answer(library: &Library, id: PlanId) -> Option<String> {
    match library.open(id) {
        Ok(Opened::Loaded { plan, .. }) => {
            let answer = plan.worksheet.answers.get(&Prompt::BestHopes);
            answer.map(|answer| answer.text.to_string())
        }
        _ => None,
    }
}

#[track_caller]
fn assert_all_words(library: &Library) {
    for id in IDS {
        assert_eq!(answer(library, id), Some(words(id)));
    }
    let kept = library.kept(IDS[0]).expect("it can be read");
    assert_eq!(kept.len(), 1);
    assert!(kept[0].text.contains("needle"));
    assert_eq!(library.settings().theme, Theme::Dark);
}

/// What stands in the storage with a word of a person in it.
fn in_plain(storage: &MemoryStorage) -> Vec<String> {
    let texts = storage.texts();
    let plain = texts.iter().filter(|(_, text)| text.contains("needle"));
    plain.map(|(key, _)| key.clone()).collect()
}

/// No plan stands anywhere but at its own key.
#[track_caller]
fn assert_one_copy(storage: &MemoryStorage) {
    let texts = storage.texts();
    let mut count = BTreeMap::new();
    for key in texts.keys() {
        let kind: Vec<&str> = key.split('.').take(2).collect();
        *count.entry(kind.join(".")).or_insert(0) += 1;
    }
    assert_eq!(count.get("first-light.plan"), Some(&3), "{count:?}");
    assert_eq!(count.get("first-light.kept"), Some(&1), "{count:?}");
    assert!(count.keys().all(|kind| matches!(
        kind.as_str(),
        "first-light.plan"
            | "first-light.kept"
            | "first-light.head"
            | "first-light.settings"
            | "first-light.lock"
    )));
}
