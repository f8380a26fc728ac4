//! Nothing leaves the browser: no request after the page has loaded, and no broken rule of its policy.

use e2e::{Setup, Visit};
use serde_json::json;

use crate::seed::{self, FULL, full_plan};
use crate::walk::{self, Language};
use crate::{app, in_every_engine};

in_every_engine!(
    no_request_after_load,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let plans = [(FULL, &*full_plan())];
        let mut sam = seed::arrives_with(visit, &plans, "#/settings");
        // What the plan was put in from is a picture, for which browsers look for an icon in vain.
        drop(sam.browser.console_errors());
        // It asks for the app's own files, and no others, so that they are there without a network.
        sam.browser.waits_for_the_worker();
        let loaded = visit.server.requests_of_the_page();
        assert!(
            loaded.iter().all(|request| request.starts_with("GET /")),
            "{loaded:?}"
        );
        assert!(sam.browser.is_true(
            "return !!document.querySelector('meta[http-equiv=\"Content-Security-Policy\"]')"
        ));

        walk::every_page(&sam, Language::English, |_, _| {});
        sam.opens(&seed::page(FULL, "hopes/keep"));
        sam.opens(&seed::page(FULL, "moving/keep"));
        sam.writes_more("keep", " Pigeons and a very long afternoon.");
        sam.is_told_about_saving("save.saved");

        assert_eq!(
            visit.server.requests_of_the_page(),
            loaded,
            "requests after load"
        );
        assert_eq!(visit.server.violations(), Vec::<String>::new());
        assert_eq!(sam.browser.console_errors(), Vec::<String>::new());
        assert_eq!(sam.browser.script("return document.cookie", json!([])), "");
    }
);
