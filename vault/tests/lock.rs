//! Locks and sealed texts: what opens, what does not, and what another library made.

use proptest::prelude::*;
use vault::record::Record;
use vault::{Chance, Effort, Failure, ID, Key, open, seal, unseal, value, wrap};

const PASSPHRASE: &str = "a quiet place by the sea";
const PLACE: &str = "first-light.plan.00000000000000f1";

/// Made with libsodium and the reference implementation of Argon2, from bytes that count upward.
const ELSEWHERE: &str = "lock1$QEFCQ0RFRkdISUpLTE1OTw$argon2id$v=19$m=47104,t=3,p=1$gIGCg4SFhoeIiYqLjI2Ojw$oKGio6SlpqeoqaqrrK2ur7CxsrO0tba3M1SxV7Q14Mmz3ww4lpmBnohtoYjNa2RY5btNCggqHCKDhEGYZ10jwwmdu0VsYdKS";
const QUICK: &str = "lock1$QEFCQ0RFRkdISUpLTE1OTw$argon2id$v=19$m=19456,t=1,p=1$gIGCg4SFhoeIiYqLjI2Ojw$oKGio6SlpqeoqaqrrK2ur7CxsrO0tba34UFEiJmTiwksMBIXA7ngP0zjWHAGDk8FZmv3dc4vn+NtwEn2cp4c2vb2sjY1fZhv";
const SEALED: &str = "sealed1$yMnKy8zNzs/Q0dLT1NXW19jZ2tvc3d7fAkpepnhDARUbHh9N6DA5zRBqX+2I9Ws";

fn upward<const LENGTH: usize>(first: u8) -> [u8; LENGTH] {
    std::array::from_fn(|at| first + u8::try_from(at).expect("short"))
}

fn key() -> Key {
    Key::new(upward(0))
}

fn chance() -> Chance {
    Chance {
        salt: upward(128),
        nonce: upward(160),
    }
}

/// The least effort that is taken, so that tests are quick.
fn quick() -> Effort {
    Effort {
        memory: 19_456,
        passes: 1,
    }
}

fn failure<T>(outcome: Result<T, Failure>) -> Option<Failure> {
    outcome.err()
}

#[test]
fn what_other_libraries_wrote_opens_and_is_written_the_same_way() {
    let id: [u8; ID] = upward(64);
    for (record, effort) in [(ELSEWHERE, Effort::NOW), (QUICK, quick())] {
        let (opened, named) = open(PASSPHRASE, record).expect("it opens");
        assert_eq!(opened.bytes(), key().bytes());
        assert_eq!(named, id);
        let written = wrap(PASSPHRASE, &key(), id, effort, chance());
        assert_eq!(written.as_deref(), Ok(record));
    }
    let text = r#"{"v":1}"#;
    assert_eq!(unseal(&key(), PLACE, SEALED).as_deref(), Ok(text));
    assert_eq!(seal(&key(), &upward(200), PLACE, text), SEALED);
}

#[test]
fn another_passphrase_opens_nothing() {
    for wrong in ["", "a quiet place by the see", "A quiet place by the sea"] {
        assert_eq!(failure(open(wrong, QUICK)), Some(Failure::Wrong));
    }
}

#[test]
fn a_new_passphrase_wraps_the_same_key_under_the_same_name() {
    let (held, id) = open(PASSPHRASE, QUICK).expect("it opens");
    let fresh = Chance {
        salt: upward(1),
        nonce: upward(2),
    };
    let anew = wrap("four kinds of weather", &held, id, quick(), fresh).expect("memory");
    assert_eq!(failure(open(PASSPHRASE, &anew)), Some(Failure::Wrong));
    let (again, same) = open("four kinds of weather", &anew).expect("it opens");
    assert_eq!((again.bytes(), same), (key().bytes(), id));
}

/// Every single letter of a lock counts: nothing can be changed in it without a refusal.
#[test]
fn no_letter_of_a_lock_can_be_changed() {
    let mut refusals = std::collections::BTreeMap::new();
    for at in 0..QUICK.len() {
        let mut changed = QUICK.as_bytes().to_vec();
        changed[at] = if changed[at] == b'1' { b'2' } else { b'1' };
        let changed = String::from_utf8(changed).expect("ASCII");
        let why = failure(open(PASSPHRASE, &changed)).expect("refused");
        *refusals.entry(format!("{why:?}")).or_insert(0) += 1;
    }
    assert!(refusals["Wrong"] > 100, "{refusals:?}");
}

#[test]
fn a_lock_that_is_cut_short_or_strange_is_refused() {
    for end in 0..QUICK.len() {
        let cut = &QUICK[..end];
        assert_eq!(failure(Record::read(cut)), Some(Failure::Damaged), "{cut}");
    }
    for (strange, why) in [
        ("lock2$anything", Failure::Newer),
        ("lock$anything", Failure::Damaged),
        ("{}", Failure::Damaged),
        (&QUICK.replace("m=19456", "m=1"), Failure::Unfit),
        (&QUICK.replace("m=19456", "m=4000000000"), Failure::Unfit),
        (&QUICK.replace("m=19456", "m=40000000000"), Failure::Damaged),
        (&QUICK.replace("m=19456", "m=019456"), Failure::Damaged),
        (&QUICK.replace("m=19456", "m=+19456"), Failure::Damaged),
        (&QUICK.replace("t=1", "t=99"), Failure::Unfit),
        (&QUICK.replace("p=1", "p=2"), Failure::Damaged),
        (&QUICK.replace("argon2id", "argon2i"), Failure::Damaged),
        (&format!("{QUICK}A"), Failure::Damaged),
        (&format!("{QUICK}="), Failure::Damaged),
        (&format!("{QUICK}$"), Failure::Damaged),
    ] {
        assert_eq!(failure(Record::read(strange)), Some(why), "{strange}");
    }
}

#[test]
fn what_is_sealed_for_one_place_opens_in_no_other() {
    let other = "first-light.plan.00000000000000f2";
    assert_eq!(failure(unseal(&key(), other, SEALED)), Some(Failure::Wrong));
    let stranger = Key::new([9; 32]);
    assert_eq!(
        failure(unseal(&stranger, PLACE, SEALED)),
        Some(Failure::Wrong)
    );
    assert_eq!(failure(value::read("sealed2$AAAA")), Some(Failure::Newer));
    for damaged in ["", "{}", "sealed1$", "sealed1$AAAA", "sealed1$ä", "sealed"] {
        assert_eq!(failure(value::read(damaged)), Some(Failure::Damaged));
    }
}

#[test]
fn no_letter_of_a_sealed_text_can_be_changed() {
    for at in 0..SEALED.len() {
        let mut changed = SEALED.as_bytes().to_vec();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).expect("ASCII");
        assert!(unseal(&key(), PLACE, &changed).is_err(), "{changed}");
    }
}

proptest! {
    #[test]
    fn any_text_comes_back_as_it_was(text in ".*", place in ".*", nonce: [u8; 24]) {
        let sealed = seal(&key(), &nonce, &place, &text);
        prop_assert!(sealed.is_ascii());
        prop_assert_eq!(unseal(&key(), &place, &sealed), Ok(text));
    }

    #[test]
    fn no_text_breaks_the_readers(text in ".*", tail in "[A-Za-z0-9+/$=,]*") {
        for text in [text, format!("lock1${tail}"), format!("sealed1${tail}")] {
            if let Ok(record) = Record::read(&text) {
                prop_assert_eq!(record.write(), text.clone());
            }
            let _ = value::read(&text);
        }
    }
}
