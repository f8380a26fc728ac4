//! Damaged storage: no page is blank, nothing is overwritten, the original can be had, and the other
//! plans open, in some three thousand states.

#[path = "support/damage/mod.rs"]
mod damage;
#[path = "support/drawing.rs"]
mod drawing;

use damage::{DAMAGED, OTHER, OTHER_WORDS, State, plan_key, states};
use drawing::{Shown, Whole};
use first_light::format::{Decoded, decode};
use first_light::i18n::{Locale, Msg, Words};
use first_light::progress::places;
use first_light::questionnaire::Prompt;
use first_light::route::{PlanId, Route};
use first_light::store::{Library, MemoryStorage};
use first_light::ui::session::{Desk, Event, Outside, Session};
use first_light::worksheet::{Action, Date};
use std::collections::BTreeMap;
use std::rc::Rc;
use tokio::runtime::Runtime;
use tokio::task::LocalSet;
use yew::prelude::*;

/// Of so many states, one is looked at on every page.
const ON_EVERY_PAGE: usize = 40;

/// Somebody who looks at a storage.
struct Visitor {
    storage: MemoryStorage,
    before: BTreeMap<String, String>,
    session: Rc<Session>,
    runtime: Runtime,
}

impl Visitor {
    fn arrives(storage: MemoryStorage) -> Self {
        let outside = Outside {
            now: || 1_790_000_000_000,
            today: || Date::new(2026, 11, 22),
            plan_id: || PlanId(1),
        };
        let before = storage.texts().into_iter().collect();
        let library = Library::new(storage.clone());
        let session = Session::start(library, Route::Home, Locale::English, outside);
        Self {
            storage,
            before,
            session: Rc::new(session),
            runtime: tokio::runtime::Builder::new_current_thread()
                .build()
                .expect("a runtime"),
        }
    }

    fn sees(&mut self, state: &State) -> String {
        let session = Rc::clone(&self.session);
        let shown = Shown { session };
        let renderer = yew::LocalServerRenderer::<Whole>::with_props(shown).hydratable(false);
        let page = LocalSet::new().block_on(&self.runtime, renderer.render());
        let main = page.split_once("<main").map_or("", |(_, main)| main);
        let text = main.split_once("</h1>").map_or("", |(_, text)| text);
        assert!(text.len() > 80, "{}: a blank page: {page}", state.name);
        page
    }

    fn goes(&mut self, route: Route) {
        self.does(Event::Went(route));
    }

    fn acts(&mut self, action: Action) {
        self.does(Event::Plan(action));
    }

    fn does(&mut self, event: Event) {
        self.session = Rc::clone(&self.session).reduce(event);
    }

    /// Everything that stood there stands there still. What home shows of a plan is made from the plan,
    /// and may be made again.
    fn changed_nothing(&self, state: &State) {
        let now = self.storage.texts();
        for (key, text) in &self.before {
            let is_head = PlanId::parse(key.strip_prefix("first-light.head.").unwrap_or(""));
            if is_head.is_none() {
                assert_eq!(now.get(key), Some(text), "{}: {key} changed", state.name);
            }
        }
    }
}

fn id(plan: &str) -> PlanId {
    PlanId::parse(plan).expect("the name of a plan")
}

fn first_page(plan: &str) -> Route {
    Route::parse(&format!("#/plan/{plan}/hopes/best"))
}

fn storage(state: &State) -> MemoryStorage {
    let texts = state.texts.iter();
    MemoryStorage::holding(texts.map(|(key, text)| (key.as_str(), text.as_str())))
}

/// What is offered where a plan cannot be read, or not all of it.
fn download() -> &'static str {
    Words::new(Locale::English).get(Msg::TroubleDownload)
}

/// The plan is shown, or why it is not; and its original is handed out when any of it is missing.
fn looks_at_the_damaged_plan(visitor: &mut Visitor, state: &State) {
    visitor.goes(first_page(DAMAGED));
    let page = visitor.sees(state);
    let library = visitor.session.library.clone();
    let raw = library.raw(id(DAMAGED)).expect("storage works");
    assert_eq!(raw.as_ref(), Some(&state.original), "{}", state.name);
    match decode(&state.original) {
        Decoded::Whole(_) => {
            assert!(
                matches!(visitor.session.desk, Desk::Open(_)),
                "{}",
                state.name
            );
        }
        Decoded::Mended { .. } => {
            assert!(page.contains(download()), "{}: no original", state.name);
            let kept = library.kept(id(DAMAGED)).expect("storage works");
            let is_there = kept.iter().any(|kept| kept.text == state.original);
            assert!(is_there, "{}: the original is not kept", state.name);
            assert!(
                visitor.session.to_store().is_none(),
                "{}: written over",
                state.name
            );
        }
        Decoded::Newer { .. } | Decoded::Unreadable { .. } => {
            assert!(page.contains(download()), "{}: no original", state.name);
            assert!(
                visitor.session.to_store().is_none(),
                "{}: written over",
                state.name
            );
        }
    }
}

