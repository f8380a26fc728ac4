//! The same plan in two windows of one browser, in a random order: somebody types here and there, turns
//! pages, one window sleeps for a while, their clocks are ten years apart. Every word is in the plan,
//! or in a version of it that a window spoke of.
//!
//! `cargo xtask torture two_tabs --times 200 --seed 7` does it longer. The native tests do it thousands of
//! times (`tests/two_tabs.rs`).

use std::collections::BTreeSet;
use std::time::Duration;

use e2e::chance::{tell, times};
use e2e::{Browser, Chance, Engine, Setup, Visit, process, scenario, server::Server};
use serde_json::json;

use crate::app;
use crate::person::Person;
use crate::seed::{self, SMALL, arrives_with, small_plan};

/// Lets a window sleep, as browsers let windows that nobody looks at: what it would have heard in the
/// meantime it hears when it wakes up. And sets its clock.
const EARS: &str = "
    window.asleep = null;
    addEventListener('storage', (event) => {
        if (asleep && event.isTrusted) { asleep.push(event); event.stopImmediatePropagation(); }
    }, true);
    window.wake = () => {
        for (const { key, oldValue, newValue } of asleep ?? []) {
            dispatchEvent(new StorageEvent('storage', { key, oldValue, newValue }));
        }
        asleep = null;
    };
    window.heard = new Set();
    new MutationObserver(() => {
        for (const link of document.querySelectorAll('.notice a[href^=\"#/plan/\"]')) {
            heard.add(link.hash.split('/')[2]);
        }
    }).observe(document.body, { childList: true, subtree: true, attributes: true });
    const now = Date.now, ahead = arguments[0];
    Date.now = () => now() + ahead;";

/// How long the last words may take to be found, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(15);

const TEN_YEARS: u64 = 315_576_000_000;

struct World<'a> {
    browser: &'a Browser,
    windows: [String; 2],
    /// Which of them the browser has frozen, as it does with tabs that nobody has looked at for long.
    frozen: [bool; 2],
    freezes: usize,
    typed: Vec<String>,
    told: BTreeSet<String>,
}

impl World<'_> {
    fn step(&mut self, chance: &mut Chance) {
        let window = chance.within(0..2);
        let browser = self.browser;
        // Who types in a window has woken it up.
        self.wakes(window);
        match chance.within(0..12) {
            0..8 => {
                for _ in 0..chance.within(1..4) {
                    self.types_a_word();
                }
            }
            8 => {
                let place = *chance.one_of(&["hopes/best", "hopes/worth-it"]);
                let here = seed::page(SMALL, place);
                browser.script("location.hash = arguments[0];", json!([here]));
                let there = "return !!document.querySelector(
                    location.hash.endsWith('worth-it') ? '#worth-it' : '#best-hopes');";
                browser.wait_until("the next page", there);
            }
            9 => drop(browser.script("asleep = [];", json!([]))),
            10 => self.freezes(window),
            _ => drop(browser.script(
                "document.dispatchEvent(new Event('visibilitychange'));",
                json!([]),
            )),
        }
        self.listens();
    }

    /// Lets the browser stop everything in a window: timers, events, the program.
    fn freezes(&mut self, window: usize) {
        if self.browser.engine() == Engine::Chromium {
            let frozen = json!({ "state": "frozen" });
            self.browser.devtools("Page.setWebLifecycleState", frozen);
            self.frozen[window] = true;
            self.freezes += 1;
        } else {
            // Only Chromium's driver can.
            self.browser.script("asleep = [];", json!([]));
        }
    }

    fn wakes(&mut self, window: usize) {
        self.browser.switch_to(&self.windows[window]);
        if std::mem::take(&mut self.frozen[window]) {
            let active = json!({ "state": "active" });
            self.browser.devtools("Page.setWebLifecycleState", active);
        }
        self.browser.script("wake();", json!([]));
    }

    fn types_a_word(&mut self) {
        let word = format!("w{}.", self.typed.len());
        self.browser.script(
            "const field = document.querySelector('#best-hopes, #worth-it');
             field.focus();
             field.setSelectionRange(field.value.length, field.value.length);",
            json!([]),
        );
        self.browser.type_text(&format!(" {word}"));
        self.typed.push(word);
    }

    /// Remembers which other versions of the plan the window has spoken of.
    fn listens(&mut self) {
        let heard = self.browser.script("return [...heard]", json!([]));
        let heard: Vec<String> = serde_json::from_value(heard).expect("names of plans");
        self.told.extend(heard);
    }

    /// Waits until every word that was typed is found.
    fn ends(&mut self) {
        let browser = self.browser;
        (0..self.windows.len()).for_each(|window| self.wakes(window));
        let found = process::poll(PATIENCE, || {
            for window in self.windows.clone() {
                browser.switch_to(&window);
                self.listens();
            }
            self.lost().is_empty().then_some(())
        });
        assert!(
            found.is_some(),
            "{} lost {:?} of {} words; their beginnings stand in {:#?}",
            browser.engine(),
            self.lost(),
            self.typed.len(),
            self.traces()
        );
    }

    /// Every stored plan that was written last while a lost word was typed, to see what became of it.
    fn traces(&self) -> Vec<(String, String)> {
        let latest = self.typed.iter().rev().take(12);
        let latest: Vec<&String> = latest.collect();
        let mut stored: Vec<_> = self.browser.stored().into_iter().collect();
        stored.retain(|(_, text)| latest.iter().any(|word| text.contains(word.as_str())));
        stored
    }

    fn lost(&self) -> Vec<&String> {
        let stored = self.browser.stored();
        // The note leads to one of them, and says what all of them are called.
        let spoken_of = stored.iter().filter(|(key, text)| {
            let led_to = self.told.iter().any(|plan| **key == seed::key(plan));
            **key == seed::key(SMALL)
                || led_to
                || (!self.told.is_empty() && text.contains("(from another tab)"))
        });
        let texts: Vec<&String> = spoken_of.map(|(_, text)| text).collect();
        let found = |word: &String| texts.iter().any(|text| text.contains(word.as_str()));
        self.typed.iter().filter(|word| !found(word)).collect()
    }
}

fn two_windows(engine: Engine) {
    let visit = Visit {
        server: Server::start(&app()),
        browser: Browser::start(engine, Setup::default()),
    };
    let browser = &visit.browser;
    let mut chance = Chance::announced(&format!("{engine}, two windows"));
    let page = seed::page(SMALL, "hopes/best");
    arrives_with(&visit, &[(SMALL, &small_plan())], &page);
    browser.script(EARS, json!([0]));
    let first = browser.tab();
    let second = browser.open_window();
    Person::arrives(&visit, &page);
    browser.script(EARS, json!([TEN_YEARS]));
    let mut world = World {
        browser,
        windows: [first, second],
        frozen: [false; 2],
        freezes: 0,
        typed: Vec::new(),
        told: BTreeSet::new(),
    };
    let times = times(8);
    for _ in 0..times {
        for _ in 0..chance.within(4..10) {
            world.step(&mut chance);
        }
        world.ends();
    }
    tell(format_args!(
        "{engine}: {times} orders, {} words typed in two windows, none lost; {} versions set apart; \
         a window frozen {} times.",
        world.typed.len(),
        world.told.len(),
        world.freezes
    ));
}

mod every_word_is_found_again {
    use super::*;

    #[test]
    fn chromium() {
        scenario::run_alone(Engine::Chromium, two_windows);
    }

    #[test]
    fn firefox() {
        scenario::run_alone(Engine::Firefox, two_windows);
    }
}
