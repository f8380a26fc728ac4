//! The plan itself is damaged.

use super::{FULL, State, UNICODE, WRONG, pointers, replaced, state};
use serde_json::Value;

pub(super) fn add(states: &mut Vec<State>) {
    truncated(UNICODE, "unicode", 1, states);
    truncated(FULL, "full", 40, states);
    flipped(UNICODE, states);
    wrong_types(FULL, states);
    other_versions(states);
    huge(states);
    strange(states);
}

/// Cut at every so many bytes. What is left of a character is what a browser makes of it.
fn truncated(sample: &str, name: &str, step: usize, states: &mut Vec<State>) {
    let bytes = sample.trim_end().as_bytes();
    for end in (0..bytes.len()).step_by(step) {
        let text = String::from_utf8_lossy(&bytes[..end]);
        states.push(state(format!("{name} cut at byte {end}"), text));
    }
}

/// One bit of each byte, another one each time.
fn flipped(sample: &str, states: &mut Vec<State>) {
    let sample = sample.trim_end().as_bytes();
    for at in 0..sample.len() {
        let mut bytes = sample.to_owned();
        let bit = at * 5 % 8;
        bytes[at] ^= 1 << bit;
        let text = String::from_utf8_lossy(&bytes);
        states.push(state(format!("bit {bit} of byte {at} flipped"), text));
    }
}

/// A value of another type at every place of a plan.
fn wrong_types(sample: &str, states: &mut Vec<State>) {
    let json: Value = serde_json::from_str(sample).expect("a fixture is JSON");
    for pointer in pointers(&json) {
        for wrong in WRONG {
            let name = format!("{wrong} at {pointer}");
            states.push(state(name, replaced(&json, &pointer, wrong)));
        }
    }
}

