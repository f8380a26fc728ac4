//! The page for printing: five forms on two sizes of paper, printed by the browsers themselves.

use e2e::paper::{Paper, squeezed};
use e2e::sheet::{MILLIMETRE, Sheet, Word, sheets};
use e2e::{Engine, Visit};
use serde_json::{Value, json};

use crate::person::Person;
use crate::seed::{self, FULL, full_plan};
use crate::{app, in_every_engine};

const FORMS: [&str; 5] = ["plan", "large", "card", "copy", "blank"];
const PAPERS: [(Paper, &str); 2] = [(Paper::A4, "a4"), (Paper::UsLetter, "letter")];
const NAME: &str = "After the winter";

/// Opens the page for printing with this plan.
fn at_the_printer<'a>(visit: &'a Visit, plan: &str) -> Person<'a> {
    seed::arrives_with(visit, &[(FULL, plan)], &seed::page(FULL, "print"))
}

/// The full plan, changed.
fn plan(change: impl FnOnce(&mut Value)) -> String {
    let mut plan = serde_json::from_str(&full_plan()).expect("a plan");
    change(&mut plan);
    plan.to_string()
}

/// Chooses a form and a paper, and waits until the document is drawn and measured.
fn chooses(sam: &Person, form: &str, paper: &str) {
    for id in [format!("paper-{paper}"), format!("form-{form}")] {
        let click = "document.getElementById(arguments[0])?.click();";
        sam.browser.script(click, json!([id]));
    }
    let chosen =
        format!("return !!document.querySelector('.desk[data-form={form}][data-paper={paper}]')");
    sam.browser.wait_until("the chosen form", &chosen);
    settles(sam);
}

/// Waits until there are as many sheets as the document has columns.
fn settles(sam: &Person) {
    sam.browser.wait_until(
        "all sheets of the preview",
        "const leaf = document.getElementById('leaf');
         const wide = leaf.offsetWidth;
         const columns = 1 + Math.round((leaf.scrollWidth - wide) / (wide + 960 / 25.4));
         return document.querySelectorAll('.sheet').length === columns;",
    );
}

/// Prints what is chosen. The preview has as many sheets as that.
fn prints(sam: &Person, paper: Paper, what: &str) -> Vec<Sheet> {
    let pages = sheets(&sam.browser.print(paper));
    assert_eq!(pages.len(), count(sam, ".sheet"), "{what}");
    pages
}

/// Prints these forms on both papers.
fn prints_all(sam: &Person, forms: &[&str], mut look: impl FnMut(&str, &[Sheet], &str)) {
    for (paper, size) in PAPERS {
        for form in forms {
            chooses(sam, form, size);
            let what = format!("{form} on {size} in {}", sam.browser.engine());
            look(form, &prints(sam, paper, &what), &what);
        }
    }
}

fn count(sam: &Person, selector: &str) -> usize {
    let count = "return document.querySelectorAll(arguments[0]).length";
    let count = sam.browser.script(count, json!([selector]));
    count
        .as_u64()
        .and_then(|count| count.try_into().ok())
        .expect("a number")
}

/// The texts that a script finds, without white space.
fn texts(sam: &Person, script: &str) -> Vec<String> {
    let found = sam.browser.script(script, json!([]));
    let found = found.as_array().expect("a list").iter();
    let found = found.map(|text| squeezed(text.as_str().expect("a text")));
    found.filter(|text| !text.is_empty()).collect()
}

/// What the person wrote and what is asked, in the order of the document; but for the table of levels, which is
/// read down or across. What belongs to the thing below it comes with a mark in front.
const TEXTS: &str =
    "return [...document.querySelectorAll('#leaf .words, #leaf :is(h2, h3, h4, h5, dt, .by-hand__question):not(:has(.words))')]
       .filter((element) => !element.closest('.leaf__levels')).map((element) => (element.matches('h2, h3, h4, h5, dt, .by-hand__question') && element.nextElementSibling?.textContent
          ? '\u{1}' : '') + element.textContent)";

/// In front of a heading, and between lines.
const MARK: char = '\u{1}';

