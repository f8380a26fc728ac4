//! How the question is told, chosen before it is met.

use super::PlanProps;
use crate::i18n::{Phrased, Topic};
use crate::ui::components::{Heading, HelpMeThink, Turn, WordingChoice};
use yew::prelude::*;

/// The page on which the form of the question is chosen.
#[component]
pub fn Wording(plan: &PlanProps) -> Html {
    let phrases = Topic::Wording.phrases();
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <WordingChoice setup={plan.worksheet.setup.clone()} />
            <HelpMeThink {phrases} />
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
