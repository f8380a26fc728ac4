//! A whole story, typed from the first page to the last by the keyboard alone, and found again: on
//! the page after a reload, in the summary, and on paper.

use e2e::keyboard::Key;
use e2e::paper::{Paper, squeezed, text_of_pdf};
use e2e::{Setup, Visit};

use crate::catalogue::{text, texts};
use crate::person::Person;
use crate::{app, in_every_engine};

in_every_engine!(a_whole_story, app(), Setup::default(), |visit: &Visit| {
    let mut zoe = Person::arrives(visit, "");
    zoe.follows("home.begin");
    before_the_start(&mut zoe);
    hopes(&mut zoe);
    already_moving(&mut zoe);
    the_question(&mut zoe);
    other_eyes(&mut zoe);
    pieces(&mut zoe);
    scales(&mut zoe);
    what_keeps_going(&mut zoe);
    goals(&mut zoe);
    steps(&mut zoe);
    support(&mut zoe);
    agreement(&mut zoe);
    let private = working_together(&mut zoe);
    summary(&zoe, &private);
    assert_eq!(visit.server.violations(), Vec::<String>::new());
    assert_eq!(zoe.browser.console_errors(), Vec::<String>::new());
});

fn before_the_start(zoe: &mut Person) {
    zoe.is_asked("topic.about.title");
    zoe.writes("plan-name", "After the winter");
    zoe.continues();
    zoe.is_asked("topic.company.title");
    zoe.ticks(text("company.alone.title"));
    zoe.continues();
    zoe.is_asked("topic.wording.title");
    // The standard wording is chosen; one arrow further is the good tomorrow.
    zoe.browser.tab_to("the chosen wording", |focus| {
        focus.name.starts_with(text("wording.miracle.title"))
    });
    zoe.browser.press(Key::Down);
    zoe.has_chosen_wording("tomorrow");
    zoe.continues();
    zoe.is_asked("topic.extras.title");
    for extra in ["agreement", "together", "ladder"] {
        zoe.ticks(text(&format!("extra.{extra}.title")));
    }
    zoe.continues();
}

fn hopes(zoe: &mut Person) {
    zoe.is_asked("prompt.best-hopes.title");
    zoe.writes(
        "best-hopes",
        "  To feel like myself again,\nand to stop dreading Mondays.  ",
    );
    zoe.continues();
    answers(zoe, "worth-it", "I’d ring Béatrice back the same day.");
    answers(zoe, "instead", "A slow breakfast in place of the phone.");
    answers(
        zoe,
        "caring-hopes",
        "My mother hopes that I sing in the kitchen.",
    );
}

fn already_moving(zoe: &mut Person) {
    answers(zoe, "better", "I opened two letters on Tuesday.");
    answers(zoe, "managed", "I made tea first, and I told nobody.");
    answers(zoe, "keep", "The allotment, and chess with Oluwaseun.");
}

fn the_question(zoe: &mut Person) {
    zoe.is_asked("topic.telling.title");
    let lines = texts("wording.tomorrow.lines");
    for line in &lines[1..] {
        zoe.chooses("telling.next");
        zoe.browser.wait_for(line, || {
            squeezed(&zoe.sees())
                .contains(&squeezed(line))
                .then_some(())
        });
    }
    zoe.continues();

    zoe.is_asked("topic.signs.title");
    zoe.writes("sign-0", "The curtains are open before I notice");
    zoe.browser.press(Key::Enter);
    zoe.writes("sign-1", "I hum while the kettle boils");
    zoe.chooses("list.what-else");
    zoe.writes("sign-2", "The cat sits on my feet");
    zoe.continues();

    zoe.is_asked("topic.day.title");
    for (moment, words) in [
        ("waking", "I stretch like a Labrador."),
        ("morning", "Porridge, and the long way past the weir."),
        ("midday", "Lunch outside, whatever the weather."),
        ("evening", "I play two songs on the ukulele."),
        ("bedtime", "I put my shoes by the door."),
    ] {
        zoe.writes(moment, words);
    }
    // At once, while the last words may still wait to be written.
    zoe.reloads();
    assert_eq!(zoe.value("waking"), "I stretch like a Labrador.");
    assert_eq!(zoe.value("bedtime"), "I put my shoes by the door.");
    zoe.is_told_about_saving("save.saved");
    zoe.continues();
}

