//! The browser's own back and forward buttons.

use e2e::{Setup, Visit};

use crate::person::Person;
use crate::seed::{self, FULL, full_plan};
use crate::{app, in_every_engine};

in_every_engine!(
    back_and_forward,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let mut sam = Person::arrives(visit, "");
        sam.follows("home.begin");
        let mut questions = vec![sam.question()];
        // Through the first three sections.
        while questions.len() < 9 {
            sam.continues();
            questions.push(sam.question());
            if questions.len() == 5 {
                sam.writes("best-hopes", "To sleep.");
            }
        }
        for question in questions.iter().rev().skip(1) {
            sam.browser.back();
            shows(&sam, question);
        }
        sam.browser.back();
        sam.browser.wait_until(
            "home",
            "return location.hash === '' || location.hash === '#/'",
        );
        for question in &questions {
            sam.browser.forward();
            shows(&sam, question);
            if sam.browser.fragment().ends_with("/hopes/best") {
                assert_eq!(sam.value("best-hopes"), "To sleep.");
            }
        }
        // The page's own Back link goes to the page before, not out of the plan.
        sam.follows("nav.back");
        shows(&sam, &questions[questions.len() - 2]);
    }
);

in_every_engine!(
    the_way_back_to_the_plan,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let place = seed::page(FULL, "hopes/worth-it");
        let end = seed::page(FULL, "summary/all");
        let sam = seed::arrives_with(visit, &[(FULL, &full_plan())], &place);
        let question = sam.question();
        sam.follows("nav.settings");
        let settings = sam.question();
        sam.follows("nav.to-plan");
        assert_eq!(sam.browser.fragment(), place);
        shows(&sam, &question);
        // The browser's own button leads the same way, and keeps the link.
        sam.turns_the_page(|| sam.browser.back());
        shows(&sam, &settings);
        sam.turns_the_page(|| sam.browser.back());
        shows(&sam, &question);

        sam.opens(&end);
        let check = sam.question();
        sam.turns_the_page(|| {
            sam.browser.script(
                "document.querySelector('.summary__change a').click();",
                serde_json::json!([]),
            );
        });
        sam.follows("nav.to-summary");
        assert_eq!(sam.browser.fragment(), end);
        shows(&sam, &check);
    }
);

#[track_caller]
fn shows(sam: &Person, question: &str) {
    sam.browser.wait_for(&format!("“{question}”"), || {
        (sam.question() == question).then_some(())
    });
}
