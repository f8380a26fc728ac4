//! A therapist puts a link together; somebody opens it in a browser that knows nothing of it, answers, and
//! finds the answers again; locks a copy, and a third person opens it with the passphrase and prints it.

use e2e::keyboard::Key;
use e2e::paper::{Paper, squeezed, text_of_pdf};
use e2e::scenario::{self, Visit};
use e2e::server::Server;
use e2e::{Browser, Engine, Home, Setup};

use crate::app;
use crate::catalogue::text;
use crate::person::Person;

const GREETING: &str = "Take all the time you like.\nSee you on Tuesday.";
const ASKED: &str = "What would your late dog say?";
const RATED: &str = "How well did you sleep?";
const PASSPHRASE: &str = "seven quiet herons by the weir";
const ANSWER: &str = "  Woof, and \u{201c}sit\u{201d}  ";

mod from_link_to_paper {
    use super::*;

    #[test]
    fn chromium() {
        scenario::run_alone(Engine::Chromium, story);
    }

    #[test]
    fn firefox() {
        scenario::run_alone(Engine::Firefox, story);
    }

    #[test]
    fn webkit() {
        scenario::run_alone(Engine::WebKit, story);
    }
}

fn story(engine: Engine) {
    let visit = Visit {
        server: Server::start(&app()),
        browser: Browser::start(engine, Setup::default()),
    };
    let link = puts_a_link_together(&visit);
    let visit = visit.comes_back(as_somebody_else);
    let plan = answers(&visit, &link);
    finds_the_answers(&visit, &plan);
    comes_again(&visit, &link);
    let copy = hands_over(&visit, &plan);
    nothing_went_wrong(&visit);
    let visit = visit.comes_back(as_somebody_else);
    opens_the_copy(&visit, &copy);
    nothing_went_wrong(&visit);
}

fn nothing_went_wrong(visit: &Visit) {
    assert_eq!(visit.server.violations(), Vec::<String>::new());
    assert_eq!(visit.browser.console_errors(), Vec::<String>::new());
}

/// Ends a browser; the next one knows nothing of it.
fn as_somebody_else(browser: Browser) -> Home {
    let _ended = browser.ends();
    Home::fresh()
}

/// From the first page to the link, by the keyboard alone. What comes after `#` in the link.
fn puts_a_link_together(visit: &Visit) -> String {
    let mut meyer = Person::arrives(visit, "");
    meyer.follows("therapists.title");
    meyer.is_asked("therapists.title");
    meyer.follows("therapists.new");
    meyer.is_asked("builder.title");
    meyer.writes("setup-name", "First meeting");
    meyer.writes("from", "Dr Meyer");
    meyer.writes("client", "Sam");
    meyer.writes("greeting", GREETING);
    meyer.browser.tab_to("the chosen wording", |focus| {
        focus.name.starts_with(text("wording.miracle.title"))
    });
    meyer.browser.press(Key::Down);
    meyer.ticks(text("extra.agreement.title"));
    adds_a_question(&mut meyer, "own-words-0", ASKED);
    adds_a_question(&mut meyer, "own-words-1", RATED);
    meyer.browser.tab_to("how it is answered", |focus| {
        focus.tag == "input" && focus.group == text("builder.kind")
    });
    meyer.browser.press_times(Key::Right, 2);
    meyer.ticks(text("builder.guide"));
    // The client's page is drawn below while it is written.
    for shown in ["Hello Sam", GREETING, ASKED, RATED] {
        let shown = squeezed(shown);
        meyer.browser.wait_for(&shown, || {
            squeezed(&meyer.sees()).contains(&shown).then_some(())
        });
    }
    let link = meyer.value("link");
    assert!(link.len() < 500, "{link}");

    meyer.opens("#/for-therapists");
    meyer.is_asked("therapists.title");
    let kept = meyer.page_text();
    assert!(kept.contains("First meeting"), "{kept}");
    meyer.follows("therapists.open");
    assert_eq!(meyer.value("own-words-1"), RATED);
    assert_eq!(meyer.value("link"), link);
    let at = link.find('#').expect("what is sent to no server");
    link[at..].to_owned()
}

/// The field of a new question has the focus, and nothing in it.
fn adds_a_question(meyer: &mut Person, field: &str, words: &str) {
    meyer.chooses("builder.add");
    meyer.browser.wait_for("the focus in the question", || {
        (meyer.browser.focus().id == field).then_some(())
    });
    assert_eq!(meyer.value(field), "");
    meyer.writes(field, words);
}

