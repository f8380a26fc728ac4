//! Two plans, kept apart.

use e2e::{Setup, Visit};

use crate::catalogue::text;
use crate::person::Person;
use crate::{app, in_every_engine};

in_every_engine!(
    two_plans_kept_apart,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let mut sam = Person::arrives(visit, "");
        sam.follows("home.begin");
        let first = starts_a_plan(&mut sam, "For me", "To sleep.");
        sam.follows("nav.home");
        sam.follows("home.new");
        let second = starts_a_plan(&mut sam, "For school", "To like Wednesdays.");
        assert_ne!(first, second);

        sam.opens(&first);
        assert_eq!(sam.value("best-hopes"), "To sleep.");
        sam.opens(&second);
        assert_eq!(sam.value("best-hopes"), "To like Wednesdays.");

        sam.follows("nav.home");
        assert_eq!(plans(&sam), ["For school", "For me"], "the newest is first");
        sam.follows("home.go-on");
        assert_eq!(
            sam.browser.fragment(),
            second,
            "one key from where they stopped"
        );
        sam.follows("nav.home");

        // The first “Delete” belongs to the newest plan.
        sam.chooses("plan-menu.delete");
        sam.is_told("plan-menu.deleted");
        assert_eq!(plans(&sam), ["For me"]);
        sam.chooses("list.bring-back");
        sam.browser
            .wait_for("both plans", || (plans(&sam).len() == 2).then_some(()));
        sam.opens(&second);
        assert_eq!(sam.value("best-hopes"), "To like Wednesdays.");

        sam.follows("nav.home");
        sam.chooses("plan-menu.delete");
        sam.is_told("plan-menu.deleted");
        sam.reloads();
        assert_eq!(plans(&sam), ["For me"]);
        let kept: Vec<String> = sam.browser.stored().into_values().collect();
        assert!(
            !kept.iter().any(|text| text.contains("Wednesdays")),
            "{kept:?}"
        );
    }
);

/// Gives the new plan a name and an answer; returns the address of the page with the answer.
fn starts_a_plan(sam: &mut Person, name: &str, hopes: &str) -> String {
    sam.is_asked("topic.about.title");
    sam.writes("plan-name", name);
    while sam.question() != text("prompt.best-hopes.title") {
        sam.continues();
    }
    sam.writes("best-hopes", hopes);
    sam.is_told_about_saving("save.saved");
    sam.browser.fragment()
}

/// The names of the plans on the home page, from the top.
fn plans(sam: &Person) -> Vec<String> {
    sam.browser
        .text_of("return [...document.querySelectorAll('.plan__title')].map((e) => e.textContent.trim()).join('\\n')")
        .lines()
        .map(str::to_owned)
        .collect()
}