fn other_eyes(zoe: &mut Person) {
    zoe.is_asked("topic.who.title");
    zoe.writes("witness-0-who", "My sister Nour");
    zoe.chooses("others.add");
    zoe.writes("witness-1-who", "The man at the bakery");
    zoe.continues();
    for (page, field, words) in [
        (
            "see",
            "see",
            [
                "That I pick up on the second ring.",
                "I look up and say his name.",
            ],
        ),
        (
            "respond",
            "respond",
            [
                "She talks faster and laughs.",
                "He puts in a roll for free.",
            ],
        ),
        (
            "difference",
            "difference",
            ["We plan a Sunday.", "I stay a minute longer."],
        ),
    ] {
        zoe.is_asked(&format!("topic.{page}.title"));
        for (witness, words) in words.into_iter().enumerate() {
            zoe.writes(&format!("witness-{witness}-{field}"), words);
        }
        zoe.continues();
    }
}

fn pieces(zoe: &mut Person) {
    zoe.is_asked("topic.tick.title");
    zoe.ticks("I hum while the kettle boils");
    zoe.ticks("Lunch outside, whatever the weather.");
    zoe.continues();
    zoe.is_asked("topic.closer.title");
    zoe.writes("piece-sign-1-when", "On pay day");
    zoe.writes("piece-sign-1-place", "At the stove");
    zoe.writes("piece-sign-1-with-whom", "Alone with the radio");
    zoe.writes("piece-sign-1-my-part", "I left the news off");
    zoe.writes("piece-sign-1-again", "A list of good songs");
    zoe.continues();
}

fn scales(zoe: &mut Person) {
    zoe.is_asked("scale.now.title");
    zoe.rates("scale.now.title", 4);
    zoe.chooses("scale-control.half-up");
    zoe.writes("not-lower", "Work is steady, and Nour rings on Fridays.");
    zoe.continues();
    for (scale, points, prompt, words) in [
        (
            "highest",
            6,
            "highest-lately",
            "The day at Whitby, in the rain.",
        ),
        (
            "enough",
            7,
            "good-enough",
            "Two bad days a month, and I say so.",
        ),
    ] {
        rates_and_answers(zoe, scale, points, prompt, words);
    }
    answers(zoe, "step-up", "Dressed before ten on Saturday.");
    for (scale, points, prompt, words) in [
        (
            "confidence",
            5,
            "confidence-from",
            "I learnt to swim at thirty.",
        ),
        (
            "willingness",
            8,
            "willingness-from",
            "My nephew starts school.",
        ),
    ] {
        rates_and_answers(zoe, scale, points, prompt, words);
    }
}

fn rates_and_answers(zoe: &mut Person, scale: &str, points: usize, prompt: &str, words: &str) {
    zoe.is_asked(&format!("scale.{scale}.title"));
    zoe.rates(&format!("scale.{scale}.title"), points);
    zoe.writes(prompt, words);
    zoe.continues();
}

fn what_keeps_going(zoe: &mut Person) {
    answers(zoe, "got-through", "One hour, then the next.");
    answers(zoe, "who-helps", "Old cricket on the wireless.");
    answers(zoe, "admirer", "She turns up, Mr Adeyemi would say.");
}

fn goals(zoe: &mut Person) {
    zoe.is_asked("topic.goals.title");
    // The first suggestion is the first piece that was ticked; its words stay as they are.
    zoe.chooses("goals.use-as-goal");
    zoe.is_told("goals.already");
    // A new goal has a page of its own.
    zoe.follows("goals.add");
    zoe.is_asked("topic.goal.title");
    zoe.writes("goal-1-doing", "Stop avoiding the post");
    zoe.is_told("thought.presence.title");
    zoe.chooses("goals.leave-as-is");
    zoe.browser.back();
    zoe.is_asked("topic.goals.title");
    zoe.continues();
    zoe.is_asked("topic.goal.title");
    assert_eq!(zoe.value("goal-0-doing"), "I hum while the kettle boils");
    zoe.writes("goal-0-place", "In our kitchen, with Nour");
    zoe.writes("goal-0-why", "It is how my gran began the day");
    zoe.writes("goal-0-first-sign", "A clean spoon is out");
    zoe.writes("level-0-2", "Three mornings of seven");
    zoe.continues();
    assert_eq!(zoe.value("goal-1-doing"), "Stop avoiding the post");
    zoe.continues();
}

