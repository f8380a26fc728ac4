//! What follows from a key press, and how soon.

use super::{Saving, Session};
use crate::progress::Place;
use crate::questionnaire::Page;
use crate::ui::{Event, Mark};
use crate::worksheet::{Action, OwnEdit, Worksheet};
use std::rc::Rc;

impl Session {
    /// Whether the page may follow a little later, because nobody sees the difference: words became other
    /// words in a field that shows them itself.
    ///
    /// It may not where the same page shows or hands out the whole plan, nor when typing takes back
    /// “I'm not sure yet”.
    #[must_use]
    pub fn may_wait(&self, event: &Event) -> bool {
        if matches!(event, Event::DoTyped(_)) {
            return true;
        }
        let (Event::Typed(action), Some(open)) = (event, self.open()) else {
            return false;
        };
        let takes_back = match action {
            Action::Answer(prompt, _) => open.worksheet.answer(*prompt).unsure,
            Action::Own(id, OwnEdit::Write(_)) => open.worksheet.own_answer(*id).answer.unsure,
            _ => false,
        };
        let hands_out = matches!(self.saving, Saving::Fails(_))
            || open.place == Place::Page(Page::Summary)
            || open.mended;
        !takes_back && !hands_out
    }

    /// Whether the same is to be stored as in that session, plan and page.
    #[must_use]
    pub fn has_the_same_to_store(&self, other: &Self) -> bool {
        match (self.open(), other.open()) {
            (Some(one), Some(two)) => {
                Rc::ptr_eq(&one.worksheet, &two.worksheet) && one.place == two.place
            }
            (None, None) => true,
            _ => false,
        }
    }
}

/// What was written until now, and so stays in sight while the page is open even when all its words are
/// deleted.
pub(super) fn stays(worksheet: &Worksheet, action: &Action) -> Option<Mark> {
    match action {
        Action::Answer(prompt, _) | Action::Unsure(prompt, _) => worksheet
            .answer(*prompt)
            .is_given()
            .then_some(Mark::Written(*prompt)),
        Action::Piece(source, ..) => {
            let piece = worksheet.pieces.get(source)?;
            piece.is_begun().then_some(Mark::Begun(*source))
        }
        _ => None,
    }
}
