//! The session behind a lock: what it lets go of, and that it goes on where it stopped.

#[path = "support/glass.rs"]
mod glass;
#[path = "support/sessions.rs"]
mod sessions;

use first_light::i18n::Locale;
use first_light::progress::Place;
use first_light::questionnaire::Prompt;
use first_light::route::{PlanId, Route};
use first_light::store::{Library, Lock, MemoryStorage, Storage};
use first_light::ui::session::{Desk, Event, Outside, Session};
use first_light::worksheet::Action;
use glass::Glass;
use sessions::{page, session};
use std::rc::Rc;
use yew::Reducible;

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

/// Whoever has no passphrase can write for this visit only; what is locked stays hidden and untouched.
#[test]
fn without_the_passphrase_one_can_write_for_this_visit_only() {
    let library = behind_a_lock().library.clone();
    library.close_lock();
    let outside = Outside {
        now: || 1_790_000_000_000,
        today: || None,
        plan_id: || PlanId(77),
    };
    let start = Session::start(library, Route::Home, Locale::default(), outside);
    let session = Rc::new(start);
    let stored = session.library.stored();
    let guest = session.for_guests();
    let here = Route::Plan(guest, Place::FIRST);
    let session = session.reduce(Event::Went(here));
    assert_eq!(session.desk, Desk::Clear, "not without being asked for");

    let session = session.reduce(Event::BeginWithoutLock);
    let session = session.reduce(Event::Went(here));
    let answer = Action::Answer(Prompt::BestHopes, "a guest's words".into());
    let session = session.reduce(Event::Plan(answer));
    let (id, plan) = session.to_store().expect("it waits to be saved");
    assert_eq!(id, guest);
    assert_eq!(session.library.save(id, &plan), Ok(()));
    assert_eq!(session.library.stored(), stored, "nothing of it is stored");
    let session = session.reduce(Event::Went(Route::parse(&page("hopes/best"))));
    assert_eq!(session.desk, Desk::Clear, "the locked plan stays locked");
    let session = session.reduce(Event::Went(Route::Home));
    assert!(session.shelf.plans.is_empty());
    let session = session.reduce(Event::Went(here));
    assert_eq!(words(&session).as_deref(), Some("a guest's words"));

    // Whoever opens the lock and closes it again hides that, too.
    session.library.unlock(RECORD, Rc::new(Glass));
    let session = session.reduce(Event::LockChanged);
    session.library.close_lock();
    let session = session.reduce(Event::LockChanged);
    let session = session.reduce(Event::Went(here));
    assert_eq!(session.desk, Desk::Clear);
}

/// The page about privacy shows what is stored. While another tab is still sealing plan after plan, that is not
/// all sealed yet.
#[test]
fn what_is_shown_as_stored_is_looked_at_again_behind_a_lock() {
    const PLAN: &str = "first-light.plan.00000000000000f1";
    let storage = MemoryStorage::holding([(PLAN, "{\"first-light\":1,\"name\":\"words\"}")]);
    let page = Session::start(
        Library::new(storage.clone()),
        Route::Privacy,
        Locale::default(),
        Outside {
            now: || 1_790_000_000_000,
            today: || None,
            plan_id: || PlanId(9),
        },
    );
    let shows = |page: &Session| {
        let stored = page.stored.as_ref().as_ref().expect("it can be read");
        stored.iter().any(|(_, text)| text.contains("words"))
    };
    storage.write("first-light.lock", RECORD).expect("memory");
    let page = Rc::new(page).reduce(Event::LookAgain);
    assert!(page.is_locked());
    storage.write(PLAN, "sealed1$xyz").expect("memory");
    let page = page.reduce(Event::LookAgain);
    assert!(!shows(&page), "{:?}", page.stored);
}
