//! Damaged storage: some three thousand states that a browser, a fault or another program might leave.
//!
//! The native tests look at all of them, the tests in browsers at a sample (`cargo xtask torture damage`:
//! at all of them in Chromium). Every state also holds a second plan, which is whole.

mod beside;
mod plans;

use serde_json::Value;

/// The name of the plan that is damaged.
pub(crate) const DAMAGED: &str = "00000000000000d1";
/// The name of the plan that is whole.
pub(crate) const OTHER: &str = "00000000000000d2";
/// What stands in the plan that is whole.
pub(crate) const OTHER_WORDS: &str = "To like Wednesdays.";

const FULL: &str = include_str!("../../fixtures/v1/full.json");
const UNICODE: &str = include_str!("../../fixtures/v1/unicode.json");

/// What stands in storage.
#[derive(Clone, Debug)]
pub(crate) struct State {
    /// What was done to it, for failure messages.
    pub(crate) name: String,
    /// The text of the damaged plan.
    pub(crate) original: String,
    /// Every text, by key.
    pub(crate) texts: Vec<(String, String)>,
}

pub(crate) fn plan_key(id: &str) -> String {
    format!("first-light.plan.{id}")
}

fn head_key(id: &str) -> String {
    format!("first-light.head.{id}")
}

/// Every state, always the same ones in the same order.
pub(crate) fn states() -> Vec<State> {
    let mut states = Vec::new();
    plans::add(&mut states);
    beside::add(&mut states);
    states
}

/// A damaged plan beside one that is whole.
fn state(name: impl Into<String>, original: impl Into<String>) -> State {
    let original = original.into();
    let other = format!(
        r#"{{"first-light":1,"name":"School","changed":1795200000000,"place":"hopes/best","answers":{{"best-hopes":{{"text":"{OTHER_WORDS}"}}}}}}"#
    );
    State {
        name: name.into(),
        texts: vec![
            (plan_key(DAMAGED), original.clone()),
            (plan_key(OTHER), other),
        ],
        original,
    }
}

/// A whole plan, with other texts beside it.
fn beside(name: impl Into<String>, key: &str, text: impl Into<String>) -> State {
    let mut state = state(name, FULL.trim_end());
    state.texts.push((key.to_owned(), text.into()));
    state
}

/// Values of other types than any field has.
const WRONG: [&str; 8] = [
    "null",
    "-1",
    "99999999999999999999",
    "true",
    "\"?\"",
    "[]",
    "{}",
    "[[{\"a\":[1]}]]",
];

/// Where the values are, the whole left out.
fn pointers(json: &Value) -> Vec<String> {
    fn collect(json: &Value, at: &str, pointers: &mut Vec<String>) {
        let below: Vec<(String, &Value)> = match json {
            Value::Object(map) => map
                .iter()
                .map(|(key, below)| (key.clone(), below))
                .collect(),
            Value::Array(values) => {
                let places = values.iter().enumerate();
                places
                    .map(|(place, below)| (place.to_string(), below))
                    .collect()
            }
            _ => Vec::new(),
        };
        for (name, below) in below {
            let at = format!("{at}/{name}");
            collect(below, &at, pointers);
            pointers.push(at);
        }
    }
    let mut pointers = Vec::new();
    collect(json, "", &mut pointers);
    pointers
}

fn replaced(json: &Value, pointer: &str, wrong: &str) -> String {
    let mut json = json.clone();
    *json.pointer_mut(pointer).expect("a place in the plan") = "@here@".into();
    json.to_string().replacen("\"@here@\"", wrong, 1)
}
