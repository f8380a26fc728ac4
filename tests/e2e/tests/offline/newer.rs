//! When a newer version comes.

use std::fs;

use e2e::scenario::run;
use e2e::{Browser, Engine, Setup, Visit};
use serde_json::json;

use super::{becomes, caches, loads_again, version};
use crate::seed::{self, SMALL, arrives_with, small_plan};
use crate::{app, in_every_engine};

/// How many newer versions come while somebody types.
const UPDATES: usize = 50;
const FIELD: &str = "best-hopes";

/// The number of the version that is shown.
fn shown(browser: &Browser) -> String {
    browser.text_of("return document.documentElement.dataset.version || ''")
}

/// Asks the browser to look for a newer version, as it does whenever the page is opened, and waits until
/// that is installed.
fn hears_of_a_newer_version(browser: &Browser) {
    let asked = browser.script_with_callback(
        "const done = arguments[arguments.length - 1];
         navigator.serviceWorker.getRegistration()
             .then((registration) => registration.update()).then(() => done(true), (error) => done(String(error)));",
        json!([]),
    );
    assert_eq!(asked, json!(true));
    browser.wait_for("the newer version", || {
        let waits = browser.script_with_callback(
            "const done = arguments[arguments.length - 1];
             navigator.serviceWorker.getRegistration().then((registration) => done(!!registration.waiting));",
            json!([]),
        );
        (waits == json!(true)).then_some(())
    });
}

in_every_engine!(
    a_newer_version_is_offered,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let mut sam = arrives_with(
            visit,
            &[(SMALL, &small_plan())],
            &seed::page(SMALL, "hopes/best"),
        );
        visit.browser.waits_for_the_worker();
        assert!(!sam.page_text().contains("newer First Light"));
        let newer = version(1);
        visit.server.serves(newer.path());
        hears_of_a_newer_version(&visit.browser);
        sam.is_told("newer.title");
        assert_eq!(visit.browser.axe_violations(), Vec::<String>::new());
        sam.chooses("newer.later");
        assert!(!sam.page_text().contains("newer First Light"));
        loads_again(&sam);
        assert_eq!(shown(&visit.browser), "", "the newer version did not wait");

        // Words that are nowhere else would be lost: then nothing is offered.
        sam.is_told("newer.title");
        sam.opens("#/new");
        sam.continues();
        sam.is_told("newer.title");
        let visit_only = "const store = Storage.prototype.setItem;
            window.lets = () => { Storage.prototype.setItem = store; };
            Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";
        sam.opens(&seed::page(SMALL, "hopes/best"));
        visit.browser.script(visit_only, json!([]));
        sam.writes_more(FIELD, " And Fridays.");
        sam.is_told_about_saving("save.not-saved");
        assert!(!sam.page_text().contains("newer First Light"));
        visit.browser.script("lets();", json!([]));
        sam.writes_more(FIELD, " Not Mondays.");
        sam.is_told_about_saving("save.saved");
        sam.is_told("newer.title");

        sam.turns_the_page(|| sam.chooses("newer.now"));
        assert_eq!(shown(&visit.browser), "1");
        assert!(sam.value(FIELD).ends_with(" Not Mondays."));
        sam.writes_more(FIELD, " Sundays.");
        sam.is_told_about_saving("save.saved");
        visit.browser.wait_for("the older files to go", || {
            (caches(&visit.browser).len() == 1).then_some(())
        });
        assert_eq!(visit.server.violations(), Vec::<String>::new());
    }
);

in_every_engine!(
    another_tab_keeps_its_version,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let mut sam = arrives_with(visit, &[(SMALL, &small_plan())], "#/lock");
        visit.browser.waits_for_the_worker();
        let old = visit.browser.tab();

        // In the newer version the part that makes locks has another name, and the old one is gone.
        let newer = version(2);
        let part = fs::read_dir(newer.path()).expect("a folder").flatten();
        let part = part
            .map(|file| file.file_name().into_string().expect("a name"))
            .find(|name| name.starts_with("vault-") && name.ends_with(".wasm"))
            .expect("the part that makes locks");
        let renamed = "vault-0123456789abcdef.wasm";
        fs::rename(newer.path().join(&part), newer.path().join(renamed)).expect("renamed");
        let page = newer.path().join("index.html");
        let text = fs::read_to_string(&page).expect("the page");
        fs::write(&page, text.replace(&part, renamed)).expect("the page can be written");
        xtask::offline::write(newer.path()).expect("the worker can be written");
        visit.server.serves(newer.path());

        visit.browser.open_tab();
        sam.opens("#/settings");
        hears_of_a_newer_version(&visit.browser);
        sam.is_told("newer.title");
        sam.turns_the_page(|| sam.chooses("newer.now"));
        assert_eq!(shown(&visit.browser), "2");

        visit.browser.switch_to(&old);
        assert_eq!(shown(&visit.browser), "");
        sam.is_told("newer.title");
        visit.server.goes_away();
        for field in ["new-passphrase", "new-passphrase-again"] {
            sam.writes(field, "seven paper lanterns");
        }
        sam.chooses("lock.set");
        sam.is_told("lock.is-set");
        loads_again(&sam);
        assert_eq!(shown(&visit.browser), "2");
        sam.is_asked("lock.closed-title");
    }
);

/// Fifty newer versions come while somebody types; every second one is taken at once, in the middle of a
/// word, the others later or never. No character is lost, and the version is always the one that was taken.
fn updates_while_typing(visit: &Visit) {
    let browser = &visit.browser;
    let mut sam = arrives_with(
        visit,
        &[(SMALL, &small_plan())],
        &seed::page(SMALL, "hopes/best"),
    );
    browser.waits_for_the_worker();
    let mut expected = sam.value(FIELD);
    let mut taken = String::new();
    let served = version(100);
    visit.server.serves(served.path());
    for number in 101..101 + UPDATES {
        becomes(served.path(), number);
        let before = format!(" before {number}");
        sam.writes_more(FIELD, &before);
        hears_of_a_newer_version(browser);
        sam.is_told("newer.title");
        let after = format!(" after {number}");
        sam.writes_more(FIELD, &after);
        expected.push_str(&before);
        expected.push_str(&after);
        if number % 2 == 0 {
            // Typed and taken in the same moment: the last letters are not stored yet.
            sam.turns_the_page(|| {
                browser.script(
                    "const field = document.getElementById(arguments[0]);
                     field.value += '!';
                     field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                     for (const button of document.querySelectorAll('.notice button')) {
                         if (button.textContent === arguments[1]) { button.click(); return; }
                     }",
                    json!([FIELD, crate::catalogue::text("newer.now")]),
                );
            });
            expected.push('!');
            taken = number.to_string();
        } else {
            sam.chooses("newer.later");
        }
        assert_eq!(shown(browser), taken);
        assert_eq!(sam.value(FIELD), expected);
    }
    let stored = browser.stored();
    let plan = &stored[&seed::key(SMALL)];
    assert!(plan.contains(&expected), "{plan}");
    assert_eq!(visit.server.violations(), Vec::<String>::new());
}

#[test]
fn fifty_updates_while_typing() {
    run(
        Engine::Chromium,
        module_path!(),
        &app(),
        Setup::default(),
        updates_while_typing,
    );
}
