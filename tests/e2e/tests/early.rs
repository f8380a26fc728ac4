//! Somebody who is quicker than the program: what they do before it is there counts.

use e2e::keyboard::Key;
use e2e::{Setup, StorageAccess, Visit};
use serde_json::json;

use crate::person::Person;
use crate::{app, in_every_engine};

/// The program is held back until `letGo` is called, or `giveUp`.
const HELD: &str = "
    const held = new Promise((go, stop) => { window.letGo = go; window.giveUp = stop; });
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const real = WebAssembly[name];
        WebAssembly[name] = async (...given) => { await held; return real.apply(WebAssembly, given); };
    }";

/// The parts of the program are held back as well, but the program is not.
const WITHOUT_PARTS: &str = "
    const real = window.fetch, held = new Promise((go) => { window.letGo = go; });
    window.fetch = async (...given) => {
        if (!String(given[0]).includes('_bg')) await held;
        return real.apply(window, given);
    };";

/// The first page of a plan, drawn by the page itself.
const HERE: &str =
    "return !!document.querySelector('.boot #plan-name') && !document.querySelector('#app .app')";

/// The program has taken over.
const TAKEN_OVER: &str =
    "return !document.querySelector('.boot') && !!document.querySelector('#plan-name')";

/// Comes before the program and is on the first page of a new plan.
fn begins<'a>(visit: &'a Visit, script: &'static str) -> Person<'a> {
    visit.server.plays_first(script);
    let sam = Person::comes(visit);
    visit.browser.open(&visit.server.url(""));
    sam.chooses("home.begin");
    visit.browser.wait_until("the first page", HERE);
    sam
}

fn lets_go(visit: &Visit) {
    visit.browser.script("window.letGo();", json!([]));
    visit.browser.wait_until("the program", TAKEN_OVER);
}

fn chooses_this_visit(sam: &Person) {
    sam.browser.tab_to_id("keep-browser");
    sam.browser.press(Key::Down);
    sam.is_told_about_saving("save.visit-only");
}

in_every_engine!(a_plan_is_begun, app(), Setup::default(), |visit: &Visit| {
    let mut sam = begins(visit, HELD);
    let focus = "return document.activeElement.id";
    assert_eq!(visit.browser.text_of(focus), "question");
    assert!(visit.browser.fragment().ends_with("/begin/about"));
    assert_eq!(visit.browser.axe_violations(), Vec::<String>::new());

    sam.writes("plan-name", "Before the tea");
    let stored = visit.browser.stored();
    assert!(
        stored.values().any(|text| text.contains("Before the tea")),
        "{stored:?}"
    );
    sam.is_told_about_saving("save.saved");

    lets_go(visit);
    assert_eq!(visit.browser.text_of(focus), "plan-name");
    sam.types(" was ready");
    visit.browser.wait_for("both halves", || {
        (sam.value("plan-name") == "Before the tea was ready").then_some(())
    });
    sam.is_told_about_saving("save.saved");
    // Whatever is pressed later, nothing is handed over a second time: it would take away what was written since.
    let later = visit.browser.script_with_callback(
        "document.body.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
         const done = arguments[arguments.length - 1];
         setTimeout(() => done(document.querySelector('#plan-name').value));",
        json!([]),
    );
    assert_eq!(later, "Before the tea was ready");
    visit.browser.reload();
    lets_go(visit);
    assert_eq!(sam.value("plan-name"), "Before the tea was ready");
    let plans = visit.browser.stored();
    let plans = plans.keys().filter(|key| key.contains(".plan."));
    assert_eq!(plans.count(), 1);
});

in_every_engine!(
    a_reload_loses_nothing,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let mut sam = begins(visit, HELD);
        sam.writes("plan-name", "Before the tea");
        visit.browser.reload();
        lets_go(visit);
        assert_eq!(sam.value("plan-name"), "Before the tea");
    }
);

