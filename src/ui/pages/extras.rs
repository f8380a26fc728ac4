//! The optional parts.

use super::PlanProps;
use crate::i18n::{Phrased, Topic};
use crate::ui::components::{Checklist, ChecklistItem, Heading, Turn};
use crate::ui::{use_dispatch, use_scene};
use crate::worksheet::{Action, Extra, Setup};
use yew::prelude::*;

/// The page on which optional parts are switched on and off.
#[component]
pub fn Extras(plan: &PlanProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let phrases = Topic::Extras.phrases();
    let setup = &plan.worksheet.setup;
    let ontick = use_callback(
        setup.clone(),
        move |(slug, on): (AttrValue, bool), setup: &Setup| {
            let Some(extra) = Extra::from_slug(&slug) else {
                return;
            };
            let mut setup = setup.clone();
            if on {
                setup.extras.insert(extra);
            } else {
                setup.extras.remove(&extra);
            }
            dispatch.send(Action::Setup(setup));
        },
    );
    let item = |extra: Extra| {
        ChecklistItem::of(
            scene,
            extra.slug(),
            extra.phrases(),
            setup.extras.contains(&extra),
        )
    };
    let items: Vec<_> = Extra::ALL.into_iter().map(item).collect();
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <Checklist name="extra" page_hint={phrases.hint.is_some()} {items} {ontick} />
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
