//! Closing the lock: by the button, in other tabs, when nobody is there, and when the page is put away.

use super::keeper::Keeper;
use super::{Event, Session};
use crate::browser::autosave::Autosave;
use crate::browser::idle::Idle;
use crate::browser::{page, tabs};
use crate::store::{Library, Lock};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use gloo_utils::window;
use wasm_bindgen::JsValue;
use yew::prelude::*;

/// Closes the lock in this page, once everything is written.
pub fn close(library: &Library, autosave: &Autosave) {
    autosave.flush();
    library.close_lock();
}

/// Closes the lock here and in every other tab.
pub fn close_everywhere(library: &Library, autosave: &Autosave) {
    close(library, autosave);
    tabs::close_lock_everywhere();
}

/// What all of these need.
#[derive(Clone)]
struct Watch {
    lock: Lock,
    library: Library,
    keeper: Keeper,
}

impl Watch {
    fn close(&self) {
        if self.lock == Lock::Open {
            close(&self.library, self.keeper.autosave());
            self.keeper.hear(Event::LockChanged);
        }
    }

    /// Another tab has written. It may have set the lock or taken it off, or not have known of that yet.
    fn follow(&self, event: &web_sys::Event) {
        // What cannot be mended now is tried again with the next change.
        let _ = match tabs::key_of(event) {
            Some(key) => self.library.mend_one(&key),
            None => Ok(()),
        };
        if self.library.lock() != self.lock {
            self.keeper.autosave().flush();
            self.keeper.hear(Event::LockChanged);
        }
    }

    /// What goes into the browser's cache of pages shows nothing when it comes back.
    fn put_away(&self, event: &web_sys::Event) {
        if self.lock == Lock::Open && is_persisted(event) {
            page::set_blank(true);
            self.close();
        }
    }

    fn come_back(&self) {
        self.close();
        // By then the locked page is drawn.
        Timeout::new(0, || page::set_blank(false)).forget();
    }
}

/// Closes the lock when it is time.
#[hook]
pub fn use_lock(session: &Session, keeper: &Keeper) {
    let watch = Watch {
        lock: session.lock,
        library: session.library.clone(),
        keeper: keeper.clone(),
    };
    let minutes = session.settings.lock_after;
    use_effect_with((session.lock, minutes), move |_| {
        let on = |name: &'static str, act: fn(&Watch, &web_sys::Event)| {
            let watch = watch.clone();
            EventListener::new(&window(), name, move |event| act(&watch, event))
        };
        let listeners = [
            on("storage", Watch::follow),
            on("pagehide", Watch::put_away),
            on("pageshow", |watch, event| {
                if is_persisted(event) {
                    watch.come_back();
                }
            }),
        ];
        let asked = watch.clone();
        let asked = tabs::on_close_lock(move || asked.close());
        let idle = (watch.lock == Lock::Open && minutes > 0)
            .then(|| Idle::after(minutes, move || watch.close()));
        move || drop((listeners, asked, idle))
    });
}

/// Whether a page goes into, or comes out of, the browser's cache of whole pages.
fn is_persisted(event: &web_sys::Event) -> bool {
    js_sys::Reflect::get(event, &JsValue::from("persisted"))
        .is_ok_and(|persisted| persisted.is_truthy())
}
