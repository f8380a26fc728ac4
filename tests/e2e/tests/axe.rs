//! axe-core on every page and state that a person can reach, light and dark, English and right to left.

use e2e::{Colours, Setup, StorageAccess, Visit, Width};
use serde_json::json;

use crate::person::Person;
use crate::seed::{self, FULL, SMALL, full_plan, small_plan};
use crate::walk::{self, Language};
use crate::{app_in_made_up_languages, in_every_engine};

const LIGHT: Setup = Setup {
    colours: Colours::Light,
    width: Width::Wide,
    storage: StorageAccess::Allowed,
};
const DARK: Setup = Setup {
    colours: Colours::Dark,
    ..LIGHT
};

in_every_engine!(
    axe_light,
    app_in_made_up_languages(),
    LIGHT,
    |visit: &Visit| {
        every_page_keeps_the_rules(visit, Language::English);
    }
);

in_every_engine!(
    axe_dark,
    app_in_made_up_languages(),
    DARK,
    |visit: &Visit| {
        every_page_keeps_the_rules(visit, Language::English);
    }
);

in_every_engine!(
    axe_right_to_left_light,
    app_in_made_up_languages(),
    LIGHT,
    |visit: &Visit| {
        every_page_keeps_the_rules(visit, Language::Mirrored);
    }
);

in_every_engine!(
    axe_right_to_left_dark,
    app_in_made_up_languages(),
    DARK,
    |visit: &Visit| {
        every_page_keeps_the_rules(visit, Language::Mirrored);
    }
);

in_every_engine!(
    axe_in_trouble,
    app_in_made_up_languages(),
    Setup {
        storage: StorageAccess::Blocked,
        ..LIGHT
    },
    |visit: &Visit| {
        let mut sam = Person::arrives(visit, "");
        keeps_the_rules(&sam, "home, storage blocked");
        sam.follows("home.begin");
        sam.writes("plan-name", "For me");
        sam.is_told("trouble.blocked-title");
        keeps_the_rules(&sam, "storage blocked");
    }
);

fn every_page_keeps_the_rules(visit: &Visit, language: Language) {
    let first = Person::arrives(visit, language.query());
    keeps_the_rules(&first, "the first visit");
    let plans = [
        (FULL, &*full_plan()),
        (SMALL, &*small_plan()),
        ("00000000000000f3", "{broken"),
        ("00000000000000f4", "{\"first-light\":99}"),
    ];
    let sam = seed::arrives_with(visit, &plans, &format!("{}#/", language.query()));
    sam.reads_in(language);
    walk::every_page(&sam, language, keeps_the_rules);
    let empty = format!("{}{}", language.query(), seed::page(SMALL, "begin/about"));
    walk::every_page_of_a_plan(&sam, &empty, keeps_the_rules);
    for plan in ["00000000000000f3", "00000000000000f4", "00000000000000f5"] {
        sam.opens(&format!(
            "{}{}",
            language.query(),
            seed::page(plan, "hopes/best")
        ));
        keeps_the_rules(&sam, "a plan that cannot be shown");
    }
    in_passing(&sam, language);
}

/// States that come and go: a plan being renamed, something taken out, an unset wording.
fn in_passing(sam: &Person, language: Language) {
    let presses = |selector: &str| {
        let pressed = sam.browser.script(
            "const e = document.querySelector(arguments[0]); e?.click(); return !!e;",
            json!([selector]),
        );
        assert_eq!(pressed, true, "there is no {selector}");
    };
    sam.opens(&format!("{}#/", language.query()));
    presses(".plan .plan__actions button");
    sam.browser.wait_until(
        "the field for a new name",
        "return !!document.querySelector('.plan__rename')",
    );
    keeps_the_rules(sam, "a plan being renamed");
    sam.opens(&format!(
        "{}{}",
        language.query(),
        seed::page(FULL, "miracle/signs")
    ));
    presses("[data-icon=remove]");
    sam.browser
        .wait_until("the way back", "return !!document.querySelector('.undo')");
    keeps_the_rules(sam, "a sign taken out");
    sam.opens(&format!(
        "{}{}",
        language.query(),
        seed::page(FULL, "miracle/question")
    ));
    keeps_the_rules(sam, "the question, first line");
    sam.opens(&format!(
        "{}{}",
        language.query(),
        seed::page(SMALL, "summary/all")
    ));
    presses(".choice__card:last-child input");
    sam.browser.wait_until(
        "what is not answered",
        "return !!document.querySelector('.summary__none')",
    );
    keeps_the_rules(sam, "a summary with what is not answered");
}

#[track_caller]
fn keeps_the_rules(sam: &Person, state: &str) {
    let broken = sam.browser.axe_violations();
    assert!(
        broken.is_empty(),
        "{}: {state} at {}: {}",
        sam.browser.engine(),
        sam.browser.fragment(),
        broken.join("\n")
    );
}
