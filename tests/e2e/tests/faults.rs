//! The program does not arrive, or stops at a fault: the page says so in plain words, nothing is
//! written any more, and what is stored can be had as a file.

use e2e::keyboard::Key;
use e2e::{Setup, Visit};
use serde_json::json;

use crate::person::Person;
use crate::seed::{self, FULL, full_plan};
use crate::{app, in_every_engine};

in_every_engine!(
    the_program_does_not_arrive,
    app(),
    Setup::default(),
    |visit: &Visit| {
        visit.server.loses(".wasm");
        visit.open("");
        visit
            .browser
            .wait_until("the panel", "return !!document.querySelector('.crash h1')");
        assert_eq!(visit.browser.axe_violations(), Vec::<String>::new());
        assert_eq!(visit.server.violations(), Vec::<String>::new());
    }
);

in_every_engine!(
    the_program_stops,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let place = seed::page(FULL, "hopes/worth-it");
        let mut sam = seed::arrives_with(visit, &[(FULL, &full_plan())], &place);
        sam.writes_more("worth-it", " And my aunt.");
        sam.is_told_about_saving("save.saved");
        // What the program itself does when it panics.
        sam.browser.script(
        "dispatchEvent(new CustomEvent('first-light-stopped', { detail: 'panicked at a test' }));",
        json!([]),
    );
        sam.browser
            .wait_until("the panel", "return !!document.querySelector('.crash h1')");
        assert!(sam.page_text().contains("panicked at a test"));
        assert_eq!(sam.browser.axe_violations(), Vec::<String>::new());
        sam.browser.tab_to("the way to a file", |focus| {
            focus.tag == "button" && focus.name.starts_with("Download")
        });
        sam.browser.press(Key::Enter);
        let rescued = sam.browser.any_saved_file();
        assert!(rescued.contains("And my aunt."), "{rescued}");
        sam.browser.tab_to_named("Load again");
        sam.browser.press(Key::Enter);
        sam.browser.wait_until(
            "the app again",
            "return document.getElementById('worth-it')?.value.endsWith('And my aunt.') === true",
        );
    }
);

in_every_engine!(
    an_address_that_leads_nowhere,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let sam = Person::arrives(visit, "#/plan/0123456789abcdef/hopes/best");
        sam.is_asked("not-found.plan-title");
        sam.follows("not-found.home");
        assert_eq!(sam.browser.fragment(), "#/");
    }
);