/// What stands in one piece: its lines, with a mark between them. They may be read in another order.
const BOXES: &str =
    "return [...document.querySelectorAll('#leaf :is(.told, .by-hand, .leaf__levels > div, .card-sheet__step, .card-sheet__support)')]
       .map((element) => element.innerText.split('\\n').join('\u{1}'))";

/// Questions with lines to write on, and how many lines: `3 What would you see?`.
const RULED: &str = "return [...document.querySelectorAll('#leaf .by-hand')].filter((element) => element.querySelector('.rule'))
       .map((element) => element.querySelectorAll('.rule').length + '|' + element.textContent)";

/// Every text is there, in order, in one piece where it should be, and within the margins. No heading ends a page.
fn is_whole(sam: &Person, pages: &[Sheet], what: &str) {
    let bodies: Vec<String> = pages.iter().map(Sheet::text).collect();
    let all = bodies.concat();
    let ends: Vec<usize> = bodies
        .iter()
        .scan(0, |end, body| {
            *end += body.len();
            Some(*end)
        })
        .collect();
    let mut from = 0;
    for text in texts(sam, TEXTS) {
        let words = text.trim_start_matches(MARK);
        let found = all[from..].find(words);
        let found = found.unwrap_or_else(|| panic!("{what}: “{words}” is not in {}", &all[from..]));
        from += found + words.len();
        let alone = text.starts_with(MARK) && ends.contains(&from);
        assert!(
            !alone,
            "{what}: “{words}” stands alone at the foot of a page"
        );
    }
    for piece in texts(sam, BOXES) {
        let mut lines = piece.split(MARK);
        let whole = bodies
            .iter()
            .any(|body| lines.clone().all(|line| body.contains(line)));
        assert!(whole, "{what}: “{:?}” is cut", lines.next());
    }
    for (number, page) in (1..).zip(pages) {
        assert!(!page.text().is_empty(), "{what}: page {number} is empty");
        keeps_to_margins(page, what);
    }
}

/// No word reaches into the margins, but for the little that letters reach beyond their lines.
fn keeps_to_margins(page: &Sheet, what: &str) {
    let out = page.body().find(|word| {
        let reach = 0.3 * (word.bottom - word.top);
        let side = 20.0 * MILLIMETRE - reach;
        word.left < side
            || word.right > page.width - side
            || word.top < 22.0 * MILLIMETRE - reach
            || word.bottom > page.height - 24.0 * MILLIMETRE + reach
    });
    assert_eq!(out, None, "{what}: beyond the margins");
}

/// The lines to sign on stand on one page, the last.
fn has_lines_to_sign(sam: &Person, pages: &[Sheet], what: &str) {
    // Nobody signs a page that says nothing: what the document ends with stands there too.
    let script = "return [...document.querySelectorAll('.signature__label, .leaf__end')].map((one) => one.textContent)";
    let words = texts(sam, script);
    assert_eq!(words.len(), 7, "{what}");
    let last = pages.last().map(Sheet::text).unwrap_or_default();
    let missing = words.iter().find(|words| !last.contains(*words));
    assert_eq!(missing, None, "{what}: it is not in {last}");
}

/// Each page carries its number and the plan's name.
fn is_named(pages: &[Sheet], name: &str, what: &str) {
    for (number, page) in (1..).zip(pages) {
        let foot = format!("{}{number}/{}", squeezed(name), pages.len());
        assert_eq!(page.foot(), foot, "{what}");
    }
}

/// Below every question there is room for its lines, on the same page.
fn has_room_to_write(sam: &Person, pages: &[Sheet], what: &str) {
    let words = pages.iter().enumerate();
    let words: Vec<(usize, &Word)> = words
        .flat_map(|(number, page)| page.body().map(move |word| (number, word)))
        .collect();
    let all: String = words.iter().map(|(_, word)| word.text.as_str()).collect();
    let mut ends = Vec::new();
    for (index, (_, word)) in words.iter().enumerate() {
        ends.extend(std::iter::repeat_n(index, word.text.len()));
    }
    let mut from = 0;
    let ruled = texts(sam, RULED);
    assert!(ruled.len() > 30, "{ruled:?}");
    for question in ruled {
        let (lines, question) = question.split_once('|').expect("a number and a question");
        let at = all[from..].find(question);
        from += at.unwrap_or_else(|| panic!("{what}: no {question}")) + question.len();
        let last = ends[from - 1];
        let (page, word) = words[last];
        let below = match words.get(last + 1) {
            Some((next, below)) if *next == page => below.top,
            _ => pages[page].height - 24.0 * MILLIMETRE,
        };
        let room = lines.parse::<f64>().expect("a number") * 8.0 * MILLIMETRE;
        let has = below - word.bottom;
        assert!(has > room - 6.0, "{what}: {has} of {room} below {question}");
    }
}

