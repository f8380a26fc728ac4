//! The page with all goals, and where new ones can come from.

use super::PlanProps;
use crate::browser::page;
use crate::i18n::{Msg, Phrased, Topic};
use crate::progress::Place;
use crate::questionnaire::{Prompt, Section};
use crate::route::Route;
use crate::ui::components::{Carried, GoalCard, Heading, HelpMeThink, Suggestions, Turn};
use crate::ui::{Change, List, use_dispatch, use_list_focus, use_scene};
use crate::worksheet::Worksheet;
use yew::prelude::*;

/// More goals than this bring a soft word.
const PLENTY: usize = 3;

/// All goals, and the person's own lines that can become one.
#[component]
pub fn Goals(plan: &PlanProps) -> Html {
    let worksheet = &plan.worksheet;
    let phrases = Topic::Goals.phrases();
    let ids: Vec<_> = worksheet.goals.ids().collect();
    // A new goal has a page of its own, or stays beside the line that it was made from.
    use_list_focus(ids, |change| match change {
        Change::Added(_) => None,
        Change::Back(id) | Change::Removed(Some(id)) => Some(GoalCard::link_id(id)),
        Change::Removed(None) => Some(List::Goals.add_id()),
    });
    // The order stays while the page is open, so that nothing moves under the finger.
    let begins = *use_memo((), |()| worksheet.goals.is_empty());
    let own_words = html! { <Suggestions worksheet={worksheet.clone()} /> };
    let goals = html! { <GoalList ..plan.clone() /> };
    let parts = if begins {
        [own_words, goals]
    } else {
        [goals, own_words]
    };
    html! {
        <>
            <Heading worksheet={worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <Carried from={Section::Hopes} words={worksheet.text(Prompt::BestHopes)} />
            <HelpMeThink {phrases} />
            { for parts }
            <Turn id={plan.id} worksheet={worksheet.clone()} place={plan.place} />
        </>
    }
}

/// The goals, and a way to write a new one.
#[component]
fn GoalList(plan: &PlanProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let goals = &plan.worksheet.goals;
    let count = goals.len();
    let add = {
        let (id, next, full) = (plan.id, goals.next_id(), goals.is_full());
        Callback::from(move |_: MouseEvent| {
            if !full {
                dispatch.send(List::Goals.add());
                page::go(Route::Plan(id, Place::Goal(next)));
            }
        })
    };
    let cards = goals.iter().enumerate().map(|(place, (id, goal))| {
        html! { <GoalCard key={id.0} plan={plan.id} {id} goal={goal.clone()} {place} {count} /> }
    });
    html! {
        <section class="goals" aria-labelledby="goals-title">
            <h2 class="goals__title" id="goals-title">{ scene.text(Msg::GoalsListLabel) }</h2>
            if count == 0 {
                <p class="goals__none">{ scene.text(none_yet(&plan.worksheet)) }</p>
            }
            <ol class="cards goal-list">{ for cards }</ol>
            if count > PLENTY {
                <p class="goals__many">{ scene.text(Msg::GoalsMany) }</p>
            }
            <button type="button" class="button cards__add" id={List::Goals.add_id()} onclick={add}>
                { scene.text(Msg::GoalsAdd) }
            </button>
        </section>
    }
}

/// What to say while there are no goals: lines that could become one are only named when there are any.
fn none_yet(worksheet: &Worksheet) -> Msg {
    if worksheet.sources().is_empty() {
        Msg::GoalsNoneYetNoLines
    } else {
        Msg::GoalsNoneYet
    }
}
