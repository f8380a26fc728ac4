//! A therapist's set-ups where the browser does not take them: they stay until the page closes.

#[path = "support/drawing.rs"]
mod drawing;
#[path = "support/set_ups.rs"]
mod set_ups;
mod support;

use drawing::html;
use first_light::format::{DecodedDraft, decode_draft, encode_draft};
use first_light::route::{PlanId, Route};
use first_light::sharing::file::{Inside, read};
use first_light::store::{Library, MemoryStorage, StorageError};
use first_light::ui::Event;
use first_light::ui::session::{Received, Session, Sharing};
use first_light::worksheet::{DraftEdit, InvitationEdit, InvitationField};
use set_ups::{ID, KEY, doing, draft, session};
use std::rc::Rc;
use yew::Reducible;

fn greets(session: Session, words: &str) -> Session {
    let edit = InvitationEdit::Write(InvitationField::Greeting, words.into());
    session.edit_draft(ID, DraftEdit::Edit(edit))
}

fn greeting(session: &Session) -> Option<String> {
    let open = session.draft(ID)?;
    Some(open.draft.invitation.greeting.to_string())
}

/// A browser in which the set-up stands and nothing more can be written.
fn full() -> (MemoryStorage, Library) {
    let storage = MemoryStorage::default();
    let library = Library::new(storage.clone());
    let stored = library.put_draft(ID, &encode_draft(&draft()));
    stored.expect("room");
    storage.limit(Some(0));
    (storage, library)
}

#[test]
fn what_could_not_be_stored_stays_when_its_page_is_left() {
    let (storage, library) = full();
    let tab = session(&library, Route::Builder(ID));
    let tab = tab.reduce(doing(|session| greets(session, "Not stored")));
    let list = tab.reduce(Event::Went(Route::Therapists));
    let page = html(&list);
    assert!(
        page.contains("This is not kept in the browser yet"),
        "{page}"
    );
    assert!(library.has_words_in_memory_only());
    let tab = list.reduce(Event::Went(Route::Builder(ID)));
    assert_eq!(greeting(&tab).as_deref(), Some("Not stored"));
    let page = html(&tab);
    assert!(page.contains("not kept in the browser yet"), "{page}");
    assert!(
        page.contains("id=\"save-setup\""),
        "it can be saved as a file"
    );

    storage.limit(None);
    let tab = tab.reduce(doing(Session::try_drafts_again));
    assert!(!library.has_words_in_memory_only());
    assert!(tab.draft(ID).is_some_and(|open| open.saved.is_ok()));
    let stored = storage.texts().get(KEY).map(|text| decode_draft(text));
    let Some(DecodedDraft::Whole(stored)) = stored else {
        panic!("{stored:?}")
    };
    assert_eq!(&*stored.invitation.greeting, "Not stored");
    let page = html(&tab.reduce(Event::Went(Route::Therapists)));
    assert!(!page.contains("not kept in the browser yet"), "{page}");
}

/// A new one, where the browser lets nothing be read or written.
#[test]
fn a_new_one_is_in_the_list_too() {
    let storage = MemoryStorage::default();
    storage.fail_from(0);
    let library = Library::new(storage);
    let tab = session(&library, Route::Builder(ID));
    let tab = tab.reduce(doing(|session| greets(session, "Hello")));
    let list = tab.reduce(Event::Went(Route::Therapists));
    let page = html(&list);
    assert!(page.contains(&Route::Builder(ID).to_string()), "{page}");
    let list = list.reduce(doing(|session| session.delete_draft(ID)));
    assert!(!library.has_words_in_memory_only(), "deleted is deleted");
    let list = list.reduce(Event::BringBack);
    let tab = list.reduce(Event::Went(Route::Builder(ID)));
    assert_eq!(greeting(&tab).as_deref(), Some("Hello"));
}

