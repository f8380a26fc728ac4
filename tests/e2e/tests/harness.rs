//! The harness itself, tried on a plain page: what it can do in each engine, and that it notices.

use std::path::PathBuf;

use e2e::keyboard::Key;
use e2e::paper::{Paper, squeezed, text_of_pdf};
use e2e::{Colours, Setup, StorageAccess, Visit, Width};

use crate::in_every_engine;

fn plain() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/plain"))
}

const WORDS: &str = "Zoë said: “go on”, she hums.\nÉté, שלום, a line";

in_every_engine!(keyboard, plain(), Setup::default(), |visit: &Visit| {
    let browser = &visit.browser;
    visit.open("");
    browser.tab_to_id("words");
    browser.type_text(WORDS);
    assert_eq!(browser.focus().value, WORDS);
    browser.tab_to_named("0");
    browser.press(Key::Space);
    browser.press(Key::Right);
    assert_eq!(
        browser.text_of("return document.querySelector(':checked').value"),
        "1"
    );
    browser.tab_to_named("Tick me");
    browser.press(Key::Space);
    assert!(browser.is_true("return document.getElementById('tick').checked"));
    browser.tab_to_named("Count");
    browser.press(Key::Enter);
    assert_eq!(browser.focus().name, "Count 1");
    browser.press_shift_tab();
    assert_eq!(browser.focus().name, "Tick me");
    browser.tab_to_named("Other");
    browser.press(Key::Enter);
    browser.wait_until("the other page", "return location.hash === '#/other'");
    browser.back();
    assert_eq!(browser.fragment(), "");
    browser.forward();
    assert_eq!(browser.fragment(), "#/other");
    browser.reload();
    assert_eq!(
        browser.text_of("return document.getElementById('words').value"),
        WORDS
    );
    if browser.engine().prints() {
        for paper in [Paper::A4, Paper::UsLetter] {
            let printed = text_of_pdf(&browser.print(paper));
            assert!(squeezed(&printed).contains("Aplainpage"), "{printed}");
        }
    }
});

in_every_engine!(
    storage_blocked,
    plain(),
    Setup {
        storage: StorageAccess::Blocked,
        ..Setup::default()
    },
    |visit: &Visit| {
        let browser = &visit.browser;
        visit.open("");
        assert_eq!(
            browser.text_of("return document.getElementById('notice').textContent"),
            "blocked"
        );
    }
);

in_every_engine!(storage_full, plain(), Setup::default(), |visit: &Visit| {
    let browser = &visit.browser;
    visit.open("");
    let taken = browser.fill_storage();
    assert!(taken > 2_000_000, "only {taken} characters");
    browser.tab_to_id("words");
    browser.type_text("ab");
    assert_eq!(
        browser.text_of("return document.getElementById('notice').textContent"),
        "QuotaExceededError"
    );
    browser.make_room();
    browser.type_text("c");
    assert_eq!(
        browser.stored().get("words").map(String::as_str),
        Some("abc")
    );
});

in_every_engine!(
    narrow,
    plain(),
    Setup {
        width: Width::Narrow,
        ..Setup::default()
    },
    |visit: &Visit| {
        visit.open("");
        assert_eq!(
            visit
                .browser
                .script("return innerWidth", serde_json::json!([])),
            320
        );
        visit.browser.reload();
        assert_eq!(
            visit
                .browser
                .script("return innerWidth", serde_json::json!([])),
            320
        );
    }
);

in_every_engine!(
    dark,
    plain(),
    Setup {
        colours: Colours::Dark,
        ..Setup::default()
    },
    |visit: &Visit| {
        visit.open("");
        assert!(
            visit
                .browser
                .is_true("return matchMedia('(prefers-color-scheme: dark)').matches")
        );
        assert!(
            visit
                .browser
                .is_true("return matchMedia('(prefers-reduced-motion: reduce)').matches")
        );
    }
);

in_every_engine!(rules, plain(), Setup::default(), |visit: &Visit| {
    let browser = &visit.browser;
    visit.open("");
    assert!(browser.is_true("return matchMedia('(prefers-color-scheme: light)').matches"));
    assert_eq!(browser.axe_violations(), Vec::<String>::new());
    assert_eq!(visit.server.violations(), Vec::<String>::new());
    browser.script(
        "document.getElementById('words').removeAttribute('id')",
        serde_json::json!([]),
    );
    let found = browser.axe_violations();
    assert!(
        found.iter().any(|rule| rule.starts_with("label:")),
        "{found:?}"
    );
});

in_every_engine!(network, plain(), Setup::default(), |visit: &Visit| {
    let browser = &visit.browser;
    visit.open("");
    browser.wait_for("the icon or the script", || {
        visit
            .server
            .requests()
            .contains(&"GET /page.js".to_owned())
            .then_some(())
    });
    browser.script(
        "const i = new Image(); i.src = 'http://127.0.0.1:9/x.png'; document.body.append(i);",
        serde_json::json!([]),
    );
    browser.wait_for("a report", || {
        (!visit.server.violations().is_empty()).then_some(())
    });
});

in_every_engine!(saving, plain(), Setup::default(), |visit: &Visit| {
    let browser = &visit.browser;
    visit.open("");
    browser.tab_to_id("words");
    browser.type_text(WORDS);
    browser.tab_to_named("Save as a file");
    browser.press(Key::Enter);
    assert_eq!(browser.saved_file("words.txt"), WORDS);
});

in_every_engine!(
    tab_goes_round,
    plain(),
    Setup::default(),
    |visit: &Visit| {
        let browser = &visit.browser;
        visit.open("");
        for _ in 0..3 {
            browser.tab_to_named("Your words");
            browser.tab_to_named("Other");
        }
    }
);
