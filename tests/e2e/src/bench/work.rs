//! Writing, and going on from page to page, at a quarter of the processor.

use e2e::Browser;
use serde_json::{Value, json};
use xtask::bench::{Measure, Unit, median, percentile};

use crate::Values;
use crate::conditions::Condition;
use crate::opening::number;
use crate::site::{At, Plan, Site};

const EMPTY: &str = "An empty plan (cpu4)";
const LARGE: &str = "20 goals of 10 steps (cpu4)";
const MANY: &str = "An empty plan beside 200 others, 4 MB (cpu4)";

/// How many plans are stored beside the open one, and how long each is, in letters.
const OTHERS: usize = 200;
const LETTERS_OF_OTHERS: usize = 20_000;

/// What is written, a key at a time, and how often.
const WORDS: &str = "the kettle is on before it is light and ";
const TIMES: usize = 3;
/// Milliseconds from one key to the next, which is quick writing. The driver waits for them: that somebody writes at
/// this pace is what is measured.
const PACE: u64 = 25;

const PROBE: &str = include_str!("work.js");

/// A plan without a word.
pub(crate) fn empty(site: &Site) -> Values {
    let browser = watched(site);
    works(site, &browser, EMPTY, Plan::Empty)
}

/// A plan with 20 goals of 10 steps, written in where the first goal is.
pub(crate) fn large(site: &Site) -> Values {
    let browser = watched(site);
    works(site, &browser, LARGE, Plan::Large)
}

/// An empty plan, with 200 others in the same storage.
pub(crate) fn beside_many(site: &Site) -> Values {
    let browser = watched(site);
    site.stores_many(&browser, OTHERS, LETTERS_OF_OTHERS);
    works(site, &browser, MANY, Plan::Empty)
}

fn watched(site: &Site) -> Browser {
    let browser = site.browser(PROBE);
    browser.devtools("Performance.enable", json!({}));
    browser
}

fn works(site: &Site, browser: &Browser, group: &'static str, plan: Plan) -> Values {
    let (at, field) = match plan {
        Plan::Empty => (At::Beginning, site.first_field),
        Plan::Large => (At::FirstGoal, site.goal_field),
    };
    // What the browser fetches in the background is no part of this.
    site.opens_with(browser, plan, At::Beginning);
    site.is_kept(browser);
    Condition::Cpu4.begins(browser);

    site.opens_with(browser, plan, at);
    let (keys, script) = writes(browser, field);
    site.opens_with(browser, plan, At::Beginning);
    let steps = walks(site, browser);

    let measure = |name| Measure {
        group,
        name,
        unit: Unit::Milliseconds,
    };
    let worst = percentile(&steps, 100);
    [
        (measure("script for a key"), Some(script)),
        (measure("key to next paint"), median(&keys)),
        (measure("key to next paint, 95 %"), percentile(&keys, 95)),
        (measure("a step"), median(&steps)),
        (measure("the worst step"), worst),
    ]
    .into_iter()
    .map(|(measure, value)| (measure, value.expect("there were keys and steps")))
    .collect()
}

/// Writes into a field: milliseconds from each key to the next paint, and of script for each key.
fn writes(browser: &Browser, field: &str) -> (Vec<f64>, f64) {
    browser.script_with_callback("work.sits(...arguments);", json!([field]));
    let text = WORDS.repeat(TIMES);
    let before = script_time(browser);
    // The driver makes `Input.dispatchKeyEvent` of every key: the browser cannot tell them from a keyboard's.
    browser.type_in_time(&text, PACE);
    let keys = numbers(&browser.script_with_callback("work.rests(...arguments);", json!([])));
    let script = script_time(browser) - before;

    let stored = "return Object.values(localStorage).some((words) => words.includes(arguments[0]))";
    assert!(
        keys.len() == text.len() && browser.script(stored, json!([text])) == json!(true),
        "Of {} keys, {} came to the page, or not all were stored.",
        text.len(),
        keys.len()
    );
    (keys, script / text.len() as f64)
}

/// Presses Continue until the last page: milliseconds of every step.
fn walks(site: &Site, browser: &Browser) -> Vec<f64> {
    let mut steps = Vec::new();
    loop {
        let aims = json!([site.next, site.heading]);
        let aim = browser.script_with_callback("work.aims(...arguments);", aims);
        if aim.is_null() {
            return steps;
        }
        let middle = numbers(&aim);
        let &[x, y] = &middle[..] else {
            panic!("Something lies over Continue, at {}.", browser.fragment());
        };
        click(browser, x, y);
        let step = browser.script_with_callback("work.turned(...arguments);", json!([]));
        steps.push(number(&step));
    }
}

/// Presses and releases the mouse at a place in the window, in CSS pixels.
fn click(browser: &Browser, x: f64, y: f64) {
    for (kind, button, clicks) in [
        ("mouseMoved", "none", 0),
        ("mousePressed", "left", 1),
        ("mouseReleased", "left", 1),
    ] {
        let event = json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": clicks });
        browser.devtools("Input.dispatchMouseEvent", event);
    }
}

/// Milliseconds that the page's scripts have run so far.
fn script_time(browser: &Browser) -> f64 {
    let all = browser.devtools("Performance.getMetrics", json!({}));
    let metrics = all["metrics"].as_array().into_iter().flatten();
    let script = metrics
        .filter(|metric| metric["name"] == "ScriptDuration")
        .map(|metric| number(&metric["value"]));
    script.sum::<f64>() * 1000.0
}

fn numbers(answer: &Value) -> Vec<f64> {
    let values = answer.as_array().into_iter().flatten();
    values.map(number).collect()
}
