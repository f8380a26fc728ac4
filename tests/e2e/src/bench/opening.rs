//! Opening a page on a phone: for the first time, to write at once, and again.

use e2e::Browser;
use serde_json::{Value, json};
use xtask::bench::{Measure, Unit};

use crate::Values;
use crate::conditions::Condition;
use crate::site::Site;

const FIRST: &str = "Opening (phone, nothing stored)";
const AGAIN: &str = "Coming back (phone, everything kept by the browser)";
const BYTES_OF_MEGABYTE: f64 = 1e6;

const PROBE: &str = include_str!("opening.js");

/// The first visit: first contentful paint, what blocks, and the memory once all is quiet.
pub(crate) fn first_time(site: &Site) -> Values {
    let browser = watched(site, "");
    Condition::Phone.begins(&browser);
    site.opens(&browser);
    is_quiet(site, &browser);
    let blocked = number(&browser.script("return opening.blocked", json!([])));
    vec![
        (time(FIRST, "first contentful paint"), painted(&browser)),
        (time(FIRST, "blocked by long tasks"), blocked),
        (memory("JavaScript heap"), heap(&browser)),
        (memory("WebAssembly memory"), wasm(&browser)),
    ]
}

/// The first visit of somebody who writes at once: when a field first keeps what is written.
pub(crate) fn first_words(site: &Site) -> Values {
    let begin = format!("opening.write({});", json!(site.first_field));
    let browser = watched(site, &begin);
    Condition::Phone.begins(&browser);
    site.opens(&browser);
    browser.wait_until("words to be stored", "return opening.kept !== null");
    is_quiet(site, &browser);
    // Words that are stored and then lost were not kept.
    let stays = "const [selector] = arguments, { word } = opening.kept;
         return document.querySelector(selector).value.includes(word)
             && Object.values(localStorage).some((text) => text.includes(word));";
    let stayed = browser.script(stays, json!([site.first_field]));
    assert!(
        stayed == json!(true),
        "Words that were written at once are lost: the page stored them, and not any more."
    );
    let kept = number(&browser.script("return opening.kept.at", json!([])));
    vec![(time(FIRST, "a field keeps what is typed"), kept)]
}

/// A second visit in the same browser, as from a bookmark: first contentful paint.
pub(crate) fn again(site: &Site) -> Values {
    let browser = watched(site, "");
    site.opens_start(&browser);
    is_quiet(site, &browser);
    site.is_kept(&browser);
    browser.open("about:blank");
    Condition::Phone.begins(&browser);
    site.opens_start(&browser);
    is_quiet(site, &browser);
    vec![(time(AGAIN, "first contentful paint"), painted(&browser))]
}

/// A browser in which every page is watched from its first moment on.
fn watched(site: &Site, begin: &str) -> Browser {
    site.browser(&format!("{PROBE}{begin}"))
}

fn is_quiet(site: &Site, browser: &Browser) {
    let script = "opening.whenQuiet(...arguments);";
    browser.script_with_callback(script, json!([site.heading]));
}

/// Milliseconds from the beginning of the visit to the first words on the screen.
fn painted(browser: &Browser) -> f64 {
    let script =
        "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null";
    number(&browser.script(script, json!([])))
}

/// What the page's own JavaScript needs once its rubbish is taken away, in MB.
fn heap(browser: &Browser) -> f64 {
    browser.devtools("HeapProfiler.enable", json!({}));
    browser.devtools("HeapProfiler.collectGarbage", json!({}));
    let used = browser.devtools("Runtime.getHeapUsage", json!({}));
    number(&used["usedSize"]) / BYTES_OF_MEGABYTE
}

/// What programs in WebAssembly have for their own, in MB.
fn wasm(browser: &Browser) -> f64 {
    let script =
        "return opening.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)";
    number(&browser.script(script, json!([]))) / BYTES_OF_MEGABYTE
}

fn time(group: &'static str, name: &'static str) -> Measure {
    Measure {
        group,
        name,
        unit: Unit::Milliseconds,
    }
}

fn memory(name: &'static str) -> Measure {
    Measure {
        group: FIRST,
        name,
        unit: Unit::Megabytes,
    }
}

/// A number that a browser answered with.
pub(crate) fn number(answer: &Value) -> f64 {
    answer
        .as_f64()
        .unwrap_or_else(|| panic!("The browser answered {answer} where a number belongs."))
}
