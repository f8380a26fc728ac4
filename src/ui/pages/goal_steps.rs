//! The page with the steps of one goal.

use super::View;
use crate::i18n::{Msg, Phrased, Topic};
use crate::ui::components::{add_button, carried_lines, help_me_think, step_card};
use crate::ui::list::{Follow, List, follow};
use crate::ui::markup::{Tag, el};
use crate::worksheet::{Goal, ItemId};
use std::rc::Rc;
use yew::prelude::*;

/// The steps of one goal, under the goal's own words.
pub(super) fn goal_steps(view: View<'_>, id: ItemId) -> Html {
    let ui = view.ui;
    let Some(goal) = view.worksheet().goals.get(id) else {
        return Html::default();
    };
    let phrases = Topic::GoalSteps.phrases();
    let words = Some(goal.doing.clone()).filter(|words| !words.is_blank());
    let page = view
        .head(phrases)
        .child(carried_lines(ui, Msg::StepsForGoal, words.as_slice()))
        .child(help_me_think(ui, phrases))
        .child(steps(view, id, goal));
    view.foot(page)
}

/// The steps; while there are none, an empty one to write in.
fn steps(view: View<'_>, goal: ItemId, of: &Goal) -> Tag {
    let count = of.steps.len();
    let mut shown: Vec<_> = of
        .steps
        .iter()
        .map(|(id, step)| (id, Rc::clone(step)))
        .collect();
    if shown.is_empty() {
        shown.push((of.steps.next_id(), Rc::default()));
    }
    let ids = shown.iter().map(|(id, _)| *id).collect();
    follow(Follow::Steps(goal), ids);
    let cards = shown
        .into_iter()
        .enumerate()
        .map(|(place, (id, step))| step_card(view, goal, id, step, place, count));
    let more = count > 0 && !of.steps.is_full();
    el("div", "steps")
        .child(el("ol", "cards step-list").children(cards))
        .child(more.then(|| add_button(view.ui, List::Steps(goal), Msg::StepsAddAnother)))
}