fn steps(zoe: &mut Person) {
    zoe.is_asked("topic.goal-steps.title");
    zoe.writes("step-0-0-what", "Buy the good tea");
    zoe.writes("step-0-0-when", "Thursday, after the dentist");
    zoe.writes("step-0-0-obstacle", "I think it is silly");
    zoe.writes("step-0-0-cue", "I walk past the shop");
    zoe.writes("step-0-0-response", "go back ten paces");
    zoe.rates("steps.confidence", 7);
    zoe.continues();
    zoe.is_asked("topic.goal-steps.title");
    zoe.continues();
    zoe.is_asked("topic.experiments.title");
    zoe.ticks(text("experiment.notice-keep.title"));
    zoe.writes("notice-keep", "Small kind things at the bus stop.");
    zoe.continues();
}

fn support(zoe: &mut Person) {
    zoe.is_asked("topic.supporters.title");
    zoe.writes("supporter-0-who", "Nadia upstairs");
    zoe.writes("supporter-0-ask", "Knock on Monday at eight");
    zoe.continues();
    answers(zoe, "places", "The bench by the lock.");
    answers(zoe, "professionals", "Dr Lindqvist, mornings.");
    zoe.is_asked("topic.hard-day.title");
    zoe.writes("hard-day", "This is a wave. Drink water.");
    zoe.continues();
}

fn agreement(zoe: &mut Person) {
    answers(zoe, "i-will", "Come, or say so the day before.");
    answers(zoe, "therapist-will", "Ask what has been better.");
    answers(zoe, "check-in", "Every third Wednesday.");
    answers(zoe, "not-working", "I send a short message.");
    answers(zoe, "stays-private", "All but danger to somebody.");
    zoe.is_asked("topic.signatures.title");
    zoe.writes("my-name", "Zoë");
    zoe.writes("therapist-name", "Ingrid Haugen");
    zoe.continues();
}

/// Answers the private part; returns its words.
fn working_together(zoe: &mut Person) -> [&'static str; 2] {
    let private = ["More quiet at the end.", "I said fine when it was not."];
    zoe.is_asked("topic.together-scales.title");
    zoe.rates("scale.open.title", 3);
    zoe.rates("scale.matters.title", 9);
    zoe.is_told("together.begin-open");
    zoe.continues();
    answers(zoe, "more-less", private[0]);
    answers(zoe, "hard-to-say", private[1]);
    private
}

fn summary(zoe: &Person, private: &[&str]) {
    zoe.is_asked("topic.summary.title");
    let document = zoe
        .browser
        .text_of("return document.querySelector('.summary').textContent");
    for words in zoe.written() {
        assert!(
            document.contains(words),
            "“{words}” is not in the summary: {document}"
        );
    }
    assert!(
        document.contains("4.5") || document.contains("4½"),
        "{document}"
    );
    if zoe.browser.engine().prints() {
        for paper in [Paper::A4, Paper::UsLetter] {
            is_on_paper(zoe, paper, private);
        }
    }
}

fn is_on_paper(zoe: &Person, paper: Paper, private: &[&str]) {
    let printed = text_of_pdf(&zoe.browser.print(paper));
    let squeezed_print = squeezed(&printed);
    for words in zoe.written() {
        let expected = !private.contains(&words.as_str());
        assert_eq!(
            squeezed_print.contains(&squeezed(words)),
            expected,
            "{}: “{words}” on {paper:?}: {printed}",
            zoe.browser.engine()
        );
    }
}

/// A page with one question: checks the question, answers it, goes on.
fn answers(zoe: &mut Person, prompt: &str, words: &str) {
    zoe.is_asked(&format!("prompt.{prompt}.title"));
    zoe.writes(prompt, words);
    zoe.continues();
}
