//! The chosen sections of a plan, as they are locked and handed over.
//!
//! Inside the lock stand, packed, the day on which the copy was made (`2026-11-22`, or nothing), a line
//! break, and the plan as [`format`](crate::format) writes it, byte for byte.

use super::envelope::{self, Damage, Kind};
use super::{link, squeeze};
use crate::format::{self, Decoded, Plan};
use crate::worksheet::Date;

/// The longest copy that is read, in bytes, once it is unpacked.
const LONGEST: usize = 8 * 1024 * 1024;

/// A copy that was received and opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// The day on which it was made; `None` when its maker's device did not say.
    pub made: Option<Date>,
    /// The plan's text, exactly as it was handed over.
    pub text: String,
    /// The plan.
    pub plan: Plan,
}

/// What is to be locked.
#[must_use]
pub fn pack(plan: &Plan, made: Option<Date>) -> Vec<u8> {
    pack_text(&format::encode(plan), made)
}

/// The same with a plan's text as it is stored.
#[must_use]
pub fn pack_text(text: &str, made: Option<Date>) -> Vec<u8> {
    let made = made.map(|day| day.to_string()).unwrap_or_default();
    squeeze::pack(format!("{made}\n{text}").as_bytes())
}

/// What was locked, read. A plan that cannot be read whole counts as changed: nothing is shown in part.
///
/// # Errors
/// Why it cannot be used.
pub fn unpack(packed: &[u8]) -> Result<Copy, Damage> {
    let bytes = squeeze::unpack(packed, LONGEST).ok_or(Damage::Changed)?;
    let all = String::from_utf8(bytes).map_err(|_| Damage::Changed)?;
    let (made, text) = all.split_once('\n').ok_or(Damage::Changed)?;
    let made = match made {
        "" => None,
        day => Some(day.parse().map_err(|_| Damage::Changed)?),
    };
    match format::decode(text) {
        Decoded::Whole(plan) => Ok(Copy {
            made,
            text: text.to_owned(),
            plan,
        }),
        Decoded::Newer { .. } => Err(Damage::Newer),
        Decoded::Mended { .. } | Decoded::Unreadable { .. } => Err(Damage::Changed),
    }
}

/// A locked copy as a file: the words of the person's language for whoever opens it with something else,
/// and the envelope on a line of its own.
#[must_use]
pub fn as_file(locked: &[u8], explanation: &str) -> String {
    let envelope = envelope::write(Kind::LockedCopy, locked);
    format!(
        "{explanation}\n\n{}/{envelope}\n",
        link::path(Kind::LockedCopy)
    )
}
