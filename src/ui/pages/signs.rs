//! The first small sign, and what else.

use super::PlanProps;
use crate::i18n::{Msg, Phrased, Topic};
use crate::ui::List;
use crate::ui::components::{Heading, HelpMeThink, LinesField, Turn};
use yew::prelude::*;

/// The page that asks for the signs.
#[component]
pub fn Signs(plan: &PlanProps) -> Html {
    let phrases = Topic::Signs.phrases();
    let signs = &plan.worksheet.signs;
    let lines: Vec<_> = signs
        .iter()
        .map(|(id, line)| (id, line.text.clone()))
        .collect();
    let next = (!signs.is_full()).then(|| signs.next_id());
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <LinesField list={List::Signs} {lines} {next} more={Msg::ListWhatElse}
                page_hint={phrases.hint.is_some()} />
            <HelpMeThink {phrases} />
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
