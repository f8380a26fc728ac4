//! One plan as text, and text as a plan: what stands in storage and in a saved copy.
//!
//! A plan is one JSON object whose key `first-light` gives the version of the format. What a version
//! looks like never changes; its description, its reader and its writer are in a module of its own
//! ([`v1`]), apart from the worksheet, which knows nothing of JSON.
//!
//! [`encode`] cannot fail. [`decode`] takes any text at all and is lenient by parts: what can be read
//! is read, what cannot is named in [`Decoded::Mended`], and text that breaks off is read up to there.
//! Whoever stores plans keeps the original of everything that was not read whole.
//!
//! What this version does not know is not lost either: unknown keys of the plan itself and unknown
//! questions, scales and days are carried along unread in [`Unknown`] and written back. Unknown keys
//! further inside (say, of a goal) count as damage, so that the original is kept.

mod draft;
mod json;
mod lenient;
mod mend;
mod part;
pub mod v1;

pub use draft::{DecodedDraft, decode_draft, encode_draft};
pub(crate) use json::Writer;
pub(crate) use lenient::{Fields, Json, each, flag, number, text};
pub use part::Part;

use crate::progress::Place;
use crate::worksheet::{EnumSet, Worksheet};
use std::rc::Rc;

/// The version that [`encode`] writes.
pub const VERSION: u64 = 1;

/// The key whose value is the version.
const VERSION_KEY: &str = "first-light";

/// The longest text that is read, in bytes: three times what a browser stores for one site.
const LONGEST: usize = 16 * 1024 * 1024;

/// One stored plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Everything that the person wrote.
    pub worksheet: Worksheet,
    /// Where they stopped.
    pub place: Place,
    /// When they last changed it, in milliseconds since 1970.
    pub changed: u64,
    /// What a newer program put there. Carry it along.
    pub unknown: Unknown,
}

impl Plan {
    /// A plan with nothing in it.
    #[must_use]
    pub fn new(now: u64) -> Self {
        Self {
            worksheet: Worksheet::default(),
            place: Place::FIRST,
            changed: now,
            unknown: Unknown::default(),
        }
    }
}

/// Entries of a stored plan that this version does not know. They are written back as they were.
/// Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unknown {
    entries: Rc<Vec<UnknownEntry>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct UnknownEntry {
    /// The part that it stands in; `None` for the plan itself.
    part: Option<Part>,
    key: String,
    json: String,
}

impl Unknown {
    /// Whether there is nothing that this version does not know.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn within(&self, part: Option<Part>) -> impl Iterator<Item = (&str, &str)> {
        let here = move |entry: &&UnknownEntry| entry.part == part;
        let entries = self.entries.iter().filter(here);
        entries.map(|entry| (entry.key.as_str(), entry.json.as_str()))
    }
}

/// What a text turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decoded {
    /// A plan, all of it.
    Whole(Plan),
    /// A plan, parts of which could not be read.
    Mended {
        /// What could be read.
        plan: Plan,
        /// Where something is missing that the text holds; never empty.
        broken: EnumSet<Part>,
    },
    /// A plan in the format of a newer program.
    Newer {
        /// The version of its format.
        version: u64,
    },
    /// Something else.
    Unreadable {
        /// The reason.
        why: Unreadable,
    },
}

/// Why a text cannot be read as a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is longer than any plan can be.
    TooLong,
    /// It is not a plan, or too little of it is left to tell.
    NotAPlan,
}

/// Writes a plan. What was [removed](crate::worksheet::Roster) from it is not written.
#[must_use]
pub fn encode(plan: &Plan) -> String {
    v1::write(plan)
}

/// Reads any text.
#[must_use]
pub fn decode(text: &str) -> Decoded {
    if text.len() > LONGEST {
        return Decoded::Unreadable {
            why: Unreadable::TooLong,
        };
    }
    // Some editors put a byte order mark before a file.
    let text = text.trim_start_matches('\u{feff}');
    match Fields::read(text) {
        Ok(fields) => dispatch(fields, true),
        Err(broken_at) => {
            let mended = mend::close(text, broken_at);
            let fields = mended.as_deref().and_then(|text| Fields::read(text).ok());
            dispatch(fields.unwrap_or_default(), false)
        }
    }
}

fn dispatch(fields: Fields<'_>, ends_well: bool) -> Decoded {
    let version = fields.get(VERSION_KEY).and_then(number);
    let (plan, mut broken) = match version {
        None | Some(0) => {
            return Decoded::Unreadable {
                why: Unreadable::NotAPlan,
            };
        }
        Some(1) => v1::read(fields),
        Some(version) => return Decoded::Newer { version },
    };
    if !ends_well {
        broken.insert(Part::End);
    }
    if broken.is_empty() {
        Decoded::Whole(plan)
    } else {
        Decoded::Mended { plan, broken }
    }
}
