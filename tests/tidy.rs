//! The shape of the code: what may use what, and what stands nowhere.

use first_light::i18n::{Msg, Phrased, Phrases, Plural, Topic};
use first_light::questionnaire::{Experiment, Prompt, Scale, Section};
use first_light::worksheet::{
    Company, Extra, GoalField, Level, PieceField, StepField, Thought, Wording,
};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules from the core outward. Each may use its own layer and those before it.
const LAYERS: [&[&str]; 5] = [
    &["worksheet", "questionnaire", "progress", "route"],
    &["format", "store", "export", "i18n", "crisis"],
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

fn sources() -> Vec<Source> {
    let root = root().join("src");
    let mut sources = Vec::new();
    collect(&root, &root, &mut sources);
    assert!(sources.len() > 40, "the program has many files");
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

#[test]
fn this_test_can_tell_comments_strings_and_names() {
    let text = "a // x\nb /* y */ \"// z\" '\"' r#\"\"// w\"# 'c' <'d>";
    let code = "a \nb  \"// z\" '\"' r#\"\"// w\"# 'c' <'d>";
    assert_eq!(without_comments(text), code);
    let code = "use crate::ui::App; use crate::{format::{self, Plan}, store, route::Route};";
    let used: Vec<_> = used(code).into_iter().collect();
    assert_eq!(used, ["format", "route", "store", "ui"]);
}

#[test]
fn dependencies_point_one_way() {
    let mut complaints = Vec::new();
    for source in sources().iter().filter(|source| !source.is_in("lib")) {
        for other in used(&source.code) {
            if layer(&other) > Some(source.layer()) {
                complaints.push(format!("{} uses {other}", source.path.display()));
            }
        }
    }
    assert_none(complaints);
}

#[test]
fn every_module_says_what_it_is_for() {
    let silent = sources()
        .into_iter()
        .filter(|source| !source.text.starts_with("//! "));
    let path = |source: Source| format!("{} does not begin with //!", source.path.display());
    assert_none(silent.map(path).collect());
}

#[test]
fn the_map_in_lib_names_every_module() {
    let sources = sources();
    let lib = sources
        .iter()
        .find(|source| source.is_in("lib"))
        .expect("a library");
    let modules = lib
        .code
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod "));
    let missing = modules
        .map(|module| module.trim_end_matches(';'))
        .filter(|module| !lib.text.contains(&format!("//! - [`{module}`]")))
        .filter(|module| !lib.text.contains(&format!("[`{module}`]")));
    assert_none(
        missing
            .map(|module| format!("lib.rs does not describe {module}"))
            .collect(),
    );
}

#[test]
fn files_are_short() {
    let mut complaints = Vec::new();
    for source in sources() {
        let lines = source.text.lines().count();
        if lines > LONGEST {
            complaints.push(format!("{} has {lines} lines", source.path.display()));
        }
    }
    assert_none(complaints);
}

#[test]
fn nothing_crashes_or_is_left_over() {
    let mut complaints = Vec::new();
    for source in sources() {
        // It is there to crash, and never in a page for visitors.
        if source.path == Path::new("browser/faults.rs") {
            continue;
        }
        for word in NOWHERE.iter().filter(|word| source.code.contains(**word)) {
            complaints.push(format!("{} has {word}", source.path.display()));
        }
    }
    assert_none(complaints);
}

#[test]
fn only_browser_and_ui_know_the_browser() {
    let mut complaints = Vec::new();
    for source in sources() {
        let allowed = ["browser", "ui", "main"]
            .iter()
            .any(|module| source.is_in(module));
        for word in ["web_sys", "js_sys", "wasm_bindgen", "gloo"] {
            if !allowed && source.code.contains(word) {
                complaints.push(format!("{} names {word}", source.path.display()));
            }
        }
    }
    assert_none(complaints);
}

/// The worksheet and what is asked about it are plain values: nothing there reads or writes JSON,
/// and nothing there knows the clock.
#[test]
fn the_core_knows_neither_json_nor_time() {
    let mut complaints = Vec::new();
    for source in sources().iter().filter(|source| source.layer() == 0) {
        for word in ["serde", "std::time", "std::fs", "std::io", "yew"] {
            if source.code.contains(word) {
                complaints.push(format!("{} names {word}", source.path.display()));
            }
        }
    }
    assert_none(complaints);
}

/// What the program hears before anything else on the page must still be kept from it once it has stopped.
#[test]
fn the_crash_script_knows_what_the_program_hears_first() {
    let sources = sources();
    let first = sources
        .iter()
        .filter(|source| source.code.contains("run_in_capture_phase"));
    let script = fs::read_to_string(root().join("public/crash.js")).expect("a text");
    let mut files = Vec::new();
    for source in first {
        files.push(source.path.to_string_lossy());
        // The names stand in the first list after that, or in a list with a name of its own.
        let list = source
            .code
            .split_once("const SIGNS")
            .or_else(|| source.code.split_once("run_in_capture_phase"));
        let list = list.and_then(|(_, after)| after.split_once("= [").or(after.split_once('[')));
        let list = list.and_then(|(_, list)| list.split_once(']'));
        let (list, _) = list.expect("a list of names");
        for name in list.split('"').skip(1).step_by(2) {
            assert!(script.contains(&format!("\"{name}\"")), "{name}");
        }
    }
    files.sort();
    assert_eq!(files, ["browser/idle.rs", "ui/app.rs"]);
}

#[test]
fn storage_keys_stand_in_one_table() {
    let strays = sources()
        .into_iter()
        .filter(|source| source.code.contains("\"first-light."));
    let paths: Vec<_> = strays.map(|source| source.path).collect();
    assert_eq!(paths, [Path::new("store/keys.rs")]);
}

#[test]
fn components_carry_no_style_and_no_text_of_their_own() {
    let mut complaints = Vec::new();
    for source in sources().iter().filter(|source| source.is_in("ui")) {
        for line in source.code.lines().map(str::trim) {
            let style = line.contains("style=");
            let text = |start: &str| {
                let after = line.split(start).skip(1);
                after
                    .filter_map(|rest| rest.chars().next())
                    .any(char::is_alphabetic)
            };
            let text = (line.starts_with("{ \"") && text("{ \"")) || text(">{ \"");
            if style || text {
                complaints.push(format!("{}: {line}", source.path.display()));
            }
        }
    }
    assert_none(complaints);
}

/// The words of every member of every family.
fn families() -> Vec<&'static Phrases> {
    let mut families = Vec::new();
    families.extend(Company::ALL.map(Phrased::phrases));
    families.extend(Experiment::ALL.map(Phrased::phrases));
    families.extend(Extra::ALL.map(Phrased::phrases));
    families.extend(GoalField::ALL.map(Phrased::phrases));
    families.extend(Level::ALL.map(Phrased::phrases));
    families.extend(PieceField::ALL.map(Phrased::phrases));
    families.extend(Prompt::all().map(Phrased::phrases));
    families.extend(Scale::ALL.map(Phrased::phrases));
    families.extend(Section::ALL.map(Phrased::phrases));
    families.extend(StepField::ALL.map(Phrased::phrases));
    families.extend(Thought::ALL.map(Phrased::phrases));
    families.extend(Topic::ALL.iter().map(|topic| topic.phrases()));
    families.extend(Wording::ALL.map(Phrased::phrases));
    families
}

/// The fields of a member, each with its texts.
fn fields(phrases: &Phrases) -> [(&'static str, Vec<Msg>); 9] {
    let one = |text: Option<Msg>| text.into_iter().collect();
    [
        ("title", vec![phrases.title]),
        ("hint", one(phrases.hint)),
        ("example", one(phrases.example)),
        ("low", one(phrases.low)),
        ("high", one(phrases.high)),
        ("about", one(phrases.about)),
        ("after", one(phrases.after)),
        ("help", phrases.help.to_vec()),
        ("lines", phrases.lines.to_vec()),
    ]
}

/// Whether a path such as `Msg::Home` stands in some file, and not only as the beginning of a longer one.
fn is_used(sources: &[Source], path: &str) -> bool {
    sources.iter().any(|source| {
        source.code.match_indices(path).any(|(at, _)| {
            let next = source.code[at + path.len()..].chars().next();
            !next.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
        })
    })
}

/// What the build writes from data names texts too.
const FROM_DATA: &str = include_str!(concat!(env!("OUT_DIR"), "/crisis.rs"));

#[test]
fn every_text_is_used() {
    let mut sources = sources();
    let code = FROM_DATA.to_owned();
    sources.push(Source {
        path: PathBuf::from("crisis"),
        text: String::new(),
        code,
    });
    let of_families = families()
        .into_iter()
        .flat_map(fields)
        .flat_map(|(_, texts)| texts);
    let of_families: BTreeSet<Msg> = of_families.collect();
    let texts = Msg::ALL.iter().filter(|text| !of_families.contains(text));
    let texts = texts.map(|text| format!("Msg::{text:?}"));
    let plurals = Plural::ALL.iter().map(|text| format!("Plural::{text:?}"));
    let topics = Topic::ALL.iter().map(|topic| format!("Topic::{topic:?}"));
    let unused = texts.chain(plurals).chain(topics);
    let unused: Vec<_> = unused.filter(|path| !is_used(&sources, path)).collect();
    assert_none(unused);
}

#[test]
fn every_kind_of_phrase_is_shown() {
    let mut sources = sources();
    sources.retain(|source| source.is_in("ui"));
    let written = families().into_iter().flat_map(fields);
    let written = written
        .filter(|(_, texts)| !texts.is_empty())
        .map(|(field, _)| field);
    let written: BTreeSet<_> = written.collect();
    let read = |field: &&str| {
        let taken_apart = |source: &Source| {
            let patterns = source.code.split("Phrases {").skip(1);
            let names = patterns.filter_map(|pattern| pattern.split('}').next());
            names
                .flat_map(|names| names.split(','))
                .any(|name| name.trim() == *field)
        };
        is_used(&sources, &format!(".{field}")) || sources.iter().any(taken_apart)
    };
    let unused = written.into_iter().filter(|field| !read(field));
    assert_none(unused.map(str::to_owned).collect());
}