in_every_engine!(
    what_is_for_this_visit_is_not_stored,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let mut sam = begins(visit, HELD);
        sam.writes("plan-name", "For me alone");
        chooses_this_visit(&sam);
        sam.chooses("nav.continue");
        // The link waits for the program, and the words are still there.
        visit.browser.wait_until(
            "that it is on its way",
            "return document.querySelector('.boot__status').checkVisibility()",
        );
        assert_eq!(sam.value("plan-name"), "For me alone");

        visit.browser.script("window.letGo();", json!([]));
        sam.is_asked("topic.company.title");
        sam.is_told_about_saving("save.visit-only");
        let stored = visit.browser.stored();
        assert!(
            !stored.values().any(|text| text.contains("For me alone")),
            "{stored:?}"
        );
        sam.follows("nav.back");
        assert_eq!(sam.value("plan-name"), "For me alone");
    }
);

const BLOCKED: Setup = Setup {
    colours: e2e::Colours::Light,
    width: e2e::Width::Wide,
    storage: StorageAccess::Blocked,
};

in_every_engine!(
    where_nothing_can_be_stored_the_words_stay,
    app(),
    BLOCKED,
    |visit: &Visit| {
        let mut sam = begins(visit, HELD);
        sam.writes("plan-name", "Only here");
        lets_go(visit);
        assert_eq!(sam.value("plan-name"), "Only here");
        sam.is_told("trouble.blocked-title");
    }
);

in_every_engine!(
    a_letter_is_put_together_in_peace,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let mut sam = begins(visit, HELD);
        sam.writes("plan-name", "k");
        let tells = |event: &str| {
            let script =
                "const [kind] = arguments, field = document.querySelector('.boot #plan-name');
                field.dispatchEvent(new CompositionEvent(kind, { bubbles: true }));";
            visit.browser.script(script, json!([event]));
        };
        tells("compositionstart");
        visit.browser.script("window.letGo();", json!([]));
        visit.browser.wait_until(
            "the program's own page, unseen",
            "return !!document.querySelector('#app[hidden] #plan-name')",
        );
        visit.browser.script(
            "document.querySelector('.boot #plan-name').value = 'か';",
            json!([]),
        );
        tells("compositionend");
        visit.browser.wait_until("the program", TAKEN_OVER);
        assert_eq!(sam.value("plan-name"), "か");
        sam.is_told_about_saving("save.saved");
    }
);

in_every_engine!(
    the_page_waits_for_its_part,
    app(),
    Setup::default(),
    |visit: &Visit| {
        visit.server.plays_first(WITHOUT_PARTS);
        let mut sam = Person::comes(visit);
        visit.browser.open(&visit.server.url("#/new"));
        visit.browser.wait_until(
            "the program, and the page before it",
            "return !!document.querySelector('#app[hidden] #main[aria-busy]') && !!document.querySelector('.boot #plan-name')",
        );
        sam.writes("plan-name", "Between the two");
        lets_go(visit);
        assert_eq!(sam.value("plan-name"), "Between the two");
        sam.is_told_about_saving("save.saved");
    }
);

in_every_engine!(
    going_back_leads_to_the_first_words,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let mut sam = begins(visit, HELD);
        sam.writes("plan-name", "Kept all the same");
        visit.browser.back();
        visit.browser.wait_until(
            "that it is on its way",
            "return !!document.querySelector('.boot .hero .boot__status')",
        );
        visit.browser.forward();
        visit.browser.wait_until("the first page", HERE);
        assert_eq!(sam.value("plan-name"), "Kept all the same");
        visit.browser.back();
        visit.browser.script("window.letGo();", json!([]));
        sam.is_asked("home.title");
        visit.browser.wait_for("the plan", || {
            sam.sees().contains("Kept all the same").then_some(())
        });
    }
);

in_every_engine!(
    a_program_that_does_not_start_takes_no_words_along,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let mut sam = begins(visit, HELD);
        chooses_this_visit(&sam);
        sam.writes("plan-name", "Only on this page");
        visit.browser.script(
            "window.giveUp(new Error('as the test wants it'));",
            json!([]),
        );
        visit
            .browser
            .wait_until("the panel", "return !!document.querySelector('.crash h1')");
        let seen = visit.browser.text_of("return document.body.innerText");
        assert!(seen.contains("First Light could not be opened"), "{seen}");
        assert!(seen.contains("Only on this page"), "{seen}");
        visit.browser.press(Key::Tab);
        assert!(
            visit
                .browser
                .is_true("return !document.querySelector('.boot')")
        );
    }
);
