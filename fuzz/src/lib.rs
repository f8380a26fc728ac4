//! What must hold for any bytes at all, one module for each decoder.
//!
//! The targets in `fuzz_targets/` call these with what libFuzzer makes up, and `tests/hostile.rs` of the
//! app calls them with the seeds, on every run of the tests.

pub mod address;
pub mod copy;
pub mod draft;
pub mod file;
pub mod head;
pub mod link;
pub mod lock;
pub mod plan;
pub mod sealed;
pub mod settings;

use serde_json::Value;
use std::collections::HashSet;

/// The bytes as a browser would hand them over.
fn text_of(data: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(data)
}

/// Texts that are longer, in bytes, are not made longer still.
const TWICE: usize = 4096;

/// A text that was written by this program, with changes that the bytes name: each a place and what is
/// changed there, two bytes.
fn damaged(whole: &str, changes: &[u8]) -> String {
    let mut bytes = whole.as_bytes().to_vec();
    for change in changes.chunks_exact(2) {
        let place = usize::from(change[0]) % bytes.len().max(1);
        match change[1] {
            // Cut off from there on, written twice from there on, or without what stands there.
            0 => bytes.truncate(place),
            1 if bytes.len() < TWICE => bytes.extend_from_within(place..),
            2 if place < bytes.len() => drop(bytes.remove(place)),
            bits => {
                if let Some(byte) = bytes.get_mut(place) {
                    *byte ^= bits & 0x7F;
                }
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The text as JSON, read by another program than ours; `None` when that is stricter.
fn json_of(text: &str) -> Option<Value> {
    serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()
}

/// Every string that stands in the text, however broken the text is around it.
fn strings(text: &str) -> HashSet<String> {
    let mut strings = HashSet::new();
    let mut rest = text;
    while let Some(start) = rest.find('"') {
        let Some(end) = end_of_string(&rest[start..]) else {
            break;
        };
        let (string, after) = rest[start..].split_at(end);
        strings.extend(serde_json::from_str::<String>(string));
        rest = after;
    }
    strings
}

/// Where the string ends that the text begins with.
fn end_of_string(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            b'"' if !escaped => return Some(at + 1),
            _ => escaped = byte == b'\\' && !escaped,
        }
    }
    None
}
