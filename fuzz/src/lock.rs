//! The lock itself, as it stands in storage.
//!
//! The passphrase's key is given instead of made: Argon2id takes longer than everything else together, and
//! gets nothing from outside but a salt and an effort that were checked here.

use super::{damaged, text_of};
use vault::record::Record;
use vault::{Effort, Failure, Key};

/// A lock that [`outer`] opens.
const WHOLE: &str = include_str!("../seeds/lock/whole");

/// The key that the passphrase of [`WHOLE`] makes: bytes that count upward.
fn outer() -> Key {
    Key::new(std::array::from_fn(|at| at as u8))
}

/// Any text is a lock or is not; a lock is written as it is read, asks for an effort in bounds, and opens only
/// if not a letter of it was changed.
///
/// # Panics
/// When it does not.
pub fn check(data: &[u8]) {
    reads(&text_of(data));
    reads(&damaged(WHOLE, data));
}

fn reads(text: &str) {
    match Record::read(text) {
        Ok(record) => {
            assert_eq!(record.write(), text);
            assert!(record.effort.is_fit(), "{:?}", record.effort);
            let opened = record.unwrap_with(&outer());
            assert_eq!(opened.is_ok(), text == WHOLE, "{text}");
        }
        // An effort that is refused is refused whatever else is asked.
        Err(Failure::Unfit) => {
            assert!(text.starts_with("lock1$"), "{text}");
            let least = Effort {
                memory: 0,
                passes: 0,
            };
            assert!(vault::derive::derive("", &[0; 16], least).is_err());
        }
        Err(Failure::Newer) => assert!(!text.starts_with("lock1$"), "{text}"),
        Err(Failure::Damaged) => {}
        Err(other) => panic!("{other:?} of {text}"),
    }
}
