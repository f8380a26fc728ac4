//! A set-up that a therapist keeps, as text.
//!
//! ```json
//! {"first-light-draft": 1, "name": "…", "invitation": {"…": "as in a plan"}}
//! ```

use super::lenient::{Fields, number};
use super::{LONGEST, Writer, v1};
use crate::worksheet::Draft;

/// The key whose value is the version.
const VERSION_KEY: &str = "first-light-draft";

/// What a text turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodedDraft {
    /// A set-up, all of it.
    Whole(Draft),
    /// A set-up, parts of which could not be read.
    Mended(Draft),
    /// Something else, or a newer program's.
    Unreadable,
}

/// Writes a set-up. What was removed from it is not written.
#[must_use]
pub fn encode_draft(draft: &Draft) -> String {
    let mut json = Writer::default();
    json.open_object();
    json.key(VERSION_KEY).number(1_u8);
    if !draft.name.is_empty() {
        json.key("name").text(&draft.name);
    }
    json.key("invitation");
    v1::write_invitation(&mut json, &draft.invitation);
    json.close_object();
    json.finish()
}

/// Reads any text.
#[must_use]
pub fn decode_draft(text: &str) -> DecodedDraft {
    if text.len() > LONGEST {
        return DecodedDraft::Unreadable;
    }
    let Ok(mut fields) = Fields::read(text) else {
        return DecodedDraft::Unreadable;
    };
    if fields.take(VERSION_KEY).and_then(number) != Some(1) {
        return DecodedDraft::Unreadable;
    }
    let mut whole = true;
    let name = fields.take_words("name");
    let read = fields.take("invitation").and_then(v1::read_invitation);
    whole &= name.is_some() && fields.all_taken().is_some();
    let Some((invitation, all)) = read else {
        return DecodedDraft::Unreadable;
    };
    let name = name.unwrap_or_default();
    let draft = Draft { name, invitation };
    if whole && all {
        DecodedDraft::Whole(draft)
    } else {
        DecodedDraft::Mended(draft)
    }
}
