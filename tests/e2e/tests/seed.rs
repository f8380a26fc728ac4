//! Plans that are already there when the person comes.

use e2e::Visit;
use serde_json::json;

use crate::person::Person;

/// The name of the plan of [`full_plan`].
pub(crate) const FULL: &str = "00000000000000f1";
/// The name of a second, smaller plan.
pub(crate) const SMALL: &str = "00000000000000f2";

/// The name of the set-up of [`draft`].
pub(crate) const DRAFT: &str = "00000000000000d1";

/// A set-up that a therapist keeps, with something in every field.
pub(crate) fn draft() -> &'static str {
    include_str!("fixtures/draft.json").trim()
}

/// Where the set-up is kept.
pub(crate) fn draft_key() -> String {
    format!("first-light.draft.{DRAFT}")
}

/// What comes after the address in the link of that set-up. Links that people have been given open for ever.
pub(crate) fn invitation() -> &'static str {
    include_str!("fixtures/invitation.txt").trim()
}

/// Where a plan is kept.
pub(crate) fn key(plan: &str) -> String {
    format!("first-light.plan.{plan}")
}

/// The address of a page of a plan.
pub(crate) fn page(plan: &str, place: &str) -> String {
    format!("#/plan/{plan}/{place}")
}

/// A plan with something on every page and everything switched on.
pub(crate) fn full_plan() -> String {
    include_str!("fixtures/full-plan.json").trim().to_owned()
}

/// A plan with one answer.
pub(crate) fn small_plan() -> String {
    json!({
        "first-light": 1, "name": "School", "changed": 1_795_200_000_000_u64, "place": "hopes/best",
        "answers": { "best-hopes": { "text": "To like Wednesdays." } },
    })
    .to_string()
}

/// Opens the app with these plans already kept, at `fragment`.
pub(crate) fn arrives_with<'a>(
    visit: &'a Visit,
    plans: &[(&str, &str)],
    fragment: &str,
) -> Person<'a> {
    // A page of the same origin, without the app.
    visit.open("favicon.svg");
    for (plan, stored) in plans {
        visit.browser.store(&key(plan), stored);
    }
    Person::arrives(visit, fragment)
}
