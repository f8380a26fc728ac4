//! A gentle thought about a goal.

use crate::browser::page;
use crate::i18n::{Msg, Phrased};
use crate::ui::{use_dispatch, use_scene};
use crate::worksheet::{
    Action, Cues, Goal, GoalEdit, GoalField, ItemId, RosterAction, Thought as Kind,
};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// Milliseconds without a key press after which a thought may appear. Long enough not to disturb writing.
const PAUSE: u32 = 1_200;

/// Properties of [`GoalThought`].
#[derive(PartialEq, Properties)]
pub struct GoalThoughtProps {
    /// The goal's name.
    pub id: ItemId,
    /// The goal.
    pub goal: Rc<Goal>,
}

/// One thought about a goal, or none. It changes only in a pause, so that it neither disturbs writing
/// nor floods a screen reader. After "Leave it as it is" there is quiet until something is changed.
#[component]
pub fn GoalThought(props: &GoalThoughtProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let GoalThoughtProps { id, goal } = props;
    let cues = scene.words.cues();
    let settled = use_state_eq(|| due(goal, cues));
    let words = (
        GoalField::ALL.map(|field| goal.get(field).clone()),
        goal.look_again,
    );
    let first = use_mut_ref(|| true);
    use_effect_with(words, {
        let (settled, goal) = (settled.setter(), Rc::clone(goal));
        move |_| {
            // At first the thought is there at once: nothing was typed yet.
            let first = std::mem::replace(&mut *first.borrow_mut(), false);
            let timer =
                (!first).then(|| Timeout::new(PAUSE, move || settled.set(due(&goal, cues))));
            move || drop(timer)
        }
    });
    let slot_id = format!("goal-{}-thought", id.0);
    let thought = settled.filter(|thought| !goal.left_as_is.contains(thought)).map(|thought| {
        let phrases = thought.phrases();
        let (id, slot_id, dispatch) = (*id, slot_id.clone(), dispatch.clone());
        let leave = Callback::from(move |_: MouseEvent| {
            // The button goes; its frame stays and keeps the place of the focus.
            page::focus(&slot_id);
            let edit = GoalEdit::LeaveAsIs(thought, true);
            dispatch.send(Action::Goals(RosterAction::Edit(id, edit)));
        });
        html! {
            <Thought text={scene.text(phrases.title)} example={phrases.example.map(|example| scene.text(example))}
                {leave} />
        }
    });
    html! {
        <div class="goal-thought-slot" role="status" id={slot_id} tabindex="-1">
            { for thought }
        </div>
    }
}

/// The thought to show now. The page itself asks for a place and for what makes the goal matter, so the
/// thoughts about those wait until the person has gone past these questions.
fn due(goal: &Goal, cues: &Cues) -> Option<Kind> {
    goal.thought(cues).filter(|thought| {
        let past_why = !goal.first_sign.is_blank() || goal.look_again.is_some();
        match thought {
            Kind::Tied => past_why || !goal.why.is_blank(),
            Kind::Matters => past_why,
            _ => true,
        }
    })
}

/// Properties of [`Thought`].
#[derive(PartialEq, Properties)]
pub(super) struct ThoughtProps {
    /// The thought.
    pub(super) text: AttrValue,
    /// An example.
    #[prop_or_default]
    pub(super) example: Option<AttrValue>,
    /// What happens on "Leave it as it is".
    pub(super) leave: Callback<MouseEvent>,
}

/// A thought, never an error, with "Leave it as it is".
#[component]
pub(super) fn Thought(props: &ThoughtProps) -> Html {
    let scene = use_scene();
    html! {
        <div class="goal-thought">
            <p class="goal-thought__text">{ &props.text }</p>
            if let Some(example) = &props.example {
                <p class="goal-thought__example">{ example }</p>
            }
            <p class="goal-thought__actions">
                <button type="button" class="button button--quiet" onclick={props.leave.clone()}>
                    { scene.text(Msg::GoalsLeaveAsIs) }
                </button>
            </p>
        </div>
    }
}
