//! A walk over every page that a person can reach.

use serde_json::json;

use crate::person::Person;
use crate::seed::{DRAFT, FULL, draft, draft_key, invitation, page};

/// The languages of the app, two of them made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    /// English with accents, a third longer.
    Accented,
    /// English from right to left.
    Mirrored,
}

impl Language {
    /// The part of the address that chooses the language.
    pub(crate) fn query(self) -> &'static str {
        match self {
            Language::English => "",
            Language::Accented => "?lang=en-XA",
            Language::Mirrored => "?lang=ar-XB",
        }
    }

    /// The `dir` of the page.
    pub(crate) fn direction(self) -> &'static str {
        match self {
            Language::Mirrored => "rtl",
            Language::English | Language::Accented => "ltr",
        }
    }
}

/// The pages outside plans, and an address that leads nowhere.
const AROUND: [&str; 11] = [
    "#/plan/00000000000000f1/print",
    "#/plan/00000000000000f1/hand-over",
    "#/copy",
    "#/blank-sheet",
    "#/",
    "#/lock",
    "#/settings",
    "#/urgent-help",
    "#/privacy",
    "#/about",
    "#/nowhere",
];

/// Goes to every page outside plans and to every page of the full plan. `look` is called on each, and
/// once more where something can be opened, with everything open; it gets a name for the state.
pub(crate) fn every_page(person: &Person, language: Language, mut look: impl FnMut(&Person, &str)) {
    person.browser.store(&draft_key(), draft());
    let of_therapists = [
        "#/for-therapists",
        &*format!("#/for-therapists/{DRAFT}"),
        invitation(),
    ];
    for fragment in AROUND.into_iter().chain(of_therapists) {
        person.opens(&format!("{}{fragment}", language.query()));
        look_closed_and_open(person, fragment, &mut look);
    }
    let start = format!("{}{}", language.query(), page(FULL, "begin/about"));
    every_page_of_a_plan(person, &start, look);
}

/// Goes from this page of a plan to its last, by Continue.
pub(crate) fn every_page_of_a_plan(
    person: &Person,
    start: &str,
    mut look: impl FnMut(&Person, &str),
) {
    person.opens(start);
    loop {
        let here = person.browser.fragment();
        // The telling offers Continue only when the last line is told.
        let name = if person.shows_all_lines() {
            "told"
        } else {
            &*here
        };
        look_closed_and_open(person, name, &mut look);
        if !turns(person) {
            return;
        }
    }
}

fn look_closed_and_open(person: &Person, name: &str, look: &mut impl FnMut(&Person, &str)) {
    look(person, name);
    let open = || {
        let opened = person.browser.script(
            "const closed = [...document.querySelectorAll('main details:not([open]), .contents:not([open])')];
             for (const details of closed) details.querySelector('summary').click();
             const notes = [...document.querySelectorAll('.guide__button[aria-expanded=false]')];
             for (const button of notes) button.click();
             return closed.length + notes.length;",
            json!([]),
        );
        opened != 0
    };
    let opened = open();
    // Help may hold an example that opens, too.
    while open() {}
    if opened {
        look(person, &format!("{name}, with all help open"));
    }
}

/// Goes on to the next page; false on the last.
#[track_caller]
fn turns(person: &Person) -> bool {
    let goes_on = person
        .browser
        .is_true("return !!document.querySelector('.turn__next')");
    if goes_on {
        person.turns_the_page(|| {
            person
                .browser
                .script("document.querySelector('.turn__next').click();", json!([]));
        });
        person.browser.wait_until(
            "the focus on the question",
            "return document.activeElement?.id === 'question'",
        );
    }
    goes_on
}
