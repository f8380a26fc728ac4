//! What the browser is asked to do, and not to do, with what is typed: nothing is kept for other forms, sent to a
//! spelling service or translated, on any page.

#[path = "support/drawing.rs"]
mod drawing;

use drawing::{Shown, Whole};
use first_light::format::{Decoded, decode};
use first_light::i18n::Locale;
use first_light::progress::places;
use first_light::route::{PlanId, Route};
use first_light::store::{Library, MemoryStorage};
use first_light::ui::session::{Event, Outside, Session};
use std::rc::Rc;
use tokio::task::LocalSet;
use yew::prelude::*;

const ID: PlanId = PlanId(0xf1);
const FULL: &str = include_str!("fixtures/v1/full.json");

fn session() -> Rc<Session> {
    let storage = MemoryStorage::holding([("first-light.plan.00000000000000f1", FULL)]);
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

fn html(session: &Rc<Session>) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let session = Rc::clone(session);
    let renderer = yew::LocalServerRenderer::<Whole>::with_props(Shown { session });
    LocalSet::new().block_on(
        &runtime.expect("a runtime"),
        renderer.hydratable(false).render(),
    )
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

/// Every page outside plans, and every page of the full plan.
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
        for field in fields(&page) {
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
    assert!(seen > 60, "{seen} fields");
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
