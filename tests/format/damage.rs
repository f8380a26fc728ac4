//! Whatever is damaged, the rest is read, and it is said.

use super::*;

#[test]
fn a_story_cut_at_every_byte_never_loses_what_came_before() {
    let plan = stories::full();
    let text = encode(&plan);
    let mut least = 0;
    for cut in (0..text.len()).filter(|cut| text.is_char_boundary(*cut)) {
        match decode(&text[..cut]) {
            Decoded::Mended { plan: read, .. } => {
                assert_part_of(&read, &plan);
                let answers = read.worksheet.answers.len();
                assert!(answers >= least, "answers were lost at byte {cut}");
                least = answers;
            }
            Decoded::Unreadable { .. } => assert_eq!(least, 0, "all was lost at byte {cut}"),
            other => panic!("byte {cut}: {other:?}"),
        }
    }
    assert_eq!(least, plan.worksheet.answers.len());
}

#[test]
fn every_flipped_bit_of_a_story_gives_a_plain_answer() {
    let text = encode(&stories::unicode());
    for at in 0..text.len() {
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let damaged = String::from_utf8_lossy(&bytes);
            if let Decoded::Whole(plan) | Decoded::Mended { plan, .. } = decode(&damaged) {
                assert_eq!(whole(&encode(&plan)), plan, "byte {at}, bit {bit}");
            }
        }
    }
}

/// Puts every kind of wrong value in the place of every value of a story, one at a time.
#[test]
fn a_wrong_value_takes_no_other_part_with_it() {
    let plan = stories::full();
    let json: serde_json::Value = serde_json::from_str(&encode(&plan)).expect("valid JSON");
    let mut pointers = Vec::new();
    collect(&json, String::new(), &mut pointers);
    assert!(pointers.len() > 150, "a full story has many values");
    for pointer in pointers.iter().filter(|pointer| !pointer.is_empty()) {
        for wrong in [
            "null",
            "-1",
            "1e400",
            "99999999999999999999",
            "\"?\"",
            "[]",
            "{}",
            "[[[]]]",
        ] {
            let text = replace(&json, pointer, wrong);
            assert_only(&plan, &text, pointer);
        }
    }
}

fn collect(json: &serde_json::Value, at: String, pointers: &mut Vec<String>) {
    match json {
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                collect(value, format!("{at}/{key}"), pointers);
            }
        }
        serde_json::Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                collect(value, format!("{at}/{index}"), pointers);
            }
        }
        _ => {}
    }
    pointers.push(at);
}

fn replace(json: &serde_json::Value, pointer: &str, wrong: &str) -> String {
    let mut json = json.clone();
    *json.pointer_mut(pointer).expect("a place in the story") = "@here@".into();
    json.to_string().replacen("\"@here@\"", wrong, 1)
}

fn assert_only(plan: &Plan, text: &str, pointer: &str) {
    let part = pointer.split('/').nth(1).unwrap_or_default();
    let (read, broken) = match decode(text) {
        Decoded::Whole(read) => (read, EnumSet::new()),
        Decoded::Mended { plan, broken } => (plan, broken),
        Decoded::Newer { .. } | Decoded::Unreadable { .. } => {
            assert_eq!(part, "first-light", "all was lost by {pointer}: {text}");
            return;
        }
    };
    // What was written about a line goes with the line.
    let pieces = [Part::Pieces];
    let touched = |other: &Part| other.key() == part || pieces.contains(other);
    assert!(
        broken.iter().all(|other| touched(&other)),
        "{pointer} broke {broken:?}"
    );
    let original: serde_json::Value = serde_json::from_str(&encode(plan)).expect("valid JSON");
    let again: serde_json::Value = serde_json::from_str(&encode(&read)).expect("valid JSON");
    for other in Part::ALL.iter().filter(|other| !touched(other)) {
        let key = other.key();
        assert_eq!(again.get(key), original.get(key), "{pointer} changed {key}");
    }
    if part == "goals" {
        let lost = plan
            .worksheet
            .goals
            .len()
            .saturating_sub(read.worksheet.goals.len());
        let inside = pointer.split('/').count() > 3;
        assert!(lost <= 1 || !inside, "{pointer} lost {lost} goals");
    }
    assert!(
        !broken.is_empty() || lossless(text, &read),
        "{pointer}: something was lost without a word: {text}"
    );
}

/// Whether a text was read whole: everything in it that is not blank is written back.
fn lossless(text: &str, read: &Plan) -> bool {
    let json: serde_json::Value = serde_json::from_str(text).expect("valid JSON");
    let again: serde_json::Value = serde_json::from_str(&encode(read)).expect("valid JSON");
    holds(Some(&again), &json)
}

fn holds(again: Option<&serde_json::Value>, before: &serde_json::Value) -> bool {
    use serde_json::Value;
    match before {
        Value::Null => true,
        Value::Object(map) => map
            .iter()
            .all(|(key, value)| holds(again.and_then(|again| again.get(key)), value)),
        Value::Array(values) => values
            .iter()
            .enumerate()
            .all(|(index, value)| holds(again.and_then(|again| again.get(index)), value)),
        Value::Bool(false) => true,
        Value::String(text) if text.is_empty() => true,
        other => again == Some(other),
    }
}
