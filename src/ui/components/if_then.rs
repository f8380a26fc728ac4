//! An implementation intention: "If ..., then I will ..." (Gollwitzer 1999).

use super::words_input::{WordsInput, words_input};
use crate::i18n::{Msg, Phrased};
use crate::ui::markup::{Tag, el};
use crate::ui::{Target, Ui};
use crate::worksheet::{ItemId, Step, StepField};

/// One sentence with two blanks, for a step of a goal.
pub(super) fn if_then(ui: &Ui, goal: ItemId, id: ItemId, step: &Step) -> Tag {
    let hint_id = format!("if-then-{}-{}-hint", goal.0, id.0);
    let part = |field: StepField| {
        let target = Target::Step(goal, id, field);
        let word = el("label", "if-then__word")
            .attr("for", target.to_string())
            .say(ui, field.phrases().title);
        let input = WordsInput::new(target, step.get(field).clone(), "if-then__input");
        el("div", "if-then__part")
            .child(word)
            .space()
            .child(words_input(ui, input))
    };
    el("div", "if-then")
        .attr("role", "group")
        .attr("aria-label", ui.text(Msg::StepsIfThen))
        .attr("aria-describedby", hint_id.clone())
        .child(
            el("p", "if-then__hint")
                .id(hint_id)
                .say(ui, Msg::StepsIfThenHint),
        )
        .child(part(StepField::Cue))
        .child(part(StepField::Response))
}
