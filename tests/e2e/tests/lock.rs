//! The lock: set, opened, changed, taken off; closed by hand, by time, in other tabs and by the way back;
//! and nothing that can be read on the disk.

mod on_the_disk;

use e2e::keyboard::Key;
use e2e::{Engine, Setup, Visit};
use serde_json::json;
use std::collections::BTreeMap;

use crate::catalogue::text;
use crate::person::Person;
use crate::seed::{self, SMALL, arrives_with, small_plan};
use crate::{app, in_every_engine};

const PASSPHRASE: &str = "Zwölf graue Kraniche";
const OTHER: &str = "seven paper lanterns";
const WORDS: &str = "Quinceberry porridge at Wrenthorpe";

/// Sets a lock, as somebody does who has read what it is.
fn sets_the_lock(sam: &mut Person) {
    sam.opens("#/lock");
    sam.writes("new-passphrase", PASSPHRASE);
    sam.writes("new-passphrase-again", PASSPHRASE);
    sam.chooses("lock.set");
    sam.is_told("lock.is-set");
}

#[track_caller]
pub(crate) fn is_locked(sam: &Person) {
    sam.is_asked("lock.closed-title");
    assert!(!sam.page_text().contains(WORDS), "{}", sam.page_text());
}

/// Types a passphrase into the locked page and sends it.
fn tries(sam: &mut Person, passphrase: &str) {
    sam.browser.script(
        "document.getElementById('passphrase').value = '';",
        json!([]),
    );
    sam.writes("passphrase", passphrase);
    sam.chooses("lock.open");
}

fn page() -> String {
    seed::page(SMALL, "hopes/best")
}

/// A plan of their own words behind a lock, open.
pub(crate) fn has_locked_words<'a>(visit: &'a Visit) -> Person<'a> {
    let mut sam = arrives_with(visit, &[(SMALL, &small_plan())], "#/lock");
    sets_the_lock(&mut sam);
    sam.opens(&page());
    sam.is_asked("prompt.best-hopes.title");
    sam.writes_more("best-hopes", WORDS);
    sam.is_told_about_saving("save.saved");
    sam
}

#[track_caller]
fn all_is_sealed(stored: &BTreeMap<String, String>) {
    let words = stored
        .iter()
        .filter(|(key, _)| ["plan", "head", "kept"].contains(&key.split('.').nth(1).unwrap_or("")));
    let plain: Vec<_> = words
        .filter(|(_, text)| !text.starts_with("sealed1$"))
        .collect();
    assert!(plain.is_empty(), "{plain:?}");
}

in_every_engine!(
    from_setting_to_taking_off,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let mut sam = arrives_with(visit, &[(SMALL, &small_plan())], "#/lock");
        sam.browser.waits_for_the_worker();
        let loaded = visit.server.requests_of_the_page();
        sam.writes("new-passphrase", "short");
        sam.chooses("lock.set");
        sam.is_told("lock.short");
        sam.browser.script(
            "document.getElementById('new-passphrase').value = '';",
            json!([]),
        );
        sam.writes("new-passphrase", PASSPHRASE);
        sam.writes("new-passphrase-again", OTHER);
        sam.chooses("lock.set");
        sam.is_told("lock.differ");
        assert_eq!(
            visit.server.requests_of_the_page(),
            loaded,
            "nothing is loaded for that"
        );
        sam.browser.script(
            "document.getElementById('new-passphrase-again').value = '';",
            json!([]),
        );
        sam.writes("new-passphrase-again", PASSPHRASE);
        sam.chooses("lock.set");
        sam.is_told("lock.is-set");
        assert_eq!(
            visit.server.requests_of_the_page(),
            loaded,
            "the part that makes locks is there already"
        );
        assert!(
            loaded.iter().any(|one| one.starts_with("GET /vault-")),
            "{loaded:?}"
        );
        all_is_sealed(&sam.browser.stored());

        sam.opens(&page());
        sam.is_asked("prompt.best-hopes.title");
        sam.writes_more("best-hopes", WORDS);
        sam.is_told_about_saving("save.saved");
        all_is_sealed(&sam.browser.stored());
        sam.reloads();
        is_locked(&sam);
        sam.follows("nav.urgent-help");
        sam.is_asked("urgent.title");
        sam.opens(&page());
        is_locked(&sam);
        tries(&mut sam, OTHER);
        sam.is_told("lock.wrong");
        is_locked(&sam);
        // Typed on another keyboard: the same letters, put together from parts, and a space behind.
        tries(&mut sam, "Zwo\u{308}lf graue Kraniche ");
        sam.is_asked("prompt.best-hopes.title");
        assert!(sam.value("best-hopes").ends_with(WORDS));

        changes_the_passphrase(&mut sam);
        sam.chooses("lock.now");
        is_locked(&sam);
        tries(&mut sam, PASSPHRASE);
        sam.is_told("lock.wrong");
        tries(&mut sam, OTHER);
        sam.is_told("lock.is-set");

        sam.chooses("lock.remove");
        sam.writes("passphrase-to-remove", OTHER);
        sam.browser.press(Key::Enter);
        sam.is_told("lock.removed");
        let stored = sam.browser.stored();
        assert!(!stored.contains_key("first-light.lock"));
        assert!(stored.values().any(|text| text.contains(WORDS)));
        sam.opens(&page());
        sam.reloads();
        assert!(sam.value("best-hopes").ends_with(WORDS));
        assert_eq!(visit.server.violations(), Vec::<String>::new());
    }
);

