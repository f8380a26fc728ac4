//! The same plan in two tabs of one browser.

use first_light::i18n::{Locale, Msg};
use first_light::questionnaire::Prompt;
use first_light::route::{PlanId, Route};
use first_light::store::{Library, MemoryStorage, StorageError};
use first_light::ui::session::{Desk, Event, Outside, Saving, Session};
use first_light::worksheet::{Action, Date};
use std::rc::Rc;
use yew::Reducible;

const ID: PlanId = PlanId(0xf1);

fn tab(storage: &MemoryStorage, page: &str) -> Rc<Session> {
    let outside = Outside {
        now: || 1_790_000_000_000,
        today: || Date::new(2026, 11, 22),
        plan_id: || PlanId(9),
    };
    let route = Route::parse(&format!("#/plan/{ID}/{page}"));
    let library = Library::new(storage.clone());
    Rc::new(Session::start(library, route, Locale::default(), outside))
}

fn write(tab: Rc<Session>, prompt: Prompt, words: &str) -> Rc<Session> {
    let tab = tab.reduce(Event::Plan(Action::Answer(prompt, words.into())));
    let (id, plan) = tab.to_store().expect("there is something to store");
    tab.library
        .save(id, &plan)
        .expect("memory takes everything");
    tab
}

fn answer(tab: &Session, prompt: Prompt) -> Option<String> {
    let open = tab.open().expect("the plan is open");
    open.worksheet
        .answers
        .get(&prompt)
        .map(|answer| answer.text.to_string())
}

#[test]
fn an_older_tab_goes_on_from_what_the_newer_one_wrote() {
    let storage = MemoryStorage::default();
    let older = write(tab(&storage, "begin/about"), Prompt::BestHopes, "one");
    let newer = write(tab(&storage, "hopes/worth-it"), Prompt::WorthIt, "two");
    assert_eq!(answer(&newer, Prompt::BestHopes).as_deref(), Some("one"));

    let older = write(
        older.reduce(Event::LookAgain),
        Prompt::BestHopes,
        "one and more",
    );
    assert_eq!(answer(&older, Prompt::WorthIt).as_deref(), Some("two"));
    let newer = newer.reduce(Event::LookAgain);
    assert_eq!(
        answer(&newer, Prompt::BestHopes).as_deref(),
        Some("one and more")
    );
    assert_eq!(
        newer.open().map(|open| open.place),
        tab(&storage, "hopes/worth-it")
            .open()
            .map(|open| open.place)
    );
}

#[test]
fn words_that_the_other_tab_had_not_read_make_a_plan_of_their_own() {
    let storage = MemoryStorage::default();
    let one = write(tab(&storage, "begin/about"), Prompt::BestHopes, "here");
    let two = write(tab(&storage, "hopes/best"), Prompt::WorthIt, "there");
    // The first tab was asleep and has not looked.
    let one = write(one, Prompt::BestHopes, "here and now").reduce(Event::Wrote(Ok(())));

    let other = one.open().and_then(|open| open.other);
    let other = other.expect("the person is told");
    let there = tab(&storage, "hopes/best");
    assert_eq!(
        answer(&there, Prompt::BestHopes).as_deref(),
        Some("here and now")
    );
    let apart = there.reduce(Event::Went(Route::parse(&format!(
        "#/plan/{other}/hopes/worth-it"
    ))));
    assert_eq!(answer(&apart, Prompt::WorthIt).as_deref(), Some("there"));
    let open = apart.open().expect("it is open");
    assert_eq!(
        &*open.worksheet.name,
        "A plan without a name (from another tab)"
    );

    let two = two.reduce(Event::LookAgain);
    let told = two.open().and_then(|open| open.other);
    assert_eq!(told, Some(other), "the other tab says so, too");
    assert_eq!(
        answer(&two, Prompt::BestHopes).as_deref(),
        Some("here and now")
    );
    let read = two.reduce(Event::SawOther);
    assert_eq!(read.open().and_then(|open| open.other), None);
}

/// Browsers tell a tab a little later what another one wrote.
#[test]
fn words_that_were_written_over_unseen_are_set_apart_once_there_is_room() {
    let storage = MemoryStorage::default();
    let here = write(tab(&storage, "begin/about"), Prompt::BestHopes, "here");
    let elsewhere = MemoryStorage::default();
    write(tab(&elsewhere, "begin/about"), Prompt::WorthIt, "there");
    let key = format!("first-light.plan.{ID}");
    let unseen = elsewhere.texts().get(&key).cloned().expect("it is stored");

    storage.limit(Some(0));
    let heard = || Event::Elsewhere(key.clone(), unseen.clone());
    let here = here.reduce(heard());
    assert_eq!(here.saving, Saving::Fails(StorageError::Full));
    assert!(here.library.has_words_in_memory_only());
    storage.limit(None);
    let here = here.reduce(Event::TryAgain).reduce(heard());
    assert_eq!(here.saving, Saving::Works);
    let other = here.open().and_then(|open| open.other);
    let other = other.expect("the person is told");
    let plans = Library::new(storage.clone()).shelf().plans;
    assert_eq!(plans.len(), 2, "once, however often it is heard");
    let apart = storage
        .texts()
        .get(&format!("first-light.plan.{other}"))
        .cloned();
    assert!(apart.is_some_and(|text| text.contains("there")));
}

