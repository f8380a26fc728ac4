//! Keeps the session: what happens comes here, changes it, is handed over to be saved, and is drawn.
//!
//! Most of what happens is drawn at once. A key press in a field need not be: the browser has already put
//! the letter there, and hardly anything else on the page shows those words. So the page follows a little
//! later ([`LATER`]), once for many keys, and before anything that was drawn may be used. Saving never waits
//! for that.

use super::around::Around;
use super::session::QUIET;
use super::{Event, Session, lock_watch};
use crate::browser::{autosave::Autosave, page};
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use yew::functional::UseForceUpdateHandle;
use yew::platform::spawn_local;
use yew::{Callback, Reducible};

/// How long the page may lag behind what is typed, in milliseconds. Further keys do not push it back.
const LATER: u32 = 300;

/// Keeps the session. Clones are the same one.
#[derive(Clone)]
pub struct Keeper(Rc<Inner>);

struct Inner {
    session: RefCell<Rc<Session>>,
    autosave: Autosave,
    page: UseForceUpdateHandle,
    around: Around,
    /// Runs while the page lags behind.
    late: RefCell<Option<Timeout>>,
    /// Runs while another tab's words wait for somebody here to pause.
    look: RefCell<Option<Timeout>>,
}

impl Keeper {
    /// Keeps a session that is shown by this component.
    #[must_use]
    pub fn new(session: Session, page: UseForceUpdateHandle) -> Self {
        let library = session.library.clone();
        let keeper = Self(Rc::new_cyclic(|keeper: &Weak<Inner>| {
            let keeper = keeper.clone();
            let wrote = move |result| {
                if let Some(keeper) = keeper.upgrade() {
                    Self(keeper).hear(Event::Wrote(result));
                }
            };
            Inner {
                session: RefCell::new(Rc::new(session)),
                autosave: Autosave::new(library, wrote),
                page,
                around: Around::default(),
                late: RefCell::default(),
                look: RefCell::default(),
            }
        }));
        keeper.save();
        keeper
    }

    /// The session as it is now.
    #[must_use]
    pub fn session(&self) -> Rc<Session> {
        Rc::clone(&self.0.session.borrow())
    }

    /// Writes the open plan soon after each change.
    #[must_use]
    pub fn autosave(&self) -> &Autosave {
        &self.0.autosave
    }

    /// What stands around the nodes of the page.
    #[must_use]
    pub fn around(&self) -> &Around {
        &self.0.around
    }

    /// A listener that says here what happened.
    #[must_use]
    pub fn listener(&self) -> Callback<Event> {
        let keeper = self.clone();
        Callback::from(move |event| keeper.hear(event))
    }

    /// Something happened.
    pub fn hear(&self, event: Event) {
        let before = self.session();
        match event {
            Event::CloseLock => lock_watch::close_everywhere(&before.library, &self.0.autosave),
            Event::Renew => return self.renew(),
            // The files of the program as well.
            Event::DeleteEverything => page::say("first-light-forget"),
            _ => {}
        }
        let may_wait = before.may_wait(&event);
        // What was read from the storage need not be written there: another tab may have gone on meanwhile.
        let looks = matches!(event, Event::LookAgain);
        let leads_home = matches!(event, Event::Gone | Event::DeleteEverything);
        let after = Rc::clone(&before).reduce(event);
        if Rc::ptr_eq(&before, &after) {
            return;
        }
        self.0.session.replace(Rc::clone(&after));
        if !looks && !before.has_the_same_to_store(&after) {
            self.save();
        }
        if leads_home {
            // Only now: once the page is drawn, somebody may have gone on already.
            page::stand_at(after.route);
        }
        if may_wait {
            self.draw_later();
        } else {
            self.draw();
        }
    }

    /// Looks at what other tabs have written, once nobody is writing here.
    pub fn look(&self) {
        if page::is_hidden() {
            return;
        }
        // Who went to another window has stopped in this one.
        let is_writing = page::has_focus() && self.session().is_writing();
        if self.0.autosave.is_waiting() || is_writing {
            let keeper = self.clone();
            let look = Timeout::new(QUIET, move || keeper.look());
            self.0.look.replace(Some(look));
        } else {
            self.hear(Event::LookAgain);
        }
    }

    /// Loads the page again in the newest version, once every word is stored.
    fn renew(&self) {
        self.0.autosave.flush();
        if !self.session().library.has_words_in_memory_only() {
            page::say("first-light-renew");
        }
    }

    /// Draws what was put off. What is drawn knows the words that stand in the fields.
    pub fn catch_up(&self) {
        if self.0.late.borrow().is_some() {
            self.draw();
        }
    }

    fn save(&self) {
        if let Some((id, plan)) = self.session().to_store() {
            self.0.autosave.changed(id, plan);
        }
    }

    fn draw(&self) {
        self.0.late.replace(None);
        self.0.page.force_update();
        // Yew puts effects off when drawing took longer than 16 ms. The next key would come before the focus
        // it is meant for, and some phones show no keyboard for a focus that comes later than the tap.
        let around = self.0.around.clone();
        spawn_local(async move { around.follow() });
    }

    fn draw_later(&self) {
        let mut late = self.0.late.borrow_mut();
        if late.is_none() {
            let keeper = self.clone();
            *late = Some(Timeout::new(LATER, move || keeper.draw()));
        }
    }
}
