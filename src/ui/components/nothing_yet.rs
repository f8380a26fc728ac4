//! A kind word where a page has nothing to show yet, and the ways on.

use crate::i18n::Msg;
use crate::ui::Ui;
use crate::ui::markup::{Tag, el};

/// What is missing, and that it need not be there; then the ways on, links and buttons.
pub fn nothing_yet(ui: &Ui, text: Msg, ways: Tag) -> Tag {
    el("div", "nothing-yet")
        .child(el("p", "nothing-yet__text").say(ui, text))
        .child(el("div", "nothing-yet__ways").child(ways))
}
