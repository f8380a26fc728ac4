//! What therapists set up: how it is kept, and what opening a link does.

#[path = "support/set_ups.rs"]
mod set_ups;
mod support;

use first_light::format::{DecodedDraft, decode_draft, encode_draft};
use first_light::i18n::Locale;
use first_light::progress::Place;
use first_light::questionnaire::Prompt;
use first_light::route::{PlanId, Route};
use first_light::sharing::envelope::Damage;
use first_light::store::{
    Cipher, Library, Lock, MemoryStorage, Settings, Shut, StorageError, TextSize,
};
use first_light::ui::pages::invitation;
use first_light::ui::session::Session;
use first_light::ui::{Event, Ui};
use first_light::worksheet::{
    Action, Draft, DraftEdit, Invitation, InvitationEdit, InvitationField, ItemId, RosterAction,
};
use proptest::prelude::*;
use set_ups::{FRESH, ID, KEY, doing, draft, session};
use std::rc::Rc;
use support::stories;
use yew::prelude::*;

fn write(words: &str) -> DraftEdit {
    let edit = InvitationEdit::Write(InvitationField::Greeting, words.into());
    DraftEdit::Edit(edit)
}

#[test]
fn a_set_up_is_kept_as_it_is_written() {
    let library = Library::new(MemoryStorage::default());
    let builder = session(&library, Route::Builder(FRESH));
    assert_eq!(library.drafts(), Ok(Vec::new()), "looking keeps nothing");
    let edit = |session: Session| session.edit_draft(FRESH, write(" Hello  you\n"));
    builder.reduce(doing(edit));
    let kept = library.draft(FRESH).expect("memory can be read");
    let Some(DecodedDraft::Whole(kept)) = kept else {
        panic!("{kept:?}");
    };
    assert_eq!(&*kept.invitation.greeting, " Hello  you\n");
}

/// Whoever needs larger text has it again when the shared screen is put away.
#[test]
fn the_text_is_as_large_again_as_it_was() {
    let library = Library::new(MemoryStorage::default());
    let sized = |text_size| {
        Event::Set(Settings {
            text_size,
            ..Settings::default()
        })
    };
    let alone = session(&library, Route::Home).reduce(sized(TextSize::Larger));
    let together = alone.reduce(sized(TextSize::Together));
    assert_eq!(together.apart().text_size, TextSize::Larger);
    let still = together.clone().reduce(sized(TextSize::Together));
    assert_eq!(still.apart().text_size, TextSize::Larger);
    let after = together.clone().reduce(Event::Set(together.apart()));
    assert_eq!(library.settings().text_size, TextSize::Larger);
    assert_eq!(after.settings.text_size, TextSize::Larger);
}

#[test]
fn a_question_that_was_taken_out_comes_back() {
    let library = Library::new(MemoryStorage::default());
    library
        .put_draft(ID, &encode_draft(&draft()))
        .expect("room");
    let builder = session(&library, Route::Builder(ID));
    let remove = || DraftEdit::Edit(InvitationEdit::Questions(RosterAction::Remove(ItemId(1))));
    let without = builder.reduce(doing(move |session| session.edit_draft(ID, remove())));
    assert!(without.removed().is_some());
    let asked = |session: &Session| {
        session
            .draft(ID)
            .map(|it| it.draft.invitation.questions.len())
    };
    assert_eq!(asked(&without), Some(3));
    let with = without.reduce(Event::BringBack);
    assert_eq!(with.draft(ID).map(|it| it.draft), Some(draft()));
    assert_eq!(library.draft(ID), Ok(Some(DecodedDraft::Whole(draft()))));
}

#[test]
fn what_cannot_be_read_whole_is_never_written_over() {
    let mended = encode_draft(&draft()).replace("\"kind\":\"scale\"", "\"kind\":\"dance\"");
    for text in ["", "garbage", "{\"first-light-draft\":2}", &mended] {
        let storage = MemoryStorage::holding([(KEY, text)]);
        let library = Library::new(storage.clone());
        let builder = session(&library, Route::Builder(ID));
        let edit = |session: Session| session.edit_draft(ID, write("new"));
        builder.reduce(doing(edit));
        assert_eq!(storage.texts().get(KEY).map(|it| &**it), Some(text));
    }
    let DecodedDraft::Mended(read) = decode_draft(&mended) else {
        panic!("most of it can be read");
    };
    assert_eq!(read.invitation.questions.len(), 3);
}

#[test]
fn a_link_can_be_made_where_nothing_is_kept() {
    let storage = MemoryStorage::default();
    storage.fail_from(0);
    let builder = session(&Library::new(storage), Route::Builder(FRESH));
    let edit = |session: Session| session.edit_draft(FRESH, write("Hello"));
    let builder = builder.reduce(doing(edit));
    let open = builder.draft(FRESH).expect("it is open");
    assert_eq!(&*open.draft.invitation.greeting, "Hello");
    assert_eq!(open.saved, Err(StorageError::Blocked), "and that is said");
}