fn other_versions(states: &mut Vec<State>) {
    let full = FULL.trim_end();
    for version in [
        "0",
        "2",
        "3",
        "99",
        "18446744073709551615",
        "18446744073709551616",
        "1e3",
        "1.0",
        "-1",
        "\"1\"",
        "null",
        "true",
        "[1]",
        "{\"1\":1}",
    ] {
        let text = full.replacen(
            "\"first-light\":1",
            &format!("\"first-light\":{version}"),
            1,
        );
        states.push(state(format!("version {version}"), text));
        // Its other keys mean something else by then.
        let text = format!(r#"{{"first-light":{version},"name":[1],"goals":"later"}}"#);
        states.push(state(format!("version {version} in another form"), text));
    }
    let twice = full.replacen('{', "{\"first-light\":2,", 1);
    states.push(state("two versions", twice));
    let none = full.replacen("\"first-light\":1,", "", 1);
    states.push(state("no version", none));
}

fn huge(states: &mut Vec<State>) {
    let million = 1_000_000;
    let in_plan = |part: &str| format!("{{\"first-light\":1,{part},\"name\":\"Mornings\"}}");
    let of = |name: &str, text: String| state(format!("huge: {name}"), text);
    let goals = vec![r#"{"id":1,"doing":"x"}"#; 150_000].join(",");
    let answers: Vec<String> = (0..60_000)
        .map(|n| format!("\"k{n}\":{{\"text\":\"x\"}}"))
        .collect();
    let keys: Vec<String> = (0..100_000).map(|n| format!("\"later-{n}\":{n}")).collect();
    states.extend([
        of(
            "a name",
            in_plan(&format!("\"x\":0,\"name\":\"{}\"", "n".repeat(4 * million))),
        ),
        of(
            "a name in Arabic",
            in_plan(&format!("\"name\":\"{}\"", "ص".repeat(million))),
        ),
        of(
            "words without a break",
            FULL.replacen("Mornings", &"x".repeat(million), 1),
        ),
        of(
            "an array",
            in_plan(&format!("\"signs\":[{}0]", "0,".repeat(2 * million))),
        ),
        of(
            "items",
            in_plan(&format!(
                "\"signs\":{{\"items\":[{}0]}}",
                "0,".repeat(2 * million)
            )),
        ),
        of(
            "goals",
            in_plan(&format!("\"goals\":{{\"items\":[{goals}]}}")),
        ),
        of(
            "answers",
            in_plan(&format!("\"answers\":{{{}}}", answers.join(","))),
        ),
        of("keys", in_plan(&keys.join(","))),
        of("depth", "[".repeat(2 * million)),
        of("depth of objects", "{\"a\":".repeat(500_000)),
        of(
            "depth in a plan",
            in_plan(&format!(
                "\"goals\":{}{}",
                "[".repeat(million),
                "]".repeat(million)
            )),
        ),
        of(
            "depth beside it",
            in_plan(&format!(
                "\"later\":{}{}",
                "[".repeat(million),
                "]".repeat(million)
            )),
        ),
        of(
            "depth that breaks off",
            format!(
                "{{\"first-light\":1,\"goals\":{}",
                "[{\"a\":".repeat(300_000)
            ),
        ),
        of(
            "a number",
            in_plan(&format!("\"changed\":{}", "9".repeat(million))),
        ),
        of("spaces", format!("{}{}", " ".repeat(2 * million), FULL)),
        of(
            "quotes",
            in_plan(&format!("\"name\":\"{}\"", "\\\"".repeat(million))),
        ),
        of("rubbish", "\u{fffd}".repeat(million)),
    ]);
    for number in [
        "0",
        "1",
        "18446744073709551615",
        "8640000000000001",
        "253402300800000",
    ] {
        states.push(of("a time", in_plan(&format!("\"changed\":{number}"))));
    }
    for id in ["4294967295", "4294967296", "0"] {
        let signs = format!(
            r#""signs":{{"next":{id},"items":[{{"id":{id},"text":"a"}},{{"id":{id},"text":"b"}}]}}"#
        );
        states.push(of("a name of an item", in_plan(&signs)));
    }
}

/// Texts that are no plan at all.
fn strange(states: &mut Vec<State>) {
    for text in [
        "",
        " ",
        "\n",
        "null",
        "undefined",
        "NaN",
        "[object Object]",
        "0",
        "\"\"",
        "[]",
        "{}",
        "\u{0}",
        "\u{feff}",
        "<!doctype html><title>Not here</title>",
        "first-light",
        "{\"first-light\":",
        "{\"first-light\":1",
        "{\"first-light\":1,",
        "{\"first-light\":1}}",
        "{\"first-light\":1}{}",
        "{'first-light':1}",
        "{first-light:1}",
        "{\"first-light\":01}",
        "{\"first-light\":1,}",
        "//\n{\"first-light\":1}",
        "{\"first-light\":1,\"name\":\"\\ud800\"}",
        "{\"first-light\":1,\"name\":\"\\u00\"}",
        "{\"first-light\":1,\"name\":\"a\nb\"}",
        "{\"first-light\":1,\"__proto__\":{\"name\":\"x\"},\"constructor\":1}",
        "%7B%22first-light%22%3A1%7D",
        "eyJmaXJzdC1saWdodCI6MX0=",
    ] {
        states.push(state(format!("the text {text:?}"), text));
    }
    let full = FULL.trim_end();
    for (name, text) in [
        ("twice", full.repeat(2)),
        ("escaped", Value::from(full).to_string()),
        ("upper case", full.to_uppercase()),
        ("backwards", full.chars().rev().collect()),
        (
            "another plan's end",
            format!("{}{}", &full[..full.len() / 2], &full[full.len() / 4..]),
        ),
        ("zeros at the end", format!("{full}{}", "\u{0}".repeat(512))),
        (
            "zeros in the middle",
            format!(
                "{}{}",
                &full[..full.len() / 2],
                "\u{0}".repeat(full.len() / 2)
            ),
        ),
        ("Windows line ends", full.replace(',', ",\r\n")),
    ] {
        states.push(state(name, text));
    }
}