/// The next word that is typed is stored, and the original is still there.
fn writes_into_the_damaged_plan(visitor: &mut Visitor, state: &State) {
    visitor.goes(first_page(DAMAGED));
    visitor.acts(Action::Answer(Prompt::BestHopes, "A new word".into()));
    let Some((id, plan)) = visitor.session.to_store() else {
        visitor.changed_nothing(state);
        return;
    };
    let library = &visitor.session.library;
    library.save(id, &plan).expect("there is room");
    let texts = visitor.storage.texts();
    let written = texts.get(&plan_key(DAMAGED)).expect("it is stored");
    assert!(written.contains("A new word"), "{}", state.name);
    let is_kept = texts.values().any(|text| *text == state.original);
    let was_whole = matches!(decode(&state.original), Decoded::Whole(_));
    assert!(is_kept || was_whole, "{}: the original is gone", state.name);
}

fn looks_at(state: &State, on_every_page: bool) {
    let mut visitor = Visitor::arrives(storage(state));
    let home = visitor.sees(state);
    assert!(
        home.contains("School"),
        "{}: the other plan is not shown",
        state.name
    );
    looks_at_the_damaged_plan(&mut visitor, state);
    visitor.goes(Route::Privacy);
    visitor.sees(state);
    if on_every_page {
        looks_at_every_page(&mut visitor, state);
    }
    visitor.goes(first_page(OTHER));
    let other = visitor.sees(state);
    assert!(
        other.contains(OTHER_WORDS),
        "{}: the other plan",
        state.name
    );
    visitor.goes(Route::Home);
    visitor.sees(state);
    visitor.changed_nothing(state);
    writes_into_the_damaged_plan(&mut visitor, state);
}

fn looks_at_every_page(visitor: &mut Visitor, state: &State) {
    for route in [
        Route::Settings,
        Route::UrgentHelp,
        Route::About,
        Route::NotFound,
    ] {
        visitor.goes(route);
        visitor.sees(state);
    }
    visitor.goes(first_page(DAMAGED));
    let open = visitor.session.open().cloned();
    for place in open
        .iter()
        .flat_map(|open| places(&open.worksheet))
        .take(120)
    {
        visitor.goes(Route::Plan(id(DAMAGED), place));
        visitor.sees(state);
    }
}

#[test]
fn there_are_enough_states() {
    assert!(states().len() >= 2_000, "{} states", states().len());
}

#[test]
fn nothing_is_lost_in_any_state() {
    for (number, state) in states().iter().enumerate() {
        looks_at(state, number % ON_EVERY_PAGE == 0);
    }
}

/// A visit in which much is done, over a storage that fails at one call or from one call on.
fn does_much(storage: &MemoryStorage, state: &State) -> Visitor {
    let mut visitor = Visitor::arrives(storage.clone());
    visitor.sees(state);
    for plan in [DAMAGED, OTHER] {
        visitor.goes(first_page(plan));
        visitor.sees(state);
        visitor.acts(Action::Answer(Prompt::WorthIt, "A new word".into()));
        if let Some((id, plan)) = visitor.session.to_store() {
            let wrote = visitor.session.library.save(id, &plan);
            visitor.does(Event::Wrote(wrote));
        }
        visitor.sees(state);
    }
    visitor.goes(Route::Privacy);
    visitor.sees(state);
    visitor.goes(Route::Home);
    for event in [
        Event::Rename(id(OTHER), "Evenings".into()),
        Event::Copy(id(OTHER), "Copy".into()),
        Event::Delete(id(OTHER)),
        Event::BringBack,
        Event::TryAgain,
        Event::LookAgain,
    ] {
        visitor.does(event);
        visitor.sees(state);
    }
    visitor
}

#[test]
fn nothing_is_lost_whichever_call_of_the_storage_fails() {
    let broken = states()
        .into_iter()
        .find(|state| state.name == "true at /name");
    let whole = states()
        .into_iter()
        .find(|state| state.name == "a head without a plan");
    for state in broken.iter().chain(&whole) {
        let untroubled = storage(state);
        untroubled.fail_at(usize::MAX);
        does_much(&untroubled, state);
        let calls = untroubled.calls();
        assert!(calls > 50, "{calls} calls");
        for call in 0..calls {
            for fail in [MemoryStorage::fail_at, MemoryStorage::fail_from] {
                let storage = storage(state);
                fail(&storage, call);
                let mut visitor = does_much(&storage, state);
                storage.never_fail();
                // What was deleted and could not be put back can be now.
                visitor.does(Event::BringBack);
                let texts = storage.texts();
                let was_whole = matches!(decode(&state.original), Decoded::Whole(_));
                let is_there = texts.values().any(|text| *text == state.original);
                assert!(is_there || was_whole, "call {call}: the original is gone");
                for plan in [DAMAGED, OTHER] {
                    let text = texts.get(&plan_key(plan));
                    let words = if plan == OTHER {
                        OTHER_WORDS
                    } else {
                        "What I say about"
                    };
                    assert!(
                        text.is_some_and(|text| text.contains(words)),
                        "call {call}: words are gone from {plan}: {text:?}"
                    );
                }
            }
        }
    }
}
