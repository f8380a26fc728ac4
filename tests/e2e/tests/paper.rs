//! On paper: nothing is cut off, and what was left out stays out.

use e2e::paper::{Paper, squeezed, text_of_pdf};
use e2e::{Setup, Visit};

use crate::seed::{self, FULL, full_plan};
use crate::{app, in_every_engine};

in_every_engine!(
    a_long_plan_on_paper,
    app(),
    Setup::default(),
    |visit: &Visit| {
        if !visit.browser.engine().prints() {
            return println!("{} cannot print through WebDriver", visit.browser.engine());
        }
        let words: Vec<String> = (0..1500).map(|n| format!("word{n}")).collect();
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
