//! Home: the plans of this browser, or a first word to a new visitor.

use crate::browser::page;
use crate::i18n::{Msg, Plural};
use crate::progress::Place;
use crate::route::{PlanId, Route};
use crate::store::{Library, Shelf, StorageError};
use crate::ui::components::{Hero, Notice, PlanCard};
use crate::ui::use_scene;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Home`].
#[derive(PartialEq, Properties)]
pub struct HomeProps {
    /// The plans, newest first; why not, if they cannot be read.
    pub shelf: Rc<Shelf>,
    /// The name for the next new plan.
    pub fresh: PlanId,
    /// Where plans are kept.
    pub library: Library,
}

/// Home. Whoever has been here before is one tap from where they stopped.
#[component]
pub fn Home(props: &HomeProps) -> Html {
    let HomeProps { shelf, fresh, .. } = props;
    let begin = Route::Plan(*fresh, Place::FIRST);
    let empty = shelf.plans.is_empty();
    let first = use_mut_ref(|| true);
    use_effect_with(empty, move |_| {
        // The heading that had the focus went with the last plan, or with the first words.
        if !std::mem::replace(&mut *first.borrow_mut(), false) {
            page::focus("question");
        }
    });
    html! {
        <>
            { unreadable(shelf.trouble.filter(|_| empty)) }
            if empty {
                <Hero {begin} />
            } else {
                <Plans shelf={shelf.clone()} {begin} library={props.library.clone()} />
            }
        </>
    }
}

/// Why there may be plans that cannot be seen. With plans in sight, the notice about saving says enough.
fn unreadable(trouble: Option<StorageError>) -> Html {
    html! {
        <div class="notices" role="status">
            if trouble.is_some() { <ShelfTrouble /> }
        </div>
    }
}

/// Says that the browser does not let the page look for plans.
#[component]
fn ShelfTrouble() -> Html {
    let scene = use_scene();
    html! {
        <Notice title={scene.text(Msg::HomeBlockedTitle)} text={scene.text(Msg::HomeBlockedText)} trouble=true>
            <a href={Route::Privacy.to_string()}>{ scene.text(Msg::TroubleWhy) }</a>
        </Notice>
    }
}

/// Properties of [`Plans`].
#[derive(PartialEq, Properties)]
struct PlansProps {
    shelf: Rc<Shelf>,
    begin: Route,
    library: Library,
}

/// The plans, newest first.
#[component]
fn Plans(props: &PlansProps) -> Html {
    let scene = use_scene();
    let PlansProps {
        shelf,
        begin,
        library,
    } = props;
    let copied = use_state_eq(|| false);
    let oncopied = {
        let copied = copied.clone();
        use_callback((), move |(), ()| copied.set(true))
    };
    let with_kept = {
        let library = library.clone();
        use_memo(shelf.clone(), move |_| {
            library.with_kept().unwrap_or_default()
        })
    };
    let card = |(index, plan): (usize, &crate::store::Shelved)| {
        html! {
            <PlanCard key={plan.id.to_string()} plan={plan.clone()} newest={index == 0}
                has_kept={with_kept.contains(&plan.id)} library={library.clone()} oncopied={oncopied.clone()} />
        }
    };
    html! {
        <>
            <h1 class="question question--title" id="question" tabindex="-1">{ scene.text(Msg::HomeTitle) }</h1>
            <ul class="plans" aria-label={scene.words.count(Plural::HomePlans, shelf.plans.len())}>
                { for shelf.plans.iter().enumerate().map(card) }
            </ul>
            <p class="visually-hidden" role="status">
                if *copied { { scene.text(Msg::PlanMenuCopied) } }
            </p>
            <p class="plans__new">
                <a class="button" href={begin.to_string()}>{ scene.text(Msg::HomeNew) }</a>
            </p>
        </>
    }
}
