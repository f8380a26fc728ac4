//! One goal in the list of goals.

use super::MoveTools;
use crate::i18n::Msg;
use crate::progress::Place;
use crate::route::{PlanId, Route};
use crate::ui::{List, use_scene};
use crate::worksheet::{Goal, ItemId};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`GoalCard`].
#[derive(PartialEq, Properties)]
pub struct GoalCardProps {
    /// The plan's name in addresses.
    pub plan: PlanId,
    /// The goal's name.
    pub id: ItemId,
    /// The goal.
    pub goal: Rc<Goal>,
    /// Where the goal stands, counted from 0.
    pub place: usize,
    /// How many goals there are.
    pub count: usize,
}

impl GoalCard {
    /// The id of the link to a goal's own page.
    #[must_use]
    pub fn link_id(id: ItemId) -> String {
        format!("goal-{}-open", id.0)
    }
}

/// One goal: its words, which lead to its own page, and its first sign.
#[component]
pub fn GoalCard(props: &GoalCardProps) -> Html {
    let scene = use_scene();
    let GoalCardProps {
        plan,
        id,
        goal,
        place,
        count,
    } = props;
    let address = Route::Plan(*plan, Place::Goal(*id)).to_string();
    let link_id = GoalCard::link_id(*id);
    html! {
        <li class="card goal-card">
            <div class="card__head">
                <h3 class="card__title">
                    if goal.doing.is_blank() {
                        <a class="goal-card__open goal-card__open--empty" id={link_id} href={address}>
                            { scene.text(Msg::GoalsEmpty) }
                        </a>
                    } else {
                        <a class="goal-card__open words" id={link_id} href={address} dir="auto" translate="no">
                            { AttrValue::from(goal.doing.shared()) }
                        </a>
                    }
                </h3>
                <MoveTools list={List::Goals} id={*id} place={*place} count={*count} />
            </div>
            if !goal.first_sign.is_blank() {
                <p class="goal-card__note">
                    { scene.text(Msg::GoalsFirstSign) }{ " " }
                    <span class="words" dir="auto" translate="no">{ AttrValue::from(goal.first_sign.shared()) }</span>
                </p>
            }
        </li>
    }
}
