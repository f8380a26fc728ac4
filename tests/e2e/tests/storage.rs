//! The browser keeps nothing, or has no room left: the notice, the copy, and nothing lost.

use e2e::keyboard::Key;
use e2e::paper::squeezed;
use e2e::{Setup, StorageAccess, Visit};
use serde_json::json;

use crate::catalogue::text;
use crate::person::Person;
use crate::seed::{self, FULL, full_plan};
use crate::{app, in_every_engine};

const BLOCKED: Setup = Setup {
    colours: e2e::Colours::Light,
    width: e2e::Width::Wide,
    storage: StorageAccess::Blocked,
};

in_every_engine!(storage_blocked, app(), BLOCKED, |visit: &Visit| {
    let mut sam = Person::arrives(visit, "");
    sam.follows("home.begin");
    goes_to_the_first_question(&sam);
    sam.writes("best-hopes", "To sleep.");
    sam.is_told("trouble.blocked-title");
    sam.is_told("trouble.blocked-text");
    sam.is_told_about_saving("save.not-saved");

    sam.continues();
    sam.writes("worth-it", "I would hum.");
    sam.browser.back();
    sam.is_asked("prompt.best-hopes.title");
    assert_eq!(sam.value("best-hopes"), "To sleep.");
    takes_a_copy(&sam);
});

in_every_engine!(storage_full, app(), Setup::default(), |visit: &Visit| {
    let mut sam = Person::arrives(visit, "");
    sam.follows("home.begin");
    goes_to_the_first_question(&sam);
    sam.writes("best-hopes", "To sleep.");
    sam.is_told_about_saving("save.saved");
    sam.continues();
    sam.browser.fill_storage();
    sam.writes("worth-it", "I would hum.");
    sam.is_told("trouble.full-title");
    sam.is_told_about_saving("save.not-saved");
    let stored = sam.browser.stored();
    assert!(
        stored.values().any(|text| text.contains("To sleep.")),
        "what was stored before is still there"
    );
    takes_a_copy(&sam);

    sam.browser.make_room();
    sam.writes_more("worth-it", " Loudly.");
    sam.is_told_about_saving("save.saved");
    assert!(!squeezed(&sam.sees()).contains(&squeezed(text("trouble.full-title"))));
    sam.reloads();
    assert_eq!(sam.value("worth-it"), "I would hum. Loudly.");
});

in_every_engine!(
    storage_full_at_everything_that_writes,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let page = seed::page(FULL, "hopes/worth-it");
        let mut sam = seed::arrives_with(visit, &[(FULL, &full_plan())], &page);
        sam.is_told_about_saving("save.saved");
        // Coming to this page is stored too, and may leave less in storage than what the test put there.
        let head = seed::key(FULL).replace(".plan.", ".head.");
        sam.browser.wait_for("the page in storage", || {
            sam.browser.stored().contains_key(&head).then_some(())
        });
        sam.browser.fill_storage();
        let before = sam.browser.stored();
        sam.browser.script(
            "addEventListener('input', () => { window.typedAt ??= performance.now(); }, true);
             new MutationObserver(() => {
                 if (document.querySelector('.notice[data-kind=trouble]')) window.saidAt ??= performance.now();
             }).observe(document.body, { childList: true, subtree: true });",
            json!([]),
        );

        sam.writes_more("worth-it", " More.");
        sam.is_told("trouble.full-title");
        let wait = sam.browser.script("return saidAt - typedAt", json!([]));
        assert!(
            wait.as_f64().is_some_and(|wait| wait <= 1_000.0),
            "said after {wait} ms"
        );
        // Writing goes on, here and on the next page, and stays.
        sam.writes_more("worth-it", " And more.");
        let words = sam.value("worth-it");
        sam.continues();
        sam.browser.back();
        sam.is_asked("prompt.worth-it.title");
        assert_eq!(sam.value("worth-it"), words);
        takes_a_copy(&sam);

        sam.follows("nav.settings");
        sam.browser.script(
            "document.querySelector('input[value=dark]').click();",
            json!([]),
        );
        sam.browser.wait_until(
            "the dark look",
            "return document.documentElement.dataset.theme === 'dark'",
        );
        sam.is_told("trouble.full-title");

        sam.follows("nav.home");
        sam.chooses("plan-menu.rename");
        sam.browser.type_text(&" and much longer".repeat(8));
        sam.browser.press(Key::Enter);
        sam.is_told("trouble.full-title");
        sam.chooses("plan-menu.copy");
        sam.is_told("trouble.full-title");
        let mut now = sam.browser.stored();
        // What home shows of a plan can be made again, and makes way.
        now.retain(|key, _| !key.contains(".head."));
        for (key, text) in &now {
            assert_eq!(before.get(key), Some(text), "{key} is not what it was");
        }
        assert!(now.contains_key(&seed::key(FULL)));

        sam.browser.make_room();
        sam.chooses("trouble.try-again");
        sam.browser.wait_for("all of it in storage", || {
            let stored = sam.browser.stored();
            let plan = stored[&seed::key(FULL)].contains("More. And more.");
            let dark = stored
                .get("first-light.settings")
                .is_some_and(|settings| settings.contains("dark"));
            (plan && dark).then_some(())
        });
        assert!(!squeezed(&sam.sees()).contains(&squeezed(text("trouble.full-title"))));
    }
);

