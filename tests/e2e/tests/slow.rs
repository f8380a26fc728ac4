//! A device so slow that a page is drawn in many turns, with keys in between: no letter is lost.

use e2e::{Setup, Visit};
use serde_json::json;

use crate::seed::{self, SMALL, arrives_with, small_plan};
use crate::{app, in_every_engine};

/// Each look at the clock takes 20 ms, so every turn of drawing is over as soon as it has begun.
const SLOW: &str = "let now = Date.now(); Date.now = () => now += 20;";

/// Types a letter as often as the page lets anybody, 600 times.
const TYPES: &str = "
    const done = arguments[0], field = document.getElementById('best-hopes');
    let typed = field.value;
    const lost = [];
    const type = (left) => {
        if (field.value !== typed) { lost.push(`${field.value.slice(-8)} for ${typed.slice(-8)}`); typed = field.value; }
        if (left === 0) return done(lost);
        const letter = 'abcdefghij'[left % 10];
        field.value += letter;
        typed += letter;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        setTimeout(type, 0, left - 1);
    };
    type(600);";

in_every_engine!(
    no_letter_is_lost,
    app(),
    Setup::default(),
    |visit: &Visit| {
        visit.server.plays_first(SLOW);
        let page = seed::page(SMALL, "hopes/best");
        let sam = arrives_with(visit, &[(SMALL, &small_plan())], &page);
        let lost = sam.browser.script_with_callback(TYPES, json!([]));
        assert_eq!(lost, json!([]));
    }
);
