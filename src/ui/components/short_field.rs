//! A field of one line with its label.

use super::words_input::{WordsInput, words_input};
use crate::i18n::Msg;
use crate::ui::markup::{Tag, el};
use crate::ui::{Target, Ui};
use crate::worksheet::Text;
use yew::prelude::*;

/// A field of one line, and a line below its label if there is something to say.
pub fn short_field(ui: &Ui, target: Target, value: &Text, label: Msg, hint: Option<Msg>) -> Tag {
    let id = target.to_string();
    let words = WordsInput {
        rows: None,
        described_by: hint.map(|_| AttrValue::from(format!("{id}-hint"))),
        ..WordsInput::new(target, value.clone(), "short-field__input")
    };
    frame(ui, "short-field", &id, label, hint).child(words_input(ui, words))
}

/// The label and the hint (id `…-hint`) of a field of one line.
pub(in crate::ui) fn frame(
    ui: &Ui,
    class: &'static str,
    id: &str,
    label: Msg,
    hint: Option<Msg>,
) -> Tag {
    let hint = hint.map(|hint| {
        el("p", "short-field__hint")
            .id(format!("{id}-hint"))
            .say(ui, hint)
    });
    el("div", class)
        .child(
            el("label", "short-field__label")
                .attr("for", id.to_owned())
                .say(ui, label),
        )
        .child(hint)
}
