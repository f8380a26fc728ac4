//! Browsers that are killed (SIGKILL) while somebody types, and opened again.
//!
//! `cargo xtask torture kill --times 60 --seed 7` does this sixty times, with a choice of moments that can
//! be had again; the ordinary tests do it a few times. A moment is counted in keys, so nothing sleeps.

use std::time::{Duration, Instant};

use e2e::chance::{tell, times};
use e2e::{
    Browser, Chance, Engine, Home, Setup, Undriven, Visit, process, scenario, server::Server,
};

use serde_json::json;

use crate::app;
use crate::person::Person;
use crate::seed::{self, SMALL, arrives_with, key, small_plan};

/// What a killed tab may cost: the 250 ms in which words are written, and the killing itself.
const TAB_MAY_LOSE: Duration = Duration::from_millis(300);

const FIELD: &str = "best-hopes";

/// How long a page may take to be there and to type, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(90);

/// Words somebody types, and when each key went down.
#[derive(Debug, Default)]
struct Typing {
    /// What stood in the field before.
    before: String,
    keys: Vec<(char, Instant)>,
}

impl Typing {
    fn text(&self) -> String {
        let typed = self.keys.iter().map(|(letter, _)| *letter);
        self.before.chars().chain(typed).collect()
    }

    /// How long before the end the first key was pressed that is not in what was stored.
    #[track_caller]
    fn loss(&self, stored: &str, end: Instant) -> Duration {
        let text = self.text();
        assert!(
            text.starts_with(stored),
            "stored: {stored:?}, typed: {text:?}"
        );
        let (stored, before) = (stored.chars().count(), self.before.chars().count());
        assert!(
            stored >= before,
            "words are gone that had been there when the page was opened"
        );
        let lost = self.keys.get(stored - before);
        lost.map_or(Duration::ZERO, |(_, pressed)| end.duration_since(*pressed))
    }
}

/// Types letters and spaces into the field, a key at a time, with a pause of so many milliseconds at most
/// after each.
fn type_keys(browser: &Browser, chance: &mut Chance, keys: usize, pause: usize) -> Typing {
    let before = browser.text_of(
        "const field = document.getElementById('best-hopes');
         field.focus();
         field.setSelectionRange(field.value.length, field.value.length);
         return field.value;",
    );
    let mut typing = Typing {
        before,
        keys: Vec::with_capacity(keys),
    };
    for _ in 0..keys {
        let letter = *chance.one_of(&['a', 'e', 'i', 'o', 'n', 's', 't', 'r', ' ']);
        browser.type_text(&letter.to_string());
        // A key counts from when the page has it: on a busy machine that can take a while.
        let length = typing.before.encode_utf16().count() + typing.keys.len() + 1;
        let arrived = browser.wait_for("the key to arrive", || {
            let asked = Instant::now();
            let now = browser.script(
                "return document.getElementById('best-hopes').value.length",
                json!([]),
            );
            (now == json!(length)).then_some(asked)
        });
        typing.keys.push((letter, arrived));
        browser.rest(chance.within(0..pause + 1));
    }
    typing
}

fn page() -> String {
    seed::page(SMALL, "hopes/best")
}

/// What is in the field once the page is open again; nothing may be wrong on that page.
fn reads_again(visit: &Visit) -> String {
    let sam = Person::arrives(visit, &page());
    sam.is_told_about_saving("save.saved");
    assert!(
        !sam.browser
            .is_true("return !!document.querySelector('.notice, .crash')"),
        "{}",
        sam.sees()
    );
    sam.value(FIELD)
}

fn kill_tabs(engine: Engine) {
    let mut visit = Visit {
        server: Server::start(&app()),
        browser: Browser::start(engine, Setup::default()),
    };
    let mut chance = Chance::announced(&format!("{engine}, killed tabs"));
    arrives_with(&visit, &[(SMALL, &small_plan())], &page());
    let times = times(3);
    let mut losses = Vec::new();
    for _ in 0..times {
        let keys = chance.within(5..60);
        let typing = type_keys(&visit.browser, &mut chance, keys, 60);
        let end = Instant::now();
        visit.browser.kill_tabs();
        // The others go on in the same browser: ended after a crash, a driven Firefox does not always write what
        // it holds, and WebKit forgets everything between two automated visits.
        if engine == Engine::Chromium {
            visit = visit.comes_back(Browser::ends);
        }
        losses.push(typing.loss(&reads_again(&visit), end));
    }
    told(engine, "tab", &mut losses, "0.3 s");
    assert!(
        losses.iter().all(|loss| *loss <= TAB_MAY_LOSE),
        "{losses:?}"
    );
}

