//! A copy goes from one browser to another: locked, as a link; and all plans, as a file.

use e2e::keyboard::Key;
use e2e::paper::{Paper, squeezed, text_of_pdf};
use e2e::scenario::{self, Visit};
use e2e::server::Server;
use e2e::{Browser, Engine, Home, Setup};
use serde_json::json;
use std::collections::BTreeMap;

use crate::app;
use crate::person::Person;
use crate::seed::{FULL, SMALL, arrives_with, full_plan, key, small_plan};

mod a_locked_link {
    use super::*;

    #[test]
    fn chromium() {
        scenario::run_alone(Engine::Chromium, locked_link);
    }

    #[test]
    fn firefox() {
        scenario::run_alone(Engine::Firefox, locked_link);
    }

    #[test]
    fn webkit() {
        scenario::run_alone(Engine::WebKit, locked_link);
    }
}

mod a_file_with_all_plans {
    use super::*;

    #[test]
    fn chromium() {
        scenario::run_alone(Engine::Chromium, file);
    }

    #[test]
    fn firefox() {
        scenario::run_alone(Engine::Firefox, file);
    }

    #[test]
    fn webkit() {
        scenario::run_alone(Engine::WebKit, file);
    }
}

mod words_and_days {
    use super::*;

    #[test]
    fn chromium() {
        scenario::run_alone(Engine::Chromium, words_and_days);
    }

    #[test]
    fn firefox() {
        scenario::run_alone(Engine::Firefox, words_and_days);
    }

    #[test]
    fn webkit() {
        scenario::run_alone(Engine::WebKit, words_and_days);
    }
}

fn visit(engine: Engine) -> Visit {
    Visit {
        server: Server::start(&app()),
        browser: Browser::start(engine, Setup::default()),
    }
}

/// Ends a browser; the next one knows nothing of it.
fn as_somebody_else(browser: Browser) -> Home {
    drop(browser.ends());
    Home::fresh()
}

/// The document on the page; what is out of sight is part of it.
fn reads(person: &Person<'_>) -> String {
    let document = "return document.querySelector('article.summary').textContent";
    person.browser.text_of(document)
}

fn plans(person: &Person<'_>) -> BTreeMap<String, String> {
    let mut stored = person.browser.stored();
    stored.retain(|key, _| key.contains(".plan."));
    stored
}

fn locked_link(engine: Engine) {
    let visit = visit(engine);
    let (link, passphrase) = hands_over(&visit);
    let visit = visit.comes_back(as_somebody_else);
    opens(&visit, &link, &passphrase);
    assert_eq!(visit.server.violations(), Vec::<String>::new());
    assert_eq!(visit.browser.console_errors(), Vec::<String>::new());
}

/// Locks a copy of the small plan. What comes after `#` in its link, and its passphrase.
fn hands_over(visit: &Visit) -> (String, String) {
    let address = format!("#/plan/{SMALL}/hand-over");
    let sam = arrives_with(visit, &[(SMALL, &small_plan())], &address);
    sam.is_asked("hand-over.title");
    assert!(reads(&sam).contains("To like Wednesdays."));
    let before = sam.browser.stored();
    sam.chooses("hand-over.make-link");
    sam.is_told("hand-over.short");
    sam.chooses("hand-over.suggest");
    let passphrase = sam.browser.wait_for("five words", || {
        let words = sam.value("copy-passphrase");
        (words.split(' ').count() == 5).then_some(words)
    });
    sam.chooses("hand-over.make-link");
    sam.is_told("hand-over.made");
    let link = sam.value("locked-link");
    assert!(link.len() < 500, "{}: {link}", link.len());
    for word in passphrase.split(' ') {
        assert!(!link.contains(word), "{word}: {link}");
    }
    sam.chooses("hand-over.code");
    sam.browser.wait_until(
        "the QR code",
        "return document.querySelector('svg.qr path')?.getBoundingClientRect().width > 100",
    );
    assert_eq!(plans(&sam).get(&key(SMALL)), before.get(&key(SMALL)));
    let at = link.find('#').expect("what is sent to no server");
    (link[at..].to_owned(), passphrase)
}

/// Opens the link in a browser that knows nothing of it.
fn opens(visit: &Visit, link: &str, passphrase: &str) {
    let mut meyer = Person::arrives(visit, link);
    meyer.is_asked("copy.locked-title");
    assert_eq!(meyer.browser.fragment(), "#/copy", "nothing stays there");
    meyer.writes("copy-passphrase", "five other words than these");
    meyer.browser.press(Key::Enter);
    meyer.is_told("copy.wrong");
    meyer.browser.script(
        "document.getElementById('copy-passphrase').value = '';",
        json!([]),
    );
    meyer.writes("copy-passphrase", &passphrase.to_uppercase());
    let began = std::time::Instant::now();
    meyer.browser.press(Key::Enter);
    meyer.is_asked("copy.shown-title");
    let engine = visit.browser.engine();
    println!("{engine:?}: unlocked after {:?}", began.elapsed());
    assert!(reads(&meyer).contains("To like Wednesdays."));
    assert!(reads(&meyer).contains("A copy, made on"));
    let none = BTreeMap::new();
    assert_eq!(meyer.browser.stored(), none, "only looking");
    if engine.prints() {
        let printed = squeezed(&text_of_pdf(&meyer.browser.print(Paper::A4)));
        for words in ["To like Wednesdays.", "A copy, made on"] {
            assert!(printed.contains(&squeezed(words)), "{words}: {printed}");
        }
    }
    meyer.chooses("copy.keep");
    meyer.is_told("copy.kept");
    assert_eq!(plans(&meyer).len(), 1);
    meyer.follows("copy.go-there");
    // A link that was cut on its way says so.
    meyer.opens(&link[..link.len() - 9]);
    meyer.is_told("copy.incomplete");
    assert_eq!(plans(&meyer).len(), 1);
    // Pasted with the words around it, it opens as it does from the address bar.
    meyer.opens("#/copy");
    meyer.chooses("copy.open");
    meyer.is_told("copy.nothing");
    let pasted = format!("Here it is, as we said: https://first-light.example/{link} Sam");
    meyer.writes("copy-text", &pasted);
    meyer.chooses("copy.open");
    meyer.is_asked("copy.locked-title");
}

