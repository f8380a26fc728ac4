//! Plans whose every word is a hostile string.
//!
//! Both the native tests and the tests in browsers use them; nothing here knows the program.

use serde_json::Value;

/// A plan with words in every place that can hold words.
const FULL: &str = include_str!("../fixtures/v1/full.json");

/// What holds no words: names of choices, days, places and the like.
const NOT_WORDS: [&str; 9] = [
    "place",
    "setup",
    "dates",
    "of",
    "look-again",
    "left-as-is",
    "experiments",
    "left-out",
    "id",
];

/// How many words a plan holds.
pub(crate) fn room() -> usize {
    let mut count = 0;
    filled(|_| {
        count += 1;
        String::new()
    });
    count
}

/// A plan that holds these words, one in each place, the first ones again when they run out. All of it
/// is shown, printed and copied.
pub(crate) fn plan_of(words: &[&str]) -> String {
    filled(|place| words[place % words.len()].to_owned())
}

fn filled(mut words: impl FnMut(usize) -> String) -> String {
    let mut plan: Value = serde_json::from_str(FULL).expect("a fixture is JSON");
    if let Some(parts) = plan.as_object_mut() {
        parts.remove("left-out");
    }
    for piece in plan["pieces"].as_array_mut().into_iter().flatten() {
        // What is written about a line shows as long as the line is ticked.
        piece["happens"] = true.into();
    }
    let mut place = 0;
    fill(&mut plan, false, &mut |text| {
        *text = words(place);
        place += 1;
    });
    plan.to_string()
}

/// A piece has a place too, in words; the plan's own place is an address.
fn fill(json: &mut Value, inside: bool, write: &mut dyn FnMut(&mut String)) {
    match json {
        Value::String(text) => write(text),
        Value::Array(values) => values.iter_mut().for_each(|value| fill(value, true, write)),
        Value::Object(map) => {
            for (key, value) in map {
                let is_words = !NOT_WORDS.contains(&key.as_str()) || (key == "place" && inside);
                if is_words {
                    fill(value, true, write);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
