//! Leave now: words are stored, the page is empty at once, and going back shows nothing.

use std::path::Path;

use e2e::keyboard::Key;
use e2e::server::Server;
use e2e::{Engine, Setup, StorageAccess, Visit};
use serde_json::json;

use crate::catalogue::text;
use crate::person::Person;
use crate::seed::{self, FULL, full_plan};
use crate::{app, in_every_engine, lock};

const MARK: &str = "first-light.left";
const BLOCKED: Setup = Setup {
    colours: e2e::Colours::Light,
    width: e2e::Width::Wide,
    storage: StorageAccess::Blocked,
};

/// The site that leaving leads to, in these tests.
fn elsewhere() -> Server {
    Server::start(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/plain"))
}

/// A question that the full plan answers.
fn a_question() -> String {
    seed::page(FULL, "hopes/worth-it")
}

/// Somebody with the full plan, at a page of it that they came to from the first page.
fn stands_at<'a>(visit: &'a Visit, place: &str) -> Person<'a> {
    let sam = seed::arrives_with(visit, &[(FULL, &full_plan())], "");
    sam.opens(place);
    sam
}

/// From now on leaving this page leads there.
fn leads_to(sam: &Person, site: &Server) {
    sam.browser.script(
        "document.getElementById('left').dataset.to = arguments[0];",
        json!([site.url("")]),
    );
}

#[track_caller]
fn is_at(sam: &Person, site: &Server) {
    let address = site.url("");
    sam.browser.wait_for("the other site", || {
        let here = sam.browser.text_of("return location.href");
        (here == address).then_some(())
    });
}

/// Whether the driver stays with the page that it goes back to from another site. WebKitGTK's answers every
/// further command with an error.
fn goes_back(engine: Engine) -> bool {
    engine != Engine::WebKit
}

/// The pages elsewhere that people came from, as this site was told.
fn came_from(site: &Server) -> Vec<String> {
    let mut referrers = site.referrers();
    referrers.retain(|referrer| !referrer.starts_with(&site.url("")));
    referrers
}

/// Nothing of the app is there but a way in, also not in the tab.
#[track_caller]
fn sees_nothing(sam: &Person) {
    sam.browser.wait_until(
        "an empty page",
        "return document.querySelector('h1')?.textContent === 'Nothing here'",
    );
    let all = sam.browser.text_of(
        "return [document.title, document.body.innerText.trim(), document.querySelectorAll('link[rel*=icon], #app').length].join('|')",
    );
    assert_eq!(
        all.replace('\n', ""),
        "Nothing here|Nothing hereOpen First Light|0"
    );
}

in_every_engine!(
    back_shows_nothing,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let site = elsewhere();
        let place = a_question();
        let mut sam = stands_at(visit, &place);
        sam.continues();
        sam.follows("nav.back");
        leads_to(&sam, &site);
        // Without a timer nothing is stored but what leaving stores.
        sam.browser.wait_for("the page's place to be stored", || {
            let stored = sam.browser.stored();
            stored[&seed::key(FULL)]
                .contains("\"place\":\"hopes/worth-it\"")
                .then_some(())
        });
        sam.browser
            .script("window.setTimeout = () => 0;", json!([]));
        sam.writes_more("worth-it", " And my aunt.");
        assert!(!sam.browser.stored()[&seed::key(FULL)].contains("And my aunt."));
        let at_once = sam.browser.script(
            "document.querySelector('[data-leave]').click();
             return [document.title, document.body.innerText.trim(), localStorage.getItem(arguments[0])];",
            json!([MARK]),
        );
        assert_eq!(at_once, json!(["", "", ""]), "the page is empty at once");
        is_at(&sam, &site);
        assert_eq!(came_from(&site), Vec::<String>::new());

        if !goes_back(sam.browser.engine()) {
            return;
        }
        // The page itself is not in the history any more; those before it are, and are empty.
        for _ in 0..3 {
            sam.browser.back();
            sees_nothing(&sam);
            assert_eq!(sam.browser.axe_violations(), Vec::<String>::new());
        }
        sam.browser.forward();
        sees_nothing(&sam);
        // Loading again is a way in, and leads home.
        sam.reloads();
        assert_eq!(sam.browser.fragment(), "");
        sam.is_asked("home.title");
        assert!(!sam.browser.stored().contains_key(MARK));
        sam.opens(&place);
        assert!(sam.value("worth-it").ends_with("And my aunt."));
        assert_eq!(visit.server.violations(), Vec::<String>::new());
    }
);

