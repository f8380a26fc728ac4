//! What they would see.

use super::PlanProps;
use crate::i18n::{Phrased, Topic};
use crate::ui::components::{Heading, HelpMeThink, Turn, WitnessCards};
use crate::worksheet::WitnessField;
use yew::prelude::*;

/// The page that asks what each of them would see.
#[component]
pub fn See(plan: &PlanProps) -> Html {
    let phrases = Topic::See.phrases();
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <WitnessCards plan={plan.id} witnesses={plan.worksheet.witnesses.clone()}
                field={WitnessField::See} />
            if !plan.worksheet.witnesses.is_empty() {
                <HelpMeThink {phrases} />
            }
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
