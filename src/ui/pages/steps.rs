//! The page about steps while there are no goals.

use super::PlanProps;
use crate::i18n::{Msg, Phrased, Topic};
use crate::progress::Place;
use crate::questionnaire::Page;
use crate::route::Route;
use crate::ui::components::{Heading, HelpMeThink, Turn};
use crate::ui::use_scene;
use yew::prelude::*;

/// A kind word and the way to the goals. Continue goes on without.
#[component]
pub fn Steps(plan: &PlanProps) -> Html {
    let scene = use_scene();
    let phrases = Topic::Steps.phrases();
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <p>
                <a class="button" href={Route::Plan(plan.id, Place::Page(Page::Goals)).to_string()}>
                    { scene.text(Msg::StepsToGoals) }
                </a>
            </p>
            <HelpMeThink {phrases} />
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
