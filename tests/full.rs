//! No room, at every write of a whole story: it is said, what was stored stays as it was, what was written
//! stays on the page, writing goes on, and all of it is stored once there is room again.

use first_light::format::{Decoded, decode};
use first_light::i18n::Locale;
use first_light::progress::Place;
use first_light::questionnaire::{Prompt, Scale};
use first_light::route::{PlanId, Route};
use first_light::store::{
    Keep, Library, MemoryStorage, Settings, State, Storage, StorageError, Theme,
};
use first_light::ui::session::{Event, Outside, Saving, Session};
use first_light::worksheet::{Action, Line, RosterAction, Score, Worksheet};
use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;
use yew::Reducible;

const ID: PlanId = PlanId(0xf1);

/// A storage that has no room for some of its writes, counted from 0.
#[derive(Clone, Default)]
struct Cramped {
    memory: MemoryStorage,
    writes: Rc<Cell<usize>>,
    no_room: Rc<RefCell<Range<usize>>>,
    /// How many writes of words or settings it had no room for. What home shows of a plan can be made again; a
    /// word about it would help nobody.
    refused: Rc<Cell<usize>>,
}

impl Storage for Cramped {
    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.memory.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let write = self.writes.replace(self.writes.get() + 1);
        if self.no_room.borrow().contains(&write) {
            let counts = !key.starts_with("first-light.head.");
            self.refused.set(self.refused.get() + usize::from(counts));
            Err(StorageError::Full)
        } else {
            self.memory.write(key, text)
        }
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.memory.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.memory.keys()
    }
}

fn session(storage: &Cramped) -> Rc<Session> {
    let outside = Outside {
        now: || 1_795_000_000_000,
        today: || None,
        plan_id: || PlanId(9),
    };
    let library = Library::new(storage.clone());
    let route = page("begin/about");
    Rc::new(Session::start(library, route, Locale::default(), outside))
}

fn page(place: &str) -> Route {
    Route::parse(&format!("#/plan/{ID}/{place}"))
}

fn answer(prompt: Prompt, words: &str) -> Event {
    Event::Plan(Action::Answer(prompt, words.into()))
}

/// Everything that writes, in the order in which somebody may do it.
fn story() -> Vec<Event> {
    let dark = Settings {
        theme: Theme::Dark,
        ..Settings::default()
    };
    let seven = Score::from_halves(14);
    vec![
        Event::Plan(Action::Rename("Mine".into())),
        Event::Went(page("hopes/best")),
        answer(Prompt::BestHopes, "To sleep"),
        answer(Prompt::BestHopes, "To sleep through"),
        Event::Went(page("hopes/worth-it")),
        answer(Prompt::WorthIt, "I would hum"),
        Event::Plan(Action::Signs(RosterAction::Add(Line::default()))),
        Event::Plan(Action::Rate(Scale::Now, seven)),
        Event::Set(dark),
        Event::Keep(Keep::VisitOnly),
        answer(Prompt::WorthIt, "I would hum a song"),
        Event::Keep(Keep::Browser),
        Event::Went(Route::Home),
        Event::Rename(ID, "Mine, and nobody else’s".into()),
        Event::Copy(ID, "Mine (copy)".into()),
        Event::Delete(PlanId(9)),
        Event::BringBack,
        Event::Went(page("hopes/best")),
        answer(Prompt::BestHopes, "To sleep through the night"),
    ]
}

/// Does one thing of the story, and what the app does then: it saves the open plan if that has changed.
fn does(session: Rc<Session>, event: Event) -> Rc<Session> {
    let before = seen(&session);
    let session = session.reduce(event);
    let changed = seen(&session) != before;
    match session.to_store() {
        Some((id, plan)) if changed => {
            let result = session.library.save(id, &plan);
            session.reduce(Event::Wrote(result))
        }
        _ => session,
    }
}

fn seen(session: &Session) -> Option<(Rc<Worksheet>, Place)> {
    let open = session.open()?;
    Some((Rc::clone(&open.worksheet), open.place))
}

fn texts(session: &Session) -> Option<(String, String)> {
    let open = session.open()?;
    let words = |prompt| open.worksheet.text(prompt).to_string();
    Some((words(Prompt::BestHopes), words(Prompt::WorthIt)))
}

/// What is on the page after each step when there is room.
fn undisturbed() -> Vec<Option<(String, String)>> {
    let mut tab = session(&Cramped::default());
    let mut shown = Vec::new();
    for event in story() {
        tab = does(tab, event);
        shown.push(texts(&tab));
    }
    shown
}