in_every_engine!(this_visit_only, app(), Setup::default(), |visit: &Visit| {
    let mut sam = Person::arrives(visit, "");
    let before = sam.browser.stored();
    sam.follows("home.begin");
    sam.browser.tab_to("where the words are kept", |focus| {
        focus.name.contains(text("keep.device-title"))
    });
    sam.browser.press(Key::Down);
    sam.is_told_about_saving("save.visit-only");
    sam.writes("plan-name", "For me");
    goes_to_the_first_question(&sam);
    sam.writes("best-hopes", "To sleep.");
    sam.continues();
    sam.browser.back();
    sam.is_asked("prompt.best-hopes.title");
    assert_eq!(sam.value("best-hopes"), "To sleep.");
    assert_eq!(sam.browser.stored(), before, "nothing is written");
    sam.reloads();
    assert!(!sam.page_text().contains("To sleep."));
    assert_eq!(sam.browser.stored(), before, "nor on leaving");
});

in_every_engine!(
    saved_soon_after_each_key,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let mut sam = Person::arrives(visit, "");
        sam.follows("home.begin");
        goes_to_the_first_question(&sam);
        sam.browser.script(WATCH, json!([]));
        for letter in ["a", "b", "c", "d", "e", "f", "g"] {
            sam.writes_more("best-hopes", letter);
            sam.browser
                .wait_until("the key to be stored", "return watched.typed === null");
        }
        let waits = sam
            .browser
            .script("return watched.waits.sort((a, b) => a - b)", json!([]));
        // Other browsers are at work on the same machine: what counts is the time of an ordinary key.
        let median = waits[3].as_f64();
        assert!(
            median.is_some_and(|wait| wait <= 250.0),
            "milliseconds: {waits}"
        );
    }
);

/// Takes the time from each key's arrival in the field to the write that holds it.
const WATCH: &str = "
    window.watched = { typed: null, waits: [] };
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
        write.call(this, key, text);
        const { typed, waits } = window.watched;
        if (typed && text.includes(typed.words)) {
            waits.push(performance.now() - typed.at);
            window.watched.typed = null;
        }
    };
    document.addEventListener('input', (event) => {
        window.watched.typed = { words: event.target.value, at: performance.now() };
    }, true);";

fn goes_to_the_first_question(sam: &Person) {
    while sam.question() != text("prompt.best-hopes.title") {
        sam.continues();
    }
}

/// Saves the plan as a file, as the notice offers, and finds every word in it.
fn takes_a_copy(sam: &Person) {
    sam.chooses("trouble.keep-copy");
    let copy = sam.browser.any_saved_file();
    for words in sam.written() {
        assert!(copy.contains(words), "“{words}” is not in the copy: {copy}");
    }
}
