//! The page "Summary".

use super::PlanProps;
use crate::i18n::{Phrased, Topic};
use crate::ui::components::{Heading, HelpMeThink, Turn};
use crate::worksheet::Date;
use yew::prelude::*;

/// Properties of [`Summary`].
#[derive(PartialEq, Properties)]
pub struct SummaryProps {
    /// The plan and the page.
    pub plan: PlanProps,
    /// Today, for the head of the plan.
    pub today: Option<Date>,
}

/// The page "Summary".
#[component]
pub fn Summary(props: &SummaryProps) -> Html {
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
