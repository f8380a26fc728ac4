//! The page with small experiments.

use super::PlanProps;
use crate::i18n::{Msg, Phrased, Topic};
use crate::questionnaire::Experiment;
use crate::ui::components::{AnswerField, AnswerFieldProps, Heading, HelpMeThink, Turn};
use crate::ui::{use_dispatch, use_scene};
use crate::worksheet::{Action, Answer};
use yew::prelude::*;

/// Small experiments, each with room to say how and when once it is chosen.
#[component]
pub fn Experiments(plan: &PlanProps) -> Html {
    let scene = use_scene();
    let worksheet = &plan.worksheet;
    let phrases = Topic::Experiments.phrases();
    let card = |experiment: Experiment| {
        let chosen = worksheet.experiments.contains(&experiment);
        let answer = worksheet.answer(experiment.prompt());
        html! { <ExperimentCard key={experiment.slug()} {experiment} {chosen} {answer} /> }
    };
    html! {
        <>
            <Heading worksheet={worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <HelpMeThink {phrases} />
            <ul class="cards" aria-label={scene.text(Msg::ExperimentsLegend)}>
                { for Experiment::ALL.into_iter().map(card) }
            </ul>
            <Turn id={plan.id} worksheet={worksheet.clone()} place={plan.place} />
        </>
    }
}

/// Properties of [`ExperimentCard`].
#[derive(PartialEq, Properties)]
struct ExperimentCardProps {
    experiment: Experiment,
    chosen: bool,
    answer: Answer,
}

/// One experiment. Its field is there when it is chosen, or when something was written in it, and stays
/// while the page is open.
#[component]
fn ExperimentCard(props: &ExperimentCardProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let ExperimentCardProps {
        experiment,
        chosen,
        answer,
    } = props;
    let phrases = experiment.phrases();
    let prompt = experiment.prompt();
    let written = use_mut_ref(|| false);
    let written = {
        let mut written = written.borrow_mut();
        *written |= answer.is_given();
        *written
    };
    let id = format!("try-{}", experiment.slug());
    let about_id = format!("{id}-about");
    let field = AnswerFieldProps {
        label: Some(prompt.phrases().title),
        hint: prompt.phrases().hint,
        rows: 2,
        ..AnswerFieldProps::of(prompt, answer)
    };
    html! {
        <li class="card experiment">
            <h2 class="card__title">{ scene.text(phrases.title) }</h2>
            if let Some(about) = phrases.about {
                <p class="experiment__about" id={about_id.clone()}>{ scene.text(about) }</p>
            }
            <label class="checklist__item">
                <input type="checkbox" {id} checked={*chosen} aria-describedby={about_id}
                    onchange={dispatch.on(Action::Try(*experiment, !chosen))} />
                { " " }
                <span>
                    { scene.text(Msg::ExperimentsTry) }
                    <span class="visually-hidden">{ ": " }{ scene.text(phrases.title) }</span>
                </span>
            </label>
            <div class="experiment__more">
                if *chosen || written {
                    <AnswerField ..field />
                    <HelpMeThink phrases={prompt.phrases()} />
                }
            </div>
        </li>
    }
}
