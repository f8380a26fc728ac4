//! How they would respond.

use super::PlanProps;
use crate::i18n::{Phrased, Topic};
use crate::ui::components::{Heading, HelpMeThink, Turn, WitnessCards};
use crate::worksheet::WitnessField;
use yew::prelude::*;

/// The page that asks how each of them would respond.
#[component]
pub fn Respond(plan: &PlanProps) -> Html {
    let phrases = Topic::Respond.phrases();
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <WitnessCards plan={plan.id} witnesses={plan.worksheet.witnesses.clone()}
                field={WitnessField::Respond} />
            if !plan.worksheet.witnesses.is_empty() {
                <HelpMeThink {phrases} />
            }
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
