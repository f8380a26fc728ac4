//! The page "Rate".

use super::PlanProps;
use crate::i18n::{Phrased, Topic};
use crate::ui::components::{Heading, HelpMeThink, Turn};
use crate::questionnaire::Scale;
use yew::prelude::*;

/// Properties of [`Rate`].
#[derive(PartialEq, Properties)]
pub struct RateProps {
    /// The plan and the page.
    pub plan: PlanProps,
    /// The scale.
    pub scale: Scale,
}

/// The page "Rate".
#[component]
pub fn Rate(props: &RateProps) -> Html {
    let plan = &props.plan;
    let phrases = Topic::Summary.phrases();
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title} hint={phrases.hint} />
            <HelpMeThink {phrases} />
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
