//! Everything that a browser wrote for its user, after it was killed.

use super::*;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use e2e::process::poll;
use e2e::scenario::run_alone;
use e2e::server::Server;
use e2e::{Browser, Home, Undriven};
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::time::Duration;

/// Chromium writes at most 60 times an hour.
const UNTIL_WRITTEN: Duration = Duration::from_secs(120);

/// Stands under another program's key, unlocked: shows that the search finds what is there.
const CONTROL: &str = "Unlocked marmalade in Ashcombe";

/// What nobody may find, and what stands beside it in every plan that can be read.
const SECRETS: [&str; 3] = [WORDS, PASSPHRASE, "place\":\"hopes/best\""];

/// Where in a sealed text there is a piece of what is sealed.
const PIECE: Range<usize> = 40..72;

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

/// Waits until the browser has written all of these.
#[track_caller]
fn is_written(home: &Home, all: &[&str]) {
    for words in all {
        let mut seen = || (!holding(home, words).is_empty()).then_some(());
        poll(UNTIL_WRITTEN, &mut seen).unwrap_or_else(|| panic!("“{words}” is not written"));
    }
}

#[track_caller]
fn is_nowhere(home: &Home, all: &[&str]) {
    for words in all {
        let found = holding(home, words);
        assert!(found.is_empty(), "“{words}” in {found:?}");
    }
}

/// Sets a lock, writes behind it, and closes it. Gives a piece of what is stored of the words.
fn writes_behind_a_lock(visit: &Visit) -> String {
    let mut sam = Person::arrives(visit, "#/lock");
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
    sealed.expect("the plan is stored")[PIECE].to_owned()
}

fn leaves_no_trace(engine: Engine) {
    let visit = Visit {
        server: Server::start(&app()),
        browser: Browser::start(engine, Setup::default()),
    };
    let piece = writes_behind_a_lock(&visit);
    let home = visit.browser.home();
    is_written(&home, &[&piece, CONTROL]);

    let visit = visit.comes_back(Browser::kill);
    is_nowhere(&home, &SECRETS);
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

/// WebKit's driver lets it write nothing at all of what a page stores. So this is a WebKit as people have it, which
/// nobody drives: the page does it all by itself, and tells the server.
#[test]
fn webkit() {
    run_alone(Engine::WebKit, |engine| {
        let server = Server::start(&app());
        server.plays_first(Box::leak(by_itself().into_boxed_str()));
        let home = Home::fresh();
        let browser = Undriven::visits(&home, &server.url("?lock#/lock"));
        let piece = is_told(&server, "sealed");
        is_written(&home, &[&piece, CONTROL]);
        browser.kill();
        is_nowhere(&home, &SECRETS);
        let files = holding(&home, &piece);
        let names: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
        assert!(
            names.iter().all(|name| name.contains("localstorage")),
            "{names:?}"
        );

        let browser = Undriven::visits(&home, &server.url(&format!("?open{}", page())));
        assert_eq!(is_told(&server, "opened"), "true", "the words are there");
        browser.kill();
        is_nowhere(&home, &SECRETS);

        let visit = Visit {
            server: Server::start(&app()),
            browser: Browser::start(engine, Setup::default()),
        };
        let piece = writes_behind_a_lock(&visit);
        // What it writes at all, it writes half a second after the change.
        visit.browser.rest(3_000);
        let home = visit.browser.kill();
        is_nowhere(&home, &[SECRETS.as_slice(), &[&piece, CONTROL]].concat());
    });
}

/// What the page does in a browser that nobody drives. The words do not stand in it as they are, since the browser may
/// keep the page as well.
fn by_itself() -> String {
    let codes = |words: &str| -> Vec<u16> { words.encode_utf16().map(|code| code + 1).collect() };
    let words = [PASSPHRASE, WORDS, CONTROL].map(codes);
    let names = ["nav.continue", "save.saved", "lock.now"].map(text);
    format!(
        "(() => {{ const codes = {}, names = {}, plan = {}, begin = {}; {} }})();",
        json!(words),
        json!(names),
        json!(seed::key(SMALL)),
        json!(seed::page(SMALL, "begin/about")),
        include_str!("../scripts/locking.js"),
    )
}

/// Waits until the page has told this to the server.
fn is_told(server: &Server, name: &str) -> String {
    let begin = format!("GET /told/{name}-");
    poll(UNTIL_WRITTEN, || {
        let requests = server.requests();
        assert!(
            !requests
                .iter()
                .any(|told| told.starts_with("GET /told/wrong")),
            "{requests:?}"
        );
        let told = requests
            .iter()
            .find_map(|request| request.strip_prefix(&begin))?;
        Some(told.to_owned())
    })
    .unwrap_or_else(|| panic!("waited in vain for {name}: {:?}", server.requests()))
}
