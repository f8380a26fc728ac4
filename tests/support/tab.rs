//! One tab of the app, as the browser runs it: with its own view of the storage, its own clock, and somebody who
//! types in it.

use crate::browser_storage::Shared;
use crate::glass::Glass;
use first_light::format::Plan;
use first_light::i18n::Locale;
use first_light::questionnaire::Prompt;
use first_light::route::{PlanId, Route};
use first_light::store::Library;
use first_light::ui::session::{Event, Outside, Session};
use first_light::worksheet::Action;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::Reducible;

/// The plan that is open in all of them.
pub(crate) const ID: PlanId = PlanId(0xf1);
/// Where they type.
pub(crate) const PROMPTS: [Prompt; 3] = [Prompt::BestHopes, Prompt::WorthIt, Prompt::CaringHopes];
/// The pages that they show.
pub(crate) const PAGES: [&str; 3] = ["hopes/best", "hopes/worth-it", "best-help/first-sign"];

/// A lock, as its text begins.
pub(crate) const LOCK: &str = "lock1$id$the rest";

/// One tab, and what the browser does around the session.
pub(crate) struct Tab {
    /// Its number in the storage.
    pub(crate) number: usize,
    pub(crate) session: Rc<Session>,
    pub(crate) clock: fn() -> u64,
    /// What waits to be written, and the words in it that are nowhere else.
    pub(crate) waiting: Option<(PlanId, Plan)>,
    pub(crate) unwritten: Vec<String>,
    /// A word of which the first two letters are typed, and the rest not yet.
    pub(crate) begun: Option<(Prompt, String)>,
    /// How often another tab wrote without this one having looked.
    pub(crate) unseen: usize,
    pub(crate) asleep: bool,
    /// The versions that the person was told about.
    pub(crate) told: BTreeSet<PlanId>,
}

impl Tab {
    pub(crate) fn open(storage: &Shared, clock: fn() -> u64, page: &str) -> Self {
        let outside = Outside {
            now: clock,
            today: || None,
            plan_id: || PlanId(9),
        };
        let (number, view) = storage.open();
        let library = Library::new(view);
        if let Ok(Some(lock)) = library.lock_record() {
            library.unlock(&lock, Rc::new(Glass));
        }
        let session = Session::start(library, at(page), Locale::default(), outside);
        let mut tab = Self {
            number,
            session: Rc::new(session),
            clock,
            waiting: None,
            unwritten: Vec::new(),
            begun: None,
            unseen: 0,
            asleep: false,
            told: BTreeSet::new(),
        };
        tab.drawn();
        tab
    }

    /// What the app does when something has changed: the plan is handed over to be saved.
    pub(crate) fn drawn(&mut self) {
        self.waiting = self.session.to_store().or(self.waiting.take());
        let other = self.session.open().and_then(|open| open.other);
        self.told.extend(other);
    }

    pub(crate) fn happens(&mut self, event: Event) {
        let before = Rc::clone(&self.session);
        let looks = matches!(event, Event::LookAgain);
        self.session = Rc::clone(&self.session).reduce(event);
        let waiting = self.waiting.take();
        self.drawn();
        // What was read is not written.
        if looks || before.has_the_same_to_store(&self.session) {
            self.waiting = waiting;
        }
    }

    /// Types some letters at the end of an answer.
    pub(crate) fn types(&mut self, prompt: Prompt, letters: &str) {
        let Some(open) = self.session.open() else {
            return;
        };
        let words = format!("{}{letters}", open.worksheet.text(prompt));
        self.happens(Event::Plan(Action::Answer(prompt, words.into())));
    }

    /// Types the rest of a word that was begun.
    pub(crate) fn ends_the_word(&mut self) {
        if let Some((prompt, word)) = self.begun.take() {
            self.types(prompt, &word[2..]);
            self.unwritten.push(word);
        }
    }

    /// Writes what waits; returns whether that reached the storage.
    pub(crate) fn writes(&mut self) -> bool {
        let Some((id, plan)) = self.waiting.take() else {
            return false;
        };
        let result = self.session.library.save(id, &plan);
        if result.is_ok() {
            self.unwritten.clear();
        }
        self.happens(Event::Wrote(result));
        result.is_ok()
    }

    /// What the app does when the browser says that another tab wrote, or that this one is seen again.
    pub(crate) fn looks(&mut self) {
        let is_busy = self.waiting.is_some() || self.session.is_writing();
        self.unseen = usize::from(is_busy);
        if !is_busy {
            self.happens(Event::LookAgain);
        }
    }

    pub(crate) fn goes(&mut self, page: &str) -> bool {
        self.ends_the_word();
        let wrote = self.writes();
        self.happens(Event::Went(at(page)));
        wrote
    }

    /// Closes the lock in this tab, if there is one, and opens it again.
    pub(crate) fn locks_and_opens(&mut self) {
        self.ends_the_word();
        self.writes();
        let library = self.session.library.clone();
        if let Ok(Some(lock)) = library.lock_record() {
            library.close_lock();
            self.happens(Event::LockChanged);
            assert!(self.session.open().is_none(), "shown behind a lock");
            library.unlock(&lock, Rc::new(Glass));
            self.happens(Event::LockChanged);
        }
    }

    pub(crate) fn shows(&self, word: &str) -> bool {
        self.session.open().is_none_or(|open| {
            PROMPTS
                .iter()
                .any(|prompt| open.worksheet.text(*prompt).contains(word))
        })
    }
}

pub(crate) fn at(page: &str) -> Route {
    if page.is_empty() {
        Route::Home
    } else {
        Route::parse(&format!("#/plan/{ID}/{page}"))
    }
}
