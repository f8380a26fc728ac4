//! Addresses: what is printed reads back, and odd ones lead to a safe place.

mod support;

use first_light::progress::{Place, places};
use first_light::questionnaire::Page;
use first_light::route::{PlanId, Route, parse_place};
use first_light::worksheet::ItemId;
use proptest::prelude::*;

fn parts(text: &str) -> Vec<&str> {
    text.split('/').collect()
}

#[test]
fn every_page_prints_and_reads_back() {
    for page in Page::ALL {
        let place = Place::Page(*page);
        let printed = place.to_string();
        assert_eq!(parse_place(&parts(&printed)), Some(place), "{printed}");
    }
}

#[test]
fn no_two_pages_share_an_address() {
    let mut printed: Vec<_> = Page::ALL
        .iter()
        .map(|page| Place::Page(*page).to_string())
        .collect();
    printed.push(Place::Goal(ItemId(0)).to_string());
    printed.push(Place::GoalSteps(ItemId(0)).to_string());
    let all = printed.len();
    printed.sort_unstable();
    printed.dedup();
    assert_eq!(printed.len(), all);
}

#[test]
fn other_pages_print_and_read_back() {
    for route in [
        Route::Home,
        Route::Settings,
        Route::UrgentHelp,
        Route::Privacy,
        Route::About,
        Route::BlankSheet,
        Route::Print(PlanId(255)),
    ] {
        assert_eq!(Route::parse(&route.to_string()), route);
    }
}

#[test]
fn small_slips_are_forgiven() {
    for (fragment, route) in [
        ("", Route::Home),
        ("#", Route::Home),
        ("#/", Route::Home),
        ("settings", Route::Settings),
        ("#settings/", Route::Settings),
        ("#//privacy", Route::Privacy),
        (
            "#/plan/00000000000000ff",
            Route::Plan(PlanId(255), Place::FIRST),
        ),
    ] {
        assert_eq!(Route::parse(fragment), route, "{fragment}");
    }
}

#[test]
fn addresses_that_lead_nowhere_say_so() {
    for fragment in [
        "#/nowhere",
        "#/settings/more",
        "#/plan",
        "#/plan/ff",
        "#/plan/00000000000000FF",
        "#/plan/+0000000000000ff",
        "#/plan/00000000000000ff/hopes",
        "#/plan/00000000000000ff/hopes/best/more",
        "#/plan/00000000000000ff/hopes/through",
        "#/plan/00000000000000ff/goals/goal/-1",
        "#/plan/00000000000000ff/goals/goal/+1",
        "#/plan/00000000000000ff/goals/goal/01",
        "#/plan/00000000000000ff/goals/goal/4294967296",
        "#/plan/00000000000000ff/support/goal/1",
        "#/plan/00000000000000ff/hopes//best",
        "#/plan/00000000000000ff/HOPES/BEST",
        "#/settings?x=1",
        "#/%2e%2e/settings",
    ] {
        assert_eq!(Route::parse(fragment), Route::NotFound, "{fragment}");
    }
}

proptest! {
    #[test]
    fn every_place_of_a_plan_prints_and_reads_back(
        id in any::<u64>(),
        worksheet in support::worksheet(),
    ) {
        for place in places(&worksheet) {
            let route = Route::Plan(PlanId(id), place);
            prop_assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn any_goal_prints_and_reads_back(plan in any::<u64>(), goal in any::<u32>()) {
        for place in [Place::Goal(ItemId(goal)), Place::GoalSteps(ItemId(goal))] {
            let route = Route::Plan(PlanId(plan), place);
            prop_assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn any_text_reads_as_something_that_prints_the_same(fragment in any::<String>()) {
        let route = Route::parse(&fragment);
        if route != Route::NotFound {
            prop_assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn anything_after_plan_reads(rest in "(/[a-z0-9-]{0,9}){0,5}") {
        let fragment = format!("#/plan/00000000000000ff{rest}");
        if let Route::Plan(id, place) = Route::parse(&fragment) {
            prop_assert_eq!(id, PlanId(255));
            let printed = place.to_string();
            prop_assert!(place == Place::FIRST || rest.trim_matches('/').ends_with(&printed));
        }
    }

    #[test]
    fn a_plan_id_reads_only_its_own_print(text in "[0-9a-fA-F+-]{14,18}") {
        if let Some(id) = PlanId::parse(&text) {
            prop_assert_eq!(id.to_string(), text);
        }
    }
}
