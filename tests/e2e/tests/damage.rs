//! Damaged storage in real browsers: no page is blank, the original is handed out, nothing is
//! overwritten by looking, and the other plan opens.
//!
//! A sample of the states of `tests/damage.rs` in each engine; `cargo xtask torture damage` looks at all
//! of them in Chromium.

#[path = "../../support/damage/mod.rs"]
mod states;

use e2e::chance::{self, Chance};
use e2e::{Engine, Setup, Visit};
use serde_json::{Value, json};
use states::{DAMAGED, OTHER, OTHER_WORDS, State};

use crate::catalogue::text;
use crate::{app, in_every_engine};

const VISITOR: &str = include_str!("scripts/visitor.js");
const LOOK: &str = include_str!("scripts/damage.js");

in_every_engine!(damaged_storage, app(), Setup::default(), |visit: &Visit| {
    let usually = match visit.browser.engine() {
        Engine::Chromium => 120,
        Engine::Firefox => 40,
        Engine::WebKit => 20,
    };
    let sample = sample(visit.browser.engine(), usually);
    let script = format!("{VISITOR}\n{LOOK}");
    let mut failures = Vec::new();
    for state in &sample {
        if let Value::String(why) = looks_at(visit, state, &script) {
            failures.push(format!("{}: {why}", state.name));
        }
    }
    chance::tell(format_args!(
        "{} damaged states in {}",
        sample.len(),
        visit.browser.engine()
    ));
    assert!(failures.is_empty(), "{}", failures.join("\n"));
});

/// As many states as are asked for, drawn by chance; all of them when more are asked for than there are.
fn sample(engine: Engine, usually: usize) -> Vec<State> {
    let mut states = states::states();
    let mut chance = Chance::announced("damaged storage");
    let asked = match engine {
        Engine::Chromium => chance::times(usually),
        Engine::Firefox | Engine::WebKit => usually,
    };
    let count = asked.min(states.len());
    for place in 0..count {
        let drawn = chance.within(place..states.len());
        states.swap(place, drawn);
    }
    states.truncate(count);
    states
}

/// What was wrong, as text; null when nothing was.
fn looks_at(visit: &Visit, state: &State, script: &str) -> Value {
    // A page of the same origin, without the app.
    visit.open("favicon.svg");
    visit.browser.script(
        "localStorage.clear(); for (const [key, text] of arguments[0]) localStorage.setItem(key, text);",
        json!([state.texts]),
    );
    visit.open("");
    let download = text("trouble.download");
    visit.browser.script_with_callback(
        script,
        json!([
            DAMAGED,
            OTHER,
            OTHER_WORDS,
            state.original,
            download,
            state.texts
        ]),
    )
}
