//! The session behind a lock: what it lets go of, and that it goes on where it stopped.

#[path = "support/sessions.rs"]
mod sessions;

use first_light::questionnaire::Prompt;
use first_light::route::Route;
use first_light::store::{Cipher, Lock};
use first_light::ui::session::{Desk, Event, Session};
use first_light::worksheet::Action;
use sessions::{page, session};
use std::rc::Rc;
use yew::Reducible;

/// A cipher that hides nothing.
struct Glass;

impl Cipher for Glass {
    fn seal(&self, _: &str, text: &str) -> Option<String> {
        Some(format!("sealed1${text}"))
    }

    fn open(&self, _: &str, sealed: &str) -> Option<String> {
        sealed.strip_prefix("sealed1$").map(str::to_owned)
    }
}

const RECORD: &str = "lock1$id$the rest";

/// A session with a plan that is stored behind an open lock.
fn behind_a_lock() -> Rc<Session> {
    let session = session(&page("hopes/best"));
    let answer = Action::Answer(Prompt::BestHopes, "words".into());
    let session = session.reduce(Event::Plan(answer));
    let set = session.library.set_lock(RECORD, Rc::new(Glass));
    set.expect("memory takes everything");
    let (id, plan) = session.to_store().expect("there is something to store");
    let stored = session.library.save(id, &plan);
    stored.expect("memory takes everything");
    session.reduce(Event::LockChanged)
}

fn words(session: &Session) -> Option<String> {
    let open = session.open()?;
    Some(open.worksheet.text(Prompt::BestHopes).to_string())
}

#[test]
fn a_lock_that_closes_puts_the_plan_away_and_opens_where_it_was() {
    let session = behind_a_lock();
    assert_eq!((session.lock, session.plain_left), (Lock::Open, false));
    let stopped = session.open().map(|open| open.place);
    assert!(stopped.is_some());

    session.library.close_lock();
    let session = session.reduce(Event::CloseLock);
    assert!(session.is_locked());
    assert_eq!(session.desk, Desk::Clear);
    assert_eq!(session.shelf.plans, Vec::new());
    assert!(session.removed().is_none());
    assert!(session.to_store().is_none(), "nothing is written any more");
    let session = session.reduce(Event::Went(Route::parse(&page("hopes/worth-it"))));
    assert_eq!(session.desk, Desk::Clear);
    let session = session.reduce(Event::Went(Route::parse(&page("hopes/best"))));

    session.library.unlock(RECORD, Rc::new(Glass));
    let session = session.reduce(Event::LockChanged);
    assert_eq!(session.lock, Lock::Open);
    assert_eq!(words(&session).as_deref(), Some("words"));
    assert_eq!(session.open().map(|open| open.place), stopped);
}

#[test]
fn a_page_that_was_asleep_sees_the_lock_of_another_tab_before_it_shows_anything() {
    let session = behind_a_lock();
    session.library.close_lock();
    let session = session.reduce(Event::LookAgain);
    assert!(session.is_locked());
    assert_eq!(session.desk, Desk::Clear);
    let again = Rc::clone(&session).reduce(Event::LookAgain);
    assert_eq!(again.desk, Desk::Clear);
}

#[test]
fn words_that_were_only_in_memory_are_stored_when_the_lock_opens() {
    let session = behind_a_lock();
    session.library.close_lock();
    let (id, mut plan) = behind_a_lock().to_store().expect("a plan");
    plan.worksheet
        .apply(Action::Answer(Prompt::WorthIt, "late".into()));
    assert!(session.library.save(id, &plan).is_err());
    let session = session.reduce(Event::CloseLock);
    session.library.unlock(RECORD, Rc::new(Glass));
    let session = session.reduce(Event::LockChanged);
    assert_eq!(session.library.unsaved(), []);
    let open = session.open().expect("the plan is open");
    assert_eq!(&*open.worksheet.text(Prompt::WorthIt).to_string(), "late");
}