fn file(engine: Engine) {
    let visit = visit(engine);
    let stored = [(FULL, full_plan()), (SMALL, small_plan())];
    let texts: Vec<_> = stored
        .iter()
        .map(|(id, text)| (*id, text.as_str()))
        .collect();
    let sam = arrives_with(&visit, &texts, "#/copy");
    sam.is_asked("copy.title");
    sam.chooses("copy.save-all");
    let saved = visit.browser.any_saved_file();
    let visit = visit.comes_back(as_somebody_else);

    let sam = Person::arrives(&visit, "#/copy");
    sam.is_asked("copy.title");
    // What a dialog of the system would do.
    sam.browser.script(
        "const files = new DataTransfer();
         files.items.add(new File([arguments[0]], 'plans.json', { type: 'application/json' }));
         document.getElementById('copy-file').files = files.files;",
        json!([saved]),
    );
    sam.chooses("copy.open");
    sam.is_asked("copy.found-title");
    sam.is_told("copy.found-lead");
    assert_eq!(plans(&sam).len(), 0, "nothing is kept by looking");
    sam.chooses("copy.keep-all");
    sam.is_told("copy.kept");
    let expected: BTreeMap<_, _> = stored.map(|(id, text)| (key(id), text)).into();
    assert_eq!(plans(&sam), expected, "byte for byte, under their names");
    assert_eq!(visit.server.violations(), Vec::<String>::new());
    assert_eq!(visit.browser.console_errors(), Vec::<String>::new());
}

/// What the page gave to the clipboard and to the share sheet, in order.
fn handed(person: &Person<'_>, count: usize) -> Vec<String> {
    person.browser.wait_for("what was handed on", || {
        let handed = person.browser.script("return window.handed", json!([]));
        let handed: Vec<String> = serde_json::from_value(handed).ok()?;
        (handed.len() == count).then_some(handed)
    })
}

/// A plan with days goes out as text, as Markdown, by the share sheet, and its days as a file.
fn words_and_days(engine: Engine) {
    let visit = visit(engine);
    let dated = include_str!("../../fixtures/v1/dated.json").trim();
    let sam = arrives_with(
        &visit,
        &[(SMALL, dated)],
        &format!("#/plan/{SMALL}/hand-over"),
    );
    sam.is_asked("hand-over.title");
    let before = sam.browser.stored();
    // In the place of what would come up over the page.
    sam.browser.script(
        "window.handed = [];
         const take = async (text) => { window.handed.push(text); };
         const put = (name, value) => Object.defineProperty(navigator, name, { configurable: true, value });
         put('clipboard', { writeText: take });
         put('share', async (given) => take(given.text));",
        json!([]),
    );
    sam.chooses("hand-over.text");
    sam.is_told("trouble.copied");
    sam.chooses("hand-over.markdown");
    handed(&sam, 2);
    sam.chooses("hand-over.share");
    let [text, markdown, shared] = &handed(&sam, 3)[..] else {
        panic!("three texts");
    };
    assert_eq!(text, shared);
    assert!(markdown.contains("## "), "{markdown}");
    for words in ["I ring my sister", "Find her number", "After lunch"] {
        assert!(
            text.contains(words) && markdown.contains(words),
            "{words}: {text}"
        );
    }
    assert!(
        text.contains("2026") && text.contains("2027"),
        "the days: {text}"
    );

    sam.chooses("hand-over.dates-save");
    let bare = visit.browser.any_saved_file();
    assert!(bare.starts_with("BEGIN:VCALENDAR\r\n"), "{bare}");
    assert_eq!(bare.matches("BEGIN:VEVENT").count(), 4, "{bare}");
    assert!(
        bare.contains("-goal-2-step-1@") && !bare.contains("Ring"),
        "{bare}"
    );
    sam.ticks(crate::catalogue::text("hand-over.dates-words"));
    sam.chooses("hand-over.dates-save");
    let full = visit.browser.any_saved_file();
    assert!(full.contains("DESCRIPTION:Ring"), "{full}");
    assert_eq!(
        sam.browser.stored(),
        before,
        "handing over changes nothing here"
    );
    assert_eq!(visit.server.violations(), Vec::<String>::new());
}
