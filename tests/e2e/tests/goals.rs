//! A goal that was added by a slip of the finger.

use e2e::{Setup, Visit};
use serde_json::json;

use crate::person::Person;
use crate::seed::{self, SMALL, small_plan};
use crate::{app, in_every_engine};

in_every_engine!(
    a_goal_left_without_a_word_is_gone,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let plans = [(SMALL, &*small_plan())];
        let all = seed::page(SMALL, "goals/all");
        let mut sam = seed::arrives_with(visit, &plans, &all);
        sam.follows("goals.add");
        has_goals(&sam, 1);
        sam.turns_the_page(|| sam.browser.back());
        has_goals(&sam, 0);

        sam.follows("goals.add");
        has_goals(&sam, 1);
        sam.opens("#/");
        has_goals(&sam, 0);

        // With a word in it, it stays.
        sam.opens(&all);
        sam.follows("goals.add");
        let field = sam
            .browser
            .text_of("return document.querySelector('[id^=goal-][id$=-doing]').id");
        sam.writes(&field, "Swim");
        sam.turns_the_page(|| sam.browser.back());
        has_goals(&sam, 1);
        assert!(sam.page_text().contains("Swim"), "{}", sam.page_text());
    }
);

/// Waits until so many goals are stored.
#[track_caller]
fn has_goals(sam: &Person, count: u64) {
    let script =
        "return (JSON.parse(localStorage.getItem(arguments[0])).goals?.items ?? []).length";
    sam.browser.wait_for(&format!("{count} goals"), || {
        let stored = sam.browser.script(script, json!([seed::key(SMALL)]));
        (stored == json!(count)).then_some(())
    });
}
