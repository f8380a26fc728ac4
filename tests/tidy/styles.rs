//! Rules of style that a browser would try on every element of a new page.

use super::*;

/// `&` as what a rule is for, with a list of selectors outside: browsers file such a rule under nothing, and try it on every
/// element that a step brings.
#[test]
fn no_rule_is_asked_of_every_element() {
    let mut files = Vec::new();
    sheets(&root().join("styles"), &mut files);
    assert!(files.len() > 30, "there are many style sheets");
    let mut complaints = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a text");
        for (outside, rule) in asked_of_all(&text) {
            complaints.push(format!(
                "{}: write the list out for `{rule}` in `{outside}`",
                file.display()
            ));
        }
    }
    assert_none(complaints);
}

#[test]
fn a_list_outside_is_found() {
    let found = |text| !asked_of_all(text).is_empty();
    assert!(found(".a, .b { color: red; &:hover { color: blue; } }"));
    assert!(found(
        "@layer x { .a, .b { @media print { &::before { } } } }"
    ));
    assert!(!found(".a { &:hover { } } .a:is(.b, .c) { &::after { } }"));
    assert!(found(".a, .b { .c & { } }"));
    assert!(found(".a, .b { .c, .d > &:is(.e, .f) { } }"));
    assert!(!found(".a, .b { & > .d { } & .e { } /* &:hover { */ }"));
}

fn sheets(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sheets(&path, files);
        } else {
            files.push(path);
        }
    }
}

/// Nested rules for an element of the outer rule (`&`), where that is a list, each after that list.
fn asked_of_all(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut head = String::new();
    for letter in without_remarks(text).chars() {
        match letter {
            '{' => {
                let rule = head.trim().to_owned();
                head.clear();
                let outside = open.iter().rev().find(|outer| !outer.starts_with('@'));
                if let Some(outside) = outside
                    && !rule.starts_with('@')
                    && selectors(&rule).into_iter().any(is_for_what_is_outside)
                    && selectors(outside).len() > 1
                {
                    found.push((outside.clone(), rule.clone()));
                }
                open.push(rule);
            }
            '}' => {
                open.pop();
                head.clear();
            }
            ';' => head.clear(),
            _ => head.push(letter),
        }
    }
    found
}

fn without_remarks(text: &str) -> String {
    let mut parts = text.split("/*");
    let first = parts.next().unwrap_or_default();
    let rest = parts.filter_map(|part| Some(part.split_once("*/")?.1));
    [first].into_iter().chain(rest).collect()
}

/// The selectors of a list.
fn selectors(list: &str) -> Vec<&str> {
    outside_of_brackets(list, |letter| letter == ',')
}

/// Whether a nested selector means an element of the rule outside: `&` stands in its last part.
fn is_for_what_is_outside(selector: &str) -> bool {
    let is_between = |letter: char| letter.is_whitespace() || matches!(letter, '>' | '+' | '~');
    let parts = outside_of_brackets(selector.trim(), is_between);
    parts.last().is_some_and(|last| last.contains('&'))
}

/// The parts of a text between letters that stand outside of all brackets.
fn outside_of_brackets(text: &str, is_between: impl Fn(char) -> bool) -> Vec<&str> {
    let mut depth = 0;
    text.split(|letter: char| {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        depth == 0 && is_between(letter)
    })
    .collect()
}
