//! The page of one goal.

use super::View;
use crate::i18n::{Msg, Phrased, Topic};
use crate::progress::Place;
use crate::ui::Target;
use crate::ui::components::{
    AnswerField, Dated, answer_field, date_field, goal_thought, help_me_think, ladder_field,
};
use crate::ui::markup::{el, link};
use crate::worksheet::{Extra, GoalField, ItemId};
use yew::prelude::*;

/// The page of one goal, with one gentle thought at a time.
pub(super) fn goal(view: View<'_>, id: ItemId) -> Html {
    let ui = view.ui;
    let worksheet = view.worksheet();
    let Some(goal) = worksheet.goals.get(id) else {
        return Html::default();
    };
    let fields = GoalField::ALL.into_iter().map(|field| {
        let phrases = field.phrases();
        let target = Target::Goal(id, field);
        let thought = (field == GoalField::Doing).then(|| goal_thought(ui, id, goal));
        el("div", "goal-field")
            .key(field.slug())
            .child(answer_field(
                ui,
                AnswerField::labelled(target, goal.get(field).clone(), phrases),
            ))
            .child(thought)
            .child(help_me_think(ui, phrases))
    });
    let fields = el("div", "goal-fields").children(fields);
    let has_ladder = worksheet.setup.extras.contains(&Extra::Ladder);
    let look_again = date_field(
        ui,
        Dated::LookAgain(id),
        goal.look_again,
        Msg::GoalsLookAgain,
        Some(Msg::GoalsLookAgainHint),
    );
    let steps = link("button", view.route(Place::GoalSteps(id))).say(ui, Msg::GoalsToSteps);
    let page = view
        .head(Topic::Goal.phrases())
        .child(fields)
        .child(has_ladder.then(|| ladder_field(ui, &view.session.marks, id, &goal.ladder)))
        .child(look_again)
        .child(el("p", "goal-steps-link").child(steps));
    view.foot(page)
}