/// A cipher that hides little, to see that it is used.
struct Reversed;

impl Cipher for Reversed {
    fn seal(&self, _: &str, text: &str) -> Option<String> {
        Some(format!(
            "sealed1${}",
            text.chars().rev().collect::<String>()
        ))
    }

    fn open(&self, _: &str, sealed: &str) -> Result<String, Shut> {
        let text = sealed.strip_prefix("sealed1$").ok_or(Shut::Never)?;
        Ok(text.chars().rev().collect())
    }
}

#[test]
fn a_lock_seals_the_set_ups_too() {
    let storage = MemoryStorage::default();
    let library = Library::new(storage.clone());
    library
        .put_draft(ID, &encode_draft(&draft()))
        .expect("room");
    let locked = library.set_lock("lock1$id$the rest", Rc::new(Reversed));
    assert_eq!(locked, Ok(()));
    let stored = storage.texts().get(KEY).cloned().unwrap_or_default();
    assert!(stored.starts_with("sealed1$"), "{stored}");
    assert_eq!(library.draft(ID), Ok(Some(DecodedDraft::Whole(draft()))));
    library.close_lock();
    assert_eq!(library.lock(), Lock::Closed);
    assert_eq!(library.drafts(), Err(StorageError::Blocked));
    assert_eq!(
        library.put_draft(ID, &encode_draft(&draft())),
        Err(StorageError::Blocked)
    );
}

#[test]
fn everything_is_deleted_with_everything_else() {
    let storage = MemoryStorage::default();
    let library = Library::new(storage.clone());
    library
        .put_draft(ID, &encode_draft(&draft()))
        .expect("room");
    assert_eq!(library.delete_everything(), Ok(()));
    assert!(storage.texts().is_empty());
}

#[test]
fn start_makes_a_plan_and_changes_no_other() {
    let storage = MemoryStorage::default();
    let library = Library::new(storage.clone());
    let mine = stories::full();
    library.save(PlanId(1), &mine).expect("room");
    let before = storage.texts();
    let link = session(&library, Route::Invitation);
    assert_eq!(storage.texts(), before, "opening a link keeps nothing");
    let invitation = Rc::new(stories::invitation());
    let begun = link.reduce(doing(move |session| session.begin(Rc::clone(&invitation))));
    assert_eq!(begun.route, Route::Plan(FRESH, Place::FIRST));
    let (id, plan) = begun.to_store().expect("a new plan to store");
    assert_eq!(id, FRESH);
    assert_eq!(plan.worksheet, Rc::new(stories::invitation()).begin());
    library.save(id, &plan).expect("room");
    let raw = library.raw(PlanId(1)).expect("memory can be read");
    assert_eq!(raw, Some(first_light::format::encode(&mine)));
}

#[derive(PartialEq, Properties)]
struct Opened {
    begun: bool,
    locale: Locale,
}

#[component]
fn Letter(opened: &Opened) -> Html {
    let library = Library::new(MemoryStorage::default());
    if opened.begun {
        library.save(ID, &stories::invited()).expect("room");
    }
    let mut session = Session::clone(&session(&library, Route::Invitation));
    session.locale = opened.locale;
    let ui = Ui::new(session.scene(), Callback::noop());
    let invitation = Invitation {
        language: opened.locale.code().into(),
        ..stories::invitation()
    };
    invitation::opened(&ui, &session, Rc::new(invitation))
}

#[derive(PartialEq, Properties)]
struct Broken {
    place: usize,
}

const DAMAGES: [Damage; 4] = [
    Damage::Missing,
    Damage::Changed,
    Damage::Incomplete,
    Damage::Newer,
];

#[component]
fn BrokenLink(broken: &Broken) -> Html {
    let library = Library::new(MemoryStorage::default());
    let session = session(&library, Route::Invitation);
    let ui = Ui::new(session.scene(), Callback::noop());
    invitation::broken(&ui, DAMAGES[broken.place])
}

/// The plan that a link has begun, at one place.
#[derive(PartialEq, Properties)]
struct At {
    place: AttrValue,
}

#[component]
fn InvitedPage(at: &At) -> Html {
    let library = Library::new(MemoryStorage::default());
    library.save(ID, &stories::invited()).expect("room");
    let route = Route::parse(&format!("#/plan/{ID}/{}", at.place));
    let mut session = Session::clone(&session(&library, route));
    session.guide = true;
    let ui = Ui::new(session.scene(), Callback::noop());
    first_light::ui::shell::view(&session, &ui)
}

