//! What the app knows while it is open: when a new plan comes to be stored.

#[path = "support/sessions.rs"]
mod sessions;

use first_light::progress::Place;
use first_light::questionnaire::Prompt;
use first_light::route::Route;
use first_light::store::StorageError;
use first_light::ui::session::Event;
use first_light::worksheet::{Action, Goal, GoalEdit, GoalField, RosterAction};
use sessions::{FRESH, page, session};
use std::rc::Rc;
use yew::Reducible;

#[test]
fn looking_at_the_first_pages_stores_nothing() {
    let session = session(&page("begin/about"));
    assert!(session.to_store().is_none());
    let session = session.reduce(Event::Went(Route::parse(&page("begin/wording"))));
    assert!(session.to_store().is_none());
}

#[test]
fn who_goes_on_from_there_finds_the_plan_again() {
    let session = session(&page("begin/about"));
    let session = session.reduce(Event::Went(Route::parse(&page("hopes/best"))));
    let (id, plan) = session.to_store().expect("a plan that has begun is stored");
    assert_eq!(id, FRESH);
    assert_eq!(plan.place.to_string(), "hopes/best");
}

#[test]
fn a_goal_that_was_left_without_a_word_is_taken_away() {
    let add = Event::Plan(Action::Goals(RosterAction::Add(Goal::default())));
    let start = session(&page("begin/about"));
    let id = start
        .open()
        .expect("an open plan")
        .worksheet
        .goals
        .next_id();
    let (goal, steps) = (Place::Goal(id), Place::GoalSteps(id));
    let to = |place| Route::Plan(FRESH, place);
    let start = start.reduce(add).reduce(Event::Went(to(goal)));
    let gone = Some(Action::Goals(RosterAction::Remove(id)));
    assert_eq!(start.left_behind(to(Place::FIRST)), gone);
    assert_eq!(start.left_behind(Route::Home), gone);
    // Its steps are a part of it.
    assert_eq!(start.left_behind(to(steps)), None);
    let at_steps = Rc::clone(&start).reduce(Event::Went(to(steps)));
    assert_eq!(at_steps.left_behind(to(goal)), None);
    assert_eq!(at_steps.left_behind(to(Place::FIRST)), gone);
    // One word, and it stays.
    let edit = GoalEdit::Write(GoalField::Doing, "Swim".into());
    let written = start.reduce(Event::Plan(Action::Goals(RosterAction::Edit(id, edit))));
    assert_eq!(written.left_behind(Route::Home), None);
    assert_eq!(session("#/").left_behind(Route::Home), None);
}

/// A key press in a field that held words before.
fn typed(words: &str) -> Event {
    Event::Typed(Action::Answer(Prompt::BestHopes, words.into()))
}

#[test]
fn the_page_may_follow_a_key_press_a_little_later() {
    let session = session(&page("hopes/best"));
    assert!(session.may_wait(&typed("a walk")));
    assert!(!session.may_wait(&Event::BringBack));
    let whole = Event::Plan(Action::Answer(Prompt::BestHopes, "a".into()));
    assert!(!session.may_wait(&whole));

    let before = Rc::clone(&session);
    let session = session.reduce(typed("a walk"));
    let (_, plan) = session.to_store().expect("what is typed is stored at once");
    assert_eq!(&*plan.worksheet.text(Prompt::BestHopes), "a walk");
    assert!(!before.has_the_same_to_store(&session));
}

#[test]
fn the_page_follows_at_once_where_it_shows_or_hands_out_what_is_typed() {
    let unsure = Event::Plan(Action::Unsure(Prompt::BestHopes, true));
    let not_sure = session(&page("hopes/best")).reduce(unsure);
    assert!(!not_sure.may_wait(&typed("a walk")));

    let failing = Event::Wrote(Err(StorageError::Full));
    let offers_a_copy = session(&page("hopes/best")).reduce(failing);
    assert!(!offers_a_copy.may_wait(&typed("a walk")));

    let named = Event::Typed(Action::Rename("My plan".into()));
    assert!(session(&page("begin/about")).may_wait(&named));
    assert!(!session(&page("summary/all")).may_wait(&named));
}
