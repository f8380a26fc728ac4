//! Everything that a browser wrote for its user, after it was killed.

use super::*;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use e2e::process::poll;
use e2e::scenario::run_alone;
use e2e::server::Server;
use e2e::{Browser, Home};
use std::fs;
use std::path::Path;
use std::time::Duration;

/// Chromium writes at most 60 times an hour.
const UNTIL_WRITTEN: Duration = Duration::from_secs(120);

/// Stands under another program's key, unlocked: shows that the search finds what is there.
const CONTROL: &str = "Unlocked marmalade in Ashcombe";

/// All the ways in which words may stand in a file.
fn forms(words: &str) -> Vec<Vec<u8>> {
    let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut forms = vec![words.as_bytes().to_vec(), wide];
    for before in 0..3 {
        let shifted = [&b"xxx"[..before], words.as_bytes()].concat();
        let encoded = STANDARD_NO_PAD.encode(shifted);
        // Letters at either end hold bits of what stands beside.
        forms.push(encoded.as_bytes()[4..encoded.len() - 4].to_vec());
    }
    forms
}

fn files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_symlink() {
            continue;
        }
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// The files that hold these words in any form.
fn holding(home: &Home, words: &str) -> Vec<std::path::PathBuf> {
    let forms = forms(words);
    let mut all = Vec::new();
    files(home.path(), &mut all);
    assert!(all.len() > 10, "a profile has many files");
    all.retain(|file| {
        let bytes = fs::read(file).unwrap_or_default();
        forms.iter().any(|form| contains(&bytes, form))
    });
    all
}

fn contains(bytes: &[u8], form: &[u8]) -> bool {
    let Some(first) = form.first() else {
        return false;
    };
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| byte == first) {
        if bytes[from + at..].starts_with(form) {
            return true;
        }
        from += at + 1;
    }
    false
}

fn leaves_no_trace(engine: Engine) {
    let visit = Visit {
        server: Server::start(&app()),
        browser: Browser::start(engine, Setup::default()),
    };
    let mut sam = Person::arrives(&visit, "#/lock");
    sets_the_lock(&mut sam);
    sam.opens(&seed::page(SMALL, "begin/about"));
    while sam.question() != text("prompt.best-hopes.title") {
        sam.continues();
    }
    sam.writes("best-hopes", WORDS);
    sam.is_told_about_saving("save.saved");
    sam.browser.store("somebody-else", CONTROL);
    sam.chooses("lock.now");
    is_locked(&sam);
    let key = seed::key(SMALL);
    let sealed = sam.browser.stored().get(&key).cloned();
    let sealed = sealed.expect("the plan is stored");
    let home = visit.browser.home();
    let piece = &sealed[40..72];
    for words in [piece, CONTROL] {
        let mut seen = || (!holding(&home, words).is_empty()).then_some(());
        poll(UNTIL_WRITTEN, &mut seen)
            .unwrap_or_else(|| panic!("{engine} does not write “{words}”"));
    }

    let visit = visit.comes_back(Browser::kill);
    for words in [WORDS, PASSPHRASE, "place\":\"hopes/best\""] {
        let found = holding(&home, words);
        assert!(found.is_empty(), "{engine}: “{words}” in {found:?}");
    }
    let mut sam = Person::arrives(&visit, &page());
    is_locked(&sam);
    tries(&mut sam, PASSPHRASE);
    sam.is_asked("prompt.best-hopes.title");
    assert_eq!(sam.value("best-hopes"), WORDS);
}

#[test]
fn chromium() {
    run_alone(Engine::Chromium, leaves_no_trace);
}

#[test]
fn firefox() {
    run_alone(Engine::Firefox, leaves_no_trace);
}
