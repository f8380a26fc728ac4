//! A call of the storage fails, for every call of a visit: the first, the second, and so on; or all from one on. The
//! program does not stop, no page is blank, and once the storage works again every word is stored.
//!
//! `cargo xtask torture throwing --times 100000` takes every call, the ordinary tests a few.

use e2e::chance::{tell, times};
use e2e::{Chance, Engine, Setup, Visit};
use serde_json::{Value, json};

use crate::app;
use crate::seed::{self, FULL, SMALL, full_plan, small_plan};

const VISITOR: &str = include_str!("scripts/visitor.js");
const FLOW: &str = include_str!("scripts/throwing.js");

/// Counts the calls of the storage, and lets those fail that the address asks for: `?at=7`, or `?from=7`.
const PRELUDE: &str = "
    window.calls = 0;
    window.fails = true;
    const asked = new URLSearchParams(location.search);
    const [at, from] = ['at', 'from'].map((name) => asked.has(name) ? Number(asked.get(name)) : Infinity);
    const call = () => {
        const now = window.calls++;
        if (window.fails && (now === at || now >= from)) throw new DOMException('as the tests want it', 'SecurityError');
    };
    for (const name of ['getItem', 'setItem', 'removeItem', 'key']) {
        const real = Storage.prototype[name];
        Storage.prototype[name] = function (...all) { call(); return real.apply(this, all); };
    }
    const length = Object.getOwnPropertyDescriptor(Storage.prototype, 'length');
    Object.defineProperty(Storage.prototype, 'length', { get() { call(); return length.get.call(this); } });";

/// Visits the page with this in its address; returns how many calls there were, or what was wrong.
fn visits(visit: &Visit, query: &str) -> Result<usize, String> {
    visit.open("favicon.svg");
    visit.browser.script("localStorage.clear();", json!([]));
    for (plan, text) in [(SMALL, small_plan()), (FULL, full_plan())] {
        visit.browser.store(&seed::key(plan), &text);
    }
    visit.open(&format!("{query}{}", seed::page(SMALL, "hopes/best")));
    let script = format!("{VISITOR}\n{FLOW}");
    let told = visit.browser.script_with_callback(
        &script,
        json!([SMALL, FULL, full_plan(), "To like Wednesdays."]),
    );
    match (&told["calls"], &told["error"]) {
        (Value::Number(calls), _) => Ok(calls.as_u64().map_or(0, |calls| {
            usize::try_from(calls).expect("some hundred calls")
        })),
        (_, error) => Err(format!("{query}: {error}")),
    }
}

fn every_call(visit: &Visit) {
    visit.server.plays_first(PRELUDE);
    let engine = visit.browser.engine();
    let calls = visits(visit, "").expect("nothing fails yet");
    assert!(calls > 50, "{calls} calls");
    let mut places: Vec<usize> = (0..calls).collect();
    let mut chance = Chance::announced(&format!("{engine}, calls that fail"));
    let count = times(6).min(calls);
    for place in 0..count {
        places.swap(place, chance.within(place..calls));
    }
    places.truncate(count);
    let mut failures = Vec::new();
    for (number, call) in places.iter().enumerate() {
        let all = count == calls;
        for kind in ["at", "from"] {
            // A few calls are tried in one way or the other, all of them in both.
            if all || (number % 2 == 0) == (kind == "at") {
                failures.extend(visits(visit, &format!("?{kind}={call}")).err());
            }
        }
    }
    tell(format_args!(
        "{engine}: {count} of {calls} calls of the storage failed in turn"
    ));
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

mod whichever_call_of_the_storage_fails {
    use super::*;

    fn run(engine: Engine) {
        e2e::scenario::run(engine, module_path!(), &app(), Setup::default(), every_call);
    }

    #[test]
    fn chromium() {
        run(Engine::Chromium);
    }

    #[test]
    fn firefox() {
        run(Engine::Firefox);
    }
}
