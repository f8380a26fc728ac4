//! Plans from files and copies: kept byte for byte, beside what is here, and never over it.

mod support;

use first_light::format::{Plan, encode};
use first_light::i18n::Locale;
use first_light::route::{PlanId, Route};
use first_light::sharing::copy::{Copy, pack, unpack};
use first_light::sharing::envelope::Damage;
use first_light::sharing::file::{Found, Inside, read, write};
use first_light::store::{Keep, Library, MemoryStorage, Standing, StorageError};
use first_light::ui::session::{Handing, Locked, Outside, Received, Session, Sharing};
use first_light::ui::{Deed, Event, Ui, pages};
use first_light::worksheet::Date;
use proptest::prelude::*;
use std::rc::Rc;
use support::{plan, stories};
use yew::prelude::*;

const ID: PlanId = PlanId(7);
const FRESH: PlanId = PlanId(9);

fn empty() -> Library {
    Library::new(MemoryStorage::default())
}

fn standing(library: &Library, id: Option<PlanId>, text: &str) -> Result<Standing, StorageError> {
    library.standing(&library.here()?, id, text)
}

fn take_in(
    library: &Library,
    id: Option<PlanId>,
    fresh: PlanId,
    text: &str,
) -> Result<PlanId, StorageError> {
    library.take_in(&mut library.here()?, id, fresh, text)
}

fn named(name: &str) -> String {
    let mut plan = Plan::new(5);
    plan.worksheet.name = name.into();
    encode(&plan)
}

#[test]
fn what_is_taken_in_stands_there_byte_for_byte() {
    for text in [
        named("Mornings"),
        // Written by hand, damaged, and from the future: not one byte is changed.
        " {\"first-light\" : 1}\n".to_owned(),
        "{\"first-light\":1,\"name\":".to_owned(),
        "{\"first-light\":9}".to_owned(),
    ] {
        let library = empty();
        assert_eq!(standing(&library, Some(ID), &text), Ok(Standing::New));
        assert_eq!(take_in(&library, Some(ID), FRESH, &text), Ok(ID));
        assert_eq!(library.raw(ID), Ok(Some(text.clone())));
        assert_eq!(standing(&library, None, &text), Ok(Standing::Here(ID)));
        assert_eq!(
            take_in(&library, None, FRESH, &text),
            Ok(ID),
            "once is enough"
        );
        assert_eq!(library.shelf().plans.len(), 1);
    }
}

#[test]
fn both_are_kept_when_they_differ() {
    let library = empty();
    let (here, other) = (named("here"), named("from elsewhere"));
    assert_eq!(take_in(&library, Some(ID), FRESH, &here), Ok(ID));
    assert_eq!(standing(&library, Some(ID), &other), Ok(Standing::Differs));
    assert_eq!(take_in(&library, Some(ID), FRESH, &other), Ok(FRESH));
    assert_eq!(library.raw(ID), Ok(Some(here)));
    assert_eq!(library.raw(FRESH), Ok(Some(other)));
    let third = take_in(&library, Some(ID), FRESH, &named("a third"));
    assert_eq!(third, Err(StorageError::Blocked), "no name is free");
}

/// A plan that is kept for this visit only goes with the page. Its file can be kept all the same.
#[test]
fn what_is_only_in_memory_is_not_here_yet() {
    let library = empty();
    library.set_keep(ID, Keep::VisitOnly).expect("said");
    library.save(ID, &Plan::new(5)).expect("in memory");
    let text = encode(&Plan::new(5));
    assert_eq!(standing(&library, Some(ID), &text), Ok(Standing::Differs));
    assert_eq!(take_in(&library, Some(ID), FRESH, &text), Ok(FRESH));
    assert_eq!(
        standing(&library, Some(ID), &text),
        Ok(Standing::Here(FRESH))
    );
}

#[test]
fn a_full_storage_keeps_what_it_has() {
    let storage = MemoryStorage::default();
    storage.fail_from(0);
    let library = Library::new(storage);
    assert!(take_in(&library, Some(ID), FRESH, &named("x")).is_err());
    assert!(library.unsaved().is_empty());
}

proptest! {
    /// From one browser into a file, and from the file into another browser.
    #[test]
    fn all_plans_arrive_in_another_browser(plans in prop::collection::vec(plan(), 1..4)) {
        let (here, there) = (empty(), empty());
        for (id, plan) in (1..).map(PlanId).zip(&plans) {
            here.save(id, plan).expect("memory takes everything");
        }
        let texts: Vec<_> = here
            .shelf()
            .plans
            .iter()
            .map(|plan| (plan.id, here.raw(plan.id).ok().flatten().unwrap_or_default()))
            .collect();
        let file = write(texts.iter().map(|(id, text)| (*id, text.as_str())), None);
        let Ok(Inside::Plans(found)) = read(&file) else {
            panic!("no plans");
        };
        for Found { id, text, .. } in found {
            take_in(&there, id, FRESH, &text).expect("memory takes everything");
        }
        for (id, text) in &texts {
            let arrived = there.shelf().plans.iter().any(|plan| {
                there.raw(plan.id).ok().flatten().as_ref() == Some(text)
            });
            prop_assert!(arrived, "{}", id);
        }
    }
}

