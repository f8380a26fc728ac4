//! SECURITY.md promises what tests show: every test that it names is there.

use std::fs;

/// What the document names as `file::test`.
fn named(document: &str) -> Vec<(&str, &str)> {
    let quoted = document.split('`').skip(1).step_by(2);
    quoted
        .filter_map(|quoted| quoted.split_once(".rs::"))
        .collect()
}

#[test]
fn every_test_that_is_named_is_there() {
    let document = fs::read_to_string("SECURITY.md").expect("SECURITY.md");
    let named = named(&document);
    assert!(named.len() > 15, "only {} tests are named", named.len());
    let missing: Vec<_> = named
        .into_iter()
        .filter(|(file, test)| {
            let text = fs::read_to_string(format!("{file}.rs")).unwrap_or_default();
            let letters = |c: char| c.is_alphanumeric() || c == '_';
            !text.split(|c| !letters(c)).any(|word| word == *test)
        })
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn this_test_can_tell_what_is_named() {
    let found = named("a `tests/x.rs::y` b `z` `tests/v.rs`");
    assert_eq!(found, [("tests/x", "y")]);
}