fn changes_the_passphrase(sam: &mut Person) {
    sam.opens("#/lock");
    sam.is_told("lock.is-set");
    sam.chooses("lock.change");
    sam.writes("passphrase-to-change", PASSPHRASE);
    sam.writes("new-passphrase", OTHER);
    sam.writes("new-passphrase-again", OTHER);
    sam.browser.press(Key::Enter);
    sam.is_told("lock.changed");
}

/// Somebody looks at the page again so many minutes after they came.
fn later(sam: &Person, minutes: u32) {
    sam.browser.script(
        "window.clock ??= window.Date.now;
         window.Date.now = () => window.clock.call(Date) + arguments[0] * 60_000;
         window.dispatchEvent(new Event('focus'));",
        json!([minutes]),
    );
}

in_every_engine!(
    closes_by_itself,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let mut sam = has_locked_words(visit);
        // Whoever does something before the time is over has all of it again.
        for minutes in [12, 24] {
            later(&sam, minutes);
            sam.writes_more("best-hopes", " and milk");
        }
        // Typed a moment before: it is written before the lock closes.
        sam.writes_more("best-hopes", " and tea");
        later(&sam, 39);
        is_locked(&sam);
        tries(&mut sam, PASSPHRASE);
        sam.is_asked("prompt.best-hopes.title");
        assert!(
            sam.value("best-hopes")
                .ends_with(" and milk and milk and tea")
        );

        // The browser puts the page away whole, and brings it back.
        sam.browser.script(
            "window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
             window.hidden = getComputedStyle(document.body).visibility;",
            json!([]),
        );
        assert_eq!(sam.browser.text_of("return window.hidden"), "hidden");
        is_locked(&sam);
        sam.browser.script(
            "window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));",
            json!([]),
        );
        sam.browser.wait_until(
            "the page to be seen again",
            "return getComputedStyle(document.body).visibility === 'visible'",
        );
        tries(&mut sam, PASSPHRASE);
        sam.is_asked("prompt.best-hopes.title");
        sam.browser.open(&visit.server.url("favicon.svg"));
        sam.browser.back();
        is_locked(&sam);
    }
);

in_every_engine!(
    this_visit_only_without_the_passphrase,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let mut sam = has_locked_words(visit);
        sam.chooses("lock.now");
        is_locked(&sam);
        let before = sam.browser.stored();
        sam.follows("lock.visit");
        while sam.question() != text("prompt.best-hopes.title") {
            sam.continues();
        }
        sam.writes("best-hopes", "A visitor's words");
        sam.is_told_about_saving("save.visit-only");
        assert!(!sam.page_text().contains(WORDS));
        sam.reloads();
        assert_eq!(sam.browser.stored(), before, "nothing of it is stored");
        sam.opens(&page());
        is_locked(&sam);
        tries(&mut sam, PASSPHRASE);
        sam.is_asked("prompt.best-hopes.title");
        assert!(sam.value("best-hopes").ends_with(WORDS));
    }
);

