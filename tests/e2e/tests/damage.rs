//! Damaged storage in real browsers: no page is blank, the original is handed out, nothing is
//! overwritten by looking, and the other plan opens.
//!
//! A sample of the states of `tests/damage.rs` in each engine; `cargo xtask torture damage` looks at all
//! of them in several Chromiums at a time.

#[path = "../../support/damage/mod.rs"]
mod states;

use e2e::chance::{self, Chance};
use e2e::scenario::run_alone;
use e2e::server::Server;
use e2e::{Browser, Engine, Setup, Visit};
use serde_json::{Value, json};
use states::{DAMAGED, OTHER, OTHER_WORDS, State};
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

use crate::catalogue::text;
use crate::{app, in_every_engine};

const VISITOR: &str = include_str!("scripts/visitor.js");
const LOOK: &str = include_str!("scripts/damage.js");

/// After how many states it is said how far they are.
const SAY_EVERY: usize = 100;

in_every_engine!(damaged_storage, app(), Setup::default(), |visit: &Visit| {
    let engine = visit.browser.engine();
    let sample = sample(match engine {
        Engine::Chromium => 120,
        Engine::Firefox => 40,
        Engine::WebKit => 20,
    });
    let looking = Looking::at(&sample, engine);
    looking.goes_on(visit);
    looking.ends();
});

/// All of them, or those whose names hold what `FL_STATE` says: a quarter of an hour.
#[test]
#[ignore = "`cargo xtask torture damage` asks for it"]
fn every_damaged_state() {
    run_alone(Engine::Chromium, |engine| {
        let mut states = states::states();
        if let Ok(part) = std::env::var("FL_STATE") {
            states.retain(|state| state.name.contains(&part));
        }
        let looking = Looking::at(&states, engine);
        // Each waits for its page now and then, so there is room for one more than there are cores.
        let browsers = thread::available_parallelism().map_or(2, usize::from) + 1;
        thread::scope(|scope| {
            for _ in 0..browsers {
                scope.spawn(|| {
                    looking.goes_on(&Visit {
                        server: Server::start(&app()),
                        browser: Browser::start(engine, Setup::default()),
                    });
                });
            }
        });
        looking.ends();
    });
}

/// As many states as are asked for, drawn by chance.
fn sample(count: usize) -> Vec<State> {
    let mut states = states::states();
    let mut chance = Chance::announced("damaged storage");
    for place in 0..count {
        let drawn = chance.within(place..states.len());
        states.swap(place, drawn);
    }
    states.truncate(count);
    states
}

/// Browsers that look at these states, each at the next one that nobody has looked at.
struct Looking<'a> {
    states: &'a [State],
    engine: Engine,
    began: Instant,
    waiting: Mutex<std::slice::Iter<'a, State>>,
    /// What was wrong, and how many states were looked at.
    seen: Mutex<(Vec<String>, usize)>,
}

impl<'a> Looking<'a> {
    fn at(states: &'a [State], engine: Engine) -> Self {
        Self {
            states,
            engine,
            began: Instant::now(),
            waiting: Mutex::new(states.iter()),
            seen: Mutex::default(),
        }
    }

    fn next(&self) -> Option<&'a State> {
        self.waiting.lock().expect("nobody panics here").next()
    }

    /// One browser, until no state is left.
    fn goes_on(&self, visit: &Visit) {
        let script = format!("{VISITOR}\n{LOOK}");
        let Some(mut state) = self.next() else {
            return;
        };
        // A page of the same origin, without the app.
        visit.open("favicon.svg");
        visit.browser.script(
            "localStorage.clear(); for (const [key, text] of arguments[0]) localStorage.setItem(key, text);",
            json!([state.texts]),
        );
        visit.open("");
        loop {
            let next = self.next();
            let wrong = looks_at(visit, state, next, &script);
            self.has_seen(state, &wrong);
            let Some(next) = next else {
                return;
            };
            state = next;
            visit.browser.reload();
        }
    }

    fn has_seen(&self, state: &State, wrong: &Value) {
        let mut seen = self.seen.lock().expect("nobody panics here");
        seen.1 += 1;
        if let Value::String(why) = wrong {
            let failure = format!("{}: {why}", state.name);
            chance::tell(format_args!("FAILED in {}: {failure}", self.engine));
            seen.0.push(failure);
        }
        if seen.1.is_multiple_of(SAY_EVERY) {
            self.tell(&seen);
        }
    }

    fn tell(&self, (failures, seen): &(Vec<String>, usize)) {
        chance::tell(format_args!(
            "{seen} of {} damaged states in {}, {} failed, {} s",
            self.states.len(),
            self.engine,
            failures.len(),
            self.began.elapsed().as_secs()
        ));
    }

    fn ends(self) {
        let seen = self.seen.lock().expect("nobody panics here");
        self.tell(&seen);
        assert_eq!(seen.1, self.states.len(), "every state was looked at");
        assert!(seen.0.is_empty(), "{}", seen.0.join("\n"));
    }
}

/// What was wrong, as text; null when nothing was. Leaves the next state there.
fn looks_at(visit: &Visit, state: &State, next: Option<&State>, script: &str) -> Value {
    visit.browser.script_with_callback(
        script,
        json!([
            DAMAGED,
            OTHER,
            OTHER_WORDS,
            state.original,
            text("trouble.download"),
            state.texts,
            next.map(|next| &next.texts)
        ]),
    )
}
