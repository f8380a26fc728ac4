//! A question's field with its label, hint and "I'm not sure yet".

use super::WordsInput;
use crate::i18n::Msg;
use crate::questionnaire::Prompt;
use crate::ui::{Target, use_dispatch, use_scene};
use crate::worksheet::{Action, Answer, Text};
use yew::prelude::*;

/// Properties of [`AnswerField`].
#[derive(PartialEq, Properties)]
pub struct AnswerFieldProps {
    /// Where the words go.
    pub target: Target,
    /// The words that are there now.
    pub value: Text,
    /// Whether "I'm not sure yet" was said; `None` where it is not offered.
    #[prop_or_default]
    pub unsure: Option<bool>,
    /// The label; `None` when the page's own question (id `question`) names the field.
    #[prop_or_default]
    pub label: Option<Msg>,
    /// A line below the label.
    #[prop_or_default]
    pub hint: Option<Msg>,
    /// The least number of lines.
    #[prop_or(2)]
    pub rows: u32,
    /// Whether the page's own hint (id `question-hint`) describes the field.
    #[prop_or_default]
    pub page_hint: bool,
}

impl AnswerFieldProps {
    /// The properties for a question of the table.
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
}

/// A question's field.
#[component]
pub fn AnswerField(props: &AnswerFieldProps) -> Html {
    let scene = use_scene();
    let id = props.target.to_string();
    let hint_id = props.hint.map(|_| AttrValue::from(format!("{id}-hint")));
    let described_by = hint_id.clone().or(props
        .page_hint
        .then_some(AttrValue::Static("question-hint")));
    let labelled_by = props
        .label
        .is_none()
        .then_some(AttrValue::Static("question"));
    html! {
        <div class="answer-field">
            if let Some(label) = props.label {
                <label class="answer-field__label" for={id}>{ scene.text(label) }</label>
            }
            if let Some(hint) = props.hint {
                <p class="answer-field__hint" id={hint_id}>{ scene.text(hint) }</p>
            }
            <WordsInput target={props.target} value={props.value.clone()} class="answer-field__input"
                rows={Some(props.rows)} {labelled_by} {described_by} />
            if let (Some(unsure), Target::Answer(prompt)) = (props.unsure, props.target) {
                <NotSure {prompt} {unsure} />
            }
        </div>
    }
}

/// Properties of [`NotSure`].
#[derive(PartialEq, Properties)]
struct NotSureProps {
    prompt: Prompt,
    unsure: bool,
}

/// "I'm not sure yet", which is an answer too.
#[component]
fn NotSure(props: &NotSureProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let onclick = dispatch.on(Action::Unsure(props.prompt, !props.unsure));
    html! {
        <div class="answer-field__tools">
            <button type="button" class="not-sure" aria-pressed={props.unsure.to_string()} {onclick}>
                { scene.text(Msg::AnswerNotSure) }
            </button>
            if props.unsure {
                <p class="not-sure__note">{ scene.text(Msg::AnswerNotSureNote) }</p>
            }
        </div>
    }
}
