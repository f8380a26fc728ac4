//! One small step toward a goal.

use super::answer_field::{AnswerField, answer_field};
use super::date_field::{Dated, date_field};
use super::help_me_think::help_me_think;
use super::if_then::if_then;
use super::move_tools::{Moved, move_tools};
use super::scale_field::{ScaleField, Scored, scale_field};
use crate::i18n::{Msg, Phrased};
use crate::ui::markup::{Tag, button, el};
use crate::ui::memo::memo;
use crate::ui::pages::View;
use crate::ui::{Event, List, Mark, Target, Ui};
use crate::worksheet::{ItemId, Step, StepField};
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq)]
struct StepCard {
    goal: ItemId,
    step: Rc<Step>,
    moved: Moved,
    /// Whether to ask about making it smaller.
    ask: bool,
}

/// One step: what, when and where, on which day if it has one, what may get in the way, if and then, and how confident. Its place is
/// counted from 0; a count of 0 stands for the empty card in the place of the first.
pub fn step_card(
    view: View<'_>,
    goal: ItemId,
    id: ItemId,
    step: Rc<Step>,
    place: usize,
    count: usize,
) -> Html {
    let as_is = Mark::StepAsIs(goal, id, step.confidence);
    let ask = step.may_be_smaller() && !view.session.marks.has(&as_is);
    let moved = Moved {
        list: List::Steps(goal),
        id,
        place,
        count,
    };
    memo(
        view.ui,
        Some(&id.0.to_string()),
        StepCard {
            goal,
            step,
            moved,
            ask,
        },
        draw,
    )
}

fn draw(ui: &Ui, card: &StepCard) -> Html {
    let (
        goal,
        step,
        Moved {
            id, place, count, ..
        },
    ) = (card.goal, &card.step, card.moved);
    let title = ui.fill(Msg::StepsStep, &[("n", &(place + 1).to_string())]);
    // The same help beside every card would be noise.
    let help = |field: StepField| (place == 0).then(|| help_me_think(ui, field.phrases()));
    let field = |field: StepField| {
        let target = Target::Step(goal, id, field);
        let answer = AnswerField {
            rows: 1,
            ..AnswerField::labelled(target, step.get(field).clone(), field.phrases())
        };
        el("div", "step-field")
            .child(answer_field(ui, answer))
            .child(help(field))
    };
    let scale = ScaleField {
        legend: Some(Msg::StepsConfidence),
        low: Some(Msg::StepsConfidenceLow),
        high: Some(Msg::StepsConfidenceHigh),
        ..ScaleField::of(Scored::Confidence(goal, id), step.confidence)
    };
    let dated = Dated::Step(goal, id);
    let (label, hint) = (Msg::StepsDay, Some(Msg::StepsDayHint));
    let day = date_field(ui, dated, step.day, label, hint);
    let tools = (count > 0).then(|| move_tools(ui, card.moved, "", "card__tools"));
    let title = el("h2", "card__title").child(title);
    el("li", "card step-card")
        .child(el("div", "card__head").child(title).child(tools))
        .child(field(StepField::What))
        .child(field(StepField::When))
        .child(day)
        .child(field(StepField::Obstacle))
        .child(if_then(ui, goal, id, step))
        .child(help(StepField::Response))
        .child(scale_field(ui, scale))
        .child(smaller(ui, card))
        .html()
}

/// "Make it smaller?", when confidence is low. "Leave it as it is" is good for the point that was chosen.
fn smaller(ui: &Ui, card: &StepCard) -> Tag {
    let (goal, step) = (card.goal, card.moved.id);
    let slot_id = format!("step-{}-{}-smaller", goal.0, step.0);
    let slot = el("div", "smaller-slot")
        .attr("role", "status")
        .id(slot_id.clone())
        .attr("tabindex", "-1");
    if !card.ask {
        return slot;
    }
    let change = Event::focus(Target::Step(goal, step, StepField::What).to_string());
    // The button goes; its frame stays and keeps the place of the focus.
    let as_is = Event::Mark(Mark::StepAsIs(goal, step, card.step.confidence));
    let text = el("p", "smaller__text")
        .say(ui, Msg::StepsSmallerTitle)
        .space()
        .say(ui, Msg::StepsSmallerText);
    let change = button("button")
        .on_click(ui, vec![change])
        .say(ui, Msg::StepsSmaller);
    let leave = button("button button--quiet")
        .on_click(ui, vec![as_is, Event::focus(slot_id)])
        .say(ui, Msg::StepsSmallerLeave);
    let actions = el("p", "smaller__actions")
        .child(change)
        .space()
        .child(leave);
    slot.child(el("div", "smaller").child(text).child(actions))
}
