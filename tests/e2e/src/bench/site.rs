//! The two pages, each with a server of its own, and the plans that stand in them.

use std::path::{Path, PathBuf};

use e2e::tools::{Tool, repository};
use e2e::{Browser, Engine, Setup};
use serde_json::{Value, json};
use xtask::bench::Side;
use xtask::server::Server;

/// The window of a phone, in CSS pixels.
const WIDTH: u32 = 412;
const HEIGHT: u32 = 823;
/// A file, or an answer that there is none, of the same origin as the page, but without its program.
const ASIDE: &str = "favicon.svg";
/// First Light's name for the plan that is written in.
const PLAN: &str = "00000000000000f1";
/// The plain page's page with the goals, counted from 0.
const PAGE_OF_GOALS: usize = 5;
/// The questions that both pages ask, by First Light's names, which the plain page's fields have, too.
const ASKED: [&str; 12] = [
    "best-hopes",
    "worth-it",
    "instead",
    "better",
    "managed",
    "keep",
    "waking",
    "morning",
    "evening",
    "who-helps",
    "admirer",
    "hard-day",
];

/// A plan that is there when the page is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plan {
    /// Without a word.
    Empty,
    /// The same words in both pages: 12 long answers, and 20 goals with 10 steps each.
    Large,
}

/// Where in the plan the page is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum At {
    /// On the first page.
    Beginning,
    /// Where the first goal is written.
    FirstGoal,
}

/// One of the two pages.
pub(crate) struct Site {
    /// Which of them.
    pub(crate) side: Side,
    /// The field that is written in first, as a CSS selector.
    pub(crate) first_field: &'static str,
    /// The same for the first goal.
    pub(crate) goal_field: &'static str,
    /// The link or button to the next page, as a CSS selector.
    pub(crate) next: &'static str,
    /// The heading of the page that is shown, a new element on every page, as a CSS selector.
    pub(crate) heading: &'static str,
    /// An expression of JavaScript: whether the browser holds all that it will keep of the page.
    is_kept: &'static str,
    /// Where a new plan begins, after the address.
    new_plan: &'static str,
    server: Server,
}

impl Site {
    /// The built page.
    pub(crate) fn first_light() -> Self {
        Self {
            side: Side::Ours,
            first_field: "#plan-name",
            goal_field: "#goal-0-doing",
            next: ".turn__next:not(.turn__home)",
            heading: "#app:not([hidden]) #main:not([aria-busy]) h1",
            is_kept: "!!navigator.serviceWorker.controller",
            new_plan: "#/new",
            server: serve(&Tool::DIST.path()),
        }
    }

    /// The plain page.
    pub(crate) fn plain() -> Self {
        Self {
            side: Side::Plain,
            first_field: "[name=name]",
            goal_field: "[name=goal]",
            next: "#next:not([hidden])",
            heading: "section:not([hidden]) h1",
            is_kept: "document.readyState === 'complete'",
            new_plan: "",
            server: serve(&plain_folder()),
        }
    }

    /// A browser with a fresh profile and a window like a phone's. The script runs in every page from its first moment on.
    pub(crate) fn browser(&self, script: &str) -> Browser {
        let browser = Browser::start(Engine::Chromium, Setup::default());
        let window =
            json!({ "width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": false });
        browser.devtools("Emulation.setDeviceMetricsOverride", window);
        browser.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        );
        browser
    }

    /// Opens the first page of a plan that is not there yet.
    pub(crate) fn opens(&self, browser: &Browser) {
        browser.open(&self.address(self.new_plan));
    }

    /// Opens the page as from a bookmark.
    pub(crate) fn opens_start(&self, browser: &Browser) {
        browser.open(&self.address(""));
    }

    /// Opens a page of a plan that is stored before; nothing else changes in the storage.
    pub(crate) fn opens_with(&self, browser: &Browser, plan: Plan, at: At) {
        self.steps_aside(browser);
        let (key, text, place) = match self.side {
            Side::Ours => ours(plan, at),
            Side::Plain => plain(plan, at),
        };
        browser.store(&key, &text);
        browser.open(&self.address(&place));
    }

    /// Puts so many texts into the storage, of so many letters each, as if they were plans that were stored before.
    pub(crate) fn stores_many(&self, browser: &Browser, count: usize, letters: usize) {
        self.steps_aside(browser);
        let (before, text) = match self.side {
            Side::Ours => ("first-light.plan.", full_plan(letters)),
            Side::Plain => ("plain-plan.", full_plan(letters)),
        };
        // Names of sixteen digits, as First Light gives them.
        let script = "const [before, text, count] = arguments;
             for (let number = 0; number < count; number++)
                 localStorage.setItem(before + (0x1000 + number).toString(16).padStart(16, '0'), text);";
        browser.script(script, json!([before, text, count]));
    }

    /// Waits until the browser holds all that it will keep of the page.
    pub(crate) fn is_kept(&self, browser: &Browser) {
        browser.wait_until(
            "the browser to keep the page",
            &format!("return {}", self.is_kept),
        );
    }

    fn steps_aside(&self, browser: &Browser) {
        browser.open(&self.address(ASIDE));
    }

    fn address(&self, place: &str) -> String {
        format!("{}{place}", self.server.url())
    }
}

