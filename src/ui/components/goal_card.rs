//! One goal in the list of goals.

use super::move_tools::{Moved, move_tools};
use crate::i18n::Msg;
use crate::progress::Place;
use crate::route::{PlanId, Route};
use crate::ui::markup::{el, link};
use crate::ui::memo::memo;
use crate::ui::pages::View;
use crate::ui::{List, Ui};
use crate::worksheet::{Goal, ItemId};
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq)]
struct GoalCard {
    plan: PlanId,
    goal: Rc<Goal>,
    moved: Moved,
}

/// One goal: its words, which lead to its own page, and its first sign. Its place is counted from 0.
pub fn goal_card(view: View<'_>, id: ItemId, goal: &Rc<Goal>, place: usize, count: usize) -> Html {
    let moved = Moved {
        list: List::Goals,
        id,
        place,
        count,
    };
    let card = GoalCard {
        plan: view.open.id,
        goal: Rc::clone(goal),
        moved,
    };
    memo(view.ui, Some(&id.0.to_string()), card, draw)
}

fn draw(ui: &Ui, card: &GoalCard) -> Html {
    let (goal, id) = (&card.goal, card.moved.id);
    let address = Route::Plan(card.plan, Place::Goal(id));
    let name = if goal.doing.is_blank() {
        link("goal-card__open goal-card__open--empty", address).say(ui, Msg::GoalsEmpty)
    } else {
        link("goal-card__open words", address).words(&goal.doing)
    };
    let head = el("div", "card__head")
        .child(el("h3", "card__title").child(name.id(List::goal_link(id))))
        .child(move_tools(ui, card.moved, "", "card__tools"));
    let sign = (!goal.first_sign.is_blank()).then(|| {
        let words = el("span", "words").words(&goal.first_sign);
        el("p", "goal-card__note")
            .say(ui, Msg::GoalsFirstSign)
            .space()
            .child(words)
    });
    el("li", "card goal-card").child(head).child(sign).html()
}
