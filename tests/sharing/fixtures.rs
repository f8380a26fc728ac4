//! Links and copies of the first program that made them. They open for ever.
//!
//! A fixture is written once: `WRITE_FIXTURES=1` writes those that are missing, and nothing ever writes over
//! one.

use crate::BASE;
use crate::copies::{PASSPHRASE, chance};
use crate::support::stories;
use first_light::format::{Plan, encode};
use first_light::sharing::copy::{as_file, pack, unpack};
use first_light::sharing::envelope::Kind;
use first_light::sharing::file::{self, Inside};
use first_light::sharing::{invitation, link};
use first_light::worksheet::Date;
use std::fs;
use std::path::PathBuf;
use vault::Effort;
use vault::copy::{lock, unlock};

/// The text of a fixture, made by `first` if there is none yet and the test is asked to write it.
fn fixture(name: &str, first: impl Fn() -> String) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/share1");
    let path = folder.join(name);
    if !path.exists() && std::env::var_os("WRITE_FIXTURES").is_some() {
        fs::write(&path, first()).expect("a fixture can be written");
    }
    fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

fn locked(plan: &Plan) -> Vec<u8> {
    let packed = pack(plan, Date::new(2026, 11, 22));
    lock(PASSPHRASE, Effort::NOW, chance(7), &packed).expect("memory")
}

/// What stands in a locked copy, once it is open.
fn assert_opens(bytes: &[u8], plan: &Plan) {
    let packed = unlock(PASSPHRASE, bytes).expect("the passphrase opens it");
    let copy = unpack(&packed).expect("it is whole");
    assert_eq!(copy.text, encode(plan));
    assert_eq!(&copy.plan, plan);
    assert_eq!(copy.made, Date::new(2026, 11, 22));
}

#[test]
fn a_link_of_a_therapist() {
    let set_up = stories::invitation();
    let first = || invitation::write(&set_up, BASE).expect("it is short") + "\n";
    let text = fixture("invitation.txt", first);
    assert_eq!(invitation::read(&text), Ok(set_up));
}

#[test]
fn a_locked_link() {
    let plan = stories::dated();
    let first = || link::write(BASE, Kind::LockedCopy, &locked(&plan)).expect("it is short") + "\n";
    let text = fixture("locked-link.txt", first);
    let Ok((Kind::LockedCopy, bytes)) = link::find(&text) else {
        panic!("it holds a locked copy");
    };
    assert_opens(&bytes, &plan);
}

#[test]
fn a_locked_file() {
    let plan = stories::full();
    let says = "This is a locked copy from First Light.";
    let text = fixture("locked-file.txt", || as_file(&locked(&plan), says));
    let Ok(Inside::Locked(bytes)) = file::read(&text) else {
        panic!("it holds a locked copy");
    };
    assert_opens(&bytes, &plan);
}
