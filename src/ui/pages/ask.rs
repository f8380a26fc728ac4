//! A page with one question that takes text.

use super::PlanProps;
use crate::i18n::Phrased;
use crate::questionnaire::{Page, Prompt};
use crate::ui::components::{AnswerField, AnswerFieldProps, Carried, Heading, HelpMeThink, Turn};
use yew::prelude::*;

/// Properties of [`Ask`].
#[derive(PartialEq, Properties)]
pub struct AskProps {
    /// The plan and the page.
    pub plan: PlanProps,
    /// The question.
    pub prompt: Prompt,
    /// Earlier questions whose answers help with this one.
    pub carried: &'static [Prompt],
}

/// A page with one question that takes text, and earlier words that help with it.
#[component]
pub fn Ask(props: &AskProps) -> Html {
    let AskProps {
        plan,
        prompt,
        carried,
    } = props;
    let phrases = prompt.phrases();
    let field = AnswerFieldProps {
        page_hint: phrases.hint.is_some(),
        ..AnswerFieldProps::of(*prompt, &plan.worksheet.answer(*prompt))
    };
    let earlier = |prompt: &Prompt| {
        let from = Page::asking(*prompt).map_or(plan.place.section(), Page::section);
        html! { <Carried {from} words={plan.worksheet.text(*prompt)} /> }
    };
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            { for carried.iter().map(earlier) }
            <AnswerField ..field />
            <HelpMeThink {phrases} />
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
