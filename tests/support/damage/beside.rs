//! What stands beside the plan is damaged, or is somebody else's.

use super::{DAMAGED, FULL, State, WRONG, beside, head_key, plan_key, pointers, replaced, state};
use serde_json::Value;

pub(super) fn add(states: &mut Vec<State>) {
    heads(states);
    settings(states);
    strangers(states);
    kept(states);
}

/// What home shows of a plan is damaged, or is another plan's.
fn heads(states: &mut Vec<State>) {
    let head = r#"{"name":"Mornings","place":"summary/all","changed":1795305661234,"filled":30,"total":40}"#;
    let key = head_key(DAMAGED);
    for end in (0..head.len()).step_by(4) {
        states.push(beside(
            format!("head cut at byte {end}"),
            &key,
            &head[..end],
        ));
    }
    let json: Value = serde_json::from_str(head).expect("a head is JSON");
    for pointer in pointers(&json) {
        for wrong in WRONG {
            let text = replaced(&json, &pointer, wrong);
            states.push(beside(
                format!("head with {wrong} at {pointer}"),
                &key,
                text,
            ));
        }
    }
    let filled = head
        .replace("30", "18446744073709551615")
        .replace("40", "0");
    states.push(beside("a head that is more than filled", &key, filled));
    // A good head of a plan that cannot be read, and of one that is not there.
    let mut unreadable = state(
        "a good head of a plan that cannot be read",
        "{\"first-light\"",
    );
    unreadable.texts.push((key, head.to_owned()));
    states.push(unreadable);
    states.push(beside(
        "a head without a plan",
        &head_key("00000000000000d3"),
        head,
    ));
}

fn settings(states: &mut Vec<State>) {
    let settings =
        r#"{"theme":"dark","text-size":"large","spell-check":true,"hints":false,"country":"ZA"}"#;
    let key = "first-light.settings";
    for end in (0..settings.len()).step_by(4) {
        states.push(beside(
            format!("settings cut at byte {end}"),
            key,
            &settings[..end],
        ));
    }
    let json: Value = serde_json::from_str(settings).expect("settings are JSON");
    for pointer in pointers(&json) {
        for wrong in WRONG {
            let text = replaced(&json, &pointer, wrong);
            states.push(beside(
                format!("settings with {wrong} at {pointer}"),
                key,
                text,
            ));
        }
    }
    for text in ["\"ZZ\"", "\"\\u0000\\u0000\"", "\"é\"", "\"<>\""] {
        let text = replaced(&json, "/country", text);
        states.push(beside("settings with a country that is none", key, text));
    }
    states.push(beside("settings without end", key, "[".repeat(100_000)));
}

/// Keys of somebody else, some of them nearly ours.
fn strangers(states: &mut Vec<State>) {
    for key in [
        "",
        " ",
        "\u{0}",
        "first-light",
        "first-light.",
        "first-light.plan",
        "first-light.plan.",
        "first-light.plan.1",
        "first-light.plan.00000000000000D1",
        "first-light.plan.00000000000000d1 ",
        "first-light.plan.00000000000000d1.1",
        "first-light.plan.zzzzzzzzzzzzzzzz",
        "first-light.plan.٠٠٠٠٠٠٠٠",
        "first-light.head.",
        "first-light.head.x",
        "first-light.kept.",
        "first-light.kept.00000000000000d1",
        "first-light.kept.00000000000000d1.",
        "first-light.kept.00000000000000d1.-1",
        "first-light.kept.00000000000000d1.01",
        "first-light.kept.00000000000000d1.4294967296",
        "first-light.kept.x.0",
        "first-light.later",
        "first-light.lock",
        "First-Light.plan.00000000000000d1",
        "length",
        "key",
        "getItem",
        "clear",
        "__proto__",
        "constructor",
        "toString",
        "theme",
        "persist:root",
        "<script>",
        "🌅",
    ] {
        for text in ["", "{\"first-light\":1}", "<img src=x onerror=alert(1)>"] {
            states.push(beside(format!("the key {key:?} with {text:?}"), key, text));
        }
    }
    let mut many = state("three thousand keys of somebody else", FULL.trim_end());
    many.texts
        .extend((0..3_000).map(|n| (format!("theirs.{n}"), "x".repeat(100))));
    states.push(many);
    let mut many = state("three hundred plans that cannot be read", "{");
    many.texts.extend((0..300).map(|n| {
        (
            plan_key(&format!("ff{n:014x}")),
            "{\"first-light\"".to_owned(),
        )
    }));
    states.push(many);
}

/// Originals that were kept before, and a plan that is damaged once more.
fn kept(states: &mut Vec<State>) {
    let broken = FULL.trim_end().replacen("\"Mornings\"", "7", 1);
    for number in ["0", "1", "7", "4294967294", "4294967295"] {
        for text in ["", "what was kept before", &broken] {
            let mut state = state(format!("number {number} is kept: {text:.10}"), &*broken);
            state.texts.push((
                format!("first-light.kept.{DAMAGED}.{number}"),
                text.to_owned(),
            ));
            states.push(state);
        }
    }
    states.push(beside(
        "an original without a plan",
        "first-light.kept.00000000000000d3.0",
        "words",
    ));
}
