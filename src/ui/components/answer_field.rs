//! A question's field with its label, hint and "I'm not sure yet".

use super::words_input::{WordsInput, words_input};
use crate::i18n::{Msg, Phrases};
use crate::questionnaire::Prompt;
use crate::ui::markup::{Tag, button, el};
use crate::ui::{Target, Ui};
use crate::worksheet::{Action, Answer, Text};
use yew::prelude::*;

/// A question's field.
pub struct AnswerField {
    /// Where the words go.
    pub target: Target,
    /// The words that are there now.
    pub value: Text,
    /// Whether "I'm not sure yet" was said; `None` where it is not offered.
    pub unsure: Option<bool>,
    /// The label; `None` when the page's own question (id `question`) names the field.
    pub label: Option<Msg>,
    /// A line below the label.
    pub hint: Option<Msg>,
    /// The least number of lines.
    pub rows: u32,
    /// Whether the page's own hint (id `question-hint`) describes the field.
    pub page_hint: bool,
}

impl AnswerField {
    /// The field for a question of the table, under the page's own question.
    #[must_use]
    pub fn of(prompt: Prompt, answer: &Answer) -> Self {
        Self {
            target: Target::Answer(prompt),
            value: answer.text.clone(),
            unsure: Some(answer.unsure),
            label: None,
            hint: None,
            rows: 4,
            page_hint: false,
        }
    }

    /// A field with a label and hint of its own.
    #[must_use]
    pub fn labelled(target: Target, value: Text, phrases: &Phrases) -> Self {
        Self {
            target,
            value,
            unsure: None,
            label: Some(phrases.title),
            hint: phrases.hint,
            rows: 2,
            page_hint: false,
        }
    }
}

/// A question's field.
pub fn answer_field(ui: &Ui, field: AnswerField) -> Tag {
    let id = field.target.to_string();
    let hint_id = field.hint.map(|_| AttrValue::from(format!("{id}-hint")));
    let page_hint = field
        .page_hint
        .then_some(AttrValue::Static("question-hint"));
    let label = field.label.map(|label| {
        el("label", "answer-field__label")
            .attr("for", id)
            .say(ui, label)
    });
    let hint = field.hint.map(|hint| {
        el("p", "answer-field__hint")
            .id(hint_id.clone())
            .say(ui, hint)
    });
    let labelled_by = field
        .label
        .is_none()
        .then_some(AttrValue::Static("question"));
    let words = WordsInput {
        rows: Some(field.rows),
        labelled_by,
        described_by: hint_id.or(page_hint),
        ..WordsInput::new(field.target, field.value, "answer-field__input")
    };
    let not_sure = field.unsure.and_then(|unsure| {
        let other = field.target.unsure(!unsure)?;
        Some(not_sure(ui, other, unsure))
    });
    el("div", "answer-field")
        .child(label)
        .child(hint)
        .child(words_input(ui, words))
        .child(not_sure)
}

/// "I'm not sure yet", which is an answer too.
fn not_sure(ui: &Ui, other: Action, unsure: bool) -> Tag {
    let pressed = if unsure { "true" } else { "false" };
    let button = button("not-sure")
        .attr("aria-pressed", pressed)
        .on_click(ui, vec![other.into()])
        .say(ui, Msg::AnswerNotSure);
    let note = unsure.then(|| el("p", "not-sure__note").say(ui, Msg::AnswerNotSureNote));
    el("div", "answer-field__tools").child(button).child(note)
}
