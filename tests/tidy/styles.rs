//! Rules of style that a browser would try on every element of a new page.

use super::*;

/// `&` on its own, with a list of selectors outside: browsers file such a rule under nothing, and try it on every
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
    assert!(!found(".a, .b { .c & { } & > .d { } /* &:hover { */ }"));
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

/// Nested rules for `&` itself whose outer rule is a list, each after that list.
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
                    && ["&:", "&[", "&."]
                        .iter()
                        .any(|start| rule.starts_with(start))
                    && is_a_list(outside)
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

/// Whether a selector has a comma outside of all brackets.
fn is_a_list(selector: &str) -> bool {
    let mut depth = 0;
    selector.chars().any(|letter| {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        letter == ',' && depth == 0
    })
}
