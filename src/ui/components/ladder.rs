//! The five levels of a goal (goal attainment scaling).

use super::WordsInput;
use super::goal_thought::Thought;
use crate::browser::page;
use crate::i18n::{Msg, Phrased};
use crate::ui::{Target, use_scene};
use crate::worksheet::{ItemId, Ladder, LadderThought, Level};
use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// Milliseconds after leaving the ladder before a thought about it may appear: a tap on something below
/// is over by then, so nothing moves away under the finger.
const PAUSE: u32 = 800;

/// Properties of [`LadderField`].
#[derive(PartialEq, Properties)]
pub struct LadderFieldProps {
    /// The goal's name.
    pub id: ItemId,
    /// What is written on its levels.
    pub ladder: Ladder,
}

/// The five levels, the highest on top, with one gentle thought at a time.
#[component]
pub fn LadderField(props: &LadderFieldProps) -> Html {
    let scene = use_scene();
    let LadderFieldProps { id, ladder } = props;
    let inside = use_state(|| false);
    let (enter, leave) = (inside.setter(), inside.setter());
    let hint_id = format!("ladder-{}-hint", id.0);
    let level = |level: Level| {
        let phrases = level.phrases();
        let target = Target::Level(*id, level);
        html! {
            <li class="ladder__level" key={level.slug()} data-level={level.number().to_string()}>
                <label for={target.to_string()}>
                    <span class="ladder__number">{ signed(level) }</span>{ " " }{ scene.text(phrases.title) }
                </label>
                if let Some(hint) = phrases.hint {
                    <p class="ladder__what" id={format!("{target}-hint")}>{ scene.text(hint) }</p>
                }
                <WordsInput {target} value={ladder.get(level)} class="ladder__input"
                    described_by={format!("{target}-hint")} />
            </li>
        }
    };
    html! {
        <div class="ladder-frame">
            <fieldset class="ladder" aria-describedby={hint_id.clone()} onfocusin={move |_| enter.set(true)} onfocusout={move |_| leave.set(false)}>
                <legend class="ladder__legend">{ scene.text(Msg::GoalsLadder) }</legend>
                <p class="ladder__hint" id={hint_id}>{ scene.text(Msg::GoalsLadderHint) }</p>
                <ol class="ladder__levels">{ for Level::ALL.into_iter().rev().map(level) }</ol>
            </fieldset>
            <LadderThoughts id={*id} ladder={ladder.clone()} writing={*inside} />
        </div>
    }
}

/// "+2" to "−2".
fn signed(level: Level) -> String {
    match level.number() {
        number @ 1.. => format!("+{number}"),
        0 => "0".to_owned(),
        number => format!("\u{2212}{}", -number),
    }
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

/// Properties of [`LadderThoughts`].
#[derive(PartialEq, Properties)]
struct LadderThoughtsProps {
    id: ItemId,
    ladder: Ladder,
    /// Whether the person is in one of the levels.
    writing: bool,
}

/// One thought about the ladder, or none. It comes once the person has left the ladder: a ladder that is
/// being written is not finished. After "Leave it as it is" there is quiet until something is changed,
/// and that thought stays away while the page is open.
#[component]
fn LadderThoughts(props: &LadderThoughtsProps) -> Html {
    let scene = use_scene();
    let LadderThoughtsProps {
        id,
        ladder,
        writing,
    } = props;
    let cues = scene.words.cues();
    let left = use_mut_ref(Vec::new);
    let settled = use_state_eq(|| ladder.thoughts(cues).first().copied());
    use_effect_with((ladder.clone(), *writing), {
        let (settled, left) = (settled.setter(), left.clone());
        move |(ladder, writing): &(Ladder, bool)| {
            let ladder = ladder.clone();
            let settle = move || {
                let mut thoughts = ladder.thoughts(cues).into_iter();
                settled.set(thoughts.find(|thought| !left.borrow().contains(thought)));
            };
            let timer = (!writing).then(|| Timeout::new(PAUSE, settle));
            move || drop(timer)
        }
    });
    let slot_id = format!("ladder-{}-thought", id.0);
    let thought = settled.map(|thought| {
        let (left, settled, slot_id) = (left.clone(), settled.setter(), slot_id.clone());
        let leave = Callback::from(move |_: MouseEvent| {
            // The button goes; its frame stays and keeps the place of the focus.
            page::focus(&slot_id);
            left.borrow_mut().push(thought);
            settled.set(None);
        });
        html! { <Thought text={scene.text(words_of(thought))} {leave} /> }
    });
    html! {
        <div class="goal-thought-slot" role="status" id={slot_id} tabindex="-1">
            { for thought }
        </div>
    }
}
