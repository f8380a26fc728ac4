//! The five forms of the Miracle Question keep to themselves: a person who chose one never meets the words
//! of another.

use toml::{Table, Value};

/// The forms, and what only they may say.
const FORMS: [(&str, &[&str]); 5] = [
    ("miracle", &["miracle"]),
    ("tomorrow", &["good day", "good tomorrow"]),
    ("wand", &["wand"]),
    ("six-months", &["six months"]),
    ("beside", &["room in it", "room for you"]),
];

/// What nobody who lives with a loss or an illness should have to read in their form of the question.
const NEVER_BESIDE: [&str; 9] = [
    "cured",
    "cure",
    "get over",
    "move on",
    "moved on",
    "solved",
    "fixed",
    "back to normal",
    "life is better",
];

/// Where every form is named on purpose: the choice itself, and the credits.
const ABOUT_THE_CHOICE: [&str; 4] = ["wording.", "topic.wording.", "about.credit-", "cues."];

#[test]
fn texts_for_everyone_name_no_form() {
    let slips: Vec<String> = texts()
        .into_iter()
        .filter(|(name, _)| form_of(name).is_none())
        .filter(|(_, text)| FORMS.iter().any(|(_, own)| says(text, own)))
        .map(|(name, text)| format!("{name}: {text}"))
        .collect();
    assert!(slips.is_empty(), "{}", slips.join("\n"));
}

#[test]
fn a_form_never_speaks_in_the_words_of_another() {
    let mut seen = 0;
    for (name, text) in texts() {
        let Some(form) = form_of(&name) else { continue };
        seen += 1;
        for (other, own) in FORMS {
            assert!(
                other == form || !says(&text, own),
                "{name} speaks of {other}: {text}"
            );
        }
        assert!(
            form != "beside" || !says(&text, &NEVER_BESIDE),
            "{name}: {text}"
        );
    }
    assert!(seen > 100, "only {seen} texts follow the form");
}

#[test]
fn every_telling_ends_with_one_question() {
    for (form, _) in FORMS {
        let lines: Vec<String> = texts_of_all()
            .into_iter()
            .filter(|(name, _)| name.starts_with(&format!("wording.{form}.lines.")))
            .map(|(_, line)| line)
            .collect();
        assert!(lines.len() >= 5, "{form} is told in {} lines", lines.len());
        let asking = lines.iter().filter(|line| line.contains('?')).count();
        assert!(
            asking == 1 && lines.last().is_some_and(|line| line.ends_with('?')),
            "{form}"
        );
    }
}

/// Names of people are asked for without help.
#[test]
fn every_question_that_is_answered_in_words_has_help_and_an_example() {
    let texts = texts_of_all();
    let has = |name: &str| texts.iter().any(|(text, _)| text.starts_with(name));
    let questions = texts
        .iter()
        .filter_map(|(name, _)| name.strip_prefix("prompt.")?.split('.').next())
        .filter(|question| !question.ends_with("-name"));
    let mut seen = 0;
    for question in questions {
        seen += 1;
        for part in ["help", "example"] {
            assert!(
                has(&format!("prompt.{question}.{part}")),
                "{question}: no {part}"
            );
        }
    }
    assert!(seen > 100, "{seen} texts of questions");
}

/// The form that a text belongs to, from its dotted name.
fn form_of(name: &str) -> Option<&'static str> {
    let last = name.rsplit('.').next()?;
    FORMS
        .iter()
        .map(|(form, _)| *form)
        .find(|form| *form == last)
}

/// Whether a text holds one of the phrases, as whole words.
fn says(text: &str, phrases: &[&str]) -> bool {
    let text = text.to_lowercase();
    let words: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let text = format!(" {} ", words.join(" "));
    phrases
        .iter()
        .any(|phrase| text.contains(&format!(" {phrase} ")))
}

/// Texts in which a form may slip in, with their dotted names.
fn texts() -> Vec<(String, String)> {
    let mut texts = texts_of_all();
    texts.retain(|(name, _)| !ABOUT_THE_CHOICE.iter().any(|start| name.starts_with(start)));
    texts
}

fn texts_of_all() -> Vec<(String, String)> {
    let table: Table = include_str!("../locales/en.toml")
        .parse()
        .expect("the catalogue is TOML");
    let mut texts = Vec::new();
    for (name, value) in &table {
        collect(name, value, &mut texts);
    }
    texts
}

fn collect(name: &str, value: &Value, texts: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => texts.push((name.to_owned(), text.clone())),
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                collect(&format!("{name}.{}", index + 1), value, texts);
            }
        }
        Value::Table(table) => {
            for (key, value) in table {
                collect(&format!("{name}.{key}"), value, texts);
            }
        }
        other => panic!("{name} is not a text: {other}"),
    }
}
