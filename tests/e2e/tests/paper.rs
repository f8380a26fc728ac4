//! On paper: nothing is cut off, and what was left out stays out.

use e2e::paper::{Paper, pages_of_pdf, squeezed, text_of_pdf};
use e2e::{Setup, Visit};

use crate::seed::{self, FULL, full_plan};
use crate::{app, in_every_engine};

/// Whether the engine's driver can print, and a word to whoever reads the output if not: what it answers
/// stands at `Engine::prints`.
fn prints(visit: &Visit) -> bool {
    let engine = visit.browser.engine();
    if !engine.prints() {
        println!("{engine} cannot print through WebDriver");
    }
    engine.prints()
}

/// More words than one sheet of paper holds, each once.
fn many_words() -> Vec<String> {
    (0..1500).map(|n| format!("word{n}")).collect()
}

in_every_engine!(
    a_long_plan_on_paper,
    app(),
    Setup::default(),
    |visit: &Visit| {
        if !prints(visit) {
            return;
        }
        let words = many_words();
        let long = full_plan()
            .replace("A slow breakfast.", &words.join(" "))
            .replace("The bench.", &"unbroken".repeat(60));
        let sam = seed::arrives_with(visit, &[(FULL, &long)], &seed::page(FULL, "summary/all"));
        for paper in [Paper::A4, Paper::UsLetter] {
            let printed = text_of_pdf(&sam.browser.print(paper));
            let printed_words: Vec<&str> = printed.split_whitespace().collect();
            let missing: Vec<&String> = words
                .iter()
                .filter(|word| !printed_words.contains(&word.as_str()))
                .collect();
            assert!(missing.is_empty(), "on {paper:?}: {missing:?}");
            let squeezed = squeezed(&printed);
            assert!(
                squeezed.contains(&"unbroken".repeat(60)),
                "on {paper:?}: {printed}"
            );
            // The section is left out, and the private one was never put in.
            assert!(
                !squeezed.contains("Onehour,thenthenext."),
                "on {paper:?}: {printed}"
            );
            assert!(!squeezed.contains("Isaidfine."), "on {paper:?}: {printed}");
            for control in ["Change", "Continue", "Copy", "Leaveout"] {
                assert!(
                    !squeezed.contains(control),
                    "“{control}” on {paper:?}: {printed}"
                );
            }
        }
    }
);

in_every_engine!(
    large_letters_on_paper,
    app(),
    Setup::default(),
    |visit: &Visit| {
        if !prints(visit) {
            return;
        }
        let words = many_words();
        let long = full_plan().replace("A slow breakfast.", &words.join(" "));
        let sam = seed::arrives_with(visit, &[(FULL, &long)], &seed::page(FULL, "summary/all"));
        let usual = pages_of_pdf(&sam.browser.print(Paper::A4));
        sam.browser
            .store("first-light.settings", "{\"text-size\":\"larger\"}");
        sam.reloads();
        let large = sam.browser.print(Paper::A4);
        assert!(
            pages_of_pdf(&large) * 4 > usual * 5,
            "{usual} pages, and {} with large letters",
            pages_of_pdf(&large)
        );
        let printed = text_of_pdf(&large);
        let printed: Vec<&str> = printed.split_whitespace().collect();
        let missing: Vec<&String> = words
            .iter()
            .filter(|word| !printed.contains(&word.as_str()))
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
);
