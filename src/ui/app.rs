//! The app: its state, and the ties between that state and the browser.

use super::session::{Outside, Saving, Session};
use super::{Event, Ui, shell};
use crate::browser::autosave::Autosave;
use crate::browser::{LocalStorage, clock, page, random};
use crate::progress::Place;
use crate::route::Route;
use crate::store::Library;
use crate::worksheet::Worksheet;
use gloo_events::{EventListener, EventListenerOptions};
use gloo_utils::{document, window};
use std::rc::Rc;
use yew::prelude::*;

/// The app, over the browser's own storage.
#[component]
pub fn App() -> Html {
    let session = use_reducer(|| {
        let outside = Outside {
            now: clock::now,
            today: clock::today,
            plan_id: random::plan_id,
        };
        Session::start(
            Library::new(LocalStorage),
            page::route(),
            page::language(),
            outside,
        )
    });
    let dispatcher = session.dispatcher();
    let listener = Callback::from(move |event| dispatcher.dispatch(event));
    let autosave = use_memo((), |()| {
        let listener = listener.clone();
        Autosave::new(session.library.clone(), move |result| {
            listener.emit(Event::Wrote(result))
        })
    });
    use_saving(&session, Rc::clone(&autosave));
    use_other_tabs(listener.clone(), Rc::clone(&autosave));
    use_address(listener.clone(), autosave);
    use_page(&session);
    use_question_before_leaving(&session);
    shell::view(&session, &Ui::new(session.scene(), listener))
}

/// What was last handed over to be saved: the plan by its identity, and the page.
#[derive(Clone)]
struct Seen(Option<(Rc<Worksheet>, Place)>);

impl PartialEq for Seen {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some((one, here)), Some((two, there))) => Rc::ptr_eq(one, two) && here == there,
            (None, None) => true,
            _ => false,
        }
    }
}

/// Hands every change of the open plan over to be saved.
#[hook]
fn use_saving(session: &Session, autosave: Rc<Autosave>) {
    let seen = session
        .open()
        .map(|open| (Rc::clone(&open.worksheet), open.place));
    let session = session.clone();
    use_effect_with(Seen(seen), move |_| {
        if let Some((id, plan)) = session.to_store() {
            autosave.changed(id, plan);
        }
    });
}

/// Follows the address, and writes what is waiting whenever the page may go.
#[hook]
fn use_address(listener: Callback<Event>, autosave: Rc<Autosave>) {
    use_effect_with((), move |()| {
        let went = Rc::clone(&autosave);
        let address = EventListener::new(&window(), "hashchange", move |_| {
            went.flush();
            listener.emit(Event::Went(page::route()));
        });
        let leaving = ["pagehide", "blur"].map(|name| {
            let autosave = Rc::clone(&autosave);
            EventListener::new(&window(), name, move |_| autosave.flush())
        });
        let hiding = EventListener::new(&document(), "visibilitychange", move |_| {
            if page::is_hidden() {
                autosave.flush();
            }
        });
        move || drop((address, leaving, hiding))
    });
}

/// Lets the browser ask before it leaves a page whose words could not be stored.
#[hook]
fn use_question_before_leaving(session: &Session) {
    let at_risk = matches!(session.saving, Saving::Fails(_));
    use_effect_with(at_risk, |at_risk| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = at_risk.then(|| {
            EventListener::new_with_options(&window(), "beforeunload", options, |event| {
                event.prevent_default();
            })
        });
        move || drop(listener)
    });
}

/// Follows what other tabs of this browser write. A tab that was asleep is told when it is seen again.
#[hook]
fn use_other_tabs(listener: Callback<Event>, autosave: Rc<Autosave>) {
    use_effect_with((), move |()| {
        let look = move || {
            // Somebody is writing here, and those words come first.
            if !page::is_hidden() && !autosave.is_waiting() {
                listener.emit(Event::LookAgain);
            }
        };
        let (seen, shown) = (look.clone(), look.clone());
        let stored = EventListener::new(&window(), "storage", move |_| look());
        let back = EventListener::new(&window(), "pageshow", move |_| shown());
        let front = EventListener::new(&document(), "visibilitychange", move |_| seen());
        move || drop((stored, back, front))
    });
}

/// Keeps the page's title, language, looks and focus in step.
#[hook]
fn use_page(session: &Session) {
    let title = shell::title(session);
    use_effect_with(title, |title| page::set_title(title));
    use_effect_with(session.locale, |locale| page::set_language(*locale));
    use_effect_with(session.settings.clone(), page::set_looks);
    let first = use_mut_ref(|| true);
    use_effect_with(session.route, move |_: &Route| {
        // The first page has the focus where the browser put it.
        if !std::mem::replace(&mut *first.borrow_mut(), false) {
            page::scroll_to_top();
            page::focus("question");
        }
    });
    use_effect_with(session.focus.clone(), |focus| {
        if let Some(focus) = focus {
            page::focus(&focus.id);
            focus.within.into_iter().for_each(page::reveal);
        }
    });
}