fn kill_browsers(engine: Engine, allowed: &str, at_most: Duration) {
    let server = Server::start(&app());
    let mut chance = Chance::announced(&format!("{engine}, killed browsers"));
    let mut visit = Visit {
        server,
        browser: Browser::start(engine, Setup::default()),
    };
    let mut losses = Vec::new();
    // A killing takes a minute of typing, so there are fewer; with `--times`, long ones among them.
    let (times, longest) = match times(0) {
        0 => (1, 80),
        times => (times.div_ceil(4), 900),
    };
    arrives_with(&visit, &[(SMALL, &small_plan())], &page());
    for _ in 0..times {
        let keys = chance.within(40..longest);
        let typing = type_keys(&visit.browser, &mut chance, keys, 200);
        let end = Instant::now();
        visit = visit.comes_back(Browser::kill);
        visit.open("favicon.svg");
        let stored = visit.browser.stored();
        if stored.contains_key(&key(SMALL)) {
            losses.push(typing.loss(&reads_again(&visit), end));
        } else {
            // The browser had not even written the plan that was put there before the first key.
            assert!(losses.is_empty() && stored.is_empty(), "{stored:?}");
            losses.push(end.duration_since(typing.keys[0].1));
            arrives_with(&visit, &[(SMALL, &small_plan())], &page());
        }
    }
    told(engine, "browser", &mut losses, allowed);
    assert!(losses.iter().all(|loss| *loss <= at_most), "{losses:?}");
}

fn told(engine: Engine, what: &str, losses: &mut [Duration], allowed: &str) {
    losses.sort();
    let seconds = |loss: Option<&Duration>| loss.map_or(0.0, Duration::as_secs_f64);
    tell(format_args!(
        "{engine}: {what} killed {} times; lost {:.2} s at the most, {:.2} s in the middle, nothing {} times. \
         The engine allows {allowed}.",
        losses.len(),
        seconds(losses.last()),
        seconds(losses.get(losses.len() / 2)),
        losses.iter().filter(|loss| loss.is_zero()).count(),
    ));
}

mod a_killed_tab {
    use super::*;

    #[test]
    fn chromium() {
        scenario::run_alone(Engine::Chromium, kill_tabs);
    }

    #[test]
    fn firefox() {
        scenario::run_alone(Engine::Firefox, kill_tabs);
    }

    #[test]
    fn webkit() {
        scenario::run_alone(Engine::WebKit, kill_tabs);
    }
}

/// What the page has told the server since then: numbers, under this name.
fn heard(server: &Server, since: usize, name: &str) -> Vec<usize> {
    let requests = server.requests().into_iter().skip(since);
    requests
        .filter_map(|request| {
            request
                .strip_prefix(&format!("GET /told/{name}-"))?
                .parse()
                .ok()
        })
        .collect()
}

/// WebKit forgets everything between two automated visits. So the page types by itself, in a browser that
/// nobody drives, and tells the server how many letters there are.
fn kill_webkit(engine: Engine) {
    let server = Server::start(&app());
    server.plays_first(include_str!("scripts/typing.js"));
    let home = Home::fresh();
    let mut chance = Chance::announced(&format!("{engine}, killed browsers"));
    let times = times(8).div_ceil(4);
    let mut losses = Vec::new();
    for _ in 0..times {
        let keys = chance.within(20..90);
        let since = server.requests().len();
        let browser = Undriven::visits(&home, &server.url(&format!("?type{}", page())));
        let mut typed: Vec<(usize, Instant)> = Vec::new();
        process::poll(PATIENCE, || {
            let told = heard(&server, since, "typed");
            let new = told[typed.len()..].iter();
            typed.extend(new.map(|length| (*length, Instant::now())));
            (typed.len() >= keys).then_some(())
        })
        .expect("the page types");
        let end = Instant::now();
        browser.kill();

        let since = server.requests().len();
        let browser = Undriven::visits(&home, &server.url(&format!("?look{}", page())));
        let first = |name| heard(&server, since, name).first().copied();
        let seen = process::poll(PATIENCE, || first("seen")).expect("the plan is shown");
        let stored = first("stored").expect("what is stored is told");
        assert_eq!(seen, stored, "what is stored is what is shown");
        browser.kill();
        let lost = typed.iter().find(|(length, _)| *length > stored);
        losses.push(lost.map_or(Duration::ZERO, |(_, pressed)| end.duration_since(*pressed)));
    }
    told(engine, "browser", &mut losses, "0.5 s");
    let at_most = Duration::from_secs(2);
    assert!(losses.iter().all(|loss| *loss <= at_most), "{losses:?}");
}

mod a_killed_browser {
    use super::*;

    /// After a change it waits 5 s, and it writes some 60 times an hour.
    #[test]
    fn chromium() {
        scenario::run_alone(Engine::Chromium, |engine| {
            let allowed = "5 s, and 60 s to somebody who writes on and on";
            kill_browsers(engine, allowed, Duration::from_secs(66));
        });
    }

    /// After a change it waits 5 s.
    #[test]
    fn firefox() {
        scenario::run_alone(Engine::Firefox, |engine| {
            kill_browsers(engine, "5 s", Duration::from_secs(7));
        });
    }

    /// After a change it waits half a second.
    #[test]
    fn webkit() {
        scenario::run_alone(Engine::WebKit, kill_webkit);
    }
}
