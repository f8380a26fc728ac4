//! The question, told a line at a time.

use super::PlanProps;
use crate::i18n::{Msg, Phrased, Topic};
use crate::ui::components::{Heading, TellingControls, TellingLines, Turn, WordingChoice};
use crate::ui::use_scene;
use crate::worksheet::Wording;
use yew::prelude::*;

/// How far the question was told, in which form. Only buttons change it: in another form the telling
/// begins anew.
#[derive(Clone, Copy, PartialEq)]
struct Told {
    wording: Wording,
    lines: usize,
}

/// The page that tells the question, at the person's own pace. Who comes back to it finds all of it.
#[component]
pub fn Telling(plan: &PlanProps) -> Html {
    let scene = use_scene();
    let phrases = Topic::Telling.phrases();
    let setup = &plan.worksheet.setup;
    let wording = setup.wording;
    let lines = wording.phrases().lines;
    let again = !plan.worksheet.signs.is_empty();
    let told = use_state(|| Told {
        wording,
        lines: if again { lines.len() } else { 1 },
    });
    let so_far = if told.wording == wording {
        told.lines
    } else {
        1
    };
    let ontell = {
        let told = told.setter();
        use_callback(wording, move |lines, wording| {
            told.set(Told {
                wording: *wording,
                lines,
            })
        })
    };
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <TellingLines {wording} told={so_far} />
            <TellingControls told={so_far} of={lines.len()} {ontell} />
            <details class="tell-another-way">
                <summary>{ scene.text(Msg::TellingChangeWording) }</summary>
                <WordingChoice setup={setup.clone()} legend={Topic::Wording.phrases().title} />
            </details>
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place}
                quiet={so_far < lines.len()} />
        </>
    }
}
