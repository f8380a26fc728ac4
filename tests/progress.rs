//! Where a person can go, what comes next, and how light the sky is.

mod support;

use first_light::progress::{
    Place, Progress, is_filled, is_on, nearest, next, part, places, previous, progress,
    within_section,
};
use first_light::questionnaire::Scale;
use first_light::questionnaire::{Page, Section};
use first_light::worksheet::{
    Action, Company, Extra, Goal, GoalEdit, ItemId, RosterAction, Score, Setup, Step, Witness,
    Worksheet,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn any_place() -> impl Strategy<Value = Place> {
    prop_oneof![
        4 => proptest::sample::select(Page::ALL).prop_map(Place::Page),
        1 => support::item().prop_map(Place::Goal),
        1 => support::item().prop_map(Place::GoalSteps),
        1 => (proptest::sample::select(&Section::ALL[..]), support::item())
            .prop_map(|(section, id)| Place::Own(section, id)),
    ]
}

proptest! {
    #[test]
    fn places_follow_the_sections(worksheet in support::worksheet()) {
        let places = places(&worksheet);
        prop_assert_eq!(places.first(), Some(&Place::FIRST));
        prop_assert_eq!(places.last(), Some(&Place::Page(Page::Summary)));
        let sections: Vec<Section> = places.iter().map(|place| place.section()).collect();
        prop_assert!(sections.is_sorted());
        let unique: BTreeSet<_> = places.iter().collect();
        prop_assert_eq!(unique.len(), places.len());
        for section in Section::ALL {
            let on = is_on(&worksheet.setup, section);
            prop_assert_eq!(sections.contains(&section), on, "{:?}", section);
        }
    }

    #[test]
    fn every_goal_has_its_two_pages_in_the_persons_order(worksheet in support::worksheet()) {
        let places = places(&worksheet);
        let goals: Vec<_> = worksheet.goals.ids().collect();
        let pages = places.iter().filter_map(|place| match place {
            Place::Goal(id) => Some(*id),
            _ => None,
        });
        prop_assert_eq!(pages.collect::<Vec<_>>(), goals.clone());
        let steps = places.iter().filter_map(|place| match place {
            Place::GoalSteps(id) => Some(*id),
            _ => None,
        });
        prop_assert_eq!(steps.collect::<Vec<_>>(), goals);
    }

    #[test]
    fn continue_walks_through_every_place_and_back_returns(worksheet in support::worksheet()) {
        let mut places = places(&worksheet);
        // Where nobody was named and nothing ticked, one page says so, and those after it are passed over.
        places.retain(|place| match place {
            Place::Page(Page::Respond | Page::Difference) => !worksheet.witnesses.is_empty(),
            Place::Page(Page::Closer) => !worksheet.ticked().is_empty(),
            _ => true,
        });
        for pair in places.windows(2) {
            prop_assert_eq!(next(&worksheet, pair[0]), Some(pair[1]));
            prop_assert_eq!(previous(&worksheet, pair[1]), Some(pair[0]));
        }
        prop_assert_eq!(previous(&worksheet, Place::FIRST), None);
        prop_assert_eq!(next(&worksheet, Place::Page(Page::Summary)), None);
    }

    #[test]
    fn every_place_leads_somewhere_that_is_there(
        worksheet in support::worksheet(),
        place in any_place(),
    ) {
        let places = places(&worksheet);
        let near = nearest(&worksheet, place);
        prop_assert!(places.contains(&near));
        if places.contains(&place) {
            prop_assert_eq!(near, place);
        }
        for other in [next(&worksheet, place), previous(&worksheet, place)].into_iter().flatten() {
            prop_assert!(places.contains(&other));
        }
        if is_on(&worksheet.setup, place.section()) {
            prop_assert_eq!(near.section(), place.section());
        }
    }

    #[test]
    fn a_place_knows_where_it_stands_in_its_section(worksheet in support::worksheet()) {
        let places = places(&worksheet);
        for section in Section::ALL {
            let here = places.iter().filter(|place| place.section() == section);
            let total = here.clone().count();
            for (index, place) in here.enumerate() {
                prop_assert_eq!(within_section(&worksheet, *place), (index + 1, total));
            }
        }
    }

    #[test]
    fn the_parts_are_counted_without_what_is_switched_off(worksheet in support::worksheet()) {
        let mut parts: Vec<Section> = places(&worksheet).iter().map(|place| place.section()).collect();
        parts.dedup();
        for (index, section) in parts.iter().enumerate() {
            prop_assert_eq!(part(&worksheet, *section), (index + 1, parts.len()));
        }
    }

    #[test]
    fn the_sky_stays_between_night_and_morning(worksheet in support::worksheet()) {
        let Progress { filled, total } = progress(&worksheet);
        prop_assert!(filled <= total);
        prop_assert!(total > 0);
        prop_assert!(progress(&worksheet).dawn() <= 10);
        let on_pages = places(&worksheet).into_iter().filter(|place| is_filled(&worksheet, *place));
        prop_assert!(filled <= on_pages.count());
    }
}

fn with_goals(number: usize) -> Worksheet {
    let mut worksheet = Worksheet::default();
    for _ in 0..number {
        let goal = Goal::from_words("I walk to the shop".into());
        worksheet.apply(Action::Goals(RosterAction::Add(goal)));
    }
    worksheet
}

#[test]
fn a_removed_goal_leads_to_the_goals() {
    let mut worksheet = with_goals(2);
    let gone = ItemId(1);
    worksheet.apply(Action::Goals(RosterAction::Remove(gone)));
    let goals = Place::Page(Page::Goals);
    assert_eq!(nearest(&worksheet, Place::Goal(gone)), goals);
    let steps = Place::GoalSteps(ItemId(0));
    assert_eq!(nearest(&worksheet, Place::GoalSteps(gone)), steps);
    worksheet.apply(Action::Goals(RosterAction::Remove(ItemId(0))));
    assert_eq!(nearest(&worksheet, Place::Goal(gone)), goals);
    let no_steps = Place::Page(Page::Steps);
    assert_eq!(nearest(&worksheet, Place::GoalSteps(gone)), no_steps);
}

#[test]
fn with_goals_their_own_pages_are_the_way_into_the_steps() {
    assert!(places(&with_goals(0)).contains(&Place::Page(Page::Steps)));
    let worksheet = with_goals(1);
    assert!(!places(&worksheet).contains(&Place::Page(Page::Steps)));
    let way_in = Place::GoalSteps(ItemId(0));
    assert_eq!(nearest(&worksheet, Place::Page(Page::Steps)), way_in);
}

#[test]
fn optional_sections_are_off_until_chosen() {
    let worksheet = Worksheet::default();
    for section in Section::ALL {
        let optional = matches!(section, Section::Agreement | Section::Together);
        assert_eq!(is_on(&worksheet.setup, section), !optional, "{section:?}");
    }
    let extras = Extra::ALL.into();
    let all = Setup {
        extras,
        ..Setup::default()
    };
    assert!(Section::ALL.into_iter().all(|section| is_on(&all, section)));
}

#[test]
fn an_untouched_plan_is_night_and_setting_up_does_not_change_that() {
    let mut worksheet = Worksheet::default();
    assert_eq!(progress(&worksheet).filled, 0);
    assert_eq!(progress(&worksheet).dawn(), 0);
    let company = Some(Company::Alone);
    worksheet.apply(Action::Setup(Setup {
        company,
        ..Setup::default()
    }));
    assert_eq!(progress(&worksheet).filled, 0);
}

#[test]
fn not_sure_and_a_point_on_a_scale_count_as_something() {
    let mut worksheet = Worksheet::default();
    let prompt = first_light::questionnaire::Prompt::BestHopes;
    worksheet.apply(Action::Unsure(prompt, true));
    worksheet.apply(Action::Rate(Scale::Now, Some(Score::MIN)));
    assert_eq!(progress(&worksheet).filled, 2);
}

#[test]
fn a_step_fills_the_page_of_its_goal() {
    let mut worksheet = with_goals(1);
    let place = Place::GoalSteps(ItemId(0));
    assert!(is_filled(&worksheet, Place::Goal(ItemId(0))));
    assert!(!is_filled(&worksheet, place));
    let step = Step {
        what: "Put my shoes by the door".into(),
        ..Step::default()
    };
    let edit = GoalEdit::Steps(RosterAction::Add(step));
    worksheet.apply(Action::Goals(RosterAction::Edit(ItemId(0), edit)));
    assert!(is_filled(&worksheet, place));
}

#[test]
fn empty_pages_are_passed_over_and_stay_within_reach() {
    let page = Place::Page;
    let mut worksheet = Worksheet::default();
    assert_eq!(next(&worksheet, page(Page::Who)), Some(page(Page::See)));
    assert_eq!(next(&worksheet, page(Page::See)), Some(page(Page::Tick)));
    assert_eq!(next(&worksheet, page(Page::Tick)), Some(page(Page::Now)));
    assert_eq!(
        previous(&worksheet, page(Page::Now)),
        Some(page(Page::Tick))
    );
    assert_eq!(nearest(&worksheet, page(Page::Closer)), page(Page::Closer));
    worksheet.apply(Action::Witnesses(RosterAction::Add(Witness::default())));
    assert_eq!(next(&worksheet, page(Page::See)), Some(page(Page::Respond)));
}
