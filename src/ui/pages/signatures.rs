//! The page with the names and dates of the agreement.

use super::PlanProps;
use crate::i18n::{Msg, Phrased, Topic};
use crate::questionnaire::{DateField as Field, Prompt};
use crate::ui::Target;
use crate::ui::components::{DateField, Dated, Heading, HelpMeThink, ShortField, Turn};
use yew::prelude::*;

/// Names, date and next review. The hint says that it is not a contract.
#[component]
pub fn Signatures(plan: &PlanProps) -> Html {
    let worksheet = &plan.worksheet;
    let phrases = Topic::Signatures.phrases();
    let name = |prompt: Prompt| {
        let phrases = prompt.phrases();
        html! {
            <ShortField target={Target::Answer(prompt)} value={worksheet.text(prompt)}
                label={phrases.title} hint={phrases.hint} />
        }
    };
    let date = |field: Field, label: Msg| {
        let value = worksheet.dates.get(&field).copied();
        html! { <DateField dated={Dated::Plan(field)} {value} {label} /> }
    };
    html! {
        <>
            <Heading worksheet={worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <div class="signatures">
                { name(Prompt::MyName) }
                { name(Prompt::TherapistName) }
                { date(Field::AgreedOn, Msg::AgreementAgreedOn) }
                { date(Field::NextReview, Msg::AgreementNextReview) }
            </div>
            <HelpMeThink {phrases} />
            <Turn id={plan.id} worksheet={worksheet.clone()} place={plan.place} />
        </>
    }
}
