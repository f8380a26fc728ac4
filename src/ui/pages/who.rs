//! Who would notice.

use super::PlanProps;
use crate::i18n::{Msg, Phrased, Topic};
use crate::ui::List;
use crate::ui::components::{Heading, HelpMeThink, LinesField, Turn};
use yew::prelude::*;

/// The page that asks who would notice without being told.
#[component]
pub fn Who(plan: &PlanProps) -> Html {
    let phrases = Topic::Who.phrases();
    let witnesses = &plan.worksheet.witnesses;
    let lines: Vec<_> = witnesses
        .iter()
        .map(|(id, witness)| (id, witness.who.clone()))
        .collect();
    let next = (!witnesses.is_full()).then(|| witnesses.next_id());
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <LinesField list={List::Witnesses} {lines} {next} more={Msg::OthersAdd}
                page_hint={phrases.hint.is_some()} />
            <HelpMeThink {phrases} />
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