fn plain_folder() -> PathBuf {
    repository().join("bench").join("plain")
}

fn serve(folder: &Path) -> Server {
    Server::start(folder, 0).unwrap_or_else(|error| panic!("A page cannot be served: {error}."))
}

/// Key, text and address of a plan in First Light.
fn ours(plan: Plan, at: At) -> (String, String, String) {
    let text = match plan {
        Plan::Empty => include_str!("../../../fixtures/v1/empty.json")
            .trim()
            .to_owned(),
        Plan::Large => large().to_string(),
    };
    let page = match at {
        At::Beginning => "begin/about",
        At::FirstGoal => "goals/goal/0",
    };
    let key = format!("first-light.plan.{PLAN}");
    (key, text, format!("#/plan/{PLAN}/{page}"))
}

/// The same in the plain page, which has one plan and remembers its page in it.
fn plain(plan: Plan, at: At) -> (String, String, String) {
    let words = match plan {
        Plan::Empty => Vec::new(),
        Plan::Large => words_of(&large()),
    };
    let page = match at {
        At::Beginning => 0,
        At::FirstGoal => PAGE_OF_GOALS,
    };
    let text = json!({ "page": page, "words": words }).to_string();
    ("plain-plan".to_owned(), text, String::new())
}

/// The large plan of the tests, as First Light stores it, with only what both pages ask for.
fn large() -> Value {
    let mut plan = read(include_str!("../../../fixtures/v1/big.json"));
    let answers = plan["answers"].as_object_mut();
    let answers = answers.expect("the large plan has answers");
    answers.retain(|name, _| ASKED.contains(&&**name));
    for goal in items_mut(&mut plan["goals"]) {
        for step in items_mut(&mut goal["steps"]) {
            *step = json!({ "id": step["id"], "what": step["what"] });
        }
    }
    if let Some(parts) = plan.as_object_mut() {
        parts.remove("signs");
    }
    plan
}

/// The words of a plan, as the plain page stores them: names of fields and what stands there, in their order.
fn words_of(plan: &Value) -> Vec<[String; 2]> {
    let pair = |name: &str, words: &Value| {
        [
            name.to_owned(),
            words.as_str().unwrap_or_default().to_owned(),
        ]
    };
    let answers = ASKED.map(|name| pair(name, &plan["answers"][name]["text"]));
    let mut words = answers.to_vec();
    for goal in items(&plan["goals"]) {
        words.push(pair("goal", &goal["doing"]));
        words.push(pair("why", &goal["why"]));
        let steps = items(&goal["steps"]).iter();
        words.extend(steps.map(|step| pair("step", &step["what"])));
    }
    words
}

/// A plan with something on every page, so many letters long by way of its name.
fn full_plan(letters: usize) -> String {
    let text = include_str!("../../../fixtures/v1/full.json").trim();
    let missing = letters.saturating_sub(text.len());
    let name = "a long name ".repeat(missing.div_ceil(12));
    text.replacen("\"name\":\"", &format!("\"name\":\"{name}"), 1)
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).expect("a plan of the tests is JSON")
}

fn items(list: &Value) -> &[Value] {
    list["items"].as_array().map_or(&[], Vec::as_slice)
}

fn items_mut(list: &mut Value) -> &mut [Value] {
    let items = list["items"].as_array_mut();
    items.map_or(&mut [], Vec::as_mut_slice)
}