/// Opens the link in a browser that knows nothing of it, and answers both questions.
fn answers(visit: &Visit, link: &str) -> String {
    let began = std::time::Instant::now();
    let mut sam = Person::arrives(visit, link);
    let engine = visit.browser.engine();
    println!("{engine:?}: the link was open after {:?}", began.elapsed());
    let letter = squeezed(&sam.sees());
    for shown in [
        "Hello Sam",
        GREETING,
        "This link says that it is from Dr Meyer.",
        text("invitation.unchecked"),
        ASKED,
        text("wording.tomorrow.title"),
        text("extra.agreement.title"),
    ] {
        assert!(letter.contains(&squeezed(shown)), "{shown}: {letter}");
    }
    assert_eq!(sam.browser.stored().len(), 0, "nothing is kept by looking");
    sam.follows("invitation.start");
    sam.is_asked("topic.about.title");
    while !sam.browser.fragment().contains("/own/") {
        sam.continues();
    }
    sam.has_chosen_wording("tomorrow");
    assert_eq!(sam.question(), ASKED);
    assert!(sam.sees().contains("A question from Dr Meyer"));
    sam.writes("own-0", ANSWER);
    sam.continues();
    assert_eq!(sam.question(), RATED);
    assert!(
        !sam.browser
            .is_true("return !!document.querySelector('.scale-field :checked')"),
        "a scale begins blank"
    );
    sam.browser.tab_to("the scale", |focus| {
        focus.tag == "input" && focus.group == RATED
    });
    sam.browser.press_times(Key::Right, 4);
    sam.is_told_about_saving("save.saved");
    notes_beside_the_page(&sam);
    let fragment = sam.browser.fragment();
    let plan = fragment.split('/').nth(2).expect("the plan's name");
    plan.to_owned()
}

/// The notes come and go by the keyboard.
fn notes_beside_the_page(sam: &Person) {
    let note = text("topic.guide.title");
    let shown = || {
        sam.browser
            .text_of("return document.querySelector('.guide').innerText")
            .contains(note)
    };
    assert!(!shown());
    sam.chooses("guide.show");
    sam.browser.wait_for("the notes", || shown().then_some(()));
    sam.chooses("guide.together");
    sam.browser.wait_until(
        "larger text",
        "return document.documentElement.dataset.text === 'together'",
    );
    sam.chooses("guide.apart");
    sam.browser.wait_until(
        "text of normal size",
        "return document.documentElement.dataset.text === undefined",
    );
    sam.chooses("guide.hide");
    sam.browser
        .wait_for("no notes", || (!shown()).then_some(()));
}

/// In the summary and on paper, marked as the therapist's.
fn finds_the_answers(visit: &Visit, plan: &str) {
    let sam = Person::arrives(visit, &format!("#/plan/{plan}/summary/all"));
    let wanted = format!("A question from Dr Meyer {ASKED} {ANSWER}");
    let sees = squeezed(&sam.browser.text_of(
        "return [...document.querySelectorAll('.summary__item')].map((e) => e.textContent).join(' ')",
    ));
    assert!(sees.contains(&squeezed(&wanted)), "{sees}");
    assert!(sees.contains(&squeezed(&format!("{RATED} 4"))), "{sees}");
    assert!(
        sam.browser
            .text_of("return document.querySelector('.summary').textContent")
            .contains(ANSWER),
        "exactly as typed"
    );
    if visit.browser.engine().prints() {
        let printed = squeezed(&text_of_pdf(&sam.browser.print(Paper::A4)));
        assert!(
            printed.contains(&squeezed("A question from Dr Meyer")),
            "{printed}"
        );
        assert!(printed.contains(&squeezed(ANSWER)), "{printed}");
        assert!(
            !printed.contains(&squeezed(text("guide.show"))),
            "{printed}"
        );
    }
}

/// Locks a copy with a passphrase. What comes after `#` in the locked link.
fn hands_over(visit: &Visit, plan: &str) -> String {
    let mut sam = Person::arrives(visit, &format!("#/plan/{plan}/hand-over"));
    sam.is_asked("hand-over.title");
    sam.writes("copy-passphrase", PASSPHRASE);
    sam.chooses("hand-over.make-link");
    sam.is_told("hand-over.made");
    let link = sam.value("locked-link");
    let at = link.find('#').expect("what is sent to no server");
    link[at..].to_owned()
}

/// A third person, in a browser that knows nothing of it, opens the copy and prints it.
fn opens_the_copy(visit: &Visit, link: &str) {
    let mut ada = Person::arrives(visit, link);
    ada.is_asked("copy.locked-title");
    assert!(!ada.page_text().contains(ASKED));
    ada.writes("copy-passphrase", PASSPHRASE);
    ada.chooses("copy.unlock");
    ada.browser.wait_for("the copy", || {
        ada.page_text().contains(ANSWER).then_some(())
    });
    assert!(ada.page_text().contains("A question from Dr Meyer"));
    let stored = ada.browser.stored();
    assert!(
        !stored.keys().any(|key| key.contains(".plan.")),
        "nothing is kept by looking: {stored:?}"
    );
    if visit.browser.engine().prints() {
        let printed = squeezed(&text_of_pdf(&ada.browser.print(Paper::A4)));
        for shown in ["A question from Dr Meyer", ASKED, ANSWER] {
            assert!(printed.contains(&squeezed(shown)), "{shown}: {printed}");
        }
    }
}

/// Whoever follows the link again is led to the plan that is there.
fn comes_again(visit: &Visit, link: &str) {
    let sam = Person::arrives(visit, link);
    sam.is_told("invitation.begun");
    sam.follows("invitation.go-on");
    assert!(sam.browser.fragment().ends_with("/summary/all"));
    let plans = || {
        let stored = sam.browser.stored();
        stored.keys().filter(|key| key.contains(".plan.")).count()
    };
    assert_eq!(plans(), 1);
    // A link that was cut on its way says so, and changes nothing.
    sam.opens(&link[..link.len() - 9]);
    sam.is_asked("invitation.broken");
    sam.is_told("invitation.incomplete");
    assert_eq!(plans(), 1);
}
