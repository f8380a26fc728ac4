//! Pages that look through all plans do that when they are opened, not each time they are drawn.

#[path = "support/drawing.rs"]
mod drawing;
mod support;

use drawing::html;
use first_light::format::{Plan, encode};
use first_light::i18n::Locale;
use first_light::route::{PlanId, Route};
use first_light::sharing::file::Found;
use first_light::store::{Library, MemoryStorage, Standing};
use first_light::ui::session::{Outside, Received, Session, Sharing};
use first_light::ui::{Deed, Event};
use first_light::worksheet::{Date, DraftEdit, InvitationEdit, InvitationField};
use std::rc::Rc;
use support::stories;
use yew::Reducible;

fn session(library: &Library, route: Route) -> Rc<Session> {
    let outside = Outside {
        now: || 1_790_000_000_000,
        today: || Date::new(2026, 11, 22),
        plan_id: || PlanId(900),
    };
    let library = library.clone();
    Rc::new(Session::start(library, route, Locale::English, outside))
}

fn named(name: &str) -> String {
    let mut plan = Plan::new(5);
    plan.worksheet.name = name.into();
    encode(&plan)
}

/// Plans as a file holds them, with names of their own.
fn in_a_file(count: u64) -> Rc<Vec<Found>> {
    let found = (0..count).map(|at| Found::new(Some(PlanId(at)), named(&format!("Plan {at}"))));
    Rc::new(found.collect())
}

fn opened(library: &Library, plans: &Rc<Vec<Found>>) -> Rc<Session> {
    let plans = Rc::clone(plans);
    let received = Deed::new(move |session| {
        let plans = Received::Plans(Rc::clone(&plans), None);
        session.with_sharing(Sharing::Received(plans))
    });
    session(library, Route::Copy).reduce(received.into())
}

/// What a full file costs: a read for each plan that is here and for each in the file, not for each pair.
#[test]
fn a_file_with_many_plans_is_compared_once() {
    const MANY: u64 = 40;
    let storage = MemoryStorage::default();
    let library = Library::new(storage.clone());
    let plans = in_a_file(MANY);
    let mut here = library.here().expect("memory");
    for found in plans.iter().take(20) {
        let kept = library.take_in(&mut here, found.id, PlanId(900), &found.text);
        assert!(kept.is_ok());
    }
    let copy = opened(&library, &plans);
    // Some reads of the lock and the like come with every page.
    storage.fail_from(usize::try_from(8 * MANY).expect("small"));
    let first = html(&copy);
    assert_eq!(first.matches("id=\"keep-0").count(), 20, "{first}");
    storage.fail_from(usize::try_from(2 * MANY).expect("small"));
    assert_eq!(html(&copy), first, "drawn again, next to nothing is read");
    storage.never_fail();

    let all: Vec<_> = plans.iter().map(|it| (it.id, it.text.clone())).collect();
    let keep = Deed::new(move |mut session: Session| {
        assert!(session.keep_all(&all).iter().all(|kept| *kept));
        session
    });
    let kept = copy.reduce(keep.into());
    assert_eq!(library.shelf().plans.len(), 40, "each once");
    let at = |at| kept.standing(at);
    assert_eq!(
        at(30),
        Ok(Standing::Here(PlanId(30))),
        "it is looked up again"
    );
}

/// What another tab does in between is seen.
#[test]
fn it_is_looked_up_again_when_another_tab_wrote() {
    let storage = MemoryStorage::default();
    let library = Library::new(storage.clone());
    let plans = in_a_file(2);
    let copy = opened(&library, &plans);
    assert_eq!(copy.standing(1), Ok(Standing::New));
    let other = Library::new(storage);
    let mut here = other.here().expect("memory");
    let text = &plans[1].text;
    let taken = other.take_in(&mut here, Some(PlanId(5)), PlanId(6), text);
    assert_eq!(taken, Ok(PlanId(5)));
    let copy = copy.reduce(Event::LookAgain);
    assert_eq!(copy.standing(1), Ok(Standing::Here(PlanId(5))));
}

#[test]
fn the_plan_that_a_link_began_is_looked_for_once() {
    let storage = MemoryStorage::default();
    let library = Library::new(storage.clone());
    let begun = stories::invited();
    library.save(PlanId(3), &begun).expect("room");
    let link = session(&library, Route::Invitation);
    let invitation = stories::invitation();
    let found = Some((PlanId(3), begun.place));
    assert_eq!(link.begun(&invitation), found);
    storage.fail_from(0);
    assert_eq!(link.begun(&invitation), found, "no plan is read for that");
    storage.never_fail();
    library.delete(PlanId(3)).expect("memory");
    let again = link.reduce(Event::LookAgain);
    assert_eq!(again.begun(&invitation), None);
}

/// The link, its code and the hand-out show one text, which is packed anew only when the set-up has changed.
#[test]
fn a_link_is_packed_once_for_each_change() {
    let storage = MemoryStorage::default();
    let library = Library::new(storage);
    let id = PlanId(4);
    let builder = session(&library, Route::Builder(id));
    let change = |from: &'static str| {
        let edit = InvitationEdit::Write(InvitationField::From, from.into());
        Deed::new(move |session| session.edit_draft(id, DraftEdit::Edit(edit.clone())))
    };
    let packed = |session: &Session| {
        let open = session.draft(id).expect("it is open");
        let link = open.link(Some("https://a.example/")).expect("an address");
        let link = link.expect("it is short");
        (link.to_owned(), link.as_ptr())
    };
    let builder = builder.reduce(change("Ada").into());
    let first = packed(&builder);
    assert_eq!(packed(&builder), first, "it is the very same text");
    let builder = builder.reduce(change("Ida").into());
    assert_ne!(packed(&builder).0, first.0);
    let read = first_light::sharing::invitation::read(&packed(&builder).0);
    assert_eq!(read.map(|it| it.from), Ok("Ida".into()));
}
