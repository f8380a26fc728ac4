//! The page with a line for a hard day.

use super::PlanProps;
use crate::i18n::{Msg, Phrased, Topic};
use crate::questionnaire::Prompt;
use crate::route::Route;
use crate::ui::components::{AnswerField, AnswerFieldProps, Heading, HelpMeThink, Turn};
use crate::ui::use_scene;
use yew::prelude::*;

/// A line for a hard day, and the way to urgent help.
#[component]
pub fn HardDay(plan: &PlanProps) -> Html {
    let scene = use_scene();
    let topic = Topic::HardDay.phrases();
    let phrases = Prompt::HardDay.phrases();
    let field = AnswerFieldProps {
        label: Some(phrases.title),
        hint: phrases.hint,
        ..AnswerFieldProps::of(Prompt::HardDay, &plan.worksheet.answer(Prompt::HardDay))
    };
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={topic.title}
                hint={topic.hint} />
            <AnswerField ..field />
            <HelpMeThink {phrases} />
            <section class="notice" aria-labelledby="urgent-title">
                <h2 class="notice__title" id="urgent-title">{ scene.text(Msg::SupportUrgentTitle) }</h2>
                <p class="notice__text">{ scene.text(Msg::SupportUrgentText) }</p>
                <p class="notice__actions">
                    <a class="button" href={Route::UrgentHelp.to_string()}>{ scene.text(Msg::SupportUrgentLink) }</a>
                </p>
            </section>
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
