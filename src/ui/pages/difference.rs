//! What difference that would make.

use super::PlanProps;
use crate::i18n::{Phrased, Topic};
use crate::ui::components::{Heading, HelpMeThink, Turn, WitnessCards};
use crate::worksheet::WitnessField;
use yew::prelude::*;

/// The page that asks what difference that would make.
#[component]
pub fn Difference(plan: &PlanProps) -> Html {
    let phrases = Topic::Difference.phrases();
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <WitnessCards plan={plan.id} witnesses={plan.worksheet.witnesses.clone()}
                field={WitnessField::Difference} />
            if !plan.worksheet.witnesses.is_empty() {
                <HelpMeThink {phrases} />
            }
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
