//! Saving while somebody writes.
//!
//! Words are written at most [`DELAY`] milliseconds after they were typed, and at once when the page is
//! left: a closed tab loses nothing that was written, so waiting is the only thing that could.

use super::faults;
use crate::format::Plan;
use crate::route::PlanId;
use crate::store::{Library, StorageError};
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;

/// How long a change may wait to be written, in milliseconds. It is not pushed back by further changes.
pub const DELAY: u32 = 100;

/// Writes the open plan soon after each change. Clones are the same one.
#[derive(Clone)]
pub struct Autosave {
    inner: Rc<RefCell<Inner>>,
}

struct Inner {
    library: Library,
    waiting: Option<(PlanId, Plan)>,
    timer: Option<Timeout>,
    done: Rc<dyn Fn(Result<(), StorageError>)>,
}

impl Autosave {
    /// Saves into a library, and tells `done` how each write went.
    pub fn new(library: Library, done: impl Fn(Result<(), StorageError>) + 'static) -> Self {
        let inner = Inner {
            library,
            waiting: None,
            timer: None,
            done: Rc::new(done),
        };
        Self {
            inner: Rc::new(RefCell::new(inner)),
        }
    }

    /// Takes a changed plan; it is written within [`DELAY`].
    pub fn changed(&self, id: PlanId, plan: Plan) {
        faults::at("wait", &());
        let other = self
            .inner
            .borrow()
            .waiting
            .as_ref()
            .is_some_and(|(waiting, _)| *waiting != id);
        if other {
            self.flush();
        }
        let mut inner = self.inner.borrow_mut();
        inner.waiting = Some((id, plan));
        if inner.timer.is_none() {
            let this = self.clone();
            inner.timer = Some(Timeout::new(DELAY, move || this.flush()));
        }
    }

    /// Whether something waits to be written.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.inner.borrow().waiting.is_some()
    }

    /// Lets go of what is waiting: it is not to be written.
    pub fn forget(&self) {
        let mut inner = self.inner.borrow_mut();
        inner.waiting = None;
        inner.timer = None;
    }

    /// Writes what is waiting, now.
    pub fn flush(&self) {
        let (written, done) = {
            let mut inner = self.inner.borrow_mut();
            inner.timer = None;
            let Some((id, plan)) = inner.waiting.take() else {
                return;
            };
            faults::at("save", &());
            (inner.library.save(id, &plan), Rc::clone(&inner.done))
        };
        done(written);
    }
}
