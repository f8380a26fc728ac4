//! What the browser is asked to do, and not to do, with what is typed: nothing is kept for other forms, sent to a
//! spelling service or translated, on any page.

#[path = "support/drawing.rs"]
mod drawing;

use drawing::html;
use first_light::format::{Decoded, decode};
use first_light::i18n::{Locale, Msg, Words};
use first_light::progress::places;
use first_light::route::{PlanId, Route};
use first_light::store::{Library, MemoryStorage, Settings};
use first_light::ui::session::{Event, Outside, Session};
use std::rc::Rc;
use yew::prelude::*;

const ID: PlanId = PlanId(0xf1);
const FULL: &str = include_str!("fixtures/v1/full.json");
const DRAFT: &str = include_str!("e2e/tests/fixtures/draft.json");

fn session() -> Rc<Session> {
    let storage = MemoryStorage::holding([
        ("first-light.plan.00000000000000f1", FULL),
        ("first-light.draft.00000000000000d1", DRAFT),
    ]);
    let outside = Outside {
        now: || 1_790_000_000_000,
        today: || None,
        plan_id: || PlanId(1),
    };
    let library = Library::new(storage);
    Rc::new(Session::start(
        library,
        Route::Home,
        Locale::English,
        outside,
    ))
}

/// The opening tags of the fields in which words are typed.
fn fields(html: &str) -> Vec<&str> {
    let tags = html
        .split('<')
        .filter_map(|tag| Some(tag.split_once('>')?.0));
    let typed = |tag: &&str| {
        let is_input = tag.starts_with("input ")
            && !["radio", "checkbox", "range", "date", "file", "hidden"]
                .iter()
                .any(|kind| tag.contains(&format!("type=\"{kind}\"")));
        is_input || tag.starts_with("textarea ")
    };
    tags.filter(typed).collect()
}

/// Every page outside plans, every page of the full plan, and those of a therapist's set-up.
fn routes() -> Vec<Route> {
    let Decoded::Whole(plan) = decode(FULL) else {
        panic!("the fixture is whole");
    };
    let around = [
        Route::Home,
        Route::Settings,
        Route::Privacy,
        Route::Lock,
        Route::UrgentHelp,
        Route::Copy,
        Route::HandOver(ID),
        Route::Print(ID),
        Route::BlankSheet,
        Route::Therapists,
        Route::Builder(PlanId(0xd1)),
    ];
    let pages = places(&plan.worksheet).into_iter();
    around
        .into_iter()
        .chain(pages.map(|place| Route::Plan(ID, place)))
        .collect()
}

#[test]
fn what_is_typed_is_not_kept_sent_or_translated_by_the_browser() {
    let mut seen = 0;
    let mut session = session();
    for route in routes() {
        session = session.reduce(Event::Went(route));
        let page = html(&session);
        let fields = fields(&page).into_iter();
        for field in fields.filter(|field| !field.contains("readonly")) {
            seen += 1;
            let is = |what: &str| assert!(field.contains(what), "{route}: no {what} in <{field}>");
            if field.contains("-password\"") {
                is("spellcheck=\"false\"");
            } else if !field.contains("autocomplete=\"username\"") {
                is("autocomplete=\"off\"");
                is("spellcheck=\"false\"");
                is("translate=\"no\"");
            }
        }
    }
    assert!(seen > 70, "{seen} fields");
}

#[test]
fn spelling_is_checked_only_where_somebody_asked_for_it() {
    let question = |session: &Rc<Session>| {
        let asked = Route::parse(&format!("#/plan/{ID}/hopes/best"));
        html(&Rc::clone(session).reduce(Event::Went(asked)))
    };
    let session = session();
    let settings = Settings {
        spell_check: true,
        ..session.settings
    };
    let chosen = Rc::clone(&session).reduce(Event::Set(settings));
    for (session, wanted) in [(session, "false"), (chosen, "true")] {
        let page = question(&session);
        let fields = fields(&page);
        assert!(!fields.is_empty());
        for field in fields {
            let wanted = format!("spellcheck=\"{wanted}\"");
            assert!(field.contains(&wanted), "no {wanted} in <{field}>");
        }
    }
}

#[test]
fn that_a_forgotten_passphrase_is_final_is_said_before_one_is_chosen() {
    let page = html(&session().reduce(Event::Went(Route::Lock)));
    let before = page.split_once("<form").map_or("", |(before, _)| before);
    let said = Words::new(Locale::English).get(Msg::LockForget);
    assert!(before.contains(said), "{before}");
}

/// Password managers keep a passphrase under a name, fill it in where it is asked for, and offer a new one
/// where it is chosen.
#[test]
fn password_managers_know_what_is_asked() {
    let page = html(&session().reduce(Event::Went(Route::Lock)));
    let form = page.split_once("<form").map_or("", |(_, form)| form);
    let kinds: Vec<_> = fields(form)
        .into_iter()
        .filter_map(|field| field.split_once("autocomplete=\"")?.1.split('"').next())
        .collect();
    assert_eq!(kinds, ["username", "new-password", "new-password"]);
}
