//! The telling of the question: its lines so far, and the buttons that bring the next.

use crate::browser::page;
use crate::i18n::{Msg, Phrased};
use crate::ui::use_scene;
use crate::worksheet::Wording;
use yew::prelude::*;

/// Properties of [`TellingLines`].
#[derive(PartialEq, Properties)]
pub struct TellingLinesProps {
    /// The form in which the question is told.
    pub wording: Wording,
    /// How many lines are told.
    pub told: usize,
}

/// The lines told so far. Each new one is read aloud when it arrives.
#[component]
pub fn TellingLines(props: &TellingLinesProps) -> Html {
    let scene = use_scene();
    let lines = props.wording.phrases().lines;
    let line = |(place, line): (usize, &Msg)| {
        let key = format!("{}-{place}", props.wording.slug());
        html! {
            <p class="telling__line" id={line_id(place)} tabindex="-1" {key}>{ scene.text(*line) }</p>
        }
    };
    html! {
        <div class="telling" aria-live="polite">
            { for lines.iter().take(props.told).enumerate().map(line) }
        </div>
    }
}

/// A line's id in the page; lines are counted from 0.
fn line_id(place: usize) -> String {
    format!("telling-line-{place}")
}

/// Properties of [`TellingControls`].
#[derive(PartialEq, Properties)]
pub struct TellingControlsProps {
    /// How many lines are told.
    pub told: usize,
    /// How many lines there are.
    pub of: usize,
    /// Hears how many lines are to be told now.
    pub ontell: Callback<usize>,
}

const CONTROLS: &str = "telling-controls";
const NEXT: &str = "telling-next";
const DONE: &str = "telling-done";

/// The buttons below the lines.
#[component]
pub fn TellingControls(props: &TellingControlsProps) -> Html {
    let scene = use_scene();
    let TellingControlsProps { told, of, ontell } = props;
    let focus = use_mut_ref(|| None::<String>);
    let tell = |lines: usize, then: String| {
        let (ontell, focus) = (ontell.clone(), focus.clone());
        Callback::from(move |_: MouseEvent| {
            focus.replace(Some(then.clone()));
            ontell.emit(lines);
        })
    };
    // The button that was pressed may be gone, and the way on may be below the edge. The telling also
    // begins anew when another form is chosen; then the focus stays where it is.
    use_effect_with((*told, *of), {
        let focus = focus.clone();
        move |_| {
            if let Some(id) = focus.take() {
                page::focus(&id);
                if id == NEXT || id == DONE {
                    page::reveal(CONTROLS);
                }
            }
        }
    });
    let next = (told + 1).min(*of);
    let after_next = if next < *of { NEXT } else { DONE };
    html! {
        <div class="telling__controls" id={CONTROLS}>
            if told < of {
                <button type="button" class="button button--main" id={NEXT} onclick={tell(next, after_next.to_owned())} key="next">
                    { scene.text(Msg::TellingNext) }
                </button>
                <button type="button" class="button button--quiet" onclick={tell(*of, line_id(*told))} key="all">
                    { scene.text(Msg::TellingShowAll) }
                </button>
            } else {
                <p class="telling__done" id={DONE} tabindex="-1" key="done">{ scene.text(Msg::TellingDone) }</p>
                <button type="button" class="button button--quiet" onclick={tell(1, NEXT.to_owned())} key="again">
                    { scene.text(Msg::TellingAgain) }
                </button>
            }
        </div>
    }
}
