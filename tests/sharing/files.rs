//! Files: everything that was saved comes out byte for byte, and nothing is guessed.

use crate::glass::Glass;
use crate::support::{date, plan, stories};
use first_light::format::encode;
use first_light::route::PlanId;
use first_light::sharing::envelope::Damage;
use first_light::sharing::file::{FoundState, Inside, read, write};
use first_light::store::{Library, MemoryStorage};
use proptest::prelude::*;
use std::rc::Rc;

fn texts(inside: Result<Inside, Damage>) -> Vec<(Option<PlanId>, String)> {
    match inside {
        Ok(Inside::Plans(plans)) => plans
            .into_iter()
            .map(|found| (found.id, found.text))
            .collect(),
        other => panic!("no plans: {other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_plan_comes_back(plans in prop::collection::vec(plan(), 1..4), made in prop::option::of(date())) {
        let texts_in: Vec<_> = plans.iter().map(encode).collect();
        for text in &texts_in {
            prop_assert_eq!(texts(read(text)), vec![(None, text.clone())]);
        }
        let named: Vec<_> = (7..).map(PlanId).zip(texts_in).collect();
        let file = write(named.iter().map(|(id, text)| (*id, &**text)), made);
        let named: Vec<_> = named.into_iter().map(|(id, text)| (Some(id), text)).collect();
        prop_assert_eq!(texts(read(&file)), named);
    }

    /// What is damaged is kept as it is too.
    #[test]
    fn every_text_comes_back(text in any::<String>()) {
        let file = write([(PlanId(1), &*text)], None);
        prop_assert_eq!(texts(read(&file)), vec![(Some(PlanId(1)), text)]);
    }
}

#[test]
fn everything_that_is_stored_opens_too() {
    let (one, two) = (encode(&stories::full()), encode(&stories::unicode()));
    let library = Library::new(MemoryStorage::holding([
        ("first-light.plan.0000000000000001", &*one),
        ("first-light.plan.0000000000000002", &*two),
        ("first-light.settings", "{}"),
    ]));
    let file = library.everything().expect("memory works");
    let expected = vec![(Some(PlanId(1)), one), (Some(PlanId(2)), two)];
    assert_eq!(texts(read(&file)), expected);
}

/// Also after everything was deleted here, and where there is no lock.
#[test]
fn what_was_saved_behind_a_lock_opens_with_that_lock() {
    const LOCK: &str = "lock1$id$the rest";
    let (one, two) = (encode(&stories::full()), encode(&stories::unicode()));
    let library = Library::new(MemoryStorage::holding([
        ("first-light.plan.0000000000000001", &*one),
        ("first-light.plan.0000000000000002", &*two),
    ]));
    library.set_lock(LOCK, Rc::new(Glass)).expect("memory");
    library.mend().expect("memory");
    let file = library.everything().expect("memory works");
    let Ok(Inside::BehindLock(saved)) = read(&file) else {
        panic!("it is locked: {file}");
    };
    assert_eq!(saved.lock, LOCK);
    let expected = vec![(Some(PlanId(1)), one), (Some(PlanId(2)), two)];
    assert_eq!(texts(Ok(Inside::Plans(saved.opened(&Glass)))), expected);

    // What another lock has sealed stays what it is.
    let file = file.replacen(
        "sealed1$first-light.plan.0000000000000002",
        "sealed1$other",
        1,
    );
    let Ok(Inside::BehindLock(saved)) = read(&file) else {
        panic!("it is locked: {file}");
    };
    let states: Vec<_> = saved
        .opened(&Glass)
        .into_iter()
        .map(|found| found.state)
        .collect();
    assert!(
        matches!(states[..], [FoundState::Whole(_), FoundState::Unreadable]),
        "{states:?}"
    );
}

/// The file that `public/crash.js` offers: what is stored, beside the words that stood on the page.
#[test]
fn what_was_rescued_from_a_fault_opens_too() {
    let one = encode(&stories::full());
    let library = Library::new(MemoryStorage::holding([(
        "first-light.plan.0000000000000001",
        &*one,
    )]));
    let stored = library.everything().expect("memory works");
    let file = format!("{{\"on-this-page\": [\"And my aunt.\"], \"stored\": {stored}}}");
    assert_eq!(texts(read(&file)), vec![(Some(PlanId(1)), one)]);
}

/// A full storage has a thousand keys and more; not one of its plans is passed over.
#[test]
fn thousands_of_stored_keys_open() {
    let text = encode(&stories::unicode());
    let keys = (0..1_500).flat_map(|id| {
        ["head", "plan"].map(|kind| (format!("first-light.{kind}.{id:016x}"), text.clone()))
    });
    let stored: std::collections::BTreeMap<_, _> = keys.collect();
    let file = serde_json::to_string(&stored).expect("text");
    assert_eq!(texts(read(&file)).len(), 1_500);
}

/// The files of version 1, made by the first program that had them. They open for ever.
#[test]
fn the_files_of_version_1_open_for_ever() {
    let full = include_str!("../fixtures/v1/full.json");
    let unicode = include_str!("../fixtures/v1/unicode.json");
    let all = include_str!("../fixtures/share1/all.json");
    let expected = vec![
        (Some(PlanId(0xa1)), full.trim_end().to_owned()),
        (Some(PlanId(0xa2)), unicode.trim_end().to_owned()),
    ];
    assert_eq!(texts(read(all)), expected);
    assert_eq!(texts(read(full)), [(None, full.to_owned())]);
    let stored = include_str!("../fixtures/share1/everything.json");
    assert_eq!(texts(read(stored)), expected);
}

#[test]
fn damage_is_said() {
    for (file, damage) in [
        ("", Damage::Missing),
        ("{}", Damage::Missing),
        ("[]", Damage::Missing),
        (r#"{"a":1}"#, Damage::Missing),
        (r#"{"first-light":2}"#, Damage::Newer),
        (r#"{"first-light-plans":2}"#, Damage::Newer),
        (r#"{"first-light-plans":1}"#, Damage::Changed),
        (r#"{"first-light-plans":1,"plans":[]}"#, Damage::Missing),
        (r#"{"first-light-plans":1,"plans":[1]}"#, Damage::Changed),
        (
            r#"{"first-light-plans":1,"plans":[{"id":"x"}]}"#,
            Damage::Changed,
        ),
        (
            r#"{"first-light-plans":1,"plans":[{"te"#,
            Damage::Incomplete,
        ),
        ("%PDF-1.7", Damage::Missing),
    ] {
        assert_eq!(read(file).err(), Some(damage), "{file}");
    }
}

#[test]
fn a_plan_that_breaks_off_is_shown_as_far_as_it_goes() {
    let text = encode(&stories::full());
    let cut = &text[..text.len() / 2];
    let Ok(Inside::Plans(plans)) = read(cut) else {
        panic!("no plan");
    };
    assert!(matches!(&plans[..], [found] if matches!(found.state, FoundState::Mended(_))));
    assert_eq!(plans[0].text, cut);
}
