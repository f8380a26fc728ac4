//! Faults on demand: the tests stop the program at every kind of work that it does.
//!
//! They exist only in builds with the feature `faults`. In any other build [`at`] is nothing, and
//! `cargo xtask build` refuses a page for visitors that has any of this in it.

use std::fmt::Debug;

/// Where the tests name the fault that they want, as `PLACE DETAIL`.
#[cfg(feature = "faults")]
const WANTED: &str = "fault-of-the-tests";

/// A place where the program can be stopped: what kind of work it does, and on what. It stops when the
/// tests want a fault at this place, once, and what it works on has their detail in it.
#[cfg(feature = "faults")]
pub fn at(place: &str, what: &dyn Debug) {
    let storage = super::window().and_then(|window| window.local_storage().ok().flatten());
    let Some(storage) = storage else { return };
    let wanted = storage.get_item(WANTED).ok().flatten().unwrap_or_default();
    let (wanted, detail) = wanted.split_once(' ').unwrap_or((&wanted, ""));
    let what = format!("{what:?}");
    if wanted == place && what.contains(detail) {
        // A fault that were wanted still would stop the program again after it was loaded again.
        let _ = storage.remove_item(WANTED);
        panic!("as the tests want it: {place} {what}");
    }
}

/// Nothing.
#[cfg(not(feature = "faults"))]
#[inline(always)]
pub fn at(_: &str, _: &dyn Debug) {}
