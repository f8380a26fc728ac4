//! Strings that are known to break programs: through every way in and out, nothing runs and nothing is
//! altered.

#[path = "../../support/naughty.rs"]
mod naughty;

use e2e::paper::{Paper, squeezed, text_of_pdf};
use e2e::tools::Tool;
use e2e::{Engine, Setup, Visit};
use naughty_strings::BLNS;
use serde_json::{Value, json};
use std::fs;

use crate::catalogue::text;
use crate::seed::{FULL, SMALL, key};
use crate::{app, in_every_engine};

const VISITOR: &str = include_str!("scripts/visitor.js");
const HOSTILE: &str = include_str!("scripts/hostile.js");

/// One page with each kind of field: a long answer, a list, a short line, a name, a step.
const PAGES: [&str; 8] = [
    "hopes/best",
    "miracle/signs",
    "others/who",
    "goals/goal/0",
    "steps/goal/1",
    "support/people",
    "begin/about",
    "agreement/names",
];

/// The list of naughty strings, and one of ways to make a page run something.
fn strings() -> Vec<String> {
    let mut strings: Vec<String> = BLNS.iter().map(|&text| text.to_owned()).collect();
    // On a person's own machine the second list may be missing; where changes are judged it may not.
    if let Some(path) = Tool::XSS.find() {
        let bytes = fs::read(path).expect("the list can be read");
        let list = String::from_utf8_lossy(&bytes);
        strings.extend(
            list.lines()
                .filter(|line| !line.is_empty())
                .map(str::to_owned),
        );
    }
    assert!(strings.len() > 400, "{} strings", strings.len());
    strings
}

/// Does one of the tasks of `scripts/hostile.js`.
#[track_caller]
fn does(visit: &Visit, task: &str, details: Value) -> Value {
    let script = format!("{VISITOR}\n{HOSTILE}");
    let told = visit
        .browser
        .script_with_callback(&script, json!([task, details]));
    assert_eq!(
        told["error"],
        Value::Null,
        "{}: {task}",
        visit.browser.engine()
    );
    told["answer"].clone()
}

/// Opens the app with these texts stored, and nothing else.
fn opens_with(visit: &Visit, texts: &[(String, String)], fragment: &str) {
    // A page of the same origin, without the app.
    visit.open("favicon.svg");
    visit.browser.script(
        "localStorage.clear(); for (const [key, text] of arguments[0]) localStorage.setItem(key, text);",
        json!([texts]),
    );
    visit.open(fragment);
}

in_every_engine!(hostile_strings, app(), Setup::default(), |visit: &Visit| {
    if visit.browser.engine() == Engine::WebKit {
        // Two engines: the third cannot print, and would take as long again.
        return;
    }
    let strings = strings();
    let all: Vec<&str> = strings.iter().map(String::as_str).collect();
    for batch in all.chunks(naughty::room()) {
        goes_out_unaltered(visit, batch);
    }
    comes_in_by_every_field(visit, &all);
    opens_with(visit, &[], "");
    // All of them take the way through the address natively, in no time.
    let some: Vec<&str> = all.iter().copied().step_by(3).collect();
    does(visit, "addresses", json!([some]));
    comes_in_by_storage(visit, &all);
    assert_eq!(visit.server.violations(), Vec::<String>::new());
});

/// A plan that is full of them: on every page, in the copy, and on paper.
fn goes_out_unaltered(visit: &Visit, batch: &[&str]) {
    let texts = [(key(FULL), naughty::plan_of(batch))];
    opens_with(visit, &texts, "");
    let pages = does(visit, "pages", json!([FULL, batch]));
    assert!(
        pages.as_u64().is_some_and(|pages| pages > 20),
        "{pages} pages"
    );
    does(
        visit,
        "copies",
        json!([FULL, batch, text("summary.copy-text")]),
    );
    // Whoever reads the file's text takes a hyphen at the end of a line for a break in a word.
    let on_paper = |text: &str| squeezed(text).replace('-', "");
    let printed = on_paper(&text_of_pdf(&visit.browser.print(Paper::A4)));
    for words in batch {
        // Letters of other scripts are drawn, but not every one of them is read from the file again.
        if words
            .chars()
            .all(|letter| letter.is_ascii_graphic() || letter == ' ')
        {
            assert!(
                printed.contains(&on_paper(words)),
                "{words:?} is not on paper"
            );
        }
    }
}

fn comes_in_by_every_field(visit: &Visit, strings: &[&str]) {
    let texts = [(key(SMALL), naughty::plan_of(&["Something"]))];
    opens_with(visit, &texts, "");
    does(visit, "types", json!([SMALL, PAGES, strings]));
}

/// Each as a plan, as what home shows of one, as an original that was kept, and as a key.
fn comes_in_by_storage(visit: &Visit, strings: &[&str]) {
    let mut texts = Vec::new();
    for (number, string) in strings.iter().enumerate() {
        let id = format!("{number:016x}");
        let head = json!({ "name": string, "place": "hopes/best", "changed": number, "filled": 1, "total": 2 });
        texts.push((key(&id), (*string).to_owned()));
        texts.push((format!("first-light.kept.{id}.0"), (*string).to_owned()));
        texts.push((format!("first-light.{string}"), (*string).to_owned()));
        if number % 2 == 0 {
            texts.push((format!("first-light.head.{id}"), head.to_string()));
        }
    }
    opens_with(visit, &texts, "");
    does(visit, "stored", json!([strings]));
    for string in strings.iter().step_by(40) {
        let settings =
            json!({ "theme": string, "text-size": string, "country": string, "hints": string });
        let settings = [("first-light.settings".to_owned(), settings.to_string())];
        opens_with(visit, &settings, "#/urgent-help");
        does(visit, "addresses", json!([[]]));
    }
}
