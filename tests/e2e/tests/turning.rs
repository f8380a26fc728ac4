//! A page is turned: the focus goes to its question, and what a link can do besides still works.

use e2e::keyboard::Key;
use e2e::{Setup, Visit};
use serde_json::json;

use crate::catalogue::text;
use crate::seed::{self, FULL, full_plan};
use crate::{app, in_every_engine};

in_every_engine!(
    the_focus_goes_to_the_question,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let place = seed::page(FULL, "hopes/caring");
        let sam = seed::arrives_with(visit, &[(FULL, &full_plan())], &place);
        // One question of the therapist's own, and then another section.
        sam.continues();
        sam.continues();
        sam.browser.wait_until(
            "the title",
            &format!(
                "return document.title.includes({})",
                json!(text("section.moving.title"))
            ),
        );
        // A key that comes before the page was shown finds the focus there. Nothing is shown in between: a
        // browser lets promises settle before it does anything else.
        let focused = sam.browser.script_with_callback(
            "const done = arguments[arguments.length - 1];
             const before = document.querySelector('#question');
             document.querySelector('.turn__next').click();
             (async () => {
                 for (let turns = 0; turns < 100; turns++) await null;
                 document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }));
                 const now = document.querySelector('#question');
                 done([now !== before, document.activeElement === now]);
             })();",
            json!([]),
        );
        assert_eq!(focused, json!([true, true]));
        // Tab goes on from the question.
        sam.continues();
        sam.browser.press(Key::Tab);
        assert_eq!(sam.browser.focus().tag, "textarea");
    }
);

in_every_engine!(
    a_link_for_another_window_is_left_to_the_browser,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let place = seed::page(FULL, "hopes/best");
        let sam = seed::arrives_with(visit, &[(FULL, &full_plan())], &place);
        let taken = sam.browser.script(
            "const taken = [];
             addEventListener('click', (event) => { taken.push(event.defaultPrevented); event.preventDefault(); });
             const link = document.querySelector('.turn__next');
             const held = [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }, {}];
             for (const how of held) link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...how }));
             return taken;",
            json!([]),
        );
        assert_eq!(taken, json!([false, false, false, false, false, true]));
    }
);

in_every_engine!(
    help_is_drawn_when_it_is_asked_for,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let place = seed::page(FULL, "hopes/best");
        let sam = seed::arrives_with(visit, &[(FULL, &full_plan())], &place);
        let ways = "return document.querySelectorAll('.help-me-think__ways li').length";
        assert_eq!(sam.browser.script(ways, json!([])), 0);
        sam.chooses("answer.help-me-think");
        sam.browser.wait_until("the help", &format!("{ways} > 1"));
        sam.chooses("answer.example");
        sam.browser.wait_until(
            "the example",
            "return document.querySelector('.example__text')?.checkVisibility()",
        );
        // Closed and opened again, it is still there.
        sam.chooses("answer.help-me-think");
        sam.browser.wait_until(
            "no help",
            "return !document.querySelector('.help-me-think').open",
        );
        sam.chooses("answer.help-me-think");
        sam.browser.wait_until(
            "the help again",
            "return document.querySelector('.help-me-think__ways').checkVisibility()",
        );
    }
);
