//! Stored plans, and files that people open.

use super::{json_of, strings, text_of};
use first_light::format::{Decoded, Plan, VERSION, decode, encode};
use first_light::progress::Place;
use serde_json::Value;

/// Any text gives a plain answer; what is read keeps its words, and is read the same again.
///
/// # Panics
/// When it does not.
pub fn check(data: &[u8]) {
    let text = text_of(data);
    match decode(&text) {
        Decoded::Whole(plan) => {
            let written = is_stable(&plan, &text);
            says_nothing_new(&text, &written);
            if let Some(json) = json_of(&text) {
                keeps_everything(&json, &written);
            }
        }
        Decoded::Mended { plan, broken } => {
            assert!(!broken.is_empty(), "mended, but nothing is broken");
            let written = is_stable(&plan, &text);
            says_nothing_new(&text, &written);
        }
        Decoded::Newer { version } => assert!(version > VERSION),
        Decoded::Unreadable { .. } => {}
    }
}

/// What is written is read whole, as the same plan; and it is hardly longer than what was read. Gives it.
fn is_stable(plan: &Plan, text: &str) -> String {
    let written = encode(plan);
    assert!(
        written.len() <= 3 * text.len() + 128,
        "{} bytes became {}",
        text.len(),
        written.len()
    );
    match decode(&written) {
        Decoded::Whole(again) => assert_eq!(&again, plan),
        Decoded::Mended { broken, .. } => panic!("written, but not read whole: {broken:?}"),
        other => panic!("written, but not read: {other:?}"),
    }
    written
}

/// Nothing of a plan that is said to be whole is missing when it is written again.
fn keeps_everything(before: &Value, written: &str) {
    let after = json_of(written).expect("what is written is JSON");
    assert!(holds(Some(&after), before), "{before}\nbecame\n{after}");
}

/// Whether everything in `before` that is not blank stands in `after`.
fn holds(after: Option<&Value>, before: &Value) -> bool {
    match before {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) if text.is_empty() => true,
        Value::Object(map) => map.iter().all(|(key, value)| {
            is_by_default(key, value) || holds(after.and_then(|after| after.get(key)), value)
        }),
        Value::Array(values) => {
            let after = after
                .and_then(Value::as_array)
                .map_or(&[][..], Vec::as_slice);
            let in_order = values.iter().all(|value| value.get("id").is_some());
            values
                .iter()
                .enumerate()
                .all(|(place, value)| match in_order {
                    true => holds(after.get(place), value),
                    // Choices and what already happens are written in an order of their own.
                    false => after.iter().any(|after| holds(Some(after), value)),
                })
        }
        other => after == Some(other),
    }
}

/// What need not be written, and names that may be written in more than one way.
fn is_by_default(key: &str, value: &Value) -> bool {
    matches!(key, "next" | "of") || key == "wording" && value == "miracle"
}

/// No word is in the plan that was not in the text.
fn says_nothing_new(text: &str, written: &str) {
    let known = strings(text);
    let first = Place::FIRST.to_string();
    for text in strings(written) {
        let is_ours = text == first || is_key(&text) || is_source(&text);
        assert!(
            is_ours || known.contains(&text),
            "{text:?} is new in {written}"
        );
    }
}

/// Keys that are written although nobody wrote them.
fn is_key(text: &str) -> bool {
    matches!(text, "first-light" | "changed" | "place" | "next")
}

/// What a piece is about: `sign/07` is written `sign/7`.
fn is_source(text: &str) -> bool {
    text.starts_with("sign/") || text.starts_with("seen/")
}
