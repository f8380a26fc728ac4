//! The page "Goal".

use super::PlanProps;
use crate::i18n::{Phrased, Topic};
use crate::ui::components::{Heading, HelpMeThink, Turn};
use crate::worksheet::ItemId;
use yew::prelude::*;

/// Properties of [`Goal`].
#[derive(PartialEq, Properties)]
pub struct GoalProps {
    /// The plan and the page.
    pub plan: PlanProps,
    /// The goal.
    pub goal: ItemId,
}

/// The page "Goal".
#[component]
pub fn Goal(props: &GoalProps) -> Html {
    let plan = &props.plan;
    let phrases = Topic::Goal.phrases();
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title} hint={phrases.hint} />
            <HelpMeThink {phrases} />
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
