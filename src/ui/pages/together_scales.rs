//! The page with the four private scales of "How we work together".

use super::PlanProps;
use crate::i18n::{Msg, Phrased, Topic};
use crate::questionnaire::Scale;
use crate::ui::components::{Heading, HelpMeThink, ScaleField, Scored, Turn};
use crate::ui::{use_dispatch, use_scene};
use crate::worksheet::Action;
use yew::prelude::*;

/// Four scales that are never added up, and what might be worth raising.
#[component]
pub fn TogetherScales(plan: &PlanProps) -> Html {
    let worksheet = &plan.worksheet;
    let phrases = Topic::TogetherScales.phrases();
    let scale = |scale: Scale| {
        let phrases = scale.phrases();
        html! {
            <ScaleField key={scale.slug()} scored={Scored::Scale(scale)} value={worksheet.score(scale)}
                legend={phrases.title} hint={phrases.hint} low={phrases.low} high={phrases.high} />
        }
    };
    html! {
        <>
            <Heading worksheet={worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <HelpMeThink {phrases} />
            <div class="together-scales">{ for Scale::TOGETHER.into_iter().map(scale) }</div>
            <WorthRaising scales={worksheet.lowest_together()} />
            <Share share={worksheet.share_together} />
            <Turn id={plan.id} worksheet={worksheet.clone()} place={plan.place} />
        </>
    }
}

/// Properties of [`WorthRaising`].
#[derive(PartialEq, Properties)]
struct WorthRaisingProps {
    /// The lowest scales.
    scales: Vec<Scale>,
}

/// What might be worth raising, and a first sentence to raise it.
#[component]
fn WorthRaising(props: &WorthRaisingProps) -> Html {
    let scene = use_scene();
    let way = |scale: &Scale| {
        let begin = first_sentence(*scale)?;
        Some(html! {
            <li class="worth-raising__way" key={scale.slug()}>
                <p class="worth-raising__scale">{ scene.text(scale.phrases().title) }</p>
                <p class="worth-raising__begin">{ scene.text(begin) }</p>
            </li>
        })
    };
    html! {
        <div class="worth-raising-slot">
            if !props.scales.is_empty() {
                <section class="worth-raising" aria-labelledby="worth-raising">
                    <h2 class="worth-raising__title" id="worth-raising">{ scene.text(Msg::TogetherWorthRaising) }</h2>
                    <p>{ scene.text(Msg::TogetherWorthRaisingText) }</p>
                    <ul class="worth-raising__ways">{ for props.scales.iter().filter_map(way) }</ul>
                    <p>{ scene.text(Msg::TogetherYourWords) }</p>
                </section>
            }
        </div>
    }
}

/// A first sentence with which the person could raise it.
fn first_sentence(scale: Scale) -> Option<Msg> {
    match scale {
        Scale::Open => Some(Msg::TogetherBeginOpen),
        Scale::Respected => Some(Msg::TogetherBeginRespected),
        Scale::Matters => Some(Msg::TogetherBeginMatters),
        Scale::MakesSense => Some(Msg::TogetherBeginMakesSense),
        Scale::Now | Scale::Highest | Scale::Enough | Scale::Confidence | Scale::Willingness => {
            None
        }
    }
}

/// Properties of [`Share`].
#[derive(PartialEq, Properties)]
struct ShareProps {
    share: bool,
}

/// Whether this private part may be printed and copied.
#[component]
fn Share(props: &ShareProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let state = if props.share {
        Msg::TogetherShared
    } else {
        Msg::TogetherPrivate
    };
    html! {
        <div class="together-share">
            <label class="checklist__item">
                <input type="checkbox" id="share-together" checked={props.share} aria-describedby="share-together-note"
                    onchange={dispatch.on(Action::ShareTogether(!props.share))} />
                { " " }
                <span>{ scene.text(Msg::TogetherShare) }</span>
            </label>
            <p class="checklist__note" id="share-together-note" role="status">{ scene.text(state) }</p>
        </div>
    }
}
