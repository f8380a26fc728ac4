//! Calendar files, read by another program.

use crate::support::{stories, worksheet};
use first_light::i18n::{Locale, Words};
use first_light::questionnaire::DateField;
use first_light::route::PlanId;
use first_light::sharing::calendar::calendar;
use first_light::worksheet::{
    Action, Date, Goal, GoalEdit, ItemId, RosterAction, Step, Toward, Worksheet,
};
use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime};
use proptest::prelude::*;
use std::collections::BTreeSet;

const PLAN: PlanId = PlanId(0xf1);
const NOW: u64 = 1_795_305_661_234;

fn written(worksheet: &Worksheet, with_words: bool) -> Option<String> {
    calendar(
        worksheet,
        PLAN,
        Words::new(Locale::English),
        NOW,
        with_words,
    )
}

/// The events in a file: name, day, title, text.
fn events(file: &str) -> Vec<(String, String, String, String)> {
    let calendar: Calendar = file.parse().expect("it is a calendar");
    let events = calendar
        .components
        .iter()
        .filter_map(|component| match component {
            CalendarComponent::Event(event) => Some(event),
            _ => None,
        });
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let day = |day: Option<DatePerhapsTime>| match day {
        Some(DatePerhapsTime::Date(day)) => day.to_string(),
        other => panic!("not a day: {other:?}"),
    };
    events
        .map(|event| {
            let name = text(event.get_uid());
            let title = text(event.get_summary());
            (
                name,
                day(event.get_start()),
                title,
                text(event.get_description()),
            )
        })
        .collect()
}

#[test]
fn reviews_and_goals_are_events_of_a_day() {
    let file = written(&stories::full().worksheet, true).expect("there are days");
    let name = |what: &str| format!("{PLAN}-{what}@first-light.invalid");
    let expected = vec![
        (
            name("next-review"),
            "2026-12-06".to_owned(),
            "Look at the plan again".to_owned(),
            String::new(),
        ),
        (
            name("goal-1"),
            "2027-01-10".to_owned(),
            "Look at goal 1 again".to_owned(),
            "Doing of the second\nWhat of the step · When of the step".to_owned(),
        ),
    ];
    assert_eq!(events(&file), expected);
    let bare = written(&stories::full().worksheet, false).expect("there are days");
    assert!(!bare.contains("DESCRIPTION") && !bare.contains("of the second"));
}

#[test]
fn steps_with_days_and_the_next_appointment_are_events_too() {
    let mut worksheet = stories::dated().worksheet;
    worksheet.invitation = Some(stories::invitation().into());
    let file = written(&worksheet, true).expect("there are days");
    let name = |what: &str| format!("{PLAN}-{what}@first-light.invalid");
    let event = |what, day: &str, title: &str, text: &str| {
        (
            name(what),
            day.to_owned(),
            title.to_owned(),
            text.to_owned(),
        )
    };
    let said = "The link that began this plan says so. It says that it is from Dr Meyer.";
    let expected = vec![
        event("next-review", "2027-01-04", "Look at the plan again", ""),
        event("appointment", "2026-12-01", "Next appointment", said),
        event(
            "goal-2-step-0",
            "2026-12-02",
            "A step toward goal 1",
            "Find her number · After lunch",
        ),
        event(
            "goal-2-step-1",
            "2026-12-03",
            "A step toward goal 1",
            "Ring · After lunch",
        ),
        event(
            "goal-0",
            "2027-01-10",
            "Look at goal 2 again",
            "I walk to the shop\nShoes by the door · After lunch",
        ),
        event(
            "goal-0-step-0",
            "2026-12-01",
            "A step toward goal 2",
            "Shoes by the door · After lunch",
        ),
    ];
    assert_eq!(events(&file), expected);
    let bare = written(&worksheet, false).expect("there are days");
    for words in ["DESCRIPTION", "Meyer", "Shoes", "shop", "Ring"] {
        assert!(!bare.contains(words), "{words}: {bare}");
    }
    assert_eq!(events(&bare).len(), expected.len());
}

#[test]
fn a_plan_without_days_gives_no_calendar() {
    assert_eq!(written(&Worksheet::default(), true), None);
}

/// A goal that is moved, and one that was removed before it, leave its event what it was.
#[test]
fn an_event_keeps_its_name() {
    let mut worksheet = Worksheet::default();
    let look = |day| GoalEdit::LookAgain(Date::new(2027, 3, day));
    for (id, day) in [(0, 1), (1, 2), (2, 3)] {
        worksheet.apply(Action::Goals(RosterAction::Add(Goal::default())));
        worksheet.apply(Action::Goals(RosterAction::Edit(ItemId(id), look(day))));
        let step = Step {
            day: Date::new(2027, 4, day),
            ..Step::default()
        };
        let step = GoalEdit::Steps(RosterAction::Add(step));
        worksheet.apply(Action::Goals(RosterAction::Edit(ItemId(id), step)));
    }
    let names = |worksheet: &Worksheet| {
        let file = written(worksheet, true).expect("there are days");
        let mut names: Vec<_> = events(&file)
            .into_iter()
            .map(|event| (event.1, event.0))
            .collect();
        names.sort();
        names
    };
    let before = names(&worksheet);
    worksheet.apply(Action::Goals(RosterAction::Move(ItemId(2), Toward::Start)));
    assert_eq!(names(&worksheet), before);
    worksheet.apply(Action::Goals(RosterAction::Remove(ItemId(0))));
    let mut left = before;
    left.retain(|(_, name)| !name.contains("-goal-0"));
    assert_eq!(names(&worksheet), left);
    assert_eq!(left.len(), 4);
}

proptest! {
    #[test]
    fn whatever_is_written_the_file_keeps_its_form(worksheet in worksheet(), day in 1_u8..28) {
        let mut worksheet = worksheet;
        let look = GoalEdit::LookAgain(Date::new(2027, 3, day));
        for id in 0..6 {
            worksheet.apply(Action::Goals(RosterAction::Edit(ItemId(id), look.clone())));
        }
        if let Some(file) = written(&worksheet, true) {
            prop_assert!(file.ends_with("END:VCALENDAR\r\n"));
            for line in file.split_terminator("\r\n") {
                prop_assert!(line.len() <= 75, "{line:?}");
                prop_assert!(!line.contains(['\r', '\n']));
                prop_assert!(!line.chars().any(|letter| letter.is_control() && letter != '\t'));
            }
            let dated = worksheet.goals.iter().filter(|(_, goal)| goal.look_again.is_some()).count();
            let steps = worksheet.goals.iter().flat_map(|(_, goal)| goal.steps.iter());
            let steps = steps.filter(|(_, step)| step.day.is_some()).count();
            let review = usize::from(worksheet.dates.contains_key(&DateField::NextReview));
            let met = worksheet.invitation.as_ref().and_then(|it| it.appointment);
            let events = events(&file);
            prop_assert_eq!(events.len(), dated + steps + review + usize::from(met.is_some()));
            let names: BTreeSet<_> = events.iter().map(|event| &event.0).collect();
            prop_assert_eq!(names.len(), events.len(), "each event has a name of its own");
        }
    }
}
