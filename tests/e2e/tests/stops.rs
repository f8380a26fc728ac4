//! The program is stopped at every kind of work that it does. The person is told within a second, has lost
//! at most the last second of what they typed, nothing is written any more, and loading again goes on.
//!
//! The page of these tests is built with the feature `faults`; see `src/browser/faults.rs`.

use e2e::keyboard::Key;
use e2e::{Engine, Setup, Visit};
use serde_json::{Value, json};

use crate::person::Person;
use crate::seed::{self, FULL, full_plan};
use crate::{app, app_in_made_up_languages, in_every_engine};

/// Where the page looks for the fault that is wanted.
const WANTED: &str = "fault-of-the-tests";
/// The field that is written in before the fault.
const FIELD: &str = "worth-it";
/// What was there before.
const BEFORE: &str = "I would ring my sister back the same day.";

/// One fault: where the program stops, the page that is shown then, and what brings it about.
type Stop = (&'static str, &'static str, &'static str);

/// In place of a script: a key pressed in the field.
const A_KEY: &str = "";
const CONTINUE: &str = "document.querySelector('.turn__next').click()";
const ANOTHER_TAB_WROTE: &str =
    "dispatchEvent(new StorageEvent('storage', { key: 'first-light.x' }))";
const DARK: &str = "document.getElementById('theme-dark').click()";
const VISIT_ONLY: &str = "document.getElementById('keep-visit').click()";
const BUTTON: &str = "[...document.querySelectorAll('#main button')]";
/// Says yes as soon as the page asks whether somebody is sure.
const SURE: &str = "(function sure() {
    const yes = document.querySelector('#delete-all .button:not(.button--main)');
    if (yes) yes.click(); else requestAnimationFrame(sure);
})()";

#[rustfmt::skip]
const STOPS: &[Stop] = &[
    // A key is pressed: the event, the change, each part of drawing it, and each step of saving it.
    ("event Typed(", "hopes/worth-it", A_KEY),
    ("changed", "hopes/worth-it", A_KEY),
    ("frame", "hopes/worth-it", A_KEY),
    ("page WorthIt", "hopes/worth-it", A_KEY),
    ("part WordsInput", "hopes/worth-it", A_KEY),
    ("wait", "hopes/worth-it", A_KEY),
    ("save", "hopes/worth-it", A_KEY),
    ("write first-light.plan.", "hopes/worth-it", A_KEY),
    ("written first-light.plan.", "hopes/worth-it", A_KEY),
    ("event Wrote", "hopes/worth-it", A_KEY),
    // From page to page.
    ("event Went", "hopes/worth-it", CONTINUE),
    ("page Instead", "hopes/worth-it", CONTINUE),
    ("write first-light.head.", "hopes/worth-it", CONTINUE),
    ("focus question", "hopes/worth-it", CONTINUE),
    ("title", "hopes/worth-it", "location.hash = '#/'"),
    ("focus main", "hopes/worth-it", "document.querySelector('.skip-link').click()"),
    // Another tab has written.
    ("event LookAgain", "hopes/worth-it", ANOTHER_TAB_WROTE),
    ("read first-light.plan.", "hopes/worth-it", ANOTHER_TAB_WROTE),
    // Where the plan is kept.
    ("event Keep(VisitOnly", "begin/about", VISIT_ONLY),
    ("remove first-light.plan.", "begin/about", VISIT_ONLY),
    // Lists, scales, thoughts, goals and the summary.
    ("event Plan(Tick", "pieces/tick", "document.querySelector('#main input[type=checkbox]').click()"),
    ("event Plan(Rate", "scales/now", "document.querySelector('#main input[type=radio]').click()"),
    ("event Plan(Goal", "goals/all", "document.getElementById('goals-add').click()"),
    ("copy", "summary/all", "BUTTON.find((b) => b.textContent === 'Copy as text').click()"),
    // My plans, settings, privacy.
    ("keys", "hopes/worth-it", "location.hash = '#/'"),
    ("read first-light.head.", "hopes/worth-it", "location.hash = '#/'"),
    ("event Set", "#/settings", DARK),
    ("write first-light.settings", "#/settings", DARK),
    ("looks", "#/settings", DARK),
    ("event Copy", "#/", "BUTTON.find((b) => b.textContent === 'Copy').click()"),
    ("event Delete(", "#/", "BUTTON.find((b) => b.textContent === 'Delete').click()"),
    ("file", "#/privacy", "BUTTON.find((b) => b.textContent.startsWith('Save a copy')).click()"),
    ("event DeleteEverything", "#/privacy", "document.getElementById('delete-all').click(); SURE"),
    // And before anything is seen.
    ("start", "hopes/worth-it", "location.reload()"),
];

