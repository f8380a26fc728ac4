//! Delete everything: a copy first, one more question, and an empty browser in every tab.

use e2e::keyboard::Key;
use e2e::{Setup, Visit};
use serde_json::{Value, json};

use crate::catalogue::text;
use crate::seed::{self, FULL, SMALL, full_plan, small_plan};
use crate::{app, in_every_engine};

const SOMEBODY_ELSE: &str = "somebody-else";

/// What some JSON says, whatever the order of its parts.
fn read(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

in_every_engine!(in_every_tab, app(), Setup::default(), |visit: &Visit| {
    let plans = [(FULL, &*full_plan()), (SMALL, &*small_plan())];
    let mut sam = seed::arrives_with(visit, &plans, &seed::page(SMALL, "hopes/instead"));
    sam.opens(&seed::page(SMALL, "hopes/best"));
    sam.browser.store(SOMEBODY_ELSE, "y");
    let writing = sam.browser.tab();
    let deleting = sam.browser.open_tab();
    sam.opens("#/settings");
    sam.follows("settings.privacy");
    sam.is_told("delete-all.stays");
    sam.chooses("delete-all.copy");
    let copy = read(&sam.browser.any_saved_file());
    for (plan, seeded) in plans {
        let copied = copy[seed::key(plan)].as_str().unwrap_or_default();
        assert_eq!(read(copied), read(seeded));
    }

    // Asked once more, somebody thinks better of it.
    sam.chooses("delete-all.title");
    sam.is_told("delete-all.sure");
    assert_eq!(sam.browser.focus().id, "delete-all");
    assert_eq!(sam.browser.axe_violations(), Vec::<String>::new());
    sam.chooses("delete-all.no");
    assert!(sam.browser.stored().len() > 3);
    sam.chooses("delete-all.title");

    // In the other tab words wait to be written, and its timer never comes.
    sam.browser.switch_to(&writing);
    sam.browser.script(
        "window.timers = window.setTimeout; window.setTimeout = () => 0;",
        json!([]),
    );
    sam.writes_more("best-hopes", " And Fridays.");
    sam.browser
        .script("window.setTimeout = window.timers;", json!([]));
    let stored = sam.browser.stored();
    assert!(!stored[&seed::key(SMALL)].contains("Fridays"));
    sam.browser.switch_to(&deleting);
    sam.turns_the_page(|| sam.chooses("delete-all.yes"));
    sam.is_asked("home.first-title");
    sam.is_told("delete-all.done");
    assert_eq!(sam.browser.focus().id, "emptied");
    assert_eq!(sam.browser.fragment(), "#/");
    let others = [(SOMEBODY_ELSE.to_owned(), "y".to_owned())];
    assert_eq!(sam.browser.stored(), others.clone().into());

    sam.browser.switch_to(&writing);
    sam.is_told("delete-all.done");
    assert_eq!(sam.browser.fragment(), "#/");
    assert!(!sam.page_text().contains("Wednesdays"));
    sam.browser.script(
        "for (const name of ['blur', 'pagehide']) dispatchEvent(new Event(name));",
        json!([]),
    );
    sam.reloads();
    sam.is_asked("home.first-title");
    assert_eq!(sam.browser.stored(), others.into());
    sam.turns_the_page(|| sam.browser.back());
    assert!(!sam.page_text().contains("Wednesdays"));
});

in_every_engine!(
    what_cannot_be_deleted_is_told,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let sam = seed::arrives_with(visit, &[(SMALL, &small_plan())], "#/privacy");
        sam.browser.script(
            "const remove = Storage.prototype.removeItem;
             Storage.prototype.removeItem = function (key) {
                 if (key.includes('.plan.')) throw new DOMException('no', 'SecurityError');
                 remove.call(this, key);
             };",
            json!([]),
        );
        sam.chooses("delete-all.title");
        sam.chooses("delete-all.yes");
        sam.is_told("delete-all.failed");
        assert_eq!(sam.browser.focus().name, text("delete-all.failed"));
        let left: Vec<String> = sam.browser.stored().into_keys().collect();
        assert_eq!(left, [seed::key(SMALL)]);
        sam.browser.press(Key::Tab);
    }
);
