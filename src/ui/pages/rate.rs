//! A page with a scaling question and the question that follows it.

use super::PlanProps;
use crate::export::point;
use crate::i18n::{Msg, Phrased};
use crate::progress::Place;
use crate::questionnaire::{Page, Prompt, Scale};
use crate::route::Route;
use crate::ui::components::{
    AnswerField, AnswerFieldProps, Heading, HelpMeThink, ScaleField, Scored, Turn,
};
use crate::ui::use_scene;
use crate::worksheet::Worksheet;
use yew::prelude::*;

/// Properties of [`Rate`].
#[derive(PartialEq, Properties)]
pub struct RateProps {
    /// The plan and the page.
    pub plan: PlanProps,
    /// The scale.
    pub scale: Scale,
}

/// A page with a scaling question. Once a point is chosen, the question that follows from it appears below.
#[component]
pub fn Rate(props: &RateProps) -> Html {
    let RateProps { plan, scale } = props;
    let worksheet = &plan.worksheet;
    let phrases = scale.phrases();
    let prompts = use_follow_ups(*scale, worksheet);
    html! {
        <>
            <Heading worksheet={worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <ScaleField scored={Scored::Scale(*scale)} value={worksheet.score(*scale)}
                low={phrases.low} high={phrases.high} />
            { for_today(*scale, worksheet) }
            <HelpMeThink {phrases} />
            <div class="follow-up">
                { for prompts.into_iter().map(|prompt| follow_up(prompt, plan)) }
            </div>
            <Turn id={plan.id} worksheet={worksheet.clone()} place={plan.place} />
        </>
    }
}

/// The questions to show: the one that follows from the chosen point, then any other in which something
/// was written. A question stays while the page is open, even when all its words are deleted.
#[hook]
fn use_follow_ups(scale: Scale, worksheet: &Worksheet) -> Vec<Prompt> {
    let written = use_mut_ref(Vec::<Prompt>::new);
    let mut written = written.borrow_mut();
    let others = match scale {
        Scale::Now => [Prompt::NotLower, Prompt::CopingAtZero, Prompt::KeepsItGoing].to_vec(),
        scale => scale.follow_up(worksheet).into_iter().collect(),
    };
    for prompt in &others {
        if worksheet.answer(*prompt).is_given() && !written.contains(prompt) {
            written.push(*prompt);
        }
    }
    let next = worksheet.score(scale).and(scale.follow_up(worksheet));
    let kept = others
        .into_iter()
        .filter(|prompt| Some(*prompt) != next && written.contains(prompt));
    next.into_iter().chain(kept).collect()
}

/// One question that follows.
fn follow_up(prompt: Prompt, plan: &PlanProps) -> Html {
    let phrases = prompt.phrases();
    let field = AnswerFieldProps {
        label: Some(phrases.title),
        hint: phrases.hint,
        ..AnswerFieldProps::of(prompt, &plan.worksheet.answer(prompt))
    };
    html! {
        <div class="follow-up__question" key={prompt.slug()}>
            <AnswerField ..field />
            if prompt == Prompt::CopingAtZero {
                <ToCoping address={Route::Plan(plan.id, Place::Page(Page::GotThrough)).to_string()} />
            }
            <HelpMeThink {phrases} />
        </div>
    }
}

/// Properties of [`ToCoping`].
#[derive(PartialEq, Properties)]
struct ToCopingProps {
    address: AttrValue,
}

/// At 0: the ways to "What keeps you going" and to urgent help.
#[component]
fn ToCoping(props: &ToCopingProps) -> Html {
    let scene = use_scene();
    html! {
        <p class="follow-up__ways">
            <a href={props.address.clone()}>{ scene.text(Msg::ScalesToCoping) }</a>
            { " " }
            <a href={Route::UrgentHelp.to_string()}>{ scene.text(Msg::NavUrgentHelp) }</a>
        </p>
    }
}

/// Beside the other points on the same scale: the one that was chosen for today.
fn for_today(scale: Scale, worksheet: &Worksheet) -> Html {
    match (scale, worksheet.score(Scale::Now)) {
        (Scale::Highest | Scale::Enough, Some(score)) => {
            html! { <ForToday score={point(score)} /> }
        }
        _ => Html::default(),
    }
}

/// Properties of [`ForToday`].
#[derive(PartialEq, Properties)]
struct ForTodayProps {
    score: AttrValue,
}

/// What was chosen for today.
#[component]
fn ForToday(props: &ForTodayProps) -> Html {
    let scene = use_scene();
    let text = scene
        .words
        .fill(Msg::ScalesYouChose, &[("score", &props.score)]);
    html! { <p class="for-today">{ text }</p> }
}
