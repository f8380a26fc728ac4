//! How the lock itself is written: `lock1$<id>$argon2id$v=19$m=47104,t=3,p=1$<salt>$<wrapped key>`.
//!
//! The parts in angle brackets are base64 without padding. The id names the data key and stays the same
//! when the passphrase changes. The wrapped key is a nonce of 24 bytes, the data key sealed with the
//! passphrase's key, and a tag of 16 bytes; the tag also covers everything before the last `$`, so that
//! nobody can lower the effort or give the lock another name.

use crate::derive::{SALT, derive};
use crate::key::{KEY, NONCE};
use crate::{Effort, Failure, Key};
use base64ct::{Base64Unpadded, Encoding};

/// The length of an id, in bytes.
pub const ID: usize = 16;

/// How a lock of this version begins.
const BEGIN: &str = "lock1$";
/// How a lock of any version begins.
const ANY: &str = "lock";
/// What makes the key from the passphrase, as written.
const MEANS: &str = "$argon2id$v=19$m=";

/// What has to be drawn at random for each wrapping.
#[derive(Clone, Copy, Debug)]
pub struct Chance {
    /// Goes into the passphrase's key.
    pub salt: [u8; SALT],
    /// Goes into the wrapping.
    pub nonce: [u8; NONCE],
}

/// A lock as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Names the data key.
    pub id: [u8; ID],
    /// How much work it is to try one passphrase.
    pub effort: Effort,
    /// Goes into the passphrase's key.
    pub salt: [u8; SALT],
    /// The data key, wrapped.
    pub wrapped: [u8; NONCE + KEY + 16],
}

impl Record {
    /// Reads a lock. Anything that [`Record::write`] would not write in the same way is refused.
    ///
    /// # Errors
    /// [`Failure::Newer`] for another version, [`Failure::Unfit`] for an effort outside the range, and
    /// [`Failure::Damaged`] for everything else that is not a lock.
    pub fn read(text: &str) -> Result<Self, Failure> {
        let rest = text.strip_prefix(BEGIN).ok_or_else(|| other(text))?;
        let record = Self::parts(rest).ok_or(Failure::Damaged)?;
        if record.write() != text {
            return Err(Failure::Damaged);
        }
        if !record.effort.is_fit() {
            return Err(Failure::Unfit);
        }
        Ok(record)
    }

    fn parts(rest: &str) -> Option<Self> {
        let (id, rest) = rest.split_once(MEANS)?;
        let (effort, rest) = rest.split_once(",p=1$")?;
        let (memory, passes) = effort.split_once(",t=")?;
        let (salt, wrapped) = rest.split_once('$')?;
        Some(Self {
            id: bytes(id)?,
            effort: Effort {
                memory: memory.parse().ok()?,
                passes: passes.parse().ok()?,
            },
            salt: bytes(salt)?,
            wrapped: bytes(wrapped)?,
        })
    }

    /// Writes the lock.
    #[must_use]
    pub fn write(&self) -> String {
        self.head() + &Base64Unpadded::encode_string(&self.wrapped)
    }

    /// The data key, taken out with the key that the passphrase makes.
    ///
    /// # Errors
    /// [`Failure::Wrong`] for another key, or when anything of the lock was changed since it was written.
    pub fn unwrap_with(&self, outer: &Key) -> Result<Key, Failure> {
        let bytes = outer.unseal(self.head().as_bytes(), &self.wrapped);
        let bytes = zeroize::Zeroizing::new(bytes.ok_or(Failure::Wrong)?);
        Key::from_slice(&bytes).ok_or(Failure::Wrong)
    }

    /// Everything that the tag covers besides the key.
    fn head(&self) -> String {
        let Effort { memory, passes } = self.effort;
        let id = Base64Unpadded::encode_string(&self.id);
        let salt = Base64Unpadded::encode_string(&self.salt);
        format!("{BEGIN}{id}{MEANS}{memory},t={passes},p=1${salt}$")
    }
}

/// What a text is that does not begin as a lock of this version does.
fn other(text: &str) -> Failure {
    let version = text.strip_prefix(ANY).and_then(|rest| rest.split_once('$'));
    match version.map(|(version, _)| version.parse::<u32>()) {
        Some(Ok(_)) => Failure::Newer,
        _ => Failure::Damaged,
    }
}

fn bytes<const LENGTH: usize>(text: &str) -> Option<[u8; LENGTH]> {
    let mut bytes = [0; LENGTH];
    let read = Base64Unpadded::decode(text, &mut bytes).ok()?.len();
    (read == LENGTH).then_some(bytes)
}

/// Writes a lock that this passphrase opens.
///
/// # Errors
/// [`Failure::Unfit`] for an effort outside the range, [`Failure::Memory`] when there is too little.
pub fn wrap(
    passphrase: &str,
    key: &Key,
    id: [u8; ID],
    effort: Effort,
    chance: Chance,
) -> Result<String, Failure> {
    let Chance { salt, nonce } = chance;
    let outer = derive(passphrase, &salt, effort)?;
    let mut record = Record {
        id,
        effort,
        salt,
        wrapped: [0; NONCE + KEY + 16],
    };
    let wrapped = outer.seal(&nonce, record.head().as_bytes(), key.bytes());
    record.wrapped = wrapped.try_into().map_err(|_| Failure::Memory)?;
    Ok(record.write())
}

/// Opens a lock: its data key, and the id of that.
///
/// # Errors
/// [`Failure::Wrong`] for another passphrase or a lock that somebody changed, and all that
/// [`Record::read`] and [`derive`] say.
pub fn open(passphrase: &str, record: &str) -> Result<(Key, [u8; ID]), Failure> {
    let record = Record::read(record)?;
    let outer = derive(passphrase, &record.salt, record.effort)?;
    Ok((record.unwrap_with(&outer)?, record.id))
}
