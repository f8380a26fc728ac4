//! The page "TogetherScales".

use super::PlanProps;
use crate::i18n::{Phrased, Topic};
use crate::ui::components::{Heading, HelpMeThink, Turn};
use yew::prelude::*;

/// The page "TogetherScales".
#[component]
pub fn TogetherScales(plan: &PlanProps) -> Html {
    let phrases = Topic::TogetherScales.phrases();
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title} hint={phrases.hint} />
            <HelpMeThink {phrases} />
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
