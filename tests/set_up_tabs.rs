//! One set-up of a therapist's in two tabs: no tab writes over words that it has not read.

mod support;

use first_light::format::{DecodedDraft, encode_draft};
use first_light::i18n::Locale;
use first_light::route::{PlanId, Route};
use first_light::store::{Library, MemoryStorage};
use first_light::ui::Deed;
use first_light::ui::session::{Outside, Session};
use first_light::worksheet::{Date, Draft, DraftEdit, InvitationEdit, InvitationField};
use std::cell::Cell;
use std::rc::Rc;
use support::stories;
use yew::prelude::*;

const ID: PlanId = PlanId(0xd);

thread_local! {
    static NOW: Cell<u64> = const { Cell::new(1_790_000_000_000) };
}

/// Nobody writes anywhere for a while.
fn a_while() {
    NOW.set(NOW.get() + 60_000);
}

fn session(library: &Library, route: Route) -> Rc<Session> {
    let outside = Outside {
        now: || NOW.get(),
        today: || Date::new(2026, 11, 22),
        plan_id: || PlanId(9),
    };
    let library = library.clone();
    Rc::new(Session::start(library, route, Locale::English, outside))
}

fn draft() -> Draft {
    Draft {
        name: "First meeting".into(),
        invitation: stories::invitation(),
    }
}

fn write(words: &str) -> DraftEdit {
    let edit = InvitationEdit::Write(InvitationField::Greeting, words.into());
    DraftEdit::Edit(edit)
}

/// Two tabs with the same set-up, in the same browser.
fn two_tabs() -> (MemoryStorage, Rc<Session>, Rc<Session>) {
    let storage = MemoryStorage::default();
    let library = Library::new(storage.clone());
    library
        .put_draft(ID, &encode_draft(&draft()))
        .expect("room");
    let tab = || session(&Library::new(storage.clone()), Route::Builder(ID));
    let (one, two) = (tab(), tab());
    (storage, one, two)
}

fn edits(tab: Rc<Session>, edit: impl Fn() -> DraftEdit + 'static) -> Rc<Session> {
    tab.reduce(Deed::new(move |session| session.edit_draft(ID, edit())).into())
}

fn greeting(tab: &Session) -> String {
    tab.draft(ID)
        .map_or(String::new(), |it| it.draft.invitation.greeting.to_string())
}

/// Every greeting that is stored, with the name of its set-up.
fn greetings(storage: &MemoryStorage) -> Vec<(String, String)> {
    let drafts = Library::new(storage.clone())
        .drafts()
        .expect("memory can be read");
    let mut all: Vec<_> = drafts
        .into_iter()
        .map(|(_, draft)| match draft {
            DecodedDraft::Whole(it) => (it.name.to_string(), it.invitation.greeting.to_string()),
            other => panic!("{other:?}"),
        })
        .collect();
    all.sort();
    all
}

#[test]
fn who_goes_on_in_another_tab_goes_on_from_what_was_written_last() {
    let (storage, one, two) = two_tabs();
    let one = edits(one, || write("From one"));
    let two = edits(two, || write("From two"));
    assert_eq!(
        greeting(&one),
        "From one",
        "nothing changes under the fingers"
    );
    a_while();
    assert_eq!(greeting(&one), "From two");
    assert!(
        one.draft(ID).is_some_and(|open| open.shared),
        "and that is said"
    );
    let one = edits(one, || DraftEdit::Edit(InvitationEdit::Guide(false)));
    a_while();
    assert_eq!(greeting(&two), "From two");
    assert!(
        !two.draft(ID)
            .is_some_and(|open| open.draft.invitation.guide)
    );
    assert_eq!(greeting(&one), "From two");
    assert_eq!(
        greetings(&storage).len(),
        1,
        "nothing was lost, so nothing is set apart"
    );
}

#[test]
fn words_that_two_tabs_wrote_at_once_are_all_kept() {
    let (storage, one, two) = two_tabs();
    let one = edits(one, || write("From one"));
    let two = edits(two, || write("From two"));
    let one = edits(one, || write("From one, more"));
    let name = |name: &str| format!("First meeting{name}");
    let expected = [
        (name(""), "From one, more".to_owned()),
        (name(" (from another tab)"), "From two".to_owned()),
    ];
    assert_eq!(greetings(&storage), expected);
    assert!(one.draft(ID).is_some_and(|open| open.shared), "one is told");
    a_while();
    assert!(two.draft(ID).is_some_and(|open| open.shared), "two is told");
    assert_eq!(greeting(&two), "From one, more");
}

/// What somebody changes, they change in what they see: words that came since are not written over unread.
#[test]
fn words_that_came_after_the_page_was_drawn_are_kept() {
    let (storage, one, two) = two_tabs();
    assert!(
        greeting(&one).starts_with("Good to meet you"),
        "it is drawn"
    );
    edits(two, || write("From two"));
    let one = edits(one, || write("From one"));
    assert_eq!(greeting(&one), "From one");
    let words = |all: Vec<(String, String)>| all.into_iter().map(|(_, words)| words).collect();
    let all: Vec<String> = words(greetings(&storage));
    assert_eq!(all, ["From one", "From two"]);
}

/// The same later on: what another tab wrote after this one's last key, and before it was drawn here.
#[test]
fn words_that_came_after_the_last_key_are_kept() {
    let (storage, one, two) = two_tabs();
    let one = edits(one, || write("From one"));
    assert_eq!(greeting(&one), "From one");
    a_while();
    let two = edits(two, || write("From two"));
    let one = edits(one, || write("From one, more"));
    a_while();
    assert_eq!(greeting(&one), "From one, more");
    assert_eq!(greeting(&two), "From one, more");
    let words = greetings(&storage).into_iter().map(|(_, words)| words);
    assert_eq!(words.collect::<Vec<_>>(), ["From one, more", "From two"]);
}

#[test]
fn where_there_is_no_room_another_tabs_words_stay() {
    let (storage, one, two) = two_tabs();
    let one = edits(one, || write("From one"));
    edits(two, || write("From two"));
    let before = storage.texts();
    storage.fail_from(0);
    let one = edits(one, || write("From one, more"));
    assert!(one.draft(ID).is_some_and(|open| open.saved.is_err()));
    a_while();
    assert_eq!(
        greeting(&one),
        "From one, more",
        "what is not stored stays in sight"
    );
    assert_eq!(storage.texts(), before);
}