// A page that slept in the browser's cache while another one left may not have heard of it.
in_every_engine!(
    a_page_that_wakes_looks_whether_another_left,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let sam = stands_at(visit, &a_question());
        sam.continues();
        sam.browser.script(
            "localStorage.setItem(arguments[0], '');
             window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));",
            json!([MARK]),
        );
        sees_nothing(&sam);
        assert_eq!(visit.server.violations(), Vec::<String>::new());
    }
);

in_every_engine!(
    shift_three_times,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let site = elsewhere();
        let place = a_question();
        let mut sam = stands_at(visit, &place);
        leads_to(&sam, &site);
        // Capitals, and Shift held for something else, are not meant.
        sam.writes_more("worth-it", " ");
        for letter in ['B', 'B', 'C'] {
            sam.browser.press_shift_and(letter);
        }
        sam.browser.press_times(Key::Shift, 2);
        sam.browser.press(Key::End);
        sam.browser.press_shift_tab();
        sam.browser.press_shift_tab();
        sam.browser.press_times(Key::Shift, 2);
        sam.browser.press(Key::Tab);
        assert!(sam.value("worth-it").ends_with(" BBC"));
        sam.browser.press_times(Key::Shift, 3);
        is_at(&sam, &site);
        if !goes_back(sam.browser.engine()) {
            return;
        }
        sam.browser.back();
        sees_nothing(&sam);
        sam.browser.tab_to_named("Open First Light");
        sam.turns_the_page(|| sam.browser.press(Key::Enter));
        sam.is_asked("home.title");
        assert_eq!(sam.browser.fragment(), "");
        assert!(!sam.browser.stored().contains_key(MARK));
    }
);

in_every_engine!(turned_off, app(), Setup::default(), |visit: &Visit| {
    let site = elsewhere();
    let sam = Person::arrives(visit, "#/settings");
    leads_to(&sam, &site);
    sam.browser.wait_until("the button", SHOWN);
    sam.ticks(text("settings.leave"));
    sam.browser.wait_until("no button", HIDDEN);
    sam.browser.press_times(Key::Shift, 3);
    sam.is_asked("settings.title");
    sam.reloads();
    sam.browser.wait_until("no button", HIDDEN);
    leads_to(&sam, &site);
    sam.browser.press_times(Key::Shift, 3);
    sam.is_asked("settings.title");
    sam.ticks(text("settings.leave"));
    sam.browser.wait_until("the button", SHOWN);
    sam.browser.press_times(Key::Shift, 3);
    is_at(&sam, &site);
});

const SHOWN: &str = "return document.querySelector('[data-leave]').checkVisibility()";
const HIDDEN: &str = "return !document.querySelector('[data-leave]').checkVisibility()";

in_every_engine!(
    other_tabs_leave_too,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let site = elsewhere();
        let place = seed::page(FULL, "hopes/worth-it");
        let mut sam = seed::arrives_with(visit, &[(FULL, &full_plan())], "");
        let first = sam.browser.tab();
        leads_to(&sam, &site);
        sam.browser.open_tab();
        sam.opens(&place);
        leads_to(&sam, &site);
        sam.browser
            .script("window.setTimeout = () => 0;", json!([]));
        sam.writes_more("worth-it", " And my aunt.");
        let second = sam.browser.tab();
        sam.browser.switch_to(&first);
        sam.chooses("app.leave");
        is_at(&sam, &site);
        sam.browser.switch_to(&second);
        is_at(&sam, &site);
        sam.browser.switch_to(&first);
        sam.opens(&place);
        assert!(sam.value("worth-it").ends_with("And my aunt."));
    }
);

in_every_engine!(with_storage_blocked, app(), BLOCKED, |visit: &Visit| {
    let site = elsewhere();
    let sam = Person::arrives(visit, "");
    sam.follows("home.begin");
    leads_to(&sam, &site);
    sam.chooses("app.leave");
    is_at(&sam, &site);
    assert_eq!(came_from(&site), Vec::<String>::new());
});

