//! What stands around the nodes that are drawn: the page's title, language and looks, and where the focus is.

use super::list::Lists;
use super::session::{Focus, Session};
use super::shell;
use crate::browser::page::{self, Stage};
use crate::browser::{clock, turning};
use crate::i18n::Locale;
use crate::route::Route;
use crate::store::Settings;
use std::cell::Cell;
use std::rc::Rc;

/// Brings what stands around the nodes in step with them. Clones are the same one.
#[derive(Clone, Default)]
pub struct Around(Rc<Steps>);

/// How far the page has come.
#[derive(Default)]
struct Steps {
    /// What it is; `None` at the start.
    is: Cell<Option<State>>,
    /// What it is to be, once the nodes are there; `None` if it is that already.
    becomes: Cell<Option<State>>,
}

struct State {
    title: String,
    language: Locale,
    settings: Settings,
    stage: Stage,
    route: Route,
    focus: Option<Focus>,
    lists: Lists,
}

impl Around {
    /// The nodes of this session are going to be drawn; lists say so themselves meanwhile ([`follow`](super::list::follow)).
    pub fn is_drawn(&self, session: &Session) {
        // What the nodes before these would have followed.
        drop(Lists::drawn());
        self.0.becomes.set(Some(State {
            title: shell::title(session),
            language: session.language(),
            settings: session.settings.clone(),
            stage: shell::stage(session),
            route: session.route,
            focus: session.focus.clone(),
            lists: Lists::default(),
        }));
    }

    /// Follows the nodes that have been drawn since the last time; without any, nothing happens. The focus
    /// that a list asks for comes before the one that an event asked for.
    pub fn follow(&self) {
        if let Some(mut now) = self.0.becomes.take() {
            now.lists = Lists::drawn();
            now.follow(self.0.is.take().as_ref());
            self.0.is.set(Some(now));
        }
    }
}

impl State {
    /// Brings the page from what was before to what is now; `None` at the start.
    fn follow(&self, before: Option<&Self>) {
        if before.is_none_or(|before| before.title != self.title) {
            let title = self.title.clone();
            turning::once_shown(move || page::set_title(&title));
        }
        if before.is_none_or(|before| before.language != self.language) {
            page::set_language(self.language);
            let language = self.language.code();
            page::when_idle(move || clock::prepare(language));
        }
        if before.is_none_or(|before| before.settings != self.settings) {
            page::set_looks(&self.settings);
        }
        if before.is_none_or(|before| before.stage != self.stage) {
            page::set_stage(&self.stage);
        }
        // The first page has the focus where the browser put it.
        if before.is_some_and(|before| before.route != self.route) {
            turning::begin_at_the_top("question");
        }
        let before_here = before.filter(|before| before.route == self.route);
        let place = before_here.and_then(|before| self.lists.place_since(&before.lists));
        place.into_iter().for_each(|place| page::focus(&place));
        if let Some(focus) = &self.focus
            && before.is_none_or(|before| before.focus != self.focus)
        {
            page::focus(&focus.id);
            focus.within.into_iter().for_each(page::reveal);
        }
    }
}
