//! Noticing that nobody does anything in the page any more.

use super::{clock, document, window};
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What somebody who is there does. Dictation makes `input` only.
const SIGNS: [&str; 5] = ["keydown", "pointerdown", "wheel", "scroll", "input"];

/// What happens when a page that was asleep is looked at again.
const BACK: [&str; 2] = ["focus", "pageshow"];

/// Waits until nothing was done for a time. Ends when dropped.
pub struct Idle {
    watch: Rc<Watch>,
    _listeners: Vec<EventListener>,
}

struct Watch {
    /// In milliseconds.
    limit: u64,
    /// When something was done last.
    last: Cell<u64>,
    timer: RefCell<Option<Timeout>>,
    over: Box<dyn Fn()>,
}

impl Idle {
    /// Calls `over` once nothing was done for so many minutes. Timers stand still while a device sleeps, so
    /// the clock is looked at as soon as somebody comes back; a clock that was changed counts as time.
    #[must_use]
    pub fn after(minutes: u8, over: impl Fn() + 'static) -> Self {
        let watch = Rc::new(Watch {
            limit: u64::from(minutes) * 60_000,
            last: Cell::new(clock::now()),
            timer: RefCell::default(),
            over: Box::new(over),
        });
        watch.wait(watch.limit);
        let mut listeners = Vec::new();
        let options = EventListenerOptions::run_in_capture_phase();
        if let Some(window) = window() {
            for name in SIGNS {
                let watch = Rc::clone(&watch);
                let seen = move |_: &web_sys::Event| watch.seen();
                listeners.push(EventListener::new_with_options(
                    &window, name, options, seen,
                ));
            }
            for name in BACK {
                let watch = Rc::clone(&watch);
                listeners.push(EventListener::new(&window, name, move |_| watch.look()));
            }
        }
        if let Some(document) = document() {
            let watch = Rc::clone(&watch);
            let shown = move |_: &web_sys::Event| watch.look();
            listeners.push(EventListener::new(&document, "visibilitychange", shown));
        }
        Self {
            watch,
            _listeners: listeners,
        }
    }
}

impl Drop for Idle {
    fn drop(&mut self) {
        // The timer holds the watch, and the watch the timer.
        self.watch.timer.replace(None);
    }
}

impl Watch {
    fn idle(&self) -> u64 {
        clock::now().abs_diff(self.last.get())
    }

    /// Somebody did something. It comes too late if the time was over before.
    fn seen(self: &Rc<Self>) {
        if self.idle() >= self.limit {
            (self.over)();
        } else {
            self.last.set(clock::now());
        }
    }

    fn look(self: &Rc<Self>) {
        let idle = self.idle();
        if idle >= self.limit {
            (self.over)();
        } else {
            self.wait(self.limit - idle);
        }
    }

    fn wait(self: &Rc<Self>, time: u64) {
        let watch = Rc::clone(self);
        // An hour at the most.
        let time = u32::try_from(time).unwrap_or(u32::MAX);
        let timer = Timeout::new(time, move || watch.look());
        self.timer.replace(Some(timer));
    }
}
