//! The page "Closer".

use super::PlanProps;
use crate::i18n::{Phrased, Topic};
use crate::ui::components::{Heading, HelpMeThink, Turn};
use yew::prelude::*;

/// The page "Closer".
#[component]
pub fn Closer(plan: &PlanProps) -> Html {
    let phrases = Topic::Closer.phrases();
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title} hint={phrases.hint} />
            <HelpMeThink {phrases} />
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
