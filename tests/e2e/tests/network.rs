//! Nothing leaves the browser: all that is asked for is a file of the app, and no rule of its policy is broken.

use std::collections::BTreeSet;
use std::fs;

use e2e::{Setup, Visit};
use serde_json::{Value, json};

use crate::seed::{self, FULL, full_plan};
use crate::walk::{self, Language};
use crate::{app, in_every_engine};

in_every_engine!(
    no_request_holds_words,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let plans = [(FULL, &*full_plan())];
        let mut sam = seed::arrives_with(visit, &plans, "#/settings");
        // What the plan was put in from is a picture, for which browsers look for an icon in vain.
        drop(sam.browser.console_errors());
        // It asks for the app's own files, and no others, so that they are there without a network.
        sam.browser.waits_for_the_worker();
        assert!(sam.browser.is_true(
            "return !!document.querySelector('meta[http-equiv=\"Content-Security-Policy\"]')"
        ));

        // What the browser's history remembers of every page.
        let mut remembered = String::new();
        walk::every_page(&sam, Language::English, |sam, _| {
            remembered.push_str(&sam.browser.text_of(
                "return decodeURIComponent(location.href) + document.title + JSON.stringify(history.state)",
            ));
        });
        for words in phrases(&full_plan()) {
            assert!(!remembered.contains(&words), "{words:?} in {remembered}");
        }
        sam.opens(&seed::page(FULL, "hopes/keep"));
        sam.opens(&seed::page(FULL, "moving/keep"));
        sam.writes_more("keep", " Pigeons and a very long afternoon.");
        sam.is_told_about_saving("save.saved");

        asks_for_its_own_files_only(&visit.server.requests_of_the_page());
        assert_eq!(visit.server.violations(), Vec::<String>::new());
        assert_eq!(sam.browser.console_errors(), Vec::<String>::new());
        // Nothing is kept but what the page about privacy shows.
        assert_eq!(sam.browser.script("return document.cookie", json!([])), "");
        assert_eq!(
            sam.browser
                .script("return sessionStorage.length", json!([])),
            0
        );
        let databases = sam.browser.script_with_callback(
            "const [done] = arguments;
             indexedDB.databases().then((all) => done(all.length), (error) => done(String(error)));",
            json!([]),
        );
        assert_eq!(databases, 0);
    }
);

/// Every text in a stored plan that is more than one word: all that somebody wrote, and no name of the format.
fn phrases(plan: &str) -> Vec<String> {
    fn collect(json: &Value, phrases: &mut Vec<String>) {
        match json {
            Value::String(text) if text.contains(' ') => phrases.push(text.clone()),
            Value::Array(values) => values.iter().for_each(|value| collect(value, phrases)),
            Value::Object(fields) => fields.values().for_each(|value| collect(value, phrases)),
            _ => {}
        }
    }
    let mut phrases = Vec::new();
    let json = serde_json::from_str(plan).expect("a plan is JSON");
    collect(&json, &mut phrases);
    assert!(phrases.len() > 20, "{phrases:?}");
    phrases
}

/// What a browser may ask for: the page and the files of the app by their exact names, which say nothing of
/// a person.
#[track_caller]
fn asks_for_its_own_files_only(requests: &[String]) {
    let list = fs::read_to_string(app().join("checkup.json")).expect("the list of all files");
    let list: Value = serde_json::from_str(&list).expect("JSON");
    let files = list["files"].as_array().expect("files").iter();
    let mut files: BTreeSet<String> = files
        .map(|file| format!("GET /{}", file["path"].as_str().expect("a path")))
        .collect();
    files.insert("GET /".to_owned());
    // The plan was put in from a picture, for which browsers look for an icon in vain.
    files.insert("GET /favicon.ico".to_owned());
    for request in requests {
        assert!(files.contains(request), "{request}");
    }
    assert!(requests.iter().any(|one| one.contains("-split_")));
}
