//! What this is, who can see it, and where it is kept.

use super::PlanProps;
use crate::i18n::{Msg, Phrased, Topic};
use crate::route::Route;
use crate::store::Keep;
use crate::ui::components::{Heading, KeepChoice, ShortField, Turn};
use crate::ui::{Target, use_scene};
use yew::prelude::*;

/// Properties of [`BeginAbout`].
#[derive(PartialEq, Properties)]
pub struct BeginAboutProps {
    /// The plan and the page.
    pub plan: PlanProps,
    /// Where the plan is kept.
    pub keep: Keep,
}

/// The first page of a plan.
#[component]
pub fn BeginAbout(props: &BeginAboutProps) -> Html {
    let scene = use_scene();
    let BeginAboutProps { plan, keep } = props;
    let phrases = Topic::About.phrases();
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <div class="prose">
                <p>{ scene.text(Msg::BeforeWhatText) }</p>
                <p>{ scene.text(Msg::BeforeAnswersText) }</p>
                <p>{ scene.text(Msg::BeforeNotText) }</p>
                <h2>{ scene.text(Msg::BeforeUrgentTitle) }</h2>
                <p>
                    { scene.text(Msg::BeforeUrgentText) }
                    { " " }
                    <a href={Route::UrgentHelp.to_string()}>{ scene.text(Msg::BeforeUrgentLink) }</a>
                </p>
                <h2>{ scene.text(Msg::BeforeWhoTitle) }</h2>
                <p>{ scene.text(Msg::BeforeWhoText) }</p>
            </div>
            <KeepChoice keep={*keep} />
            <ShortField target={Target::Name} value={plan.worksheet.name.clone()} label={Msg::BeforeNameLabel}
                hint={Msg::BeforeNameHint} />
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