in_every_engine!(other_tabs, app(), Setup::default(), |visit: &Visit| {
    let mut sam = arrives_with(visit, &[(SMALL, &small_plan())], &page());
    sam.writes_more("best-hopes", WORDS);
    sam.is_told_about_saving("save.saved");
    let first = sam.browser.tab();
    let second = sam.browser.open_tab();
    let mut other = Person::arrives(visit, "#/lock");
    sets_the_lock(&mut other);

    sam.browser.switch_to(&first);
    is_locked(&sam);
    tries(&mut sam, PASSPHRASE);
    sam.is_asked("prompt.best-hopes.title");
    assert!(sam.value("best-hopes").ends_with(WORDS));
    all_is_sealed(&sam.browser.stored());

    other.browser.switch_to(&second);
    other.chooses("lock.now");
    is_locked(&other);
    sam.browser.switch_to(&first);
    is_locked(&sam);
});

in_every_engine!(
    the_vault_does_not_arrive,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let mut sam = arrives_with(visit, &[(SMALL, &small_plan())], "#/lock");
        let before = sam.browser.stored();
        sam.browser.script(
            "window.reachable = window.fetch;
             window.fetch = () => Promise.resolve(new Response('gone', { status: 404 }));",
            json!([]),
        );
        sam.writes("new-passphrase", PASSPHRASE);
        sam.writes("new-passphrase-again", PASSPHRASE);
        sam.chooses("lock.set");
        sam.is_told("lock.not-loaded");
        assert_eq!(sam.browser.stored(), before);
        sam.browser
            .script("window.fetch = window.reachable;", json!([]));
        sam.browser.press(Key::Enter);
        sam.is_told("lock.is-set");

        // A lock that is not one, and the way out for whoever has lost theirs.
        sam.browser.store("first-light.lock", "lock1$AAAA$damaged");
        sam.reloads();
        is_locked(&sam);
        tries(&mut sam, PASSPHRASE);
        sam.is_told("lock.unreadable");
        sam.chooses("lock.forgotten");
        sam.chooses("lock.forgotten-download");
        let saved = sam.browser.any_saved_file();
        for (key, text) in sam.browser.stored() {
            assert!(saved.contains(&key) && saved.contains(&text), "{key}");
        }
    }
);

// A copy of everything holds sealed plans. It opens where there is neither a plan nor a lock.
in_every_engine!(
    what_was_saved_behind_it_opens_again,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let mut sam = has_locked_words(visit);
        sam.opens("#/privacy");
        sam.chooses("delete-all.copy");
        let saved = sam.browser.any_saved_file();
        assert!(!saved.contains(WORDS), "{saved}");
        sam.browser.script("localStorage.clear();", json!([]));
        sam.reloads();
        sam.opens("#/copy");
        sam.browser.script(
            "document.getElementById('copy-text').value = arguments[0];",
            json!([saved]),
        );
        sam.chooses("copy.open");
        sam.is_asked("copy.locked-title");
        sam.writes("copy-passphrase", PASSPHRASE);
        sam.chooses("copy.unlock");
        sam.is_asked("copy.found-title");
        assert!(sam.page_text().contains(WORDS), "{}", sam.page_text());
        sam.chooses("copy.keep");
        sam.is_told("copy.kept");
        let plan = &sam.browser.stored()[&seed::key(SMALL)];
        assert!(plan.contains(WORDS), "{plan}");
    }
);

in_every_engine!(
    a_crash_shows_no_passphrase,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let mut sam = arrives_with(visit, &[(SMALL, &small_plan())], "#/lock");
        sam.ticks(text("lock.show"));
        sam.writes("new-passphrase", PASSPHRASE);
        sam.browser.script(
            "window.dispatchEvent(new CustomEvent('first-light-stopped', { detail: 'test' }));",
            json!([]),
        );
        sam.browser
            .wait_until("the panel", "return !!document.querySelector('.crash')");
        assert!(!sam.page_text().contains(PASSPHRASE));
    }
);
