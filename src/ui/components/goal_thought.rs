//! Gentle thoughts about a goal and about its ladder.

use crate::i18n::{Msg, Phrased};
use crate::ui::markup::{button, el};
use crate::ui::{Event, Mark, Marks, Ui};
use crate::worksheet::{
    Action, Cues, Date, Goal, GoalEdit, GoalField, ItemId, Ladder, LadderThought, Level,
    RosterAction, Text, Thought,
};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VChild;

/// Milliseconds without a key press after which a thought about a goal may appear. Long enough not to
/// disturb writing.
const PAUSE: u32 = 1_200;

/// Milliseconds after leaving the ladder before a thought about it may appear: a tap on something below
/// is over by then, so nothing moves away under the finger.
const AFTER_LADDER: u32 = 800;

/// One thought about a goal, or none. It changes only in a pause, so that it neither disturbs writing
/// nor floods a screen reader. After "Leave it as it is" there is quiet until something is changed.
pub fn goal_thought(ui: &Ui, id: ItemId, goal: &Goal) -> Html {
    let (cues, about) = (ui.scene.words.cues(), goal.clone());
    let due = Due::new(move || {
        let thought = due(&about, cues)?;
        let edit = GoalEdit::LeaveAsIs(thought, true);
        Some(Shown {
            text: thought.phrases().title,
            example: thought.phrases().example,
            leave: Action::Goals(RosterAction::Edit(id, edit)).into(),
        })
    });
    let left = goal
        .left_as_is
        .iter()
        .map(|thought| thought.phrases().title);
    thoughts(ThoughtsProps {
        ui: ui.clone(),
        slot: format!("goal-{}-thought", id.0).into(),
        due,
        left: left.collect(),
        pause: PAUSE,
        writing: false,
        stamp: (
            GoalField::ALL.map(|field| goal.get(field).clone()).into(),
            goal.look_again,
        ),
    })
}

/// The thought to show now. The page itself asks for a place and for what makes the goal matter, so the
/// thoughts about those wait until the person has gone past these questions.
fn due(goal: &Goal, cues: &Cues) -> Option<Thought> {
    goal.thought(cues).filter(|thought| {
        let past_why = !goal.first_sign.is_blank() || goal.look_again.is_some();
        match thought {
            Thought::Tied => past_why || !goal.why.is_blank(),
            Thought::Matters => past_why,
            _ => true,
        }
    })
}

/// One thought about the ladder, or none. It comes once the person has left the ladder: a ladder that is
/// being written is not finished. After "Leave it as it is" there is quiet until something is changed,
/// and that thought stays away while the page is open.
pub(super) fn ladder_thought(ui: &Ui, marks: &Marks, id: ItemId, ladder: &Ladder) -> Html {
    let is_left = |thought: &LadderThought| marks.has(&Mark::LadderAsIs(id, *thought));
    let left: Vec<_> = LadderThought::ALL.into_iter().filter(is_left).collect();
    let (cues, about, aside) = (ui.scene.words.cues(), ladder.clone(), left.clone());
    let due = Due::new(move || {
        let mut all = about.thoughts(cues).into_iter();
        let thought = all.find(|thought| !aside.contains(thought))?;
        Some(Shown {
            text: words_of(thought),
            example: None,
            leave: Event::Mark(Mark::LadderAsIs(id, thought)),
        })
    });
    thoughts(ThoughtsProps {
        ui: ui.clone(),
        slot: format!("ladder-{}-thought", id.0).into(),
        due,
        left: left.into_iter().map(words_of).collect(),
        pause: AFTER_LADDER,
        writing: marks.has(&Mark::OnLadder(id)),
        stamp: (Level::ALL.map(|level| ladder.get(level)).into(), None),
    })
}

fn words_of(thought: LadderThought) -> Msg {
    match thought {
        LadderThought::Apart => Msg::LadderApart,
        LadderThought::OneThing => Msg::LadderOneThing,
        LadderThought::Three => Msg::LadderThree,
        LadderThought::BothSides => Msg::LadderBothSides,
        LadderThought::Gap => Msg::LadderGap,
    }
}

/// A thought that can be shown.
#[derive(Clone)]
struct Shown {
    text: Msg,
    example: Option<Msg>,
    /// What happens on "Leave it as it is".
    leave: Event,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

/// Finds the thought to show. It looks at every word, so it is asked in a pause, not at every draw.
#[derive(Clone)]
struct Due(Rc<dyn Fn() -> Option<Shown>>);

impl Due {
    fn new(find: impl Fn() -> Option<Shown> + 'static) -> Self {
        Self(Rc::new(find))
    }

    fn find(&self) -> Option<Shown> {
        (self.0)()
    }
}

impl PartialEq for Due {
    /// What it finds follows from the stamp and from what was left aside, which are compared.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[derive(PartialEq, Properties)]
struct ThoughtsProps {
    ui: Ui,
    /// The id of the frame.
    slot: AttrValue,
    /// The thought to show at the next pause.
    due: Due,
    /// Thoughts that the person has left aside.
    left: Vec<Msg>,
    /// Milliseconds.
    pause: u32,
    /// Whether the person is writing; there is no pause until they stop.
    writing: bool,
    /// What the thoughts are about. When it changes, the pause begins anew.
    stamp: (Vec<Text>, Option<Date>),
}

fn thoughts(props: ThoughtsProps) -> Html {
    VChild::<Thoughts>::new(props, None).into()
}

/// Shows the thought that was due in the last pause. At first it is there at once: nothing was typed yet.
#[component]
fn Thoughts(props: &ThoughtsProps) -> Html {
    let ThoughtsProps {
        ui,
        slot,
        due,
        left,
        ..
    } = props;
    let settled = use_state_eq(|| due.find());
    use_effect_with((props.stamp.clone(), props.writing), {
        let (settle, due, pause) = (settled.setter(), due.clone(), props.pause);
        move |(_, writing): &(_, bool)| {
            let timer = (!writing).then(|| Timeout::new(pause, move || settle.set(due.find())));
            move || drop(timer)
        }
    });
    let thought = (*settled)
        .as_ref()
        .filter(|thought| !left.contains(&thought.text));
    let thought = thought.map(|thought| {
        // The button goes; its frame stays and keeps the place of the focus.
        let leave = vec![thought.leave.clone(), Event::focus(slot.to_string())];
        let leave = button("button button--quiet")
            .on_click(ui, leave)
            .say(ui, Msg::GoalsLeaveAsIs);
        let example = thought
            .example
            .map(|example| el("p", "goal-thought__example").say(ui, example));
        el("div", "goal-thought")
            .child(el("p", "goal-thought__text").say(ui, thought.text))
            .child(example)
            .child(el("p", "goal-thought__actions").child(leave))
    });
    el("div", "goal-thought-slot")
        .attr("role", "status")
        .id(slot.clone())
        .attr("tabindex", "-1")
        .child(thought)
        .html()
}
