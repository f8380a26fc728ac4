//! Stored data that is broken: the rest opens, and the broken part is kept and can be had as a file.

use e2e::{Setup, Visit};

use crate::seed::{self, FULL, SMALL, full_plan, small_plan};
use crate::{app, in_every_engine};

const NOT_A_PLAN: &str = "{\"first-light\": oh no, “words” that matter";

in_every_engine!(
    a_plan_that_cannot_be_read,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let plans = [(FULL, NOT_A_PLAN), (SMALL, &*small_plan())];
        let mut sam = seed::arrives_with(visit, &plans, "");
        sam.is_told("home.damaged-title");
        sam.chooses("trouble.download");
        assert_eq!(sam.browser.any_saved_file(), NOT_A_PLAN);

        // The other plan opens and can be changed.
        sam.opens(&seed::page(SMALL, "hopes/best"));
        assert_eq!(sam.value("best-hopes"), "To like Wednesdays.");
        sam.writes_more("best-hopes", " And Thursdays.");
        sam.is_told_about_saving("save.saved");
        sam.opens(&seed::page(FULL, "hopes/best"));
        sam.is_told("trouble.damaged-title");
        assert_eq!(
            sam.browser
                .stored()
                .get(&seed::key(FULL))
                .map(String::as_str),
            Some(NOT_A_PLAN)
        );
    }
);

in_every_engine!(
    a_plan_with_a_broken_part,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let broken = full_plan().replace("\"now\": 9", "\"now\": \"nine\"");
        let mut sam = seed::arrives_with(
            visit,
            &[(FULL, &broken)],
            &seed::page(FULL, "hopes/worth-it"),
        );
        sam.is_told("trouble.part-title");
        assert_eq!(
            sam.value("worth-it"),
            "I would ring my sister back the same day."
        );
        sam.chooses("trouble.download");
        assert_eq!(sam.browser.any_saved_file(), broken);

        sam.writes_more("worth-it", " And my aunt.");
        sam.is_told_about_saving("save.saved");
        sam.reloads();
        assert!(sam.value("worth-it").contains("And my aunt."));
        let kept: Vec<String> = sam.browser.stored().into_values().collect();
        assert!(kept.contains(&broken), "the original is kept");
    }
);

in_every_engine!(
    a_plan_from_a_newer_program,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let newer = "{\"first-light\": 99, \"words\": \"from tomorrow\"}";
        let sam = seed::arrives_with(visit, &[(FULL, newer)], "");
        sam.is_told("home.newer-title");
        sam.opens(&seed::page(FULL, "hopes/best"));
        sam.is_told("trouble.newer-title");
        assert_eq!(
            sam.browser
                .stored()
                .get(&seed::key(FULL))
                .map(String::as_str),
            Some(newer)
        );
    }
);
