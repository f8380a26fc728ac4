//! SECURITY.md promises what tests show: every test that it names is there, and every promise in the app and in the
//! README has one.

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

/// The rows of the document's tables, each as its cells.
fn rows(document: &str) -> Vec<Vec<&str>> {
    let rows = document.lines().filter_map(|line| line.strip_prefix("| "));
    rows.map(|row| row.trim_end_matches(" |").split(" | ").collect())
        .collect()
}

/// The names of the texts on the page about privacy that say more than a heading.
fn said_on_the_page(catalogue: &str) -> Vec<String> {
    let page = catalogue
        .split_once("\n[privacy]\n")
        .map_or("", |(_, rest)| rest);
    let page = page.split("\n[").next().unwrap_or_default();
    let names = page.lines().filter_map(|line| line.split_once(" = "));
    names
        .map(|(name, _)| name)
        .filter(|name| !name.starts_with('#') && !name.ends_with("title"))
        // A label, an empty list, and the way to where plans are deleted.
        .filter(|name| !["stored-label", "stored-none", "delete-where"].contains(name))
        .map(|name| format!("`privacy.{name}`"))
        .collect()
}

#[test]
fn every_text_about_privacy_has_its_row() {
    let document = fs::read_to_string("SECURITY.md").expect("SECURITY.md");
    let catalogue = fs::read_to_string("locales/en.toml").expect("the catalogue");
    let said = said_on_the_page(&catalogue);
    assert!(said.len() > 15, "{said:?}");
    let rows = rows(&document);
    for name in said {
        let is_there = rows.iter().any(|row| row.first() == Some(&&*name));
        assert!(is_there, "{name} is in no row of SECURITY.md");
    }
    // And no row is about a text that is not there any more.
    for row in rows.iter().filter(|row| row.len() == 3) {
        let name = row[0].trim_matches('`');
        let Some((section, key)) = name.split_once('.') else {
            continue;
        };
        let section = catalogue.split_once(&format!("\n[{section}]\n"));
        let section = section.map_or("", |(_, rest)| rest.split("\n[").next().unwrap_or(rest));
        assert!(
            section.contains(&format!("\n{key} = ")) || section.starts_with(&format!("{key} = ")),
            "{name} is in no catalogue"
        );
    }
}

#[test]
fn every_row_is_about_what_is_said_and_names_what_shows_it() {
    let document = fs::read_to_string("SECURITY.md").expect("SECURITY.md");
    let readme = fs::read_to_string("README.md").expect("README.md");
    let readme = readme
        .replace("**", "")
        .replace("\n  ", " ")
        .replace('\n', " ");
    let mut seen = 0;
    for row in rows(&document) {
        let [about, .., shown] = row[..] else {
            continue;
        };
        if about == "text" || about == "README" {
            continue;
        }
        seen += 1;
        let is_open = shown.starts_with("measured") || shown == "not ours";
        assert!(is_open || !named(shown).is_empty(), "{about}: {shown}");
        if let Some(quote) = about.strip_prefix('“') {
            let quote = quote.trim_end_matches('”');
            assert!(readme.contains(quote), "the README does not say “{quote}”");
        }
    }
    assert!(seen > 40, "{seen} rows");
}
