//! The pages of a first visit show no words but those that come with it (`build/generate.rs`).

mod support;

use first_light::i18n::{Locale, Msg, Words, comes_first};
use first_light::route::{PlanId, Route};
use first_light::store::{Library, MemoryStorage, Storage};
use first_light::ui::session::{Outside, Session};
use first_light::ui::{Ui, shell};
use first_light::worksheet::Date;
use std::collections::BTreeSet;
use yew::prelude::*;

const OUTSIDE: Outside = Outside {
    now: || 1_790_000_000_000,
    today: || Date::new(2026, 11, 22),
    plan_id: || PlanId(1),
};

#[derive(PartialEq, Properties)]
struct Shown {
    route: AttrValue,
    plans: u64,
}

/// A page that is there from the start, with plans on the shelf, one of them damaged, one from tomorrow.
#[component]
fn Page(shown: &Shown) -> Html {
    let storage = MemoryStorage::default();
    let library = Library::new(storage.clone());
    for id in 0..shown.plans {
        let plan = support::stories::full();
        library
            .save(PlanId(id + 7), &plan)
            .expect("memory takes everything");
    }
    if shown.plans > 1 {
        for (id, text) in [("0", "oh no"), ("1", "{\"first-light\": 99}")] {
            let key = format!("first-light.plan.000000000000aaa{id}");
            storage.write(&key, text).expect("memory takes everything");
        }
    }
    let session = Session::start(
        library,
        Route::parse(&shown.route),
        Locale::English,
        OUTSIDE,
    );
    let ui = Ui::new(session.scene(), Callback::noop());
    shell::view(&session, &ui)
}

/// The pieces of text in a page, in and outside attributes.
fn pieces(html: &str) -> BTreeSet<String> {
    let pieces = html.split(['<', '>', '"']).map(str::trim);
    let plain = |piece: &str| piece.replace("&#x27;", "'").replace("&amp;", "&");
    pieces.map(plain).collect()
}

#[tokio::test]
async fn pages_of_a_first_visit_need_no_other_words() {
    let words = Words::new(Locale::English);
    let first: BTreeSet<&str> = words_of(words, true).collect();
    let rest: BTreeSet<&str> = words_of(words, false)
        .filter(|text| !first.contains(text))
        .collect();
    assert!(
        first.len() > 100 && rest.len() > 500,
        "{} {}",
        first.len(),
        rest.len()
    );
    for (route, plans) in [("#/", 0), ("#/", 1), ("#/", 3), ("#/urgent-help", 0)] {
        let shown = move || Shown {
            route: route.into(),
            plans,
        };
        let html = yew::ServerRenderer::<Page>::with_props(shown)
            .hydratable(false)
            .render()
            .await;
        let pieces = pieces(&html);
        assert!(pieces.contains(words.get(Msg::AppLeave)), "{html}");
        let missing: Vec<_> = pieces
            .iter()
            .filter(|piece| rest.contains(piece.as_str()))
            .collect();
        assert!(missing.is_empty(), "{route} needs {missing:?}");
    }
}

/// The name of a page is shown before the page is there.
#[test]
fn names_of_pages_come_first() {
    for route in [
        "#/",
        "#/settings",
        "#/urgent-help",
        "#/privacy",
        "#/about",
        "#/lock",
        "#/therapists",
        "#/invitation",
        "#/copy",
        "#/blank-sheet",
        "#/nowhere",
        "#/plan/0000000000000007",
        "#/plan/0000000000000001",
    ] {
        let library = Library::new(MemoryStorage::default());
        let session = Session::start(library, Route::parse(route), Locale::English, OUTSIDE);
        assert!(comes_first(shell::name(&session)), "{route}");
    }
}

fn words_of(words: Words, first: bool) -> impl Iterator<Item = &'static str> {
    let all = Msg::ALL
        .iter()
        .filter(move |msg| comes_first(**msg) == first);
    all.map(move |msg| words.get(*msg))
        .filter(|text| !text.is_empty())
}