/// Counts how often the program is called, from its very beginning.
const COUNT: &str = "
    window.entries = 0;
    const counted = (exports) => Object.fromEntries(Object.entries(exports).map(([name, one]) =>
        [name, typeof one === 'function' ? (...all) => { window.entries += 1; return one(...all); } : one]));
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const real = WebAssembly[name];
        WebAssembly[name] = async (...all) => {
            const made = await real.apply(WebAssembly, all);
            // A part of the program: only the program itself calls it.
            if (made instanceof WebAssembly.Instance) return made;
            const { instance, module } = made;
            return { instance: { exports: counted(instance.exports) }, module };
        };
    }
    // What was typed when; when the fault came; when the panel was there.
    window.seen = { typed: [], fault: null, panel: null };
    const remove = Storage.prototype.removeItem;
    Storage.prototype.removeItem = function (key) {
        if (key === 'fault-of-the-tests') window.seen.fault = performance.now();
        remove.call(this, key);
    };
    // Once it is wanted, the clock fails.
    const now = Date.now;
    Date.now = () => {
        if (window.timeless) throw new Error('no time');
        return now.call(Date);
    };
    addEventListener('input', (event) => window.seen.typed.push([performance.now(), event.target.value]), true);
    new MutationObserver(() => {
        if (document.querySelector('.crash')) window.seen.panel ??= performance.now();
    }).observe(document, { childList: true, subtree: true });";

/// Everything that could call the program: what the browser says, and what a person does.
const EVERYTHING_HAPPENS: &str = "
    window.happened = performance.now();
    for (const name of ['blur', 'focus', 'pagehide', 'pageshow', 'hashchange', 'storage', 'first-light-leaving-not',
            'beforeunload', 'popstate', 'online', 'resize'])
        dispatchEvent(new Event(name, { cancelable: true }));
    new BroadcastChannel('first-light-lock').postMessage(null);
    window.answer?.();
    document.dispatchEvent(new Event('visibilitychange'));
    for (const name of ['input', 'change', 'click', 'keydown', 'keyup', 'focusin', 'focusout', 'submit'])
        document.querySelector('.crash summary').dispatchEvent(new Event(name, { bubbles: true }));";

in_every_engine!(
    at_every_kind_of_work,
    app_in_made_up_languages(),
    Setup::default(),
    |visit: &Visit| {
        visit.server.plays_first(COUNT);
        let step = if visit.browser.engine() == Engine::Chromium {
            1
        } else {
            5
        };
        let mut waits = Vec::new();
        for stop in STOPS.iter().step_by(step) {
            waits.push(stops_at(visit, *stop));
        }
        waits.sort_by(f64::total_cmp);
        println!(
            "{}: {} faults; the panel came after {:.0} ms at most",
            visit.browser.engine(),
            waits.len(),
            waits.last().copied().unwrap_or_default()
        );
    }
);

/// Lets the program stop there; returns how many milliseconds later the person is told.
fn stops_at(visit: &Visit, (at, page, does): Stop) -> f64 {
    visit.open("favicon.svg");
    visit.browser.script("localStorage.clear();", json!([]));
    let place = seed::page(FULL, "hopes/worth-it");
    let sam = seed::arrives_with(visit, &[(FULL, &full_plan())], &place);
    let there = |words: &str| format!("{at}: {words}");
    sam.browser.script(
        "const field = document.getElementById(arguments[0]);
         field.focus();
         field.setSelectionRange(field.value.length, field.value.length);",
        json!([FIELD]),
    );
    sam.browser.type_in_time(" And hum", 180);
    let page = if page.starts_with('#') {
        page.to_owned()
    } else {
        seed::page(FULL, page)
    };
    if page != place {
        sam.turns_the_page(|| {
            sam.browser
                .script("location.hash = arguments[0];", json!([page]));
        });
    }
    sam.browser.store(WANTED, at);
    if does == A_KEY {
        sam.browser.type_text("!");
    } else {
        let does = does.replace("BUTTON", BUTTON).replace("SURE", SURE);
        sam.browser.script(&does, json!([]));
    }
    sam.browser.wait_until(
        &there("the panel"),
        "return !!document.querySelector('.crash h1')",
    );
    let seen = sam.browser.script("return window.seen;", json!([]));
    let (fault, panel) = (seen["fault"].as_f64(), seen["panel"].as_f64());
    let wait = panel.zip(fault).map(|(panel, fault)| panel - fault);
    let wait = wait.unwrap_or_else(|| panic!("{}", there("no fault was seen")));
    assert!(wait <= 1000.0, "{}", there(&format!("{wait} ms")));
    assert!(
        stored_words(&sam).starts_with(&typed_a_second_before(&seen)),
        "{}",
        there(&format!("{} of {seen}", stored_words(&sam)))
    );
    writes_nothing_more(&sam, at);

    let words = stored_words(&sam);
    sam.turns_the_page(|| {
        sam.browser.script(
            "document.querySelector('[data-do=reload]').click();",
            json!([]),
        );
    });
    if sam.browser.fragment() != place {
        sam.opens(&place);
    }
    assert_eq!(sam.value(FIELD), words, "{at}");
    wait
}

