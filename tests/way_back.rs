//! The way back to a plan, and what home says of one.

#[path = "support/drawing.rs"]
mod drawing;
#[path = "support/sessions.rs"]
mod sessions;

use drawing::html;
use first_light::questionnaire::Prompt;
use first_light::route::Route;
use first_light::store::{Head, Keep};
use first_light::ui::session::{Event, Session};
use first_light::worksheet::{
    Action, Date, Extra, Goal, GoalEdit, ItemId, RosterAction, Setup, Worksheet,
};
use sessions::{page, session};
use std::rc::Rc;
use yew::Reducible;

/// A new plan with something written, at a page of it.
fn begun(at: &str) -> Rc<Session> {
    let answer = Action::Answer(Prompt::BestHopes, "To sleep".into());
    goes(
        &session(&page("hopes/best")).reduce(answer.into()),
        &page(at),
    )
}

/// The person goes to another page. What is stored then is what they would find.
fn goes(session: &Rc<Session>, to: &str) -> Rc<Session> {
    if let Some((id, plan)) = session.to_store() {
        let stored = session.library.save(id, &plan);
        stored.expect("memory takes everything");
    }
    Rc::clone(session).reduce(Event::Went(Route::parse(to)))
}

/// The links of that name, with their class.
fn links(session: &Rc<Session>, name: &str) -> Vec<(String, String)> {
    let html = html(session);
    let links = html.split("<a ").skip(1);
    let links = links.filter(|link| link.contains(&format!(">{name}</a>")));
    let value = |link: &str, name: &str| {
        let value = link.split_once(&format!("{name}=\"")).map(|(_, rest)| rest);
        let value = value.and_then(|rest| rest.split('"').next());
        value.unwrap_or_default().replace("&#x2F;", "/")
    };
    links
        .map(|link| (value(link, "href"), value(link, "class")))
        .collect()
}

const TO_SUMMARY: &str = "Back to “Check and print”";
const TO_PLAN: &str = "Back to your plan";

#[test]
fn what_was_changed_leads_back_to_the_end() {
    let at_the_end = begun("summary/all");
    assert_eq!(links(&at_the_end, TO_SUMMARY), []);
    let changing = goes(&at_the_end, &page("hopes/best"));
    let back = links(&changing, TO_SUMMARY);
    assert_eq!(back.len(), 1, "{}", html(&changing));
    assert_eq!(back[0].0, page("summary/all"));
    assert!(back[0].1.contains("button--main"), "{back:?}");
    // There is one main button.
    let on = links(&changing, "Continue");
    assert!(!on[0].1.contains("button--main"), "{on:?}");
    // Who turns the page and changes more still finds the way.
    let changing = goes(&changing, &page("hopes/worth-it"));
    assert_eq!(links(&changing, TO_SUMMARY).len(), 1);
    let back = goes(&changing, &page("summary/all"));
    assert_eq!(links(&back, TO_SUMMARY), []);
    assert_eq!(back.way_back(), None);
    // Who never was at the end is not sent there.
    let first_time = goes(&begun("hopes/best"), &page("hopes/worth-it"));
    assert_eq!(links(&first_time, TO_SUMMARY), []);
}

#[test]
fn pages_beside_plans_lead_back_to_where_the_person_was() {
    for beside in [
        "#/settings",
        "#/urgent-help",
        "#/privacy",
        "#/about",
        "#/lock",
    ] {
        let there = goes(&begun("hopes/instead"), beside);
        let back = links(&there, TO_PLAN);
        assert_eq!(back.len(), 1, "{beside}");
        assert_eq!(back[0].0, page("hopes/instead"), "{beside}");
        let further = goes(&there, "#/urgent-help");
        assert_eq!(links(&further, TO_PLAN), back, "{beside}");
        let home = goes(&further, "#/");
        assert_eq!(links(&goes(&home, beside), TO_PLAN), [], "{beside}");
    }
    let from_paper = goes(&begun("hopes/best"), &page("print"));
    let back = links(&goes(&from_paper, "#/settings"), TO_PLAN);
    assert_eq!(back[0].0, page("print"));
    assert_eq!(links(&session("#/settings"), TO_PLAN), []);
}

#[test]
fn steps_planned_at_once_lead_back_to_their_goal() {
    let mut at_goals = begun("goals/all");
    for words in ["Swim", "Cook"] {
        let goal = Goal::from_words(words.into());
        at_goals = at_goals.reduce(Action::Goals(RosterAction::Add(goal)).into());
    }
    let planning = goes(
        &goes(&at_goals, &page("goals/goal/0")),
        &page("steps/goal/0"),
    );
    let back = links(&planning, "Back to this goal");
    assert_eq!(back.len(), 1);
    assert_eq!(back[0].0, page("goals/goal/0"));
    // Who comes by Continue is led on as ever.
    let on = goes(
        &goes(&at_goals, &page("goals/goal/1")),
        &page("steps/goal/0"),
    );
    assert_eq!(links(&on, "Back to this goal"), []);
}

