//! A page is turned or grows: the focus goes where it is meant to, and what a link can do besides still works.

use e2e::keyboard::Key;
use e2e::{Setup, Visit};
use serde_json::{Value, json};

use crate::catalogue::text;
use crate::person::Person;
use crate::seed::{self, FULL, full_plan};
use crate::{app, in_every_engine};

/// Uses the element that `selector` finds while everything lasts long, by the clock at least: Yew then puts what
/// is left to another task as soon as the nodes are there, and a busy machine may have other things to do before
/// that. Then a key is pressed, and what `tell` returns is said. Nothing is shown in between: a browser lets
/// promises settle before it does anything else.
///
/// In Firefox a script of ours has a clock of its own, and finds that of the page behind it.
fn use_while_all_lasts_long(sam: &Person, selector: &str, tell: &str) -> Value {
    let script = format!(
        "const [selector, done] = arguments;
         const {{ Date }} = window.wrappedJSObject ?? window;
         const now = Date.now;
         let late = 0;
         Date.now = () => now() + (late += 1000);
         const question = document.querySelector('#question');
         const tell = () => {{ {tell} }};
         document.querySelector(selector).click();
         (async () => {{
             for (let turns = 0; turns < 100; turns++) await null;
             document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Shift', bubbles: true }}));
             const told = tell();
             Date.now = now;
             // What was put off comes first.
             setTimeout(() => done(told));
         }})();"
    );
    sam.browser.script_with_callback(&script, json!([selector]))
}

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
        // A key that comes before the page was shown finds the focus there.
        let focused = use_while_all_lasts_long(
            &sam,
            ".turn__next",
            "const now = document.querySelector('#question');
             return [now !== question, document.activeElement === now];",
        );
        assert_eq!(focused, json!([true, true]));
        // Tab goes on from the question.
        sam.continues();
        sam.browser.press(Key::Tab);
        assert_eq!(sam.browser.focus().tag, "textarea");
    }
);

in_every_engine!(
    the_focus_is_there_before_another_key,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let place = seed::page(FULL, "miracle/signs");
        let sam = seed::arrives_with(visit, &[(FULL, &full_plan())], &place);
        for what in ["a list grows", "its empty line is asked for"] {
            let focused =
                use_while_all_lasts_long(&sam, "#signs-add", "return document.activeElement.id");
            sam.browser
                .script("document.activeElement.blur()", json!([]));
            assert_eq!(focused, "sign-3", "{what}");
        }
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
