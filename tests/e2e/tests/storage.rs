//! The browser keeps nothing, or has no room left: the notice, the copy, and nothing lost.

use e2e::keyboard::Key;
use e2e::paper::squeezed;
use e2e::{Setup, StorageAccess, Visit};
use serde_json::json;

use crate::catalogue::text;
use crate::person::Person;
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
