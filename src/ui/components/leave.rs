//! Leave now, on every page.

use crate::i18n::Msg;
use crate::ui::Ui;
use crate::ui::markup::{Tag, button, el};

/// The button that empties the page at once and leads to another site. What it does is in
/// `public/leave.js`, which also works before the program has arrived and after it has stopped.
pub fn leave(ui: &Ui) -> Tag {
    let button = button("leave__button")
        .attr("data-leave", "")
        .say(ui, Msg::AppLeave);
    el("div", "leave").child(button)
}