in_every_engine!(
    every_form_is_whole_and_named,
    app(),
    e2e::Setup::default(),
    |visit: &Visit| {
        let sam = at_the_printer(visit, &full_plan());
        let engine = sam.browser.engine();
        if !engine.prints() {
            println!("{engine} cannot print through WebDriver");
            for (_, size) in PAPERS {
                for (form, at_least, at_most) in [
                    ("plan", 4, 8),
                    ("large", 6, 12),
                    ("card", 1, 1),
                    ("copy", 4, 8),
                    ("blank", 12, 24),
                ] {
                    chooses(&sam, form, size);
                    let count = count(&sam, ".sheet");
                    assert!(
                        (at_least..=at_most).contains(&count),
                        "{form} on {size}: {count}"
                    );
                }
            }
            return;
        }
        prints_all(&sam, &FORMS, |form, pages, what| {
            is_whole(&sam, pages, what);
            let blank = form == "blank";
            is_named(pages, if blank { "First Light" } else { NAME }, what);
            if form == "card" {
                assert_eq!(pages.len(), 1, "{what}");
            }
            if form == "copy" {
                has_lines_to_sign(&sam, pages, what);
            }
            if blank {
                has_room_to_write(&sam, pages, what);
            }
            let all: String = pages.iter().map(Sheet::text).collect();
            // What was left out, what is private, and what belongs to the screen.
            for absent in [
                "Onehour,thenthenext.",
                "Isaidfine.",
                "Whatwouldyoulikeonpaper",
            ] {
                assert!(!all.contains(absent), "{what}: {absent}");
            }
        });
        // Without a plan, in another wording.
        sam.opens("#/blank-sheet");
        let tomorrow = "document.getElementById('wording-tomorrow').click();";
        sam.browser.script(tomorrow, json!([]));
        for (paper, size) in PAPERS {
            chooses(&sam, "blank", size);
            let pages = prints(&sam, paper, size);
            is_whole(&sam, &pages, size);
            is_named(&pages, "First Light", size);
            has_room_to_write(&sam, &pages, size);
        }
        let all_but_goals = "document.querySelectorAll('[id^=part-]:not(#part-goals)').forEach((part) => part.click());";
        sam.browser.script(all_but_goals, json!([]));
        chooses(&sam, "blank", "a4");
        let goals = prints(&sam, Paper::A4, "the goals");
        let has = |words: &str| goals.iter().any(|page| page.text().contains(words));
        assert!(has("Goal3") && !has("Step1"), "{goals:?}");
        // The summary's own print. Firefox has no margin boxes: its own header and footer count pages there.
        sam.opens(&seed::page(FULL, "summary/all"));
        let pages = sheets(&sam.browser.print(Paper::A4));
        assert!(pages.len() > 1);
        if engine == Engine::Chromium {
            is_named(&pages, NAME, "from the summary");
        }
    }
);

/// Twenty goals, each with ten steps, and answers of thousands of words.
fn long_plan() -> String {
    let words: Vec<String> = (0..5000).map(|n| format!("word{n}")).collect();
    let step = |goal: usize, n: usize| {
        json!({ "id": n, "what": format!("goal {goal} step {n} put my shoes by the door"),
                "when": "after the news", "cue": "it rains", "response": "take the umbrella", "confidence": n })
    };
    let goal = |id: usize| {
        let steps: Vec<Value> = (0..10).map(|n| step(id, n)).collect();
        json!({ "id": id, "doing": format!("Goal number {id}: walk to the corner shop"), "why": "bread",
                "steps": { "next": 10, "items": steps } })
    };
    let goals: Vec<Value> = (0..20).map(goal).collect();
    plan(|plan| {
        plan["answers"]["best-hopes"]["text"] = json!(words.join(" "));
        plan["answers"]["keep"]["text"] = json!("unbroken".repeat(300));
        plan["goals"] = json!({ "next": 20, "items": goals });
        plan["left-out"] = json!([]);
    })
}

