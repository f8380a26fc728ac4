//! Version 1 of the format. Frozen: plans are stored in it, so it never changes; what must change
//! becomes version 2.
//!
//! ```json
//! {
//!   "first-light": 1,
//!   "name": "…",                                  // as typed
//!   "changed": 1795300000000,                     // milliseconds since 1970
//!   "place": "goals/goal/0",                      // as in addresses
//!   "setup": {"wording": "…", "company": "…", "extras": ["…"]},
//!   "answers": {"best-hopes": {"text": "…", "unsure": true}},
//!   "scores": {"now": 9},                         // half points, 0 to 20
//!   "dates": {"agreed-on": "2026-11-22"},
//!   "signs": {"next": 1, "items": [{"id": 0, "text": "…"}]},
//!   "witnesses": {"next": 1, "items": [{"id": 0, "who": "…", "see": "…", "respond": "…", "difference": "…"}]},
//!   "pieces": [{"of": "sign/0", "happens": true, "when": "…", "place": "…", "with-whom": "…",
//!               "my-part": "…", "again": "…"}],   // of: sign/<id>, moment/<name> or seen/<id>
//!   "goals": {"next": 1, "items": [{"id": 0, "doing": "…", "place": "…", "why": "…",
//!     "first-sign": "…", "look-again": "2026-11-22", "ladder": {"expected": "…"},
//!     "steps": {"next": 1, "items": [{"id": 0, "what": "…", "when": "…", "obstacle": "…",
//!                                     "cue": "…", "response": "…", "confidence": 14}]},
//!     "left-as-is": ["small"]}]},
//!   "supporters": {"next": 1, "items": [{"id": 0, "who": "…", "ask": "…"}]},
//!   "experiments": ["as-if"],
//!   "left-out": ["support"],
//!   "share-together": true
//! }
//! ```
//!
//! Everything but the version, and the `id` and `of` of items, is left out when it is blank, off or
//! not chosen. Choices are written by their lasting names (`slug`). `id` names an item for as long as
//! the plan exists, and `next` is the name that the next added item gets, so that a name never comes
//! to mean another item. `reviews` is kept free for what is written each time a person comes back;
//! until then it is carried along like every key that is not known.

mod read;
mod write;

pub(super) use read::read;
pub(super) use write::write;

use super::lenient::{Items, Maybe};
use crate::worksheet::{self, Item};
use serde::Deserialize;

/// How the worksheet is put together.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Setup {
    wording: Option<Maybe<String>>,
    company: Option<Maybe<String>>,
    #[serde(default)]
    extras: Slugs,
}

/// Lasting names of choices.
type Slugs = Items<String, 100>;

/// What was said to a question.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    #[serde(default)]
    text: String,
    #[serde(default)]
    unsure: bool,
}

/// A list whose items have names.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List<I> {
    next: Option<Maybe<u32>>,
    items: I,
}

type Lines = List<Items<Line, { worksheet::Line::LIMIT }>>;
type Witnesses = List<Items<Witness, { worksheet::Witness::LIMIT }>>;
type Goals = List<Items<Goal, { worksheet::Goal::LIMIT }>>;
type Steps = List<Items<Step, { worksheet::Step::LIMIT }>>;
type Supporters = List<Items<Supporter, { worksheet::Supporter::LIMIT }>>;
/// One for each line and witness at most, and one for each part of the day.
type Pieces = Items<Piece, { worksheet::Line::LIMIT + worksheet::Witness::LIMIT + 5 }>;

/// One line of a growing list.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: u32,
    #[serde(default)]
    text: String,
}

/// Someone who would notice.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Witness {
    id: u32,
    #[serde(default)]
    who: String,
    #[serde(default)]
    see: String,
    #[serde(default)]
    respond: String,
    #[serde(default)]
    difference: String,
}

/// Something that already happens.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Piece {
    of: String,
    #[serde(default)]
    happens: bool,
    #[serde(default)]
    when: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    with_whom: String,
    #[serde(default)]
    my_part: String,
    #[serde(default)]
    again: String,
}

/// A goal.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Goal {
    id: u32,
    #[serde(default)]
    doing: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    why: String,
    #[serde(default)]
    first_sign: String,
    look_again: Option<Maybe<String>>,
    ladder: Option<Maybe<Ladder>>,
    steps: Option<Maybe<Steps>>,
    left_as_is: Option<Maybe<Slugs>>,
}

/// The five levels of a goal.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Ladder {
    #[serde(default)]
    much_less: String,
    #[serde(default)]
    less: String,
    #[serde(default)]
    expected: String,
    #[serde(default)]
    more: String,
    #[serde(default)]
    much_more: String,
}

/// A step toward a goal.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    id: u32,
    #[serde(default)]
    what: String,
    #[serde(default)]
    when: String,
    #[serde(default)]
    obstacle: String,
    #[serde(default)]
    cue: String,
    #[serde(default)]
    response: String,
    confidence: Option<Maybe<u8>>,
}

/// Someone who can help.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Supporter {
    id: u32,
    #[serde(default)]
    who: String,
    #[serde(default)]
    ask: String,
}
