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
    the_rest_of_the_styles_does_not_arrive,
    app(),
    Setup::default(),
    |visit: &Visit| {
        visit.server.loses(".css");
        visit.open("");
        visit.browser.wait_until(
            "the program",
            "return !!document.querySelector('.hero__actions')",
        );
        // The first words have theirs in the page, and every policy lets those in.
        assert!(visit.browser.is_true(
            "return getComputedStyle(document.querySelector('.masthead')).display === 'flex'"
        ));
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
        // A page that somebody else's script has cut up: the next page has no place to stand, and the
        // program panics.
        sam.browser.script(
            "document.querySelectorAll('#main ~ *').forEach((part) => part.remove());
             document.querySelector('.turn__next').click();",
            json!([]),
        );
        sam.browser
            .wait_until("the panel", "return !!document.querySelector('.crash h1')");
        // The program's own last words: its panic hook ran, and with it the end of all writing.
        assert!(sam.page_text().contains("panicked at"));
        let stored = sam.browser.stored();
        sam.browser.script(
            "for (const name of ['blur', 'pagehide', 'hashchange']) dispatchEvent(new Event(name));",
            json!([]),
        );
        assert_eq!(sam.browser.stored(), stored, "nothing is written any more");
        assert_eq!(sam.browser.axe_violations(), Vec::<String>::new());
        sam.browser.tab_to("the way to a file", |focus| {
            focus.tag == "button" && focus.name.starts_with("Download")
        });
        sam.browser.press(Key::Enter);
        let rescued = sam.browser.any_saved_file();
        assert!(rescued.contains("And my aunt."), "{rescued}");
        sam.browser.tab_to_named("Load again");
        sam.turns_the_page(|| sam.browser.press(Key::Enter));
        sam.opens(&place);
        assert!(sam.value("worth-it").ends_with("And my aunt."));
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