in_every_engine!(
    with_storage_full,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let site = elsewhere();
        let sam = seed::arrives_with(visit, &[(FULL, &full_plan())], "");
        sam.opens(&seed::page(FULL, "hopes/worth-it"));
        leads_to(&sam, &site);
        sam.browser.fill_storage();
        sam.chooses("app.leave");
        is_at(&sam, &site);
        if !goes_back(sam.browser.engine()) {
            return;
        }
        sam.browser.back();
        sees_nothing(&sam);
        sam.browser.make_room();
        sam.reloads();
        sam.opens(&seed::page(FULL, "hopes/worth-it"));
        assert_eq!(
            sam.value("worth-it"),
            "I would ring my sister back the same day."
        );
    }
);

in_every_engine!(
    before_the_program_arrives_and_after_it_stopped,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let site = elsewhere();
        visit.server.loses(".wasm");
        visit.open("");
        let sam = Person::comes(visit);
        sam.browser
            .wait_until("the panel", "return !!document.querySelector('.crash h1')");
        leads_to(&sam, &site);
        sam.browser.tab_to_named("Leave now");
        sam.browser.press(Key::Enter);
        is_at(&sam, &site);
    }
);

/// Whether the browser would ask before the page is closed.
const ASKS: &str = "const closing = new Event('beforeunload', { cancelable: true });
     dispatchEvent(closing); return closing.defaultPrevented;";

in_every_engine!(
    what_is_for_this_visit_only_is_gone,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let site = elsewhere();
        let mut sam = Person::arrives(visit, "");
        sam.follows("home.begin");
        sam.browser.tab_to("where the words are kept", |focus| {
            focus.name.contains(text("keep.device-title"))
        });
        sam.browser.press(Key::Down);
        sam.is_told_about_saving("save.visit-only");
        while sam.question() != text("prompt.best-hopes.title") {
            sam.continues();
        }
        assert!(!sam.browser.is_true(ASKS), "nothing is written yet");
        sam.writes("best-hopes", "Quinces by the gate.");
        sam.browser.wait_until("the browser to ask", ASKS);
        // Leaving asks nothing.
        leads_to(&sam, &site);
        sam.chooses("app.leave");
        is_at(&sam, &site);
        if !goes_back(sam.browser.engine()) {
            return;
        }
        sam.browser.back();
        sees_nothing(&sam);
        let stored: Vec<String> = sam.browser.stored().into_keys().collect();
        assert_eq!(stored, [MARK]);
        sam.reloads();
        sam.is_asked("home.first-title");
        assert!(!sam.page_text().contains("Quinces"));
    }
);

/// Remembers the timers that are to end in ten minutes or later: the one that closes the lock. Drivers have
/// shorter ones.
const LONG_TIMERS: &str = "
    window.waiting = new Set();
    const [set, clear] = [window.setTimeout, window.clearTimeout];
    window.setTimeout = (act, time, ...all) => {
        const timer = set(act, time, ...all);
        if (time >= 600_000) waiting.add(timer);
        return timer;
    };
    window.clearTimeout = (timer) => {
        waiting.delete(timer);
        clear(timer);
    };";

in_every_engine!(
    with_the_lock_open,
    app(),
    Setup::default(),
    |visit: &Visit| {
        visit.server.plays_first(LONG_TIMERS);
        let sam = lock::has_locked_words(visit);
        sam.browser
            .wait_until("the lock's timer", "return waiting.size > 0");
        // The other site is slow to answer: this page stays for as long as anybody likes.
        sam.browser.script(
            "document.getElementById('left').dataset.to = '#elsewhere';
             document.querySelector('[data-leave]').click();",
            json!([]),
        );
        sam.browser
            .wait_until("no timer", "return waiting.size === 0");
        let stored = sam.browser.stored();
        // Nobody is there for an hour; then everything happens that closes a lock.
        let seen = sam.browser.script_with_callback(
            "const [done] = arguments;
             const now = window.Date.now;
             window.Date.now = () => now() + 3_600_000;
             new BroadcastChannel('first-light-lock').postMessage(null);
             for (const name of ['focus', 'keydown', 'storage', 'hashchange']) dispatchEvent(new Event(name));
             dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
             document.dispatchEvent(new Event('visibilitychange'));
             requestAnimationFrame(() => requestAnimationFrame(() => done(document.body.textContent.trim())));",
            json!([]),
        );
        assert_eq!(seen, "");
        assert_eq!(sam.browser.stored(), stored);
        sam.reloads();
        lock::is_locked(&sam);
    }
);
