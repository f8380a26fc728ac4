//! A plan on its way out of the program: as a document, as plain text, and as Markdown.
//!
//! What leaves is decided in one place, [`outline()`]; how it looks is decided by whoever shows it. The
//! person's words go through untouched.

mod answers;
mod card;
mod markdown;
mod outline;
mod sheet;
mod text;

pub use answers::own_from;
pub use card::{Card, CardGoal, SupportLine, card};
pub use markdown::markdown;
pub use outline::{Block, Group, Own, Part, Question, Shown, Title, outline};
pub use sheet::{Asked, Heard, Question as SheetQuestion, SheetPart, sheet};
pub use text::{text, with_everything};

use crate::worksheet::Score;

/// A point as people write it: "4", or "4½".
#[must_use]
pub fn point(score: Score) -> String {
    let whole = score.halves() / 2;
    match (whole, score.halves() % 2) {
        (0, 1) => "½".to_owned(),
        (whole, 1) => format!("{whole}½"),
        (whole, _) => whole.to_string(),
    }
}
