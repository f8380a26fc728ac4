//! What every link and locked copy stands in.
//!
//! | bytes | what |
//! |---|---|
//! | 1 | the version (the upper four bits) and the kind (the lower four) |
//! | 1 to 4 | the payload's length, seven bits a byte, the lowest first |
//! | … | the payload |
//! | 4 | CRC-32 (ISO 3309) of all that, the lowest byte first |
//!
//! All of it is written in base64url without padding (RFC 4648, section 5). A newer version may change what
//! the payload means, never this frame: so an older program can tell "newer" from "damaged". Since the
//! length is known, whatever mail and chat put behind a link does no harm.

use base64ct::{Base64UrlUnpadded, Encoding};
use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

/// The version that [`write`] writes.
const VERSION: u8 = 1;
/// The longest payload that is read, in bytes: more than a browser stores for one site.
const LONGEST: usize = 16 * 1024 * 1024;
/// The length of the checksum, in bytes.
const CHECKSUM: usize = 4;

/// What an envelope holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A therapist's set-up. It holds no answers.
    Invitation,
    /// A copy of a plan that a passphrase opens.
    LockedCopy,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Invitation, Self::LockedCopy];

    fn number(self) -> u8 {
        match self {
            Self::Invitation => 1,
            Self::LockedCopy => 2,
        }
    }
}

/// Why what was received cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Damage {
    /// There is no link and no copy in it.
    Missing,
    /// Something in it was changed on the way.
    Changed,
    /// A part of it is missing.
    Incomplete,
    /// A newer program wrote it.
    Newer,
}

/// Puts a payload into an envelope.
#[must_use]
pub fn write(kind: Kind, payload: &[u8]) -> String {
    let mut bytes = vec![VERSION << 4 | kind.number()];
    let mut rest = payload.len();
    while rest > 0x7f {
        bytes.push((rest & 0x7f) as u8 | 0x80);
        rest >>= 7;
    }
    bytes.push(rest as u8);
    bytes.extend_from_slice(payload);
    bytes.extend_from_slice(&checksum(&bytes).to_le_bytes());
    Base64UrlUnpadded::encode_string(&bytes)
}

/// Takes the payload out of an envelope. What follows the envelope is not looked at.
///
/// # Errors
/// Why it cannot be used; never a part of it.
pub fn read(text: &str) -> Result<(Kind, Vec<u8>), Damage> {
    let length = length(text)?;
    let text = text.get(..length).ok_or(Damage::Incomplete)?;
    let bytes = Base64UrlUnpadded::decode_vec(text).map_err(|_| Damage::Changed)?;
    let (covered, sum) = bytes
        .split_last_chunk::<CHECKSUM>()
        .ok_or(Damage::Incomplete)?;
    if checksum(covered) != u32::from_le_bytes(*sum) {
        return Err(Damage::Changed);
    }
    let (head, payload) = head(covered).ok_or(Damage::Changed)?;
    let kind = Kind::ALL
        .into_iter()
        .find(|kind| kind.number() == head.kind);
    match kind {
        Some(kind) if head.version == VERSION => Ok((kind, payload.to_vec())),
        _ => Err(Damage::Newer),
    }
}

/// How many letters the envelope takes that a text begins with.
///
/// # Errors
/// [`Damage::Incomplete`] when too little is left to tell, [`Damage::Missing`] when it is none.
pub fn length(text: &str) -> Result<usize, Damage> {
    // Eight letters hold the longest head.
    let begin: String = text.chars().take(8).collect();
    let whole = begin.len() / 4 * 4;
    let begin = begin.get(..whole).unwrap_or_default();
    let bytes = Base64UrlUnpadded::decode_vec(begin).map_err(|_| Damage::Missing)?;
    let (head, _) = match head(&bytes) {
        Some(head) => head,
        None if text.len() < 8 => return Err(Damage::Incomplete),
        None => return Err(Damage::Missing),
    };
    if head.version == 0 || head.kind == 0 || head.length > LONGEST {
        return Err(Damage::Missing);
    }
    let bytes = head.room + head.length + CHECKSUM;
    Ok((bytes * 8).div_ceil(6))
}

/// What stands before the payload.
struct Head {
    version: u8,
    kind: u8,
    /// The payload's length, in bytes.
    length: usize,
    /// The head's own length, in bytes.
    room: usize,
}

fn head(bytes: &[u8]) -> Option<(Head, &[u8])> {
    let (first, mut rest) = bytes.split_first()?;
    let (mut length, mut room) = (0, 1);
    for shift in [0, 7, 14, 21] {
        let (byte, after) = rest.split_first()?;
        length |= usize::from(byte & 0x7f) << shift;
        rest = after;
        room += 1;
        if byte & 0x80 == 0 {
            let head = Head {
                version: first >> 4,
                kind: first & 0xf,
                length,
                room,
            };
            return Some((head, rest));
        }
    }
    None
}

fn checksum(bytes: &[u8]) -> u32 {
    // Without its table, which is larger than all the links of a lifetime.
    Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC).checksum(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_crc_32() {
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn every_length_comes_back() {
        for length in [0, 1, 2, 127, 128, 129, 16_383, 16_384, 2_097_152] {
            let payload: Vec<u8> = (0..length).map(|at| at as u8).collect();
            let text = write(Kind::LockedCopy, &payload);
            assert_eq!(super::length(&text), Ok(text.len()), "{length}");
            assert_eq!(read(&text), Ok((Kind::LockedCopy, payload)), "{length}");
        }
    }

    #[test]
    fn a_cut_envelope_is_incomplete_wherever_it_was_cut() {
        let text = write(Kind::Invitation, b"a greeting and a few questions");
        for end in 0..text.len() {
            assert_eq!(read(&text[..end]), Err(Damage::Incomplete), "{end}");
        }
    }

    #[test]
    fn another_letter_is_noticed_wherever_it_stands() {
        let text = write(Kind::Invitation, b"a greeting and a few questions");
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(bytes).expect("letters");
            assert!(read(&changed).is_err(), "{at}");
        }
    }

    #[test]
    fn a_newer_version_is_told_from_damage() {
        let mut bytes = vec![2 << 4 | 1, 3, 7, 7, 7];
        bytes.extend_from_slice(&checksum(&bytes).to_le_bytes());
        let text = Base64UrlUnpadded::encode_string(&bytes);
        assert_eq!(read(&text), Err(Damage::Newer));
    }
}
