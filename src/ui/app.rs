//! The app: its state, and the ties between that state and the browser.

use super::components::knows_all_words;
use super::keeper::Keeper;
use super::lock_watch::use_lock;
use super::pages::Part;
use super::session::{Outside, Session};
use super::{Event, Mark, Ui, foot, shell};
use crate::browser::{LocalStorage, clock, page, parts, random, turning, written_elsewhere};
use crate::store::Library;
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use gloo_utils::{document, window};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// How long a part of the program may take before the page says that it is on its way, in milliseconds.
const LATE: u32 = 300;

/// The app, over the browser's own storage.
#[component]
pub fn App() -> Html {
    let page = use_force_update();
    let keeper = use_memo((), |()| Keeper::new(start(), page));
    use_other_tabs(&keeper);
    use_address(&keeper);
    use_catching_up(&keeper);
    let session = keeper.session();
    knows_all_words();
    use_lock(&session, &keeper);
    use_parts(&session, &keeper);
    use_around(&session, &keeper);
    use_question_before_leaving(&session);
    shell::view(&session, &Ui::new(session.scene(), keeper.listener()))
}

/// The session that the address asks for.
fn start() -> Session {
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
}

/// Draws what was put off before anything on the page is used: a button may carry words, and a printed
/// page is to show them all. And moves the focus where it is going before it is needed. These listeners come before those of the page itself.
#[hook]
fn use_catching_up(keeper: &Keeper) {
    let keeper = keeper.clone();
    use_effect_with((), move |()| {
        let options = EventListenerOptions::run_in_capture_phase();
        let names = ["click", "focusout", "beforeprint", "keydown", "pointerdown"];
        let listeners = names.map(|name| {
            let keeper = keeper.clone();
            EventListener::new_with_options(&window(), name, options, move |_| match name {
                "keydown" | "pointerdown" => {
                    keeper.around().follow();
                    turning::arrive();
                }
                _ => {
                    keeper.catch_up();
                    if name == "beforeprint" {
                        foot::set(&keeper.session());
                    }
                }
            })
        });
        move || drop(listeners)
    });
}

/// Follows the address, and writes what is waiting whenever the page may go.
#[hook]
fn use_address(keeper: &Keeper) {
    let keeper = keeper.clone();
    use_effect_with((), move |()| {
        let (went, followed) = (keeper.clone(), RefCell::new(page::fragment()));
        let follow = Rc::new(move || {
            let fragment = page::fragment();
            if followed.replace(fragment.clone()) == fragment {
                return;
            }
            let route = page::route();
            if let Some(tidied) = went.session().left_behind(route) {
                went.hear(Event::Plan(tidied));
            }
            went.autosave().flush();
            // Taken out with the focus in it, the old page would be measured once more, and the new one
            // beside it.
            page::let_go();
            went.hear(Event::Went(route));
        });
        let address = follow_address(follow);
        // Somebody may have followed a link since the address was read.
        let here = page::route();
        if here != keeper.session().route {
            keeper.hear(Event::Went(here));
        }
        let leaving = ["pagehide", "blur", "first-light-leaving"].map(|name| {
            let autosave = keeper.autosave().clone();
            EventListener::new(&window(), name, move |_| autosave.flush())
        });
        let autosave = keeper.autosave().clone();
        let hiding = EventListener::new(&document(), "visibilitychange", move |_| {
            if page::is_hidden() {
                autosave.flush();
            }
        });
        move || drop((address, leaving, hiding))
    });
}

/// Follows links while their click is still handled, once the page itself has heard of it. What changes the
/// address otherwise, such as Back and Forward, is followed after the browser has scrolled to where the person
/// was.
fn follow_address(follow: Rc<impl Fn() + 'static>) -> [EventListener; 2] {
    let soon = Rc::clone(&follow);
    let options = EventListenerOptions::enable_prevent_default();
    let click = EventListener::new_with_options(&window(), "click", options, move |event| {
        if turning::follows(event) {
            soon();
        }
    });
    let hashchange = EventListener::new(&window(), "hashchange", move |_| follow());
    [click, hashchange]
}

/// Lets the browser ask before it leaves a page whose words stand nowhere else. Whoever leaves by “Leave now”
/// is asked nothing: the page is empty then.
#[hook]
fn use_question_before_leaving(session: &Session) {
    use_effect_with(session.would_lose_words(), |at_risk| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = at_risk.then(|| {
            EventListener::new_with_options(&window(), "beforeunload", options, |event| {
                if page::is_shown() {
                    event.prevent_default();
                }
            })
        });
        move || drop(listener)
    });
}

/// Has the parts of the program come that the page needs, or soon will.
#[hook]
fn use_parts(session: &Session, keeper: &Keeper) {
    let wanted = [Part::of(session), Part::ahead(session)];
    let wanted = wanted.into_iter().flatten().find(|part| !part.is_here());
    let wanted = wanted.filter(|_| !session.marks.has(&Mark::NotArrived));
    let keeper = keeper.clone();
    use_effect(move || {
        let Some(part) = wanted.filter(|_| !parts::is_coming()) else {
            return;
        };
        let waits = keeper.clone();
        let late = Timeout::new(LATE, move || waits.hear(Event::Mark(Mark::Late)));
        parts::fetch(part.name(), move |arrived| {
            drop(late);
            if !arrived {
                return keeper.hear(Event::Mark(Mark::NotArrived));
            }
            // The page's name has the focus, and makes room for the page itself.
            let follows = page::is_focused("question");
            keeper.hear(Event::Unmark(Mark::Late));
            if follows {
                keeper.hear(Event::focus("question"));
            }
        });
    });
}

/// Follows what other tabs of this browser write. A tab that was asleep is told when it is seen again.
#[hook]
fn use_other_tabs(keeper: &Keeper) {
    let keeper = keeper.clone();
    use_effect_with((), move |()| {
        let (hears, tells, seen) = (keeper.clone(), keeper.clone(), keeper.clone());
        let shown = keeper;
        let stored = EventListener::new(&window(), "storage", move |event| {
            if page::says_all_is_gone(event) {
                // What waits to be written belongs to what was deleted.
                hears.autosave().forget();
                hears.hear(Event::Gone);
                return;
            }
            if let Some((key, text)) = written_elsewhere(event) {
                hears.hear(Event::Elsewhere(key, text));
            }
            hears.look();
        });
        let back = EventListener::new(&window(), "pageshow", move |_| shown.look());
        let front = EventListener::new(&document(), "visibilitychange", move |_| seen.look());
        // Said by public/offline.js.
        let newer = EventListener::new(&window(), "first-light-newer", move |_| {
            tells.hear(Event::Newer(true));
        });
        move || drop((stored, back, front, newer))
    });
}

/// Keeps the page's title, language, looks and focus in step. [`Keeper`] mostly comes before this effect.
#[hook]
fn use_around(session: &Session, keeper: &Keeper) {
    keeper.around().is_drawn(session);
    let around = keeper.around().clone();
    use_effect(move || around.follow());
}
