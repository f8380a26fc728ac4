//! A link, and whatever mail and chat have made of it.

use super::{damaged, text_of};
use first_light::sharing::envelope::{Kind, write};
use first_light::sharing::invitation;
use first_light::sharing::link::{self, find};

const BASE: &str = "https://first-light.example/";

/// Any text holds a link or does not. What is found is found again in a link of its own; whatever was put into
/// one comes out whole, or, if the link was damaged, whole or not at all.
///
/// # Panics
/// When it does not.
pub fn check(data: &[u8]) {
    let text = text_of(data);
    if let Ok((kind, payload)) = find(&text) {
        assert_eq!(find(&write(kind, &payload)), Ok((kind, payload)));
        check_invitation(&text);
    }
    // The bytes say which kind. A change of one letter is the same for both.
    let kind = Kind::ALL[data.iter().fold(0, |sum, byte| sum ^ usize::from(*byte)) % 2];
    let payload = data.get(..200).unwrap_or(data);
    let found = Ok((kind, payload.to_vec()));
    let link = link::write(BASE, kind, payload).expect("it is short");
    assert_eq!(find(&link), found);
    let damaged = find(&damaged(&link, data));
    assert!(damaged.is_err() || damaged == found, "{damaged:?}");
}

/// Where nothing is found there is no set-up either: `read` finds first.
fn check_invitation(text: &str) {
    if let Ok(read) = invitation::read(text)
        && let Ok(link) = invitation::write(&read, BASE)
    {
        assert_eq!(invitation::read(&link), Ok(read.as_sent()));
    }
}
