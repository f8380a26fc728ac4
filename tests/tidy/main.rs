//! The shape of the code: what may use what, and what stands nowhere.

mod code;
mod styles;
mod texts;

use first_light::i18n::{Msg, Phrased, Phrases, Plural, Topic};
use first_light::questionnaire::{Experiment, Prompt, Scale, Section};
use first_light::worksheet::{
    Company, Extra, GoalField, Level, PieceField, StepField, Thought, Wording,
};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules from the core outward. Each may use its own layer and those before it.
const LAYERS: [&[&str]; 6] = [
    &["worksheet", "questionnaire", "progress", "route"],
    &["format", "store", "export", "i18n", "crisis"],
    &["sharing"],
    &["browser"],
    &["ui"],
    &["main", "lib"],
];

/// The longest a file may be, in lines.
const LONGEST: usize = 400;

/// What stands nowhere in the program: ways to crash, leftovers, and the one way to put text on a page
/// as markup.
const NOWHERE: [&str; 9] = [
    ".unwrap()",
    ".expect(",
    "panic!",
    "todo!",
    "unimplemented!",
    "unreachable!",
    "dbg!",
    "unsafe ",
    "from_html_unchecked",
];

/// One file of the program.
struct Source {
    path: PathBuf,
    /// The text as it is.
    text: String,
    /// The text without comments and without the tests that stand at its end.
    code: String,
}

impl Source {
    /// The top module that the file belongs to.
    fn module(&self) -> String {
        let first = self.path.components().next().expect("a path");
        let name = first.as_os_str().to_string_lossy();
        name.trim_end_matches(".rs").to_owned()
    }

    fn layer(&self) -> usize {
        layer(&self.module()).unwrap_or_else(|| panic!("{}: no layer", self.path.display()))
    }

    fn is_in(&self, module: &str) -> bool {
        self.module() == module
    }
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The folders of every Rust file of the project.
const ALL_CODE: [&str; 7] = [
    "src",
    "build",
    "vault/src",
    "vault/tests",
    "xtask/src",
    "fuzz/src",
    "tests",
];

fn sources() -> Vec<Source> {
    let sources = sources_in("src");
    assert!(sources.len() > 40, "the program has many files");
    sources
}

fn sources_in(folder: &str) -> Vec<Source> {
    let root = root().join(folder);
    let mut sources = Vec::new();
    collect(&root, &root, &mut sources);
    sources
}

fn collect(root: &Path, folder: &Path, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(root, &path, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a text");
            let code = without_comments(&text);
            let code = code.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
            let path = path.strip_prefix(root).expect("inside").to_path_buf();
            let code = code.to_owned();
            sources.push(Source { path, text, code });
        }
    }
}

/// The text with its comments taken out. Strings stay.
fn without_comments(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = token(rest).unwrap_or(first.len_utf8());
        let (token, after) = rest.split_at(length);
        if !token.starts_with("//") && !token.starts_with("/*") {
            code.push_str(token);
        }
        rest = after;
    }
    code
}

/// The length of the comment, string or character that the text begins with; `None` for anything else.
fn token(text: &str) -> Option<usize> {
    let until = |from: usize, end: &str| {
        let found = text[from..].find(end);
        Some(found.map_or(text.len(), |at| from + at + end.len()))
    };
    if text.starts_with("//") {
        return until(2, "\n").map(|end| end - usize::from(text[..end].ends_with('\n')));
    }
    if text.starts_with("/*") {
        return until(2, "*/");
    }
    if text.starts_with("r\"") {
        return until(2, "\"");
    }
    if text.starts_with("r#\"") {
        return until(3, "\"#");
    }
    if text.starts_with("'\\") {
        return until(3, "'");
    }
    let quoted = text.strip_prefix('\'').and_then(|rest| rest.chars().next());
    if let Some(quoted) = quoted
        && text[1 + quoted.len_utf8()..].starts_with('\'')
    {
        return Some(2 + quoted.len_utf8());
    }
    text.starts_with('"').then(|| end_of_string(text))
}

fn end_of_string(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The modules of this crate that a piece of code names.
fn used(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for start in ["crate::", "first_light::"] {
        for (at, _) in code.match_indices(start) {
            let rest = &code[at + start.len()..];
            match rest.strip_prefix('{') {
                Some(group) => used.extend(names_of_group(group)),
                None => used.extend(name(rest)),
            }
        }
    }
    used.into_iter()
        .filter(|name| layer(name).is_some())
        .collect()
}

fn name(text: &str) -> Option<String> {
    let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let name = &text[..end.unwrap_or(text.len())];
    (!name.is_empty()).then(|| name.to_owned())
}

/// The first names inside `{a::b, c::{d, e}}`, the opening brace being gone.
fn names_of_group(group: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut depth = 0;
    let mut begins = true;
    for (at, letter) in group.char_indices() {
        match letter {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => begins = true,
            _ if begins && letter.is_alphabetic() => {
                names.extend(name(&group[at..]));
                begins = false;
            }
            _ => {}
        }
    }
    names
}

/// Fails with every complaint at once.
fn assert_none(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}
