//! Who is here: the person alone, with a therapist, or a therapist having a look.

use super::PlanProps;
use crate::i18n::{Phrased, Topic};
use crate::ui::components::{Choice, ChoiceItem, Heading, Turn};
use crate::ui::{use_dispatch, use_scene};
use crate::worksheet::{Action, Company as Who, Setup};
use yew::prelude::*;

/// The page that asks who is here.
#[component]
pub fn Company(plan: &PlanProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let phrases = Topic::Company.phrases();
    let setup = &plan.worksheet.setup;
    let onchoose = use_callback(setup.clone(), move |slug: AttrValue, setup| {
        if let Some(who) = Who::from_slug(&slug) {
            dispatch.send(Action::Setup(Setup {
                company: Some(who),
                ..setup.clone()
            }));
        }
    });
    let item =
        |who: Who| ChoiceItem::of(scene, who.slug(), who.phrases(), setup.company == Some(who));
    let items: Vec<_> = Who::ALL.into_iter().map(item).collect();
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <Choice name="company" page_hint={phrases.hint.is_some()} {items} {onchoose} />
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