#[test]
fn a_finished_plan_is_one_link_away_from_home() {
    let finished = goes(&begun("summary/all"), "#/");
    let see = links(&finished, "See my plan");
    assert_eq!(see.len(), 1, "{}", html(&finished));
    assert_eq!(see[0].0, page("summary/all"));
    assert!(see[0].1.contains("button--main"), "{see:?}");
    let stopped = goes(&begun("goals/all"), "#/");
    let see = links(&stopped, "See my plan");
    assert_eq!(see[0].0, page("summary/all"));
    assert!(!see[0].1.contains("button--main"), "{see:?}");
    assert!(links(&stopped, "Go on")[0].1.contains("button--main"));
    // Nothing to see yet.
    let empty = goes(&session(&page("hopes/best")), "#/");
    assert_eq!(links(&empty, "See my plan"), []);
}

/// A plan whose goal is to be looked at again on this day.
fn to_be_looked_at(year: u16, month: u8, day: u8) -> Rc<Session> {
    let goal = Goal::from_words("Swim".into());
    let session = begun("goals/all").reduce(Action::Goals(RosterAction::Add(goal)).into());
    let edit = GoalEdit::LookAgain(Date::new(year, month, day));
    let edit = Action::Goals(RosterAction::Edit(ItemId(0), edit));
    goes(&session.reduce(edit.into()), "#/")
}

#[test]
fn home_says_which_day_was_planned_once_it_has_come() {
    // In these tests it is 22 November 2026.
    let says =
        |session: &Rc<Session>| html(session).contains("You planned to look back on 2026-11-");
    assert!(says(&to_be_looked_at(2026, 11, 3)));
    assert!(says(&to_be_looked_at(2026, 11, 22)));
    assert!(!html(&to_be_looked_at(2026, 11, 23)).contains("You planned"));
    assert!(!html(&goes(&begun("goals/all"), "#/")).contains("You planned"));
}

#[test]
fn a_day_on_which_the_plan_was_changed_since_is_over() {
    let (session, mut worksheet) = (begun("goals/all"), Worksheet::default());
    for day in [3, 20, 29] {
        let goal = Goal {
            look_again: Date::new(2026, 11, day),
            ..Goal::from_words("Swim".into())
        };
        worksheet.apply(Action::Goals(RosterAction::Add(goal)));
    }
    let review = first_light::questionnaire::DateField::NextReview;
    worksheet.apply(Action::Pick(review, Date::new(2026, 11, 21)));
    let (id, mut plan) = session.to_store().expect("something to store");
    plan.worksheet = worksheet;
    let day = |day| Date::new(2026, 11, day);
    let today = day(22).expect("a day");
    assert_eq!(Head::of(&plan).look_back(day(1), today), day(20));
    assert_eq!(Head::of(&plan).look_back(day(3), today), day(20));
    assert_eq!(Head::of(&plan).look_back(day(20), today), None);
    assert_eq!(Head::of(&plan).look_back(None, today), day(20));
    // The review of an agreement counts where there is an agreement.
    let extras = [Extra::Agreement].into_iter().collect();
    plan.worksheet.apply(Action::Setup(Setup {
        extras,
        ..Setup::default()
    }));
    assert_eq!(Head::of(&plan).look_back(day(3), today), day(21));
    // What is stored beside the plan says the same.
    session
        .library
        .save(id, &plan)
        .expect("memory takes everything");
    let stored = Head::decode(&Head::of(&plan).encode());
    assert_eq!(stored, Some(Head::of(&plan)));
}

#[test]
fn words_for_this_visit_only_are_asked_about_and_nothing_else() {
    let nothing = session(&page("begin/about")).reduce(Event::Keep(Keep::VisitOnly));
    assert!(!nothing.would_lose_words());
    let further = goes(&nothing, &page("hopes/best"));
    assert!(!further.would_lose_words(), "nothing is written yet");
    let answer = Action::Answer(Prompt::BestHopes, "To sleep".into());
    let written = further.reduce(answer.into());
    assert!(written.would_lose_words());
    let elsewhere = goes(&written, "#/settings");
    assert!(elsewhere.would_lose_words());
    let home = goes(&elsewhere, "#/");
    assert!(home.would_lose_words());
    let gone = Rc::clone(&home).reduce(Event::DeleteEverything);
    assert!(!gone.would_lose_words());
    // In the browser they are safe.
    assert!(!begun("hopes/best").would_lose_words());
    assert!(!goes(&begun("hopes/best"), "#/").would_lose_words());
}
