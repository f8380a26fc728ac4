//! 320 pixels wide, and right to left: nothing has to be scrolled sideways.

use std::cell::RefCell;

use e2e::scenario::run;
use e2e::{Engine, Setup, Visit, Width};
use serde_json::json;

use crate::seed::{self, FULL, SMALL, full_plan};
use crate::walk::{self, Language};
use crate::{app, app_in_made_up_languages, in_every_engine};

const NARROW: Setup = Setup {
    colours: e2e::Colours::Light,
    width: Width::Narrow,
    storage: e2e::StorageAccess::Allowed,
};

in_every_engine!(
    narrow_left_to_right,
    app_in_made_up_languages(),
    NARROW,
    |visit: &Visit| {
        no_page_scrolls_sideways(visit, Language::English);
    }
);

in_every_engine!(
    narrow_longer_words,
    app_in_made_up_languages(),
    NARROW,
    |visit: &Visit| {
        no_page_scrolls_sideways(visit, Language::Accented);
    }
);

in_every_engine!(
    narrow_right_to_left,
    app_in_made_up_languages(),
    NARROW,
    |visit: &Visit| {
        no_page_scrolls_sideways(visit, Language::Mirrored);
    }
);

in_every_engine!(
    narrow_nothing_lies_over_continue,
    app(),
    NARROW,
    |visit: &Visit| {
        let sam = seed::arrives_with(visit, &[(FULL, &*full_plan())], "");
        for place in ["hopes/best", "scales/now", "goals/all"] {
            sam.opens(&seed::page(FULL, place));
            let notes = "return !!document.querySelector('.guide__button')";
            sam.browser.wait_until("the button of the notes", notes);
            let over = sam.browser.script(OVER, json!([]));
            assert!(over.is_null(), "{}: {place}: {over}", sam.browser.engine());
        }
    }
);

/// What lies over Continue when it has just come up from the foot of the window; null when nothing does.
const OVER: &str = "
    const next = document.querySelector('.turn__next');
    scrollTo(0, scrollY + next.getBoundingClientRect().bottom - innerHeight + 2);
    const box = next.getBoundingClientRect();
    for (const x of [box.left + 4, (box.left + box.right) / 2, box.right - 4]) {
        const top = document.elementFromPoint(x, (box.top + box.bottom) / 2);
        if (!next.contains(top)) return top?.outerHTML.slice(0, 200) ?? 'the window ends above it';
    }
    return null;";

/// A person whose browser shows letters twice as large as usual.
#[test]
fn narrow_with_letters_twice_as_large() {
    run(Engine::Chromium, module_path!(), &app(), NARROW, |visit| {
        let sam = seed::arrives_with(visit, &[(FULL, &*full_plan())], "");
        let too_wide = RefCell::new(Vec::new());
        walk::every_page(&sam, Language::English, |sam, state| {
            let larger = "document.documentElement.style.fontSize = '200%';";
            sam.browser.script(larger, json!([]));
            let widest = sam.browser.script(WIDEST, json!([]));
            if !widest.is_null() {
                too_wide.borrow_mut().push(format!("{state}: {widest}"));
            }
        });
        let too_wide = too_wide.into_inner();
        assert!(too_wide.is_empty(), "{}", too_wide.join("\n"));
    });
}

fn no_page_scrolls_sideways(visit: &Visit, language: Language) {
    let damaged = format!("{{{}", "damaged".repeat(40));
    let plans = [(FULL, &*full_plan()), (SMALL, &damaged)];
    let sam = seed::arrives_with(visit, &plans, "");
    if language == Language::Accented {
        // The longest words in the largest letters.
        sam.browser
            .store("first-light.settings", "{\"text-size\":\"larger\"}");
    }
    walk::every_page(&sam, language, |sam, state| {
        let widest = sam.browser.script(WIDEST, json!([]));
        assert!(
            widest.is_null(),
            "{}: {state}: {widest}",
            sam.browser.engine()
        );
    });
    sam.reads_in(language);
    let letters = sam
        .browser
        .text_of("return document.documentElement.dataset.text ?? ''");
    assert_eq!(letters == "larger", language == Language::Accented);
}

/// The first element that sticks out of the window; null when the page does not scroll sideways.
const WIDEST: &str = "
    const root = document.documentElement;
    if (innerWidth !== 320) return 'the window is ' + innerWidth + ' wide';
    if (root.scrollWidth <= root.clientWidth && document.body.scrollWidth <= root.clientWidth) return null;
    const out = [...document.querySelectorAll('body *')].find((e) => {
        const box = e.getBoundingClientRect();
        return box.width > 1 && (box.right > root.clientWidth + 0.5 || box.left < -0.5);
    });
    return 'scrolls to ' + root.scrollWidth + ' of ' + root.clientWidth + ': ' + (out?.outerHTML.slice(0, 200) ?? '?');";
