//! The page "See".

use super::PlanProps;
use crate::i18n::{Phrased, Topic};
use crate::ui::components::{Heading, HelpMeThink, Turn};
use yew::prelude::*;

/// The page "See".
#[component]
pub fn See(plan: &PlanProps) -> Html {
    let phrases = Topic::See.phrases();
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title} hint={phrases.hint} />
            <HelpMeThink {phrases} />
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
