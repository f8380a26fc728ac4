//! Settings hold at once, and after the page is loaded again.

use e2e::keyboard::Key;
use e2e::{Setup, Visit};

use crate::catalogue::text;
use crate::person::Person;
use crate::{app, in_every_engine};

in_every_engine!(settings_hold, app(), Setup::default(), |visit: &Visit| {
    let sam = Person::arrives(visit, "#/settings");
    let light = paper(&sam);
    sam.browser.tab_to("the theme", |focus| {
        focus.name == text("settings.theme-system")
    });
    sam.browser.press_times(Key::Down, 2);
    sam.browser.tab_to("the size of the text", |focus| {
        focus.name == text("settings.text-normal")
    });
    sam.browser.press_times(Key::Down, 2);
    sam.ticks(text("settings.hints"));
    looks_dark_and_large(&sam, &light);
    sam.reloads();
    looks_dark_and_large(&sam, &light);

    sam.opens("#/");
    sam.follows("home.begin");
    while sam.question() != text("prompt.best-hopes.title") {
        sam.continues();
    }
    assert!(
        sam.browser
            .is_true("return !document.querySelector('.help-me-think')")
    );
});

/// The colour of the page.
fn paper(sam: &Person) -> String {
    sam.browser
        .text_of("return getComputedStyle(document.documentElement).backgroundColor + getComputedStyle(document.body).backgroundColor")
}

#[track_caller]
fn looks_dark_and_large(sam: &Person, light: &str) {
    sam.browser.wait_until(
        "a dark page with large letters",
        "const { theme, text } = document.documentElement.dataset;
         return theme === 'dark' && text === 'larger';",
    );
    assert_ne!(paper(sam), light);
}
