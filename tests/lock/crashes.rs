//! No moment of setting, changing or taking off a lock loses or doubles anything.

use super::*;

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
