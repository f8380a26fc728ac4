//! The page "BeginAbout".

use super::PlanProps;
use crate::i18n::{Phrased, Topic};
use crate::ui::components::{Heading, HelpMeThink, Turn};
use crate::store::Keep;
use yew::prelude::*;

/// Properties of [`BeginAbout`].
#[derive(PartialEq, Properties)]
pub struct BeginAboutProps {
    /// The plan and the page.
    pub plan: PlanProps,
    /// Where the plan is kept.
    pub keep: Keep,
}

/// The page "BeginAbout".
#[component]
pub fn BeginAbout(props: &BeginAboutProps) -> Html {
    let plan = &props.plan;
    let phrases = Topic::About.phrases();
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title} hint={phrases.hint} />
            <HelpMeThink {phrases} />
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
