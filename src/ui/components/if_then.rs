//! An implementation intention: "If ..., then I will ..." (Gollwitzer 1999).

use super::WordsInput;
use crate::i18n::{Msg, Phrased};
use crate::ui::{Target, use_scene};
use crate::worksheet::{ItemId, StepField, Text};
use yew::prelude::*;

/// Properties of [`IfThen`].
#[derive(PartialEq, Properties)]
pub struct IfThenProps {
    /// The goal.
    pub goal: ItemId,
    /// The step.
    pub step: ItemId,
    /// "If ..."
    pub cue: Text,
    /// "... then I will ..."
    pub response: Text,
}

/// One sentence with two blanks.
#[component]
pub fn IfThen(props: &IfThenProps) -> Html {
    let scene = use_scene();
    let IfThenProps {
        goal,
        step,
        cue,
        response,
    } = props;
    let hint_id = format!("if-then-{}-{}-hint", goal.0, step.0);
    let part = |field: StepField, value: &Text| {
        let target = Target::Step(*goal, *step, field);
        html! {
            <div class="if-then__part">
                <label class="if-then__word" for={target.to_string()}>{ scene.text(field.phrases().title) }</label>
                { " " }
                <WordsInput {target} value={value.clone()} class="if-then__input" />
            </div>
        }
    };
    html! {
        <div class="if-then" role="group" aria-label={scene.text(Msg::StepsIfThen)} aria-describedby={hint_id.clone()}>
            <p class="if-then__hint" id={hint_id}>{ scene.text(Msg::StepsIfThenHint) }</p>
            { part(StepField::Cue, cue) }
            { part(StepField::Response, response) }
        </div>
    }
}
