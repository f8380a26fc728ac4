//! The format: every plan reads back exactly, and any text at all gives a plain answer.

mod damage;
mod fixtures;
mod newer;
mod round;
#[path = "../support/mod.rs"]
mod support;

use first_light::format::{Decoded, Part, Plan, Unreadable, decode, encode};
use first_light::progress::Place;
use first_light::questionnaire::{Prompt, Scale};
use first_light::worksheet::{Action, EnumSet, Item, ItemId, Line, Roster, Score, Step, Wording};
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use support::stories;

/// How every plan begins. Of less than that, nothing can be told.
const BEGINNING: &str = r#"{"first-light":1,"#;

fn whole(text: &str) -> Plan {
    match decode(text) {
        Decoded::Whole(plan) => plan,
        other => panic!("not read whole: {other:?}"),
    }
}

fn mended(text: &str) -> (Plan, EnumSet<Part>) {
    match decode(text) {
        Decoded::Mended { plan, broken } => (plan, broken),
        other => panic!("not mended: {other:?}"),
    }
}

fn fixtures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/v1")
}

fn fixture(name: &str) -> String {
    let path = fixtures().join(name).with_extension("json");
    fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// A question, scale or part that is new needs a new story, with a fixture of its own.
/// Nothing was read that was not written.
fn assert_part_of(part: &Plan, plan: &Plan) {
    let (part, plan) = (&part.worksheet, &plan.worksheet);
    for (prompt, answer) in &part.answers {
        let full = plan.answer(*prompt);
        assert!(*answer == full || answer.text.is_empty() || answer.text == full.text);
    }
    for (scale, score) in &part.scores {
        assert_eq!(plan.score(*scale), Some(*score));
    }
    assert_roster(&part.signs, &plan.signs);
    assert_roster(&part.goals, &plan.goals);
    assert_roster(&part.witnesses, &plan.witnesses);
    assert!(part.ticked().iter().all(|(source, ..)| plan.has(*source)));
}

fn assert_roster<T>(part: &Roster<T>, whole: &Roster<T>) {
    assert!(part.ids().eq(whole.ids().take(part.len())));
}

#[test]
fn every_lasting_name_is_in_a_fixture() {
    let names = stories::all().map(|(name, _)| name);
    let text: String = names.into_iter().map(fixture).collect();
    let quoted = |name: &str| text.contains(&format!("\"{name}\""));
    for prompt in Prompt::all() {
        assert!(quoted(prompt.slug()), "{}", prompt.slug());
    }
    for scale in Scale::ALL {
        assert!(quoted(scale.slug()), "{}", scale.slug());
    }
    for part in Part::ALL {
        assert!(quoted(part.key()), "{}", part.key());
    }
}
