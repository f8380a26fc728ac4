//! What every component may ask for: the words, how to show them, and where to say what happened.

use super::Event;
use crate::i18n::{Msg, Words};
use yew::prelude::*;

/// How things are shown. It changes seldom, so it can be a context: a change draws every consumer anew.
#[derive(Clone, Copy, PartialEq)]
pub struct Scene {
    /// The words.
    pub words: Words,
    /// Whether "Help me think" is offered.
    pub hints: bool,
    /// Whether the browser may check spelling in answers. Some browsers send text away to do it.
    pub spell_check: bool,
}

impl Default for Scene {
    fn default() -> Self {
        Self {
            words: Words::new(crate::i18n::Locale::default()),
            hints: true,
            spell_check: false,
        }
    }
}

impl Scene {
    /// One text.
    #[must_use]
    pub fn text(&self, msg: Msg) -> &'static str {
        self.words.get(msg)
    }
}

/// Where components say what happened. It never changes, so it never draws anything anew.
#[derive(Clone, Default)]
pub struct Dispatch(Callback<Event>);

/// All dispatchers of a page are the same one.
impl PartialEq for Dispatch {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Dispatch {
    /// Says what happened to whoever listens.
    #[must_use]
    pub fn new(listener: Callback<Event>) -> Self {
        Self(listener)
    }

    /// Says what happened.
    pub fn send(&self, event: impl Into<Event>) {
        self.0.emit(event.into());
    }

    /// A listener that says, each time, that this happened.
    pub fn on<In: 'static>(&self, event: impl Into<Event>) -> Callback<In> {
        let (dispatch, event) = (self.clone(), event.into());
        Callback::from(move |_| dispatch.send(event.clone()))
    }
}

/// How things are shown here.
#[hook]
pub fn use_scene() -> Scene {
    use_context().unwrap_or_default()
}

/// Where to say what happened here.
#[hook]
pub fn use_dispatch() -> Dispatch {
    use_context().unwrap_or_default()
}
