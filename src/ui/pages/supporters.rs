//! The page about people who can help.

use super::PlanProps;
use crate::i18n::{Msg, Phrased, Topic};
use crate::ui::components::{Heading, HelpMeThink, SupporterCard, Turn};
use crate::ui::{Change, List, Target, use_dispatch, use_list_focus, use_scene};
use crate::worksheet::{Supporter, SupporterField};
use std::rc::Rc;
use yew::prelude::*;

/// Who can help, and what to ask of them. While there is nobody, an empty card stands ready.
#[component]
pub fn Supporters(plan: &PlanProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let phrases = Topic::Supporters.phrases();
    let list = List::Supporters;
    let supporters = &plan.worksheet.supporters;
    let count = supporters.len();
    let blank = use_memo((), |()| Rc::new(Supporter::default()));
    let mut shown: Vec<_> = supporters
        .iter()
        .map(|(id, supporter)| (id, Rc::clone(supporter)))
        .collect();
    if shown.is_empty() {
        shown.push((supporters.next_id(), Rc::clone(&blank)));
    }
    let ids = shown.iter().map(|(id, _)| *id).collect();
    use_list_focus(ids, move |change| match change {
        Change::Added(id) | Change::Back(id) | Change::Removed(Some(id)) => {
            Some(Target::Supporter(id, SupporterField::Who).to_string())
        }
        Change::Removed(None) => Some(list.add_id()),
    });
    let cards = shown
        .into_iter()
        .enumerate()
        .map(|(place, (id, supporter))| {
            html! { <SupporterCard key={id.0} {id} {supporter} {place} {count} /> }
        });
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <div class="supporters">
                <ul class="cards">{ for cards }</ul>
                if count > 0 && !supporters.is_full() {
                    <button type="button" class="button cards__add" id={list.add_id()} onclick={dispatch.on(list.add())}>
                        { scene.text(Msg::SupportAdd) }
                    </button>
                }
            </div>
            <HelpMeThink {phrases} />
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}