/// What stands in storage for the field.
#[track_caller]
fn stored_words(sam: &Person) -> String {
    let stored = sam.browser.stored();
    let plan: Value = serde_json::from_str(&stored[&seed::key(FULL)]).expect("a plan is JSON");
    let words = plan["answers"][FIELD]["text"].as_str();
    words.unwrap_or_default().to_owned()
}

/// What the field held a second before the fault.
fn typed_a_second_before(seen: &Value) -> String {
    let limit = seen["fault"].as_f64().unwrap_or_default() - 1000.0;
    let typed = seen["typed"].as_array().into_iter().flatten();
    typed
        .filter(|typed| typed[0].as_f64().is_some_and(|at| at <= limit))
        .filter_map(|typed| typed[1].as_str())
        .next_back()
        .unwrap_or(BEFORE)
        .to_owned()
}

/// Whatever happens now, the program is not called and nothing is written.
#[track_caller]
fn writes_nothing_more(sam: &Person, at: &str) {
    let state = || {
        let entries = sam.browser.script("return window.entries;", json!([]));
        (entries, sam.browser.stored())
    };
    let before = state();
    sam.browser.script(EVERYTHING_HAPPENS, json!([]));
    sam.browser.wait_until(
        "every timer to be over",
        "return performance.now() - window.happened > 500",
    );
    assert_eq!(state(), before, "{at}: the program went on");
}

in_every_engine!(
    whatever_was_still_on_its_way,
    app(),
    Setup::default(),
    |visit: &Visit| {
        visit.server.plays_first(COUNT);
        let place = seed::page(FULL, "hopes/worth-it");
        let mut sam = seed::arrives_with(visit, &[(FULL, &full_plan())], &place);
        // The browser would ask before it leaves: the program listens for that only now.
        sam.browser.script(
            "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };",
            json!([]),
        );
        sam.writes_more(FIELD, " And my aunt.");
        sam.is_told_about_saving("save.not-saved");
        // The vault is asked for, and answers only when the program has stopped.
        sam.turns_the_page(|| {
            sam.browser.script("location.hash = '#/lock';", json!([]));
        });
        sam.browser.script(
            "window.fetch = () => new Promise((answer) => {
                 window.answer = () => answer(new Response('late'));
             });",
            json!([]),
        );
        sam.writes("new-passphrase", "a quiet place by the sea");
        sam.writes("new-passphrase-again", "a quiet place by the sea");
        sam.browser.press(Key::Enter);
        sam.browser
            .wait_until("the vault to be asked for", "return !!window.answer");
        sam.browser.script(
            "dispatchEvent(new CustomEvent('first-light-stopped', { detail: 'test' }));",
            json!([]),
        );
        writes_nothing_more(&sam, "on its way");
    }
);

in_every_engine!(
    an_error_of_the_browser_on_its_way_through_the_program,
    app(),
    Setup::default(),
    |visit: &Visit| {
        visit.server.plays_first(COUNT);
        let place = seed::page(FULL, "hopes/worth-it");
        let mut sam = seed::arrives_with(visit, &[(FULL, &full_plan())], &place);
        sam.writes_more(FIELD, " And my aunt.");
        sam.browser.wait_for("the words to be stored", || {
            stored_words(&sam).ends_with("aunt.").then_some(())
        });
        // The clock is not expected to fail, so nothing in the program is ready for it.
        sam.browser.script("window.timeless = true;", json!([]));
        sam.browser.type_text("!");
        sam.browser
            .wait_until("the panel", "return !!document.querySelector('.crash h1')");
        assert!(sam.page_text().contains("no time"));
        writes_nothing_more(&sam, "no time");
        sam.turns_the_page(|| {
            sam.browser.script(
                "document.querySelector('[data-do=reload]').click();",
                json!([]),
            );
        });
        assert!(sam.value(FIELD).ends_with(" And my aunt."));
    }
);
