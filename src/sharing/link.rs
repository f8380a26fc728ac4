//! Links: writing one, and finding one in whatever mail and chat have made of it.
//!
//! A link is the program's own address, `#/invitation/` or `#/copy/`, and an [envelope](super::envelope).
//! What comes after `#` is sent to no server. [`find`] takes any text: the link alone, a message around it,
//! an address that a mail gateway has wrapped. What was mangled in a way that can be undone is repaired, and
//! the checksum says whether the repair was right. Nothing is ever given out in part.

mod repair;

use super::envelope::{self, Damage, Kind};

/// The longest link, in characters. Longer ones are cut by some mail programs and refused by some chats.
pub const LONGEST: usize = 2_000;

/// The longest text that is searched for mangled links, in bytes. In a longer one, a saved file, only an
/// envelope that nobody has mangled is found.
const SEARCHED: usize = 64 * 1024;

/// The most places in a text where an envelope may begin, of those after the path of a link and of the others.
const PLACES: usize = 200;

/// A link came out too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// By how many characters.
    pub by: usize,
}

/// The part of an address that says what kind of link it is.
#[must_use]
pub fn path(kind: Kind) -> &'static str {
    match kind {
        Kind::Invitation => "invitation",
        Kind::LockedCopy => "copy",
    }
}

/// Writes a link. `base` is the program's own address, without what comes after `#`.
///
/// # Errors
/// When it is longer than [`LONGEST`].
pub fn write(base: &str, kind: Kind, payload: &[u8]) -> Result<String, TooLong> {
    let link = format!("{base}#/{}/{}", path(kind), envelope::write(kind, payload));
    match link.chars().count().checked_sub(LONGEST) {
        None | Some(0) => Ok(link),
        Some(by) => Err(TooLong { by }),
    }
}

/// Finds what a link or a locked copy holds, in any text.
///
/// # Errors
/// Why there is nothing that can be used. Where several links are in the text, what is said is about the
/// one that came closest.
pub fn find(text: &str) -> Result<(Kind, Vec<u8>), Damage> {
    if text.len() > SEARCHED {
        return find_in(text);
    }
    let mut nearest = Damage::Missing;
    for reading in repair::readings(text) {
        match find_in(&reading) {
            Err(damage) => nearest = nearest.max(damage),
            found => return found,
        }
    }
    Err(nearest)
}

/// Finds an envelope in one way of reading a text.
fn find_in(text: &str) -> Result<(Kind, Vec<u8>), Damage> {
    let is_marked = |(_, at): &(&str, usize)| is_marked(text, *at);
    let mut nearest = Damage::Missing;
    // A link may stand at the end of a long letter: what its path leads to comes before every other word.
    for (after, _) in places(text).filter(is_marked).take(PLACES) {
        match read_at(after) {
            Ok(found) => return Ok(found),
            Err(damage) => nearest = nearest.max(damage),
        }
    }
    // Anything may look like the beginning of an envelope; what is no envelope says nothing.
    let mut rest = places(text).filter(|place| !is_marked(place)).take(PLACES);
    rest.find_map(|(after, _)| read_at(after).ok())
        .ok_or(nearest)
}

/// The places where an envelope may begin: the beginning of the text, and after whatever is no letter of
/// one. Each with its distance from the beginning, in bytes.
fn places(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let after = text
        .char_indices()
        .filter(|(_, letter)| !is_letter(*letter))
        .map(|(at, letter)| at + letter.len_utf8());
    std::iter::once(0)
        .chain(after)
        .filter_map(|at| Some((text.get(at..)?, at)))
        .filter(|(after, _)| after.starts_with(is_letter))
}

/// Whether the path of a link ends here.
fn is_marked(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let before = before.strip_suffix('/').unwrap_or_default();
    Kind::ALL.iter().any(|kind| {
        let before = before.as_bytes();
        let path = path(*kind).as_bytes();
        let start = before.len().checked_sub(path.len());
        start
            .and_then(|start| before.get(start..))
            .is_some_and(|end| end.eq_ignore_ascii_case(path))
    })
}

/// Reads the envelope that a text begins with, put together again if it was wrapped.
fn read_at(text: &str) -> Result<(Kind, Vec<u8>), Damage> {
    let end = text.find(|letter| !is_letter(letter));
    let run = text.get(..end.unwrap_or(text.len())).unwrap_or_default();
    let at_once = envelope::read(run);
    // One that the checksum finds whole may have letters of one case only: of a payload of zeros it has.
    if at_once.is_err() && is_one_case(run) {
        return Err(Damage::Changed);
    }
    if at_once != Err(Damage::Incomplete) {
        return at_once;
    }
    let length = envelope::length(run).or_else(|_| envelope::length(&joined(text, 8)))?;
    match envelope::read(&joined(text, length)) {
        // Put together from a cut link and the words after it.
        Err(Damage::Changed | Damage::Missing) => Err(Damage::Incomplete),
        other => other,
    }
}

/// The first letters of an envelope, without what mail programs put between them.
fn joined(text: &str, length: usize) -> String {
    let mut joined = String::new();
    for letter in text.chars() {
        if joined.len() == length || !(is_letter(letter) || repair::is_between(letter)) {
            break;
        }
        if is_letter(letter) {
            joined.push(letter);
        }
    }
    joined
}

/// Whether a letter may stand in an envelope.
fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')
}

/// Whether the large letters were made small, or the small ones large. In 24 letters drawn by chance that
/// happens once in 200,000 times.
fn is_one_case(run: &str) -> bool {
    let is_any = |test: fn(&char) -> bool| run.chars().any(|letter| test(&letter));
    run.len() >= 24 && !(is_any(char::is_ascii_lowercase) && is_any(char::is_ascii_uppercase))
}
