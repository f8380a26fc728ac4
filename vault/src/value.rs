//! How one stored text is written once it is sealed: `sealed1$` and, in base64 without padding, a nonce of
//! 24 bytes, the sealed text, and a tag of 16 bytes.
//!
//! The tag also covers `sealed1$` and the name under which the text is stored: what was sealed in one place
//! opens in no other.

use crate::key::NONCE;
use crate::{Failure, Key};
use base64ct::{Base64Unpadded, Encoding};

/// How a sealed text of this version begins.
pub const BEGIN: &str = "sealed1$";
/// How a sealed text of any version begins.
const ANY: &str = "sealed";

/// Seals a text for the place where it is stored. A nonce may be used once only.
#[must_use]
pub fn seal(key: &Key, nonce: &[u8; NONCE], place: &str, text: &str) -> String {
    let sealed = key.seal(nonce, &bound(place), text.as_bytes());
    format!("{BEGIN}{}", Base64Unpadded::encode_string(&sealed))
}

/// The text that was sealed for this place.
///
/// # Errors
/// [`Failure::Newer`] for another version, [`Failure::Wrong`] when it was sealed with another key or for
/// another place, or changed since, and [`Failure::Damaged`] for what is no sealed text at all.
pub fn unseal(key: &Key, place: &str, sealed: &str) -> Result<String, Failure> {
    let bytes = read(sealed)?;
    let text = key.unseal(&bound(place), &bytes).ok_or(Failure::Wrong)?;
    String::from_utf8(text).map_err(|_| Failure::Damaged)
}

/// The bytes of a sealed text: nonce, sealed text, tag.
///
/// # Errors
/// [`Failure::Newer`] for another version, [`Failure::Damaged`] for what is no sealed text.
pub fn read(sealed: &str) -> Result<Vec<u8>, Failure> {
    let Some(base64) = sealed.strip_prefix(BEGIN) else {
        let version = sealed
            .strip_prefix(ANY)
            .and_then(|rest| rest.split_once('$'));
        return Err(match version.map(|(version, _)| version.parse::<u32>()) {
            Some(Ok(_)) => Failure::Newer,
            _ => Failure::Damaged,
        });
    };
    let bytes = Base64Unpadded::decode_vec(base64).map_err(|_| Failure::Damaged)?;
    if bytes.len() < NONCE + 16 {
        return Err(Failure::Damaged);
    }
    Ok(bytes)
}

fn bound(place: &str) -> Vec<u8> {
    [BEGIN, place].concat().into_bytes()
}
