//! A calm word about something that the person should know.

use crate::i18n::Msg;
use crate::ui::Ui;
use crate::ui::markup::{Tag, el};

/// A notice: what happened, what it means, and buttons and links. With `trouble`, words are at risk. It is
/// read aloud when it arrives in an element with the role `status`.
pub fn notice(ui: &Ui, title: Msg, text: Msg, trouble: bool, actions: Tag) -> Tag {
    el("div", "notice")
        .attr("data-kind", trouble.then_some("trouble"))
        .child(el("p", "notice__title").say(ui, title))
        .child(el("p", "notice__text").say(ui, text))
        .child(el("div", "notice__actions").child(actions))
}
