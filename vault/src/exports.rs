//! What the page calls. Each request is bytes written to [`vault_room`], and each answer bytes found at [`vault_given`].
//!
//! | call | bytes in | bytes out |
//! |---|---|---|
//! | [`vault_wrap`] | data key 32, id 16, salt 16, nonce 24, passphrase | the lock |
//! | [`vault_open`] | passphrase, the lock | data key 32, id 16 |
//! | [`vault_hold`] | data key 32 | |
//! | [`vault_seal`] | nonce 24, place, text | the sealed text |
//! | [`vault_unseal`] | place, sealed text | the text |
//! | [`vault_lock_copy`] | salt 16, nonce 24, passphrase, copy | the locked copy |
//! | [`vault_unlock_copy`] | passphrase, locked copy | the copy |
//! | [`vault_suggest`] | chance 20 | a passphrase |
//!
//! Every call overwrites the bytes that came in. Numbers that come back: see [`code`].

#![expect(
    unsafe_code,
    reason = "the page finds a function only by a name of its own choice, which `no_mangle` keeps; \
              nothing else here is unsafe"
)]

use crate::derive::SALT;
use crate::key::{KEY, NONCE};
use crate::{Chance, Effort, Failure, ID, Key};
use std::cell::RefCell;
use zeroize::Zeroizing;

#[derive(Default)]
struct Desk {
    room: Zeroizing<Vec<u8>>,
    given: Zeroizing<Vec<u8>>,
    key: Option<Key>,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// The number for how it went: 0 is well.
#[must_use]
pub fn code(outcome: Result<(), Failure>) -> u32 {
    match outcome {
        Ok(()) => 0,
        Err(Failure::Wrong) => 1,
        Err(Failure::Damaged) => 2,
        Err(Failure::Newer) => 3,
        Err(Failure::Unfit) => 4,
        Err(Failure::Memory) => 5,
    }
}

/// Makes room for the bytes of a request and says where it is.
#[unsafe(no_mangle)]
pub extern "C" fn vault_room(length: usize) -> *mut u8 {
    // Where there is no memory for it, all else is left as it was.
    let mut room = Zeroizing::new(vec![0; length]);
    let at = room.as_mut_ptr();
    DESK.with_borrow_mut(|desk| desk.room = room);
    at
}

/// Where the last answer is.
#[unsafe(no_mangle)]
pub extern "C" fn vault_given() -> *const u8 {
    DESK.with_borrow(|desk| desk.given.as_ptr())
}

/// How long the last answer is, in bytes.
#[unsafe(no_mangle)]
pub extern "C" fn vault_given_length() -> usize {
    DESK.with_borrow(|desk| desk.given.len())
}

/// Overwrites everything that is held here, the key too.
#[unsafe(no_mangle)]
pub extern "C" fn vault_forget() {
    DESK.set(Desk::default());
}

/// Writes a lock that a passphrase opens.
#[unsafe(no_mangle)]
pub extern "C" fn vault_wrap() -> u32 {
    answer(|request, _| {
        let (key, rest) = cut::<KEY>(request)?;
        let (id, rest) = cut::<ID>(rest)?;
        let (salt, rest) = cut::<SALT>(rest)?;
        let (nonce, rest) = cut::<NONCE>(rest)?;
        let chance = Chance {
            salt: *salt,
            nonce: *nonce,
        };
        crate::wrap(text(rest)?, &Key::new(*key), *id, Effort::NOW, chance).map(String::into_bytes)
    })
}

/// Opens a lock with the passphrase that takes the first bytes of the request.
#[unsafe(no_mangle)]
pub extern "C" fn vault_open(passphrase: usize) -> u32 {
    answer(|request, _| {
        let (passphrase, record) = split(request, passphrase)?;
        let (key, id) = crate::open(passphrase, record)?;
        Ok([key.bytes().as_slice(), &id].concat())
    })
}

/// Keeps a data key for sealing.
#[unsafe(no_mangle)]
pub extern "C" fn vault_hold() -> u32 {
    answer(|request, key| {
        *key = Some(Key::from_slice(request).ok_or(Failure::Damaged)?);
        Ok(Vec::new())
    })
}

/// Seals a text for the place whose name follows the nonce in the request.
#[unsafe(no_mangle)]
pub extern "C" fn vault_seal(place: usize) -> u32 {
    answer(|request, key| {
        let key = key.as_ref().ok_or(Failure::Wrong)?;
        let (nonce, rest) = cut::<NONCE>(request)?;
        let (place, text) = split(rest, place)?;
        Ok(crate::seal(key, nonce, place, text).into_bytes())
    })
}

/// The text that was sealed for the place whose name takes the first bytes of the request.
#[unsafe(no_mangle)]
pub extern "C" fn vault_unseal(place: usize) -> u32 {
    answer(|request, key| {
        let key = key.as_ref().ok_or(Failure::Wrong)?;
        let (place, sealed) = split(request, place)?;
        crate::unseal(key, place, sealed).map(String::into_bytes)
    })
}

/// Locks a copy with the passphrase that takes the first bytes after salt and nonce.
#[unsafe(no_mangle)]
pub extern "C" fn vault_lock_copy(passphrase: usize) -> u32 {
    answer(|request, _| {
        let (salt, rest) = cut::<SALT>(request)?;
        let (nonce, rest) = cut::<NONCE>(rest)?;
        let (passphrase, copy) = rest.split_at_checked(passphrase).ok_or(Failure::Damaged)?;
        let chance = Chance {
            salt: *salt,
            nonce: *nonce,
        };
        crate::copy::lock(text(passphrase)?, Effort::NOW, chance, copy)
    })
}

/// Opens a copy with the passphrase that takes the first bytes of the request.
#[unsafe(no_mangle)]
pub extern "C" fn vault_unlock_copy(passphrase: usize) -> u32 {
    answer(|request, _| {
        let (passphrase, locked) = request
            .split_at_checked(passphrase)
            .ok_or(Failure::Damaged)?;
        crate::copy::unlock(text(passphrase)?, locked)
    })
}

/// Suggests a passphrase for a copy.
#[unsafe(no_mangle)]
pub extern "C" fn vault_suggest() -> u32 {
    answer(|request, _| {
        let (chance, _) = cut::<{ crate::words::CHANCE }>(request)?;
        Ok(crate::words::suggest(chance).into_bytes())
    })
}

fn answer(work: impl FnOnce(&[u8], &mut Option<Key>) -> Result<Vec<u8>, Failure>) -> u32 {
    DESK.with_borrow_mut(|desk| {
        let request = std::mem::take(&mut desk.room);
        desk.given = Zeroizing::default();
        code(work(&request, &mut desk.key).map(|given| desk.given = Zeroizing::new(given)))
    })
}

fn cut<const LENGTH: usize>(bytes: &[u8]) -> Result<(&[u8; LENGTH], &[u8]), Failure> {
    bytes.split_first_chunk().ok_or(Failure::Damaged)
}

fn split(bytes: &[u8], at: usize) -> Result<(&str, &str), Failure> {
    let (first, rest) = bytes.split_at_checked(at).ok_or(Failure::Damaged)?;
    Ok((text(first)?, text(rest)?))
}

fn text(bytes: &[u8]) -> Result<&str, Failure> {
    std::str::from_utf8(bytes).map_err(|_| Failure::Damaged)
}