#[test]
fn turning_a_page_in_another_tab_makes_no_second_plan() {
    let storage = MemoryStorage::default();
    let one = write(tab(&storage, "begin/about"), Prompt::BestHopes, "one");
    let two = tab(&storage, "hopes/worth-it");
    let (id, plan) = two.to_store().expect("there is something to store");
    two.library.save(id, &plan).expect("room");
    let one = write(one, Prompt::BestHopes, "one and two").reduce(Event::Wrote(Ok(())));
    assert_eq!(one.open().and_then(|open| open.other), None);
    let plans = Library::new(storage).shelf().plans;
    assert_eq!(plans.len(), 1);
}

#[test]
fn a_plan_that_another_tab_deleted_is_gone_and_comes_back_with_it() {
    let storage = MemoryStorage::default();
    let here = write(tab(&storage, "begin/about"), Prompt::BestHopes, "one");
    let here = here.reduce(Event::Went(Route::parse(&format!(
        "#/plan/{ID}/hopes/best"
    ))));
    let there = Library::new(storage.clone());
    let deleted = there.delete(ID).expect("memory takes everything");

    let here = here.reduce(Event::LookAgain);
    assert_eq!(here.desk, Desk::Missing);
    there.undelete(&deleted).expect("memory takes everything");
    let here = here.reduce(Event::LookAgain);
    assert_eq!(answer(&here, Prompt::BestHopes).as_deref(), Some("one"));
}

#[test]
fn words_that_could_not_be_stored_stay() {
    let storage = MemoryStorage::default();
    let here = write(tab(&storage, "begin/about"), Prompt::BestHopes, "one");
    storage.limit(Some(0));
    let here = here.reduce(Event::Plan(Action::Answer(
        Prompt::BestHopes,
        "one and more".into(),
    )));
    let (id, plan) = here.to_store().expect("there is something to store");
    assert!(here.library.save(id, &plan).is_err());
    let here = here.reduce(Event::LookAgain);
    assert_eq!(
        answer(&here, Prompt::BestHopes).as_deref(),
        Some("one and more")
    );
}

#[test]
fn everything_taken_out_comes_back_and_the_last_comes_first() {
    let storage = MemoryStorage::default();
    let home = Rc::new(Session::start(
        Library::new(storage.clone()),
        Route::Home,
        Locale::default(),
        Outside {
            now: || 0,
            today: || None,
            plan_id: || PlanId(9),
        },
    ));
    let ids = [PlanId(1), PlanId(2)];
    for id in ids {
        let plan = first_light::format::Plan::new(id.0);
        home.library
            .save(id, &plan)
            .expect("memory takes everything");
    }
    let before = storage.texts();
    let home = ids
        .into_iter()
        .fold(home, |home, id| home.reduce(Event::Delete(id)));
    assert!(home.shelf.plans.is_empty());
    // Somebody who looks at another page first can bring them back all the same, but not from there.
    let elsewhere = home.reduce(Event::Went(Route::Settings));
    assert_eq!(elsewhere.removed(), None);
    let home = elsewhere.reduce(Event::Went(Route::Home));
    assert_eq!(home.removed(), Some(Msg::PlanMenuDeleted));
    // What else is done there takes nothing of that away.
    let home = home.reduce(Event::Copy(PlanId(1), "copy".into()));
    assert_eq!(home.removed(), Some(Msg::PlanMenuDeleted));
    let home = home.reduce(Event::BringBack).reduce(Event::BringBack);
    assert_eq!(storage.texts(), before);
    assert_eq!(home.removed(), None);
    let home = home.reduce(Event::Delete(PlanId(1)));
    let empty = home.reduce(Event::DeleteEverything);
    assert_eq!(empty.removed(), None, "nothing is left of it");
}

#[test]
fn words_of_another_tab_are_drawn_even_over_keys_that_were_not() {
    let storage = MemoryStorage::default();
    let older = write(tab(&storage, "begin/about"), Prompt::BestHopes, "one");
    let drawn = older.scene();
    // The page has not followed this key yet, so it has nothing new to draw when “one” is back.
    let typed = Action::Answer(Prompt::BestHopes, "one and more".into());
    let older = older.reduce(Event::Typed(typed));
    let (id, plan) = older.to_store().expect("there is something to store");
    older
        .library
        .save(id, &plan)
        .expect("memory takes everything");
    write(tab(&storage, "begin/about"), Prompt::BestHopes, "one");
    let older = older.reduce(Event::LookAgain);
    assert_eq!(answer(&older, Prompt::BestHopes).as_deref(), Some("one"));
    assert!(older.scene() != drawn, "every field is drawn anew");
}
