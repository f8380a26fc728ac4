//! The page "GoalSteps".

use super::PlanProps;
use crate::i18n::{Phrased, Topic};
use crate::ui::components::{Heading, HelpMeThink, Turn};
use crate::worksheet::ItemId;
use yew::prelude::*;

/// Properties of [`GoalSteps`].
#[derive(PartialEq, Properties)]
pub struct GoalStepsProps {
    /// The plan and the page.
    pub plan: PlanProps,
    /// The goal.
    pub goal: ItemId,
}

/// The page "GoalSteps".
#[component]
pub fn GoalSteps(props: &GoalStepsProps) -> Html {
    let plan = &props.plan;
    let phrases = Topic::GoalSteps.phrases();
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title} hint={phrases.hint} />
            <HelpMeThink {phrases} />
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
