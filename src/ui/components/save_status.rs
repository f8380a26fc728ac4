//! What is saved, and where, in plain words.

use crate::i18n::Msg;
use crate::ui::Ui;
use crate::ui::markup::{Tag, el};
use crate::ui::session::Saving;

/// What is saved, and where.
pub(super) fn save_status(ui: &Ui, saving: Saving) -> Tag {
    let (state, text) = match saving {
        Saving::Works => ("saved", Msg::SaveSaved),
        Saving::NothingYet => ("saved", Msg::SaveNothingYet),
        Saving::VisitOnly => ("visit", Msg::SaveVisitOnly),
        Saving::Fails(_) => ("trouble", Msg::SaveNotSaved),
    };
    // A browser that translates pages puts its own text in the place of this one. So that what is said here
    // is never old, it is said by a new element each time.
    el("p", "save-status")
        .key(ui.text(text))
        .attr("data-state", state)
        .say(ui, text)
}
