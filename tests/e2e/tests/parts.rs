//! Parts of the program that come when they are needed: what a person sees of that.

use e2e::{Setup, Visit};
use serde_json::json;

use crate::person::Person;
use crate::seed::{self, FULL, SMALL, full_plan, small_plan};
use crate::{app, in_every_engine};

/// How the name of the file ends that settings are in.
const ASIDE: &str = "-split_aside.wasm";
/// How the name of the file ends that the pages of a plan are in.
const PLAN: &str = "-split_plan.wasm";

/// The service worker keeps all files as soon as the page is idle. Here it is one that never came.
const WORKER: &str = "worker.js";

/// Goes to an address, without waiting for the page to be there.
fn goes(sam: &Person, fragment: &str) {
    sam.browser
        .script("location.hash = arguments[0];", json!([fragment]));
}

/// Waits until the page of that name is there.
#[track_caller]
fn has(sam: &Person, name: &str) {
    sam.is_asked(name);
    sam.browser.wait_until(
        "the whole page",
        "return !document.querySelector('#main[aria-busy]')",
    );
}

in_every_engine!(
    a_part_that_does_not_arrive,
    app(),
    Setup::default(),
    |visit: &Visit| {
        visit.server.loses(WORKER);
        let mut sam = seed::arrives_with(
            visit,
            &[(SMALL, &small_plan())],
            &seed::page(SMALL, "hopes/best"),
        );
        sam.writes_more("best-hopes", " And Thursdays.");
        visit.server.loses(ASIDE);
        goes(&sam, "#/settings");
        sam.is_told("part.missing");
        sam.is_asked("settings.title");
        // The title follows once the page is shown.
        sam.browser
            .wait_until("the title", "return document.title.includes('Settings')");
        // The rest of the page goes on as ever.
        sam.follows("nav.urgent-help");
        sam.is_asked("urgent.title");
        goes(&sam, &seed::page(SMALL, "hopes/best"));
        has(&sam, "prompt.best-hopes.title");
        assert_eq!(
            sam.value("best-hopes"),
            "To like Wednesdays. And Thursdays."
        );

        goes(&sam, "#/settings");
        sam.is_told("part.missing");
        sam.chooses("part.again");
        sam.is_told("part.missing");
        visit.server.finds_all();
        sam.chooses("part.again");
        has(&sam, "settings.title");
        sam.browser.wait_until(
            "the focus on the title",
            "return document.activeElement?.id === 'question'",
        );
        sam.is_told("settings.saved");
    }
);

in_every_engine!(
    a_tunnel_after_the_first_page,
    app(),
    Setup::default(),
    |visit: &Visit| {
        visit.server.loses(WORKER);
        let sam = seed::arrives_with(
            visit,
            &[(FULL, &full_plan())],
            &seed::page(FULL, "hopes/best"),
        );
        // By then, all pages of the plan have come.
        sam.browser.wait_for("the pages of a plan", || {
            let asked = visit.server.requests();
            asked
                .iter()
                .any(|request| request.ends_with(PLAN))
                .then_some(())
        });
        visit.server.loses("");
        goes(&sam, &seed::page(FULL, "summary/all"));
        has(&sam, "topic.summary.title");
    }
);