fn html<C: yew::BaseComponent>(props: C::Properties) -> String {
    let renderer = yew::LocalServerRenderer::<C>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    let html = tokio::task::LocalSet::new().block_on(&runtime, renderer.render());
    html.replace('<', "\n<").trim_start().to_owned()
}

#[test]
fn the_letter_in_every_language() {
    for locale in Locale::ALL {
        let (begun, locale) = (false, *locale);
        let name = format!("letter.{}", locale.code());
        insta::assert_snapshot!(name, html::<Letter>(Opened { begun, locale }));
    }
}

/// A link says in which language its client reads; the plan goes on in that one.
#[test]
fn a_link_is_read_in_its_own_language() {
    let invitation = Rc::new(Invitation {
        language: Locale::Mirrored.code().into(),
        ..stories::invitation()
    });
    let library = Library::new(MemoryStorage::default());
    let here = session(&library, Route::Invitation);
    let ui = Ui::new(here.scene(), Callback::noop());
    assert_eq!(here.language(), Locale::English);
    let ui = ui.in_language(&invitation.language);
    assert_eq!(ui.scene.words.locale(), Locale::Mirrored);
    let unknown = ui.in_language("tlh");
    assert_eq!(
        unknown.scene.words.locale(),
        Locale::Mirrored,
        "what is not here changes nothing"
    );
    let begun = here.reduce(doing(move |session| session.begin(Rc::clone(&invitation))));
    assert_eq!(begun.language(), Locale::Mirrored);
    assert_eq!(begun.scene().words.locale(), Locale::Mirrored);
    let home = begun.reduce(Event::Went(Route::Home));
    assert_eq!(home.language(), Locale::English);
}

#[test]
fn who_comes_back_by_the_link_finds_the_plan() {
    let (begun, locale) = (true, Locale::English);
    let again = html::<Letter>(Opened { begun, locale });
    let place = stories::invited().place;
    let there = format!("href=\"{}\"", Route::Plan(ID, place));
    assert!(again.contains(&there), "{again}");
}

#[test]
fn each_damage_has_a_sentence_of_its_own() {
    let pages: Vec<_> = (0..DAMAGES.len())
        .map(|place| html::<BrokenLink>(Broken { place }))
        .collect();
    for (at, page) in pages.iter().enumerate() {
        assert!(
            pages.iter().skip(at + 1).all(|other| other != page),
            "{page}"
        );
    }
    insta::assert_snapshot!("broken-link.en", pages[2]);
}

#[test]
fn own_questions_on_their_pages_with_the_notes() {
    for place in [
        "begin/about",
        "begin/wording",
        "begin/extras",
        "hopes/own/0",
        "moving/own/1",
        "scales/own/2",
        "summary/all",
    ] {
        let page = html::<InvitedPage>(At {
            place: place.into(),
        });
        insta::assert_snapshot!(format!("invited.{}.en", place.replace('/', ".")), page);
    }
}

proptest! {
    #[test]
    fn every_set_up_reads_back_exactly(name in support::words(), invitation in support::invitation()) {
        let draft = Draft { name, invitation };
        prop_assert_eq!(decode_draft(&encode_draft(&draft)), DecodedDraft::Whole(draft));
    }

    #[test]
    fn any_text_gives_a_plain_answer(text in any::<String>()) {
        prop_assert_eq!(decode_draft(&text), DecodedDraft::Unreadable);
    }

    #[test]
    fn any_damage_gives_a_plain_answer(
        invitation in support::invitation(),
        damage in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let draft = Draft { name: "x".into(), invitation };
        let mut bytes = encode_draft(&draft).into_bytes();
        for (index, byte) in damage {
            let at = index.index(bytes.len());
            bytes[at] ^= byte;
        }
        let text = String::from_utf8_lossy(&bytes);
        if let DecodedDraft::Whole(read) = decode_draft(&text) {
            prop_assert_eq!(decode_draft(&encode_draft(&read)), DecodedDraft::Whole(read));
        }
    }

    #[test]
    fn nobody_but_the_plan_itself_hears_of_a_link(words in support::words()) {
        let library = Library::new(MemoryStorage::default());
        let invitation = Rc::new(stories::invitation());
        let begun = session(&library, Route::Invitation)
            .reduce(doing(move |session| session.begin(Rc::clone(&invitation))))
            .reduce(Event::Plan(Action::Answer(Prompt::BestHopes, words.clone())));
        let (_, plan) = begun.to_store().expect("a plan");
        prop_assert_eq!(plan.worksheet.text(Prompt::BestHopes), words);
        prop_assert_eq!(plan.worksheet.invitation.as_deref(), Some(&stories::invitation()));
    }
}
