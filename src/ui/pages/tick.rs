//! Which of the person's own lines already happen, even a little.

use super::PlanProps;
use crate::i18n::{Msg, Phrased, Topic};
use crate::progress::Place;
use crate::questionnaire::Page;
use crate::route::Route;
use crate::ui::components::{Heading, HelpMeThink, NothingYet, Origin, PieceTick, Turn};
use crate::ui::use_scene;
use crate::worksheet::{Source, Text};
use yew::prelude::*;

/// The page on which the person ticks what already happens.
#[component]
pub fn Tick(plan: &PlanProps) -> Html {
    let scene = use_scene();
    let phrases = Topic::Tick.phrases();
    let worksheet = &plan.worksheet;
    let sources = worksheet.sources();
    let line = |(source, words): &(Source, Text)| {
        let happens = worksheet
            .pieces
            .get(source)
            .is_some_and(|piece| piece.happens);
        let origin = Origin::of(worksheet, *source);
        html! { <PieceTick key={source.to_string()} source={*source} words={words.clone()} {origin} {happens} /> }
    };
    html! {
        <>
            <Heading worksheet={worksheet.clone()} place={plan.place} title={phrases.title} hint={phrases.hint} />
            if sources.is_empty() {
                <NothingYet text={Msg::PiecesNoneYet}>
                    <a class="button" href={Route::Plan(plan.id, Place::Page(Page::Signs)).to_string()}>
                        { scene.text(Msg::PiecesWriteSome) }
                    </a>
                </NothingYet>
            } else {
                <ul class="cards" aria-labelledby="question">{ for sources.iter().map(line) }</ul>
            }
            if !sources.is_empty() {
                <HelpMeThink {phrases} />
            }
            <Turn id={plan.id} worksheet={worksheet.clone()} place={plan.place} />
        </>
    }
}