const OUTSIDE: Outside = Outside {
    now: || 1_790_000_000_000,
    today: || Date::new(2026, 11, 22),
    plan_id: || FRESH,
};

/// A page, after something was received or chosen.
#[derive(PartialEq, Properties)]
struct Shown {
    library: Library,
    route: AttrValue,
    event: EventOf,
}

#[derive(Clone)]
struct EventOf(Rc<dyn Fn() -> Event>);

impl PartialEq for EventOf {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[component]
fn Page(shown: &Shown) -> Html {
    let route = Route::parse(&shown.route);
    let session = Session::start(shown.library.clone(), route, Locale::English, OUTSIDE);
    let session = Rc::new(session).reduce((shown.event.0)());
    pages::page(&Ui::new(session.scene(), Callback::noop()), &session)
}

fn html(library: &Library, route: Route, sharing: Sharing) -> String {
    let event = move || {
        let sharing = sharing.clone();
        Deed::new(move |session: Session| session.with_sharing(sharing.clone())).into()
    };
    let shown = Shown {
        library: library.clone(),
        route: route.to_string().into(),
        event: EventOf(Rc::new(event)),
    };
    let renderer = yew::LocalServerRenderer::<Page>::with_props(shown).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    let html = tokio::task::LocalSet::new().block_on(&runtime, renderer.render());
    html.replace('<', "\n<").trim_start().to_owned()
}

fn received(library: &Library, received: Received) -> String {
    html(library, Route::Copy, Sharing::Received(received))
}

fn a_copy() -> Rc<Copy> {
    let packed = pack(&stories::full(), Date::new(2026, 11, 20));
    Rc::new(unpack(&packed).expect("it is whole"))
}

#[test]
fn a_copy_is_shown_and_nothing_is_kept() {
    let library = empty();
    let shown = received(&library, Received::Copy(a_copy()));
    insta::assert_snapshot!("copy-shown.en", shown);
    for words in ["2026-11-20", "Doing of the second", "Mornings"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert!(!shown.contains("summary__change"), "it is only read");
    assert!(library.shelf().plans.is_empty());
}

#[test]
fn each_kind_of_damage_has_a_sentence_of_its_own() {
    let all = [
        Damage::Missing,
        Damage::Changed,
        Damage::Incomplete,
        Damage::Newer,
    ];
    let library = empty();
    let said = all.map(|damage| received(&library, Received::Damaged(damage)));
    for (at, page) in said.iter().enumerate() {
        assert!(
            page.contains("copy-why") && page.contains("copy-file"),
            "{page}"
        );
        assert!(!said[..at].contains(page), "{page}");
    }
    insta::assert_snapshot!("copy-damaged.en", &said[1]);
    let locked = received(
        &library,
        Received::Locked(Rc::new(Locked::Copy(vec![0; 62]))),
    );
    insta::assert_snapshot!("copy-locked.en", locked);
}

#[test]
fn a_file_says_what_is_in_it_and_what_is_here() {
    let library = empty();
    let (one, two) = (encode(&stories::full()), encode(&stories::unicode()));
    take_in(&library, Some(ID), FRESH, &one).expect("memory");
    let plans = [
        Found::new(Some(ID), one),
        Found::new(Some(ID), two),
        Found::new(None, "{\"first-light\":9}".to_owned()),
        Found::new(None, "sealed1$AAAA".to_owned()),
    ];
    let shown = received(&library, Received::Plans(Rc::new(plans.into()), None));
    insta::assert_snapshot!("copy-found.en", shown);
    assert_eq!(shown.matches("id=\"keep").count(), 3, "{shown}");
}

/// What is not ticked is not on the page that says what leaves.
#[test]
fn only_what_is_ticked_is_shown() {
    let library = empty();
    let mut full = stories::full();
    full.worksheet.share_together = false;
    library.save(ID, &full).expect("memory takes everything");
    let shown = html(
        &library,
        Route::HandOver(ID),
        Sharing::Handing(Handing::default()),
    );
    assert!(!shown.contains("What I say about more-less"), "{shown}");
    assert!(!shown.contains("What I say about better"), "{shown}");
    assert!(shown.contains("What I say about best-hopes"), "{shown}");
    assert!(shown.contains("id=\"part-together\""), "it can be ticked");
}
