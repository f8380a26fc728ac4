//! A copy of a plan, locked with a passphrase that is told to its receiver some other way.
//!
//! | bytes | what |
//! |---|---|
//! | 1 | how it is locked: 1 for Argon2id (version 19, one lane) and XChaCha20-Poly1305 |
//! | 4 | memory in KiB, the lowest byte first |
//! | 1 | passes |
//! | 16 | salt |
//! | 24 | nonce |
//! | … | the sealed copy, and a tag of 16 bytes |
//!
//! The tag also covers everything before the nonce, so that nobody can lower the effort. An effort outside
//! the sensible range is refused before any work.

use crate::derive::{SALT, derive};
use crate::key::NONCE;
use crate::{Chance, Effort, Failure};

/// How it is locked.
const MEANS: u8 = 1;
/// The length of everything before the nonce, in bytes.
const HEAD: usize = 1 + 4 + 1 + SALT;
/// What the tag covers first: nothing that was sealed for another purpose opens as a copy.
const PURPOSE: &[u8] = b"First Light copy";

/// Locks a copy.
///
/// # Errors
/// [`Failure::Unfit`] for an effort outside the range, [`Failure::Memory`] when there is too little.
pub fn lock(
    passphrase: &str,
    effort: Effort,
    chance: Chance,
    copy: &[u8],
) -> Result<Vec<u8>, Failure> {
    let key = derive(&spoken(passphrase), &chance.salt, effort)?;
    let passes = u8::try_from(effort.passes).map_err(|_| Failure::Unfit)?;
    let mut locked = vec![MEANS];
    locked.extend(effort.memory.to_le_bytes());
    locked.push(passes);
    locked.extend(chance.salt);
    let sealed = key.seal(&chance.nonce, &bound(&locked), copy);
    if sealed.len() < NONCE + 16 {
        return Err(Failure::Memory);
    }
    locked.extend(sealed);
    Ok(locked)
}

/// Opens a copy.
///
/// # Errors
/// [`Failure::Wrong`] for another passphrase or a copy that somebody changed, [`Failure::Newer`] for other
/// means, [`Failure::Unfit`] for an effort that was not written here, [`Failure::Damaged`] for what is no copy.
pub fn unlock(passphrase: &str, locked: &[u8]) -> Result<Vec<u8>, Failure> {
    let (head, sealed) = locked.split_at_checked(HEAD).ok_or(Failure::Damaged)?;
    let (means, rest) = head.split_first().ok_or(Failure::Damaged)?;
    if *means != MEANS {
        return Err(Failure::Newer);
    }
    let (memory, rest) = rest.split_first_chunk().ok_or(Failure::Damaged)?;
    let (passes, salt) = rest.split_first().ok_or(Failure::Damaged)?;
    let effort = Effort {
        memory: u32::from_le_bytes(*memory),
        passes: u32::from(*passes),
    };
    let salt = salt.try_into().map_err(|_| Failure::Damaged)?;
    let key = derive(&spoken(passphrase), salt, effort)?;
    key.unseal(&bound(head), sealed).ok_or(Failure::Wrong)
}

fn bound(head: &[u8]) -> Vec<u8> {
    [PURPOSE, head].concat()
}

/// A passphrase as it counts when it is told by voice: nobody says which letters are large, nor what stands
/// between the words.
#[must_use]
pub fn spoken(passphrase: &str) -> zeroize::Zeroizing<String> {
    let words = passphrase.split(|letter: char| letter.is_whitespace() || letter == '-');
    let words = words.filter(|word| !word.is_empty());
    let words: Vec<_> = words.collect();
    zeroize::Zeroizing::new(words.join(" ").to_lowercase())
}
