//! The person's own words turned into a goal, in one tap.

use crate::browser::page;
use crate::i18n::Msg;
use crate::progress::Place;
use crate::route::{PlanId, Route};
use crate::ui::{use_dispatch, use_scene};
use crate::worksheet::{Action, Goal, ItemId, RosterAction, Text};
use yew::prelude::*;

/// Properties of [`MakeGoal`].
#[derive(PartialEq, Properties)]
pub struct MakeGoalProps {
    /// The plan's name in addresses.
    pub plan: PlanId,
    /// The words.
    pub words: Text,
    /// The id of the element that shows them.
    pub words_id: AttrValue,
    /// The goal in the same words, if there is one.
    pub goal: Option<ItemId>,
}

/// A button that makes a goal of the words, intact; afterwards, a link to that goal.
#[component]
pub fn MakeGoal(props: &MakeGoalProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let MakeGoalProps {
        plan,
        words,
        words_id,
        goal,
    } = props;
    let pressed = use_state_eq(|| false);
    let link_id = format!("{words_id}-goal");
    use_effect_with((*goal, *pressed), {
        let link_id = link_id.clone();
        move |(goal, pressed)| {
            // The button that was pressed is gone.
            if *pressed && goal.is_some() {
                page::focus(&link_id);
            }
        }
    });
    let onclick = {
        let (words, pressed) = (words.clone(), pressed.setter());
        move |_: MouseEvent| {
            pressed.set(true);
            dispatch.send(Action::Goals(RosterAction::Add(Goal::from_words(
                words.clone(),
            ))));
        }
    };
    let said = match goal {
        Some(_) if *pressed => scene.text(Msg::GoalsMade),
        Some(_) => scene.text(Msg::GoalsAlready),
        None => "",
    };
    html! {
        <div class="make-goal">
            <p class="make-goal__said" role="status">{ said }</p>
            if let Some(goal) = goal {
                <a class="make-goal__open" id={link_id} aria-describedby={words_id.clone()} key="open"
                    href={Route::Plan(*plan, Place::Goal(*goal)).to_string()}>
                    { scene.text(Msg::GoalsOpen) }
                </a>
            } else {
                <button type="button" class="button" aria-describedby={words_id.clone()} {onclick} key="make">
                    { scene.text(Msg::GoalsUseAsGoal) }
                </button>
            }
        </div>
    }
}
