//! The lock of this browser's plans: what is sealed, what opens it, and that no moment loses words.

use first_light::format::Plan;
use first_light::questionnaire::Prompt;
use first_light::route::PlanId;
use first_light::store::{
    Cipher, Keep, Library, Lock, MemoryStorage, Opened, Settings, State, Storage, StorageError,
    Theme,
};
use first_light::worksheet::Action;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::{Mutex, PoisonError};
use vault::{Chance, Effort, Key};

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

    fn open(&self, key: &str, sealed: &str) -> Option<String> {
        vault::unseal(&self.key, key, sealed).ok()
    }
}

/// A cipher that has no source of chance left.
struct Spent(Rc<Held>);

impl Cipher for Spent {
    fn seal(&self, _: &str, _: &str) -> Option<String> {
        None
    }

    fn open(&self, key: &str, sealed: &str) -> Option<String> {
        self.0.open(key, sealed)
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

#[test]
fn a_lock_seals_every_word_and_everything_opens() {
    let (storage, library) = locked();
    assert_eq!(in_plain(&storage), Vec::<String>::new());
    assert_eq!(library.has_plain(), Ok(false));
    assert_all_words(&library);
    let shelf = library.shelf();
    assert_eq!((shelf.plans.len(), shelf.trouble), (3, None));
    assert!(
        shelf
            .plans
            .iter()
            .all(|plan| matches!(plan.state, State::Readable(_)))
    );
    assert_eq!(in_plain(&storage), Vec::<String>::new());
    assert_one_copy(&storage);
    assert_all_words(&reopened(&storage, PASSPHRASE));
}

#[test]
fn a_closed_lock_shows_nothing_and_takes_nothing() {
    let (storage, library) = locked();
    library.close_lock();
    let before = storage.texts();
    for library in [&library, &Library::new(storage.clone())] {
        assert_eq!(library.lock(), Lock::Closed);
        assert!(library.open(IDS[0]).is_err());
        assert!(library.raw(IDS[0]).is_err());
        assert!(library.kept(IDS[0]).is_err());
        assert_eq!(library.shelf().plans, Vec::new());
        assert!(library.rename(IDS[0], "other".into()).is_err());
        assert!(library.copy(IDS[0], PlanId(9), "copy".into(), 1).is_err());
        assert!(library.change_lock("lock1$AA$x").is_err());
        assert!(library.remove_lock().is_err());
        assert!(library.set_lock("lock1$AA$x", Held::new(key(1))).is_err());
        assert_eq!(library.settings().theme, Theme::Dark);
        assert_eq!(library.mend(), Ok(()));
    }
    assert_eq!(storage.texts(), before);
}

#[test]
fn words_that_come_when_the_lock_is_closed_wait_in_memory_until_it_opens() {
    let (storage, library) = locked();
    library.close_lock();
    let before = storage.texts();
    let late = plan("a late needle");
    assert_eq!(library.save(IDS[1], &late), Err(StorageError::Blocked));
    assert_eq!(library.save(PlanId(9), &late), Err(StorageError::Blocked));
    assert_eq!(storage.texts(), before);

    let record = library.lock_record().ok().flatten().expect("a lock");
    library.unlock(&record, Held::new(key(7)));
    assert_eq!(library.save_unsaved(), Ok(()));
    assert_eq!(in_plain(&storage), Vec::<String>::new());
    let anew = reopened(&storage, PASSPHRASE);
    assert_eq!(answer(&anew, IDS[1]).as_deref(), Some("a late needle"));
    assert_eq!(answer(&anew, PlanId(9)).as_deref(), Some("a late needle"));
    let kept = anew.kept(IDS[1]).expect("it can be read");
    assert!(
        kept.iter().any(|kept| kept.text.contains(&words(IDS[1]))),
        "what this page had not seen again is kept"
    );
}

#[test]
fn a_plan_for_this_visit_only_is_there_again_when_the_lock_opens() {
    let (storage, library) = locked();
    let id = PlanId(9);
    library.set_keep(id, Keep::VisitOnly).expect("memory");
    library.save(id, &plan("only now")).expect("memory");
    library.close_lock();
    library.unlock(&record(PASSPHRASE, 7), Held::new(key(7)));
    assert_eq!(answer(&library, id).as_deref(), Some("only now"));
    assert!(
        storage
            .texts()
            .keys()
            .all(|key| !key.contains(&id.to_string()))
    );
}

/// Does something to a storage, with the n-th call and, if it is a crash, all later ones failing, for
/// every n; then looks what a new page finds.
fn at_every_call(
    crash: bool,
    storage: fn() -> MemoryStorage,
    act: impl Fn(&MemoryStorage),
    check: impl Fn(&MemoryStorage),
) {
    let whole = storage();
    whole.fail_at(usize::MAX);
    act(&whole);
    let calls = whole.calls();
    assert!(calls > 1, "{calls} calls");
    for call in 0..=calls {
        let storage = storage();
        if crash {
            storage.fail_from(call);
        } else {
            storage.fail_at(call);
        }
        act(&storage);
        storage.never_fail();
        check(&storage);
    }
}

fn locked_storage() -> MemoryStorage {
    locked().0
}

#[test]
fn no_crash_while_the_lock_is_set_loses_or_doubles_anything() {
    for crash in [true, false] {
        at_every_call(
            crash,
            storage,
            |storage| {
                let library = Library::new(storage.clone());
                // Whether it worked is seen in the storage.
                let _ = library.set_lock(&record(PASSPHRASE, 7), Held::new(key(7)));
            },
            |storage| {
                assert_one_copy(storage);
                let was_set = storage.texts().contains_key(LOCK);
                let library = reopened(storage, PASSPHRASE);
                assert_all_words(&library);
                assert_one_copy(storage);
                assert_eq!(in_plain(storage).is_empty(), was_set, "the rest is sealed");
            },
        );
    }
}

#[test]
fn no_crash_while_the_lock_is_taken_off_loses_or_doubles_anything() {
    for crash in [true, false] {
        at_every_call(
            crash,
            locked_storage,
            |storage| {
                let library = Library::new(storage.clone());
                library.unlock(&record(PASSPHRASE, 7), Held::new(key(7)));
                let _ = library.remove_lock();
            },
            |storage| {
                assert_one_copy(storage);
                let sealed = |(_, text): (&String, &String)| text.starts_with("sealed");
                if !storage.texts().contains_key(LOCK) {
                    assert!(!storage.texts().iter().any(sealed), "the lock goes last");
                }
                let library = reopened(storage, PASSPHRASE);
                assert_all_words(&library);
                if library.lock() == Lock::Open {
                    assert_eq!(library.remove_lock(), Ok(()));
                }
                assert_eq!(library.lock(), Lock::Off);
                assert!(!storage.texts().iter().any(sealed));
                assert_all_words(&Library::new(storage.clone()));
            },
        );
    }
}

#[test]
fn no_crash_while_the_passphrase_changes_leaves_both_or_none() {
    let other = "four kinds of weather";
    for crash in [true, false] {
        at_every_call(
            crash,
            locked_storage,
            |storage| {
                let library = Library::new(storage.clone());
                library.unlock(&record(PASSPHRASE, 7), Held::new(key(7)));
                let _ = library.change_lock(&record(other, 7));
            },
            |storage| {
                let now = storage.texts().get(LOCK).cloned().expect("a lock");
                let fits = [PASSPHRASE, other].map(|words| opens(words, &now).is_some());
                assert!(fits[0] != fits[1], "one passphrase fits: {fits:?}");
                let fitting = if fits[0] { PASSPHRASE } else { other };
                assert_all_words(&reopened(storage, fitting));
            },
        );
    }
}

#[test]
fn a_full_storage_stops_the_sealing_and_everything_still_opens() {
    let storage = storage();
    let used = |storage: &MemoryStorage| -> usize {
        let texts = storage.texts();
        texts.iter().map(|(key, text)| key.len() + text.len()).sum()
    };
    let before = used(&storage);
    let (mut refused, mut partly, mut whole) = (0, 0, 0);
    for more in (0..3_000).step_by(50) {
        let storage = self::storage();
        storage.limit(Some(before + more));
        let library = Library::new(storage.clone());
        let set = library.set_lock(&record(PASSPHRASE, 7), Held::new(key(7)));
        match (set, library.has_plain()) {
            (Err(why), _) => {
                assert_eq!(why, StorageError::Full);
                assert_eq!(
                    storage.texts(),
                    self::storage().texts(),
                    "nothing has changed"
                );
                refused += 1;
            }
            (Ok(()), Ok(true)) => partly += 1,
            (Ok(()), plain) => {
                assert_eq!(plain, Ok(false));
                assert_eq!(in_plain(&storage), Vec::<String>::new());
                whole += 1;
            }
        }
        assert_one_copy(&storage);
        assert_all_words(&library);
        assert_all_words(&reopened(&storage, PASSPHRASE));
        if library.lock() == Lock::Open {
            storage.limit(None);
            assert_eq!(library.mend(), Ok(()), "with room, the rest is sealed");
            assert_eq!(in_plain(&storage), Vec::<String>::new());
        }
    }
    assert!(
        refused > 0 && partly > 0 && whole > 0,
        "{refused} {partly} {whole}"
    );
}

#[test]
fn without_chance_nothing_is_written_in_plain() {
    let (storage, library) = locked();
    library.unlock(&record(PASSPHRASE, 7), Rc::new(Spent(Held::new(key(7)))));
    let before = storage.texts();
    assert!(library.save(IDS[0], &plan("a new needle")).is_err());
    assert_eq!(storage.texts(), before);
    assert_eq!(answer(&library, IDS[0]).as_deref(), Some("a new needle"));
}

#[test]
fn a_tab_that_does_not_know_of_a_new_lock_writes_nothing_past_it() {
    let storage = storage();
    let (here, there) = (Library::new(storage.clone()), Library::new(storage.clone()));
    assert_eq!(answer(&there, IDS[0]), Some(words(IDS[0])));
    here.set_lock(&record(PASSPHRASE, 7), Held::new(key(7)))
        .expect("room");

    assert_eq!(there.lock(), Lock::Closed);
    let typed = plan("a needle typed there");
    assert_eq!(there.save(IDS[0], &typed), Err(StorageError::Blocked));
    assert_eq!(in_plain(&storage), Vec::<String>::new());
    assert_eq!(there.unsaved(), [IDS[0]]);

    there.unlock(&record(PASSPHRASE, 7), Held::new(key(7)));
    assert_eq!(there.save_unsaved(), Ok(()));
    assert_eq!(in_plain(&storage), Vec::<String>::new());
    assert_eq!(
        answer(&here, IDS[0]).as_deref(),
        Some("a needle typed there")
    );
}

#[test]
fn a_tab_that_does_not_know_that_the_lock_is_off_writes_nothing_sealed() {
    let (storage, here) = locked();
    let there = reopened(&storage, PASSPHRASE);
    here.remove_lock().expect("memory");
    assert_eq!(there.lock(), Lock::Off);
    there
        .save(IDS[0], &plan("a needle typed there"))
        .expect("room");
    assert_eq!(storage.texts().len(), in_plain(&storage).len() + 1);
    assert_eq!(
        answer(&Library::new(storage), IDS[0]).as_deref(),
        Some("a needle typed there")
    );
}

/// Browsers tell other tabs of a change some milliseconds later, so that a tab can write once in the old
/// way. Whoever has the key puts that right.
#[test]
fn what_was_written_in_the_old_way_is_put_right() {
    let (storage, here) = locked();
    let at = "first-light.plan.0000000000000001";
    let before = MemoryStorage::default();
    Library::new(before.clone())
        .save(IDS[0], &plan("a late needle"))
        .expect("room");
    let plain = before.texts().get(at).cloned().expect("a plan");
    storage.write(at, &plain).expect("room");
    assert_eq!(here.mend_one(at), Ok(()));
    assert_eq!(in_plain(&storage), Vec::<String>::new());
    assert_eq!(answer(&here, IDS[0]).as_deref(), Some("a late needle"));

    let sealed = storage.texts().get(at).cloned().expect("a plan");
    here.remove_lock().expect("memory");
    storage.write(at, &sealed).expect("room");
    assert_eq!(here.mend_one(at), Ok(()));
    assert_eq!(storage.texts().get(at), Some(&plain));
}

#[test]
fn another_lock_is_not_opened_by_the_key_of_an_older_one() {
    let (storage, here) = locked();
    let there = reopened(&storage, PASSPHRASE);
    there.remove_lock().expect("memory");
    there
        .set_lock(&record("four kinds of weather", 8), Held::new(key(8)))
        .expect("room");
    assert_eq!(here.lock(), Lock::Closed);
    assert!(here.save(IDS[0], &plan("late")).is_err());
    assert_all_words(&reopened(&storage, "four kinds of weather"));
}

#[test]
fn a_plan_that_was_put_in_the_place_of_another_is_not_taken_for_it() {
    let (storage, _) = locked();
    let one = "first-light.plan.0000000000000001";
    let two = "first-light.plan.0000000000000002";
    let texts = storage.texts();
    let sealed = texts.get(one).expect("a plan");
    storage.write(two, sealed).expect("room");
    storage
        .remove("first-light.head.0000000000000002")
        .expect("memory");
    let library = reopened(&storage, PASSPHRASE);
    assert!(matches!(
        library.open(IDS[1]),
        Ok(Opened::Unreadable { .. })
    ));
    assert_eq!(library.raw(IDS[1]), Ok(Some(sealed.clone())));
    assert_eq!(answer(&library, IDS[0]), Some(words(IDS[0])));

    library.remove_lock().expect("memory");
    assert_eq!(library.lock(), Lock::Off, "it does not hold the lock back");
    assert_eq!(storage.texts().get(two), Some(sealed), "nor is it lost");
}

#[test]
fn sealed_texts_whose_lock_is_gone_are_kept_and_handed_out() {
    let (storage, _) = locked();
    storage.remove(LOCK).expect("memory");
    let library = Library::new(storage.clone());
    assert_eq!(library.lock(), Lock::Off);
    let before = storage.texts();
    assert!(matches!(
        library.open(IDS[0]),
        Ok(Opened::Unreadable { .. })
    ));
    assert!(library.raw(IDS[0]).is_ok_and(|raw| raw.is_some()));
    assert_eq!(storage.texts(), before);
    library.save(PlanId(9), &plan("new")).expect("room");
    assert_eq!(answer(&library, PlanId(9)).as_deref(), Some("new"));
}

#[test]
fn deleting_copying_and_keeping_work_under_a_lock() {
    let (storage, library) = locked();
    let deleted = library.delete(IDS[0]).expect("memory");
    assert_eq!(answer(&library, IDS[0]), None);
    library.undelete(&deleted).expect("room");
    library
        .copy(IDS[1], PlanId(9), "needle copy".into(), 5)
        .expect("room");
    library.rename(IDS[2], "needle name".into()).expect("room");
    library.set_keep(IDS[2], Keep::VisitOnly).expect("memory");
    assert!(
        !storage
            .texts()
            .contains_key("first-light.plan.0000000000000003")
    );
    library.set_keep(IDS[2], Keep::Browser).expect("room");
    library.delete(PlanId(9)).expect("memory");
    assert_eq!(in_plain(&storage), Vec::<String>::new());
    assert_one_copy(&storage);
    assert_all_words(&reopened(&storage, PASSPHRASE));
}

#[test]
fn what_is_stored_is_shown_as_it_is_stored() {
    let (storage, library) = locked();
    let stored = library.stored().expect("it can be read");
    assert!(stored.iter().any(|(key, _)| key == LOCK));
    for (key, text) in stored {
        assert_eq!(storage.texts().get(&key), Some(&text));
    }
}

/// Written with libsodium and the reference implementation of Argon2. Must open for ever.
#[test]
fn the_sealed_sample_opens_for_ever() {
    let sample = include_str!("fixtures/sealed1/storage.json");
    let texts: BTreeMap<String, String> = serde_json::from_str(sample).expect("a sample");
    let storage = MemoryStorage::holding(texts.iter().map(|(key, text)| (&**key, &**text)));
    let library = reopened(&storage, PASSPHRASE);
    let raw = library.raw(PlanId(0xf1)).expect("it can be read");
    assert_eq!(
        raw.as_deref(),
        Some(include_str!("fixtures/v1/unicode.json"))
    );
    assert!(matches!(
        library.open(PlanId(0xf1)),
        Ok(Opened::Loaded { .. })
    ));
}
