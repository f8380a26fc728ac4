//! Somebody who is quicker than the program: what they do before it is there counts.

use e2e::keyboard::Key;
use e2e::{Setup, Visit};
use serde_json::json;

use crate::catalogue::text;
use crate::person::Person;
use crate::{app, in_every_engine};

/// The program is held back until `letGo` is called.
const HELD: &str = "
    const held = new Promise((go) => { window.letGo = go; });
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const real = WebAssembly[name];
        WebAssembly[name] = async (...given) => { await held; return real.apply(WebAssembly, given); };
    }";

/// What stands under the first words: the way in, or that it is on its way.
const SHOWN: &str = "return [...document.querySelectorAll('.hero__actions, .boot__status')]
    .filter((it) => it.checkVisibility()).map((it) => it.className).join()";

in_every_engine!(a_plan_is_begun, app(), Setup::default(), |visit: &Visit| {
    visit.server.plays_first(HELD);
    let mut sam = Person::comes(visit);
    visit.browser.open(&visit.server.url(""));
    assert_eq!(visit.browser.text_of(SHOWN), "hero__actions");

    visit.browser.tab_to_named(text("home.begin"));
    visit.browser.press(Key::Enter);
    visit.browser.wait_for("that it is on its way", || {
        (visit.browser.text_of(SHOWN) == "boot__status").then_some(())
    });

    visit.browser.script("window.letGo();", json!([]));
    sam.is_asked("topic.about.title");
    sam.writes("plan-name", "Before the tea was ready");
    sam.is_told_about_saving("save.saved");
});
