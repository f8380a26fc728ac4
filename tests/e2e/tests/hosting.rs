//! The header files of `deploy/`, with the servers that they are for.

use std::fs;
use std::path::{Path, PathBuf};

use e2e::host::{Host, Program};
use e2e::scenario::run;
use e2e::{Engine, Setup, Visit};
use serde_json::json;
use xtask::hosting::{HEADER_FILE, HeaderRules, is_lasting, media_type, packs};

use crate::{app, in_chromium};

/// Smaller files may stay as they are.
const WORTH_PACKING: u64 = 1024;

#[test]
fn nginx_sends_every_header_with_every_file() {
    sends_every_header(Program::Nginx, "gzip");
}

#[test]
fn caddy_sends_every_header_with_every_file() {
    sends_every_header(Program::Caddy, "br");
}

#[test]
fn nginx_brings_the_app_to_a_browser() {
    in_chromium(module_path!(), |visit| {
        starts_without_complaint(visit, Program::Nginx);
    });
}

#[test]
fn caddy_brings_the_app_to_a_browser() {
    in_chromium(module_path!(), |visit| {
        starts_without_complaint(visit, Program::Caddy);
    });
}

/// Another site can neither show the app inside itself, nor keep hold of its window, nor load its files;
/// without the headers it could do each of them.
#[test]
fn another_site_gets_no_hold_on_the_app() {
    let other = tempfile::tempdir().expect("a temporary folder can be created");
    let page = "<!doctype html><title>Other</title><iframe></iframe>";
    fs::write(other.path().join("index.html"), page).expect("a page can be written");
    let name = concat!(module_path!(), "::hold");
    run(
        Engine::Chromium,
        name,
        other.path(),
        Setup::default(),
        |visit| {
            for guarded in [true, false] {
                let host = Host::start_changed(Program::Nginx, &app(), |site| {
                    let lines = site
                        .lines()
                        .filter(|line| guarded || !line.contains("add_header"));
                    lines.collect::<Vec<_>>().join("\n")
                });
                tries_to_get_hold(visit, &host.url(""), !guarded);
            }
        },
    );
}

fn tries_to_get_hold(visit: &Visit, app: &str, can: bool) {
    let browser = &visit.browser;
    visit.open("");
    drop(browser.console_errors());
    // A frame that is not let in says so in the console, and to nobody else.
    let frame = "const done = arguments[1], frame = document.querySelector('iframe');
        frame.onload = () => done(true); frame.src = arguments[0];";
    browser.script_with_callback(frame, json!([app]));
    let complaints = browser.console_errors();
    let refused = complaints
        .iter()
        .any(|words| words.contains("frame-ancestors"));
    assert_eq!(refused, !can, "shown inside another site: {complaints:?}");

    let load = "const done = arguments[1];
        fetch(arguments[0], { mode: 'no-cors' }).then(() => done(true), () => done(false));";
    let loaded = browser.script_with_callback(load, json!([format!("{app}favicon.svg")]));
    assert_eq!(loaded, json!(can), "loaded by another site");

    // Once the app is there, the other site's handle on its window is that of a closed one.
    browser.script("window.other = window.open(arguments[0]);", json!([app]));
    if can {
        browser.wait_until(
            "the window",
            "try { return !other.closed && !other.document; } catch { return true; }",
        );
    } else {
        browser.wait_until("the end of the hold", "return other.closed");
    }
}

/// `_headers` gives each file every security header, and exactly one rule for caching.
#[test]
fn the_file_for_static_hosts_speaks_of_every_file() {
    let rules = HeaderRules::beside(&app().join("index.html")).expect("the built app has headers");
    for file in files(&app()).iter().chain([&String::new()]) {
        let headers = rules.headers_for(&format!("/{file}"));
        let names: Vec<&str> = headers.iter().map(|(name, _)| *name).collect();
        let all = [
            "Content-Security-Policy",
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Permissions-Policy",
            "X-Content-Type-Options",
            "Cache-Control",
        ];
        assert_eq!(names, all, "{file}");
        assert_eq!(headers[6].1, caching(file), "{file}");
    }
}

fn sends_every_header(program: Program, packing: &str) {
    if program.tool().find().is_none() && std::env::var_os("CI").is_none() {
        return eprintln!("not tested: {}", program.tool());
    }
    let rules = HeaderRules::beside(&app().join("index.html")).expect("the built app has headers");
    let host = Host::start(program, &app());
    for file in files(&app()).iter().chain([&String::new()]) {
        let path = format!("/{file}");
        let answer = host.ask(&path, "gzip, br");
        assert_eq!(answer.status, 200, "{path}");
        for (name, value) in rules.headers_for(&path) {
            assert_eq!(answer.header(name), Some(value.as_str()), "{path}: {name}");
        }
        assert_eq!(
            answer.header("Cache-Control"),
            Some(caching(file)),
            "{path}"
        );
        let named = if file.is_empty() { "index.html" } else { file };
        assert_eq!(
            answer.header("Content-Type"),
            Some(media_type(named)),
            "{path}"
        );
        let size = fs::metadata(app().join(named))
            .expect("a file has a size")
            .len();
        if packs(named) && size > WORTH_PACKING {
            assert_eq!(answer.header("Content-Encoding"), Some(packing), "{path}");
        }
        assert_eq!(
            host.ask(&path, "identity").header("Content-Encoding"),
            None,
            "{path}"
        );
    }
    // What is missing is not remembered, and carries the policy too.
    let missing = host.ask("/first-light-0123456789abcdef.js", "gzip");
    assert_eq!(missing.status, 404);
    assert_eq!(missing.header("Cache-Control"), None);
    for (name, value) in rules.headers_for("/no-such-file") {
        assert_eq!(
            missing.header(name),
            Some(value.as_str()),
            "missing: {name}"
        );
    }
}

fn starts_without_complaint(visit: &Visit, program: Program) {
    let host = Host::start(program, &app());
    visit.browser.open(&host.url(""));
    visit.browser.wait_until(
        "the app",
        "return !document.querySelector('.boot__status') && !!document.querySelector('.hero__actions')",
    );
    assert!(
        visit
            .browser
            .is_true("return isSecureContext && crossOriginIsolated === false")
    );
    assert_eq!(visit.browser.console_errors(), Vec::<String>::new());
}

fn caching(file: &str) -> &'static str {
    if is_lasting(file) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

/// The files that a browser can ask for, by their names under the folder of the built app.
fn files(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root.join(&folder)).expect("the built app can be read") {
            let path = folder.join(entry.expect("a folder can be read").file_name());
            if root.join(&path).is_dir() {
                folders.push(path);
            } else {
                found.push(path.to_string_lossy().into_owned());
            }
        }
    }
    found.retain(|file| {
        file != HEADER_FILE
            && file != "SHA256SUMS.txt"
            && ![".br", ".gz"].iter().any(|packed| file.ends_with(packed))
    });
    found.sort();
    assert!(found.len() > 10, "{found:?}");
    found
}
