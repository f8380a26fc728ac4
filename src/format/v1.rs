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
//!   "dates": {"agreed-on": "2026-11-22", "step/0/1": "2026-12-01"},   // of steps: step/<goal>/<step>
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
//!   "share-together": true,
//!   "invitation": {"language": "en", "wording": "…", "extras": ["…"], "greeting": "…", "from": "…",
//!     "client": "…", "appointment": "2026-12-01", "guide": true,
//!     "questions": {"next": 1, "items": [{"id": 0, "section": "hopes", "kind": "scale", "words": "…"}]}},
//!   "own": [{"to": 0, "text": "…", "unsure": true, "score": 9, "lines": {"next": 1, "items": […]}}]
//! }
//! ```
//!
//! Everything but the version, and the `id` and `of` of items, is left out when it is blank, off or
//! not chosen. Choices are written by their lasting names (`slug`). `id` names an item for as long as
//! the plan exists, and `next` is the name that the next added item gets, so that a name never comes
//! to mean another item. `reviews` is kept free for what is written each time a person comes back;
//! until then it is carried along like every key that is not known.
//!
//! `invitation` and `own` (from the first link on) are parts of their own that are written only where there
//! is something in them. A program that does not know them carries them along unread, so that they need no
//! new version: what was stored before reads and writes as it always did. The days of steps came later too.
//! They stand among the dates, where an older program carries along what it does not know, and not in the
//! steps: it would take a step with a key that it does not know for damaged.

mod invitation;
mod read;
mod write;

pub(super) use invitation::{read_invitation, write_invitation};
pub(super) use read::read;
pub(super) use write::write;
