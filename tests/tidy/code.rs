//! What the code may use, and how long it may be.

use super::*;

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
    for source in ALL_CODE.into_iter().flat_map(sources_in) {
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