in_every_engine!(
    long_plans_on_paper,
    app(),
    e2e::Setup::default(),
    |visit: &Visit| {
        if !visit.browser.engine().prints() {
            println!("{} cannot print through WebDriver", visit.browser.engine());
            return;
        }
        let sam = at_the_printer(visit, &long_plan());
        prints_all(&sam, &["plan", "large", "copy"], |_, pages, what| {
            is_whole(&sam, pages, what);
            is_named(pages, NAME, what);
        });
        // Two hundred steps are more than a card: that is said, and they can be printed as they are.
        prints_all(&sam, &["card"], |_, pages, what| {
            assert!(
                sam.sees().contains("You can take goals off the card"),
                "{what}"
            );
            is_whole(&sam, pages, what);
            is_named(pages, NAME, what);
        });
        // Or one tap leaves what fits.
        sam.browser.script(
            "document.querySelector('.preview .notice button').click();",
            json!([]),
        );
        sam.browser.wait_until(
            "a card",
            "return !document.querySelector('.preview .notice')",
        );
        settles(&sam);
        let goals = count(&sam, ".card-sheet__goal");
        assert!((1..20).contains(&goals), "{goals}");
        let card = prints(&sam, Paper::UsLetter, "what fits");
        assert_eq!(card.len(), 1);
        let words = "return document.getElementById('leaf').innerText.split(/\\s+/)";
        let printed = card[0].text();
        for word in texts(&sam, words) {
            assert!(printed.contains(&word), "“{word}” is not in {printed}");
        }
        keeps_to_margins(&card[0], "what fits");
    }
);

in_every_engine!(
    other_scripts_on_paper,
    app(),
    e2e::Setup::default(),
    |visit: &Visit| {
        if !visit.browser.engine().prints() {
            println!("{} cannot print through WebDriver", visit.browser.engine());
            return;
        }
        let (arabic, hebrew) = ("أن أنام وأصحو هادئا كل يوم", "לקום בלי פחד בבוקר");
        let other = plan(|plan| {
            plan["name"] = json!("صباح الخير \"{} \\ <b>");
            plan["answers"]["best-hopes"]["text"] = json!(arabic);
            plan["answers"]["worth-it"]["text"] = json!(hebrew);
            plan["answers"]["instead"]["text"] = json!("朝ごはんをゆっくり食べる");
            plan["answers"]["keep"]["text"] = json!("A walk 🌅 and tea ☕ after");
            plan["goals"]["items"][1]["doing"] = json!(hebrew);
        });
        let sam = at_the_printer(visit, &other);
        // Letters from right to left come out of a file as they are read, or as they are drawn.
        let has = |text: &str, words: &str| {
            words.split(' ').all(|word| {
                let drawn: String = word.chars().rev().collect();
                text.contains(word) || text.contains(&drawn)
            })
        };
        // Firefox writes Arabic letters into the file as they are drawn, and emoji as pictures.
        let chromium = sam.browser.engine() == Engine::Chromium;
        prints_all(&sam, &["plan", "card", "copy"], |form, pages, what| {
            let all: String = pages.iter().map(Sheet::text).collect();
            assert!(has(&all, hebrew), "{what}: {all}");
            if form != "card" {
                for text in ["朝ごはんをゆっくり食べる", "Awalk", "andtea"] {
                    assert!(all.contains(text), "{what}: “{text}” in {all}");
                }
                let all_there = has(&all, arabic) && has(&all, "🌅 ☕");
                assert!(all_there || !chromium, "{what}: {all}");
            }
            for (number, page) in (1..).zip(pages) {
                let foot = page.foot();
                let number = format!("{number}/{}", pages.len());
                assert!(foot.contains(&number), "{what}: {foot}");
                let name = foot.chars().filter(|letter| is_arabic(*letter)).count();
                assert!(name >= 8, "{what}: {foot}");
                keeps_to_margins(page, what);
            }
        });
    }
);

/// Whether it is an Arabic letter, or the shape of one.
fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{6FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}