#[test]
fn what_another_tab_wrote_meanwhile_is_kept_when_there_is_room_again() {
    let (storage, library) = full();
    let tab = session(&library, Route::Builder(ID));
    let tab = tab.reduce(doing(|session| greets(session, "Not stored")));
    storage.limit(None);
    let other = session(&Library::new(storage.clone()), Route::Builder(ID));
    other.reduce(doing(|session| greets(session, "From the other tab")));
    let tab = tab.reduce(doing(Session::try_drafts_again));
    assert!(
        tab.draft(ID).is_some_and(|open| open.shared),
        "that is said"
    );
    let drafts = library.drafts().expect("it answers again");
    let mut words: Vec<_> = drafts
        .iter()
        .filter_map(|(_, draft)| match draft {
            DecodedDraft::Whole(draft) => Some(draft.invitation.greeting.to_string()),
            _ => None,
        })
        .collect();
    words.sort();
    assert_eq!(words, ["From the other tab", "Not stored"]);
}

#[test]
fn a_set_up_that_was_deleted_comes_back_byte_for_byte() {
    for text in [encode_draft(&draft()), "{\"first-light-draft\":2}".into()] {
        let storage = MemoryStorage::holding([(KEY, &*text)]);
        let library = Library::new(storage.clone());
        let list = session(&library, Route::Therapists);
        let list = list.reduce(doing(|session| session.delete_draft(ID)));
        assert!(!storage.texts().contains_key(KEY));
        list.reduce(Event::BringBack);
        assert_eq!(storage.texts().get(KEY), Some(&text));
    }
}

#[test]
fn a_deleted_one_comes_back_even_where_there_is_no_room() {
    for text in [encode_draft(&draft()), "{\"first-light-draft\":2}".into()] {
        let storage = MemoryStorage::holding([(KEY, &*text)]);
        let library = Library::new(storage.clone());
        let list = session(&library, Route::Therapists);
        let list = list.reduce(doing(|session| session.delete_draft(ID)));
        storage.limit(Some(0));
        let list = list.reduce(Event::BringBack);
        let page = html(&list);
        assert!(
            page.contains("This is not kept in the browser yet"),
            "{page}"
        );
        storage.limit(None);
        let _ = list.reduce(doing(Session::try_drafts_again));
        assert_eq!(storage.texts().get(KEY), Some(&text));
    }
}

#[test]
fn everything_that_is_deleted_goes_from_memory_too() {
    let (storage, library) = full();
    let tab = session(&library, Route::Builder(ID));
    tab.reduce(doing(|session| greets(session, "Not stored")));
    storage.limit(None);
    assert_eq!(library.delete_everything(), Ok(()));
    assert!(library.held_drafts().is_empty());
}

#[test]
fn one_that_was_saved_as_a_file_opens_again() {
    let text = encode_draft(&draft());
    let Ok(Inside::SetUp(read)) = read(&text) else {
        panic!("{:?}", read(&text));
    };
    assert_eq!(read, draft());
    let library = Library::new(MemoryStorage::default());
    let received = Sharing::Received(Received::SetUp(Rc::new(read)));
    let copy = session(&library, Route::Copy);
    let copy = copy.reduce(doing(move |session| session.with_sharing(received.clone())));
    let page = html(&copy);
    assert!(page.contains("First meeting"), "{page}");
    assert_eq!(library.drafts(), Ok(Vec::new()), "nothing is kept yet");
    let name = copy.fresh;
    copy.reduce(doing(|session| session.copy_draft(draft())));
    assert_eq!(library.draft(name), Ok(Some(DecodedDraft::Whole(draft()))));
    let cut = &text[..text.len() / 2];
    assert!(first_light::sharing::file::read(cut).is_err());
}

#[test]
fn a_storage_that_does_not_answer_gives_no_reason_to_write_over_it() {
    let (storage, library) = full();
    storage.fail_from(0);
    let tab = session(&library, Route::Builder(ID));
    let tab = tab.reduce(doing(|session| greets(session, "Anew")));
    let open = tab.draft(ID).expect("a blank one");
    assert!(matches!(
        open.saved,
        Err(StorageError::Blocked | StorageError::Full)
    ));
    storage.never_fail();
    let _ = tab.reduce(doing(Session::try_drafts_again));
    let drafts = library.drafts().expect("it answers again");
    let kept = |(_, it): &(PlanId, DecodedDraft)| matches!(it, DecodedDraft::Whole(it) if it.invitation == draft().invitation);
    assert!(
        drafts.iter().any(kept),
        "what stood there is there: {drafts:?}"
    );
}
