//! The walk through the day.

use super::PlanProps;
use crate::i18n::{Msg, Phrased, Topic};
use crate::questionnaire::Prompt;
use crate::ui::Target;
use crate::ui::components::{AnswerField, CarriedLines, Heading, HelpMeThink, Turn};
use crate::worksheet::Moment;
use yew::prelude::*;

/// The page that walks through the day, from waking to bedtime.
#[component]
pub fn Day(plan: &PlanProps) -> Html {
    let phrases = Topic::Day.phrases();
    let signs = plan
        .worksheet
        .signs
        .iter()
        .map(|(_, line)| line.text.clone());
    let signs: Vec<_> = signs.filter(|words| !words.is_blank()).collect();
    let moment = |moment: Moment| {
        let prompt = Prompt::Moment(moment);
        let phrases = prompt.phrases();
        html! {
            <section class="moment" key={moment.slug()}>
                <AnswerField target={Target::Answer(prompt)} value={plan.worksheet.text(prompt)}
                    label={phrases.title} hint={phrases.hint} />
                <HelpMeThink {phrases} />
            </section>
        }
    };
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <CarriedLines from={Msg::AnswerYourSigns} lines={signs} />
            <div class="moments">{ for Moment::ALL.into_iter().map(moment) }</div>
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