fn lives_through(no_room: Range<usize>, shown: &[Option<(String, String)>]) {
    let note = format!("no room for the writes {no_room:?}");
    let storage = Cramped::default();
    storage.no_room.replace(no_room);
    let mut tab = session(&storage);
    for (event, shown) in story().into_iter().zip(shown) {
        let step = format!("{note}, at {event:?}");
        let before = (storage.refused.get(), storage.memory.texts());
        tab = does(tab, event);
        assert_eq!(
            &texts(&tab),
            shown,
            "{step}: it stays on the page, and writing goes on"
        );
        let refused = storage.refused.get() > before.0;
        let plan = format!("first-light.plan.{ID}");
        if let Some(stored) = storage.memory.texts().get(&plan) {
            let whole = matches!(decode(stored), Decoded::Whole(_));
            assert!(whole, "{step}: what is stored can be read");
        } else {
            let was_there = before.1.contains_key(&plan);
            let moved = tab.library.keep(ID) == Keep::VisitOnly;
            assert!(!was_there || moved, "{step}: what was stored is there");
        }
        let unsaved = !tab.library.unsaved().is_empty();
        if unsaved && tab.open().is_some() {
            assert_eq!(tab.saving, Saving::Fails(StorageError::Full), "{step}");
        }
        assert!(
            !refused || matches!(tab.saving, Saving::Fails(_)),
            "{step}: nothing was said"
        );
    }

    storage.no_room.replace(0..0);
    // A plan that could not come back to the browser is asked to once more.
    let tab = tab
        .reduce(Event::TryAgain)
        .reduce(Event::Keep(Keep::Browser));
    assert_eq!(tab.saving, Saving::Works, "{note}: all is well again");
    assert!(tab.library.unsaved().is_empty(), "{note}");
    let again = session(&storage).reduce(Event::Went(page("hopes/best")));
    assert_eq!(texts(&again), texts(&tab), "{note}: all of it is stored");
    assert_eq!(again.settings.theme, Theme::Dark, "{note}");
    let home = again.reduce(Event::Went(Route::Home));
    let readable = |state: &State| matches!(state, State::Readable(_));
    assert!(
        home.shelf.plans.iter().all(|plan| readable(&plan.state)),
        "{note}"
    );
}

#[test]
fn at_every_write_of_a_whole_story() {
    let storage = Cramped::default();
    story().into_iter().fold(session(&storage), does);
    let writes = storage.writes.get();
    assert!(writes > 20, "{writes} writes");
    let shown = undisturbed();
    for from in 0..writes {
        for to in [from + 1, from + 2, from + 5, usize::MAX] {
            lives_through(from..to, &shown);
        }
    }
}

/// Words that found no room are spoken of until they are stored, whatever plan is open meanwhile.
#[test]
fn words_of_another_plan_that_wait_are_not_forgotten() {
    let storage = Cramped::default();
    let tab = does(session(&storage), answer(Prompt::BestHopes, "To sleep"));
    let tab = does(tab, Event::Went(Route::Home));
    let tab = does(
        tab,
        Event::Went(Route::parse("#/plan/0000000000000009/begin/about")),
    );
    let tab = does(tab, Event::Plan(Action::Rename("Another".into())));
    storage.no_room.replace(0..usize::MAX);
    let tab = does(tab, answer(Prompt::BestHopes, "To sing"));
    assert_eq!(tab.library.unsaved(), [PlanId(9)]);

    for event in [Event::Went(Route::Home), Event::Went(page("hopes/best"))] {
        let step = format!("{event:?}");
        let tab = Rc::clone(&tab).reduce(event);
        assert_eq!(tab.saving, Saving::Fails(StorageError::Full), "{step}");
        assert!(tab.would_lose_words(), "{step}");
    }
    let tab = tab.reduce(Event::Went(page("hopes/best")));
    storage.no_room.replace(0..0);
    let tab = does(tab, answer(Prompt::BestHopes, "To sleep through"));
    assert_eq!(tab.saving, Saving::Works);
    assert!(tab.library.unsaved().is_empty(), "all of it is stored");
}

#[test]
fn what_a_deleted_plan_leaves_room_for_is_stored() {
    let storage = Cramped::default();
    let tab = does(session(&storage), answer(Prompt::BestHopes, "To sleep"));
    storage.no_room.replace(0..usize::MAX);
    let tab = does(tab, answer(Prompt::BestHopes, "To sleep through"));
    let tab = does(tab, Event::Went(Route::Home));
    storage.no_room.replace(0..0);
    let tab = does(tab, Event::Delete(PlanId(9)));
    assert!(tab.library.unsaved().is_empty());
    assert!(!matches!(tab.saving, Saving::Fails(_)));
}
