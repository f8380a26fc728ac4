//! Every page, rendered on the server, in English and in both made-up languages.
//!
//! The snapshots show what a change does to the pages. The made-up languages show more: a text that
//! stays plain English under them is hard-coded somewhere.

#[path = "support/glass.rs"]
mod glass;
mod support;

use first_light::format::{Plan, encode_draft};
use first_light::i18n::{Locale, Msg, Words};
use first_light::progress::{Place, places};
use first_light::route::{PlanId, Route};
use first_light::store::{Library, MemoryStorage};
use first_light::ui::session::{Outside, Session};
use first_light::ui::{Ui, pages, shell};
use first_light::worksheet::{Date, Draft, Invitation, Worksheet};
use glass::Glass;
use std::rc::Rc;
use support::stories;
use yew::prelude::*;

const ID: PlanId = PlanId(0x0123_4567_89ab_cdef);

/// A set-up that a therapist keeps.
const DRAFT: PlanId = PlanId(0xd);

const OUTSIDE: Outside = Outside {
    now: || 1_790_000_000_000,
    today: || Date::new(2026, 11, 22),
    plan_id: || PlanId(1),
};

/// A set-up for a client who reads that language.
fn draft(locale: Locale) -> Draft {
    Draft {
        name: "First meeting".into(),
        invitation: Invitation {
            language: locale.code().into(),
            ..stories::invitation()
        },
    }
}

#[derive(PartialEq, Properties)]
struct Shown {
    route: AttrValue,
    locale: Locale,
    worksheet: Worksheet,
    whole: bool,
}

impl Shown {
    fn session(&self) -> Session {
        let library = Library::new(MemoryStorage::default());
        let plan = Plan {
            worksheet: self.worksheet.clone(),
            ..Plan::new(1_790_000_000_000)
        };
        library.save(ID, &plan).expect("memory takes everything");
        library
            .put_draft(DRAFT, &encode_draft(&draft(self.locale)))
            .expect("memory takes everything");
        Session::start(library, Route::parse(&self.route), self.locale, OUTSIDE)
    }
}

#[component]
fn Page(shown: &Shown) -> Html {
    let session = shown.session();
    let ui = Ui::new(session.scene(), Callback::noop());
    if shown.whole {
        return shell::view(&session, &ui);
    }
    pages::page(&ui, &session)
}

/// The first page of a new plan in a browser that keeps nothing.
#[component]
fn NothingIsKept() -> Html {
    let storage = MemoryStorage::default();
    storage.fail_from(0);
    let outside = Outside {
        now: || 0,
        today: || None,
        plan_id: || ID,
    };
    let route = Route::Plan(ID, Place::FIRST);
    let session = Session::start(Library::new(storage), route, Locale::English, outside);
    pages::page(&Ui::new(session.scene(), Callback::noop()), &session)
}

/// The page as HTML, one element to a line.
fn render(route: Route, locale: Locale, worksheet: &Worksheet, whole: bool) -> String {
    let shown = Shown {
        route: route.to_string().into(),
        locale,
        worksheet: worksheet.clone(),
        whole,
    };
    html::<Page>(shown)
}

fn html<C: yew::BaseComponent>(shown: C::Properties) -> String {
    let renderer = yew::LocalServerRenderer::<C>::with_props(shown).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    let html = tokio::task::LocalSet::new().block_on(&runtime, renderer.render());
    html.replace('<', "\n<").trim_start().to_owned()
}

#[derive(PartialEq, Properties)]
struct Kept {
    library: Library,
    route: AttrValue,
}

/// A page over plans that are already there.
#[component]
fn PageOver(kept: &Kept) -> Html {
    let (library, route) = (kept.library.clone(), Route::parse(&kept.route));
    let session = Session::start(library, route, Locale::English, OUTSIDE);
    let ui = Ui::new(session.scene(), Callback::noop());
    shell::view(&session, &ui)
}

fn render_in(library: &Library, route: Route) -> String {
    let (library, route) = (library.clone(), route.to_string().into());
    html::<PageOver>(Kept { library, route })
}

/// Every route that shows something of its own.
fn routes(worksheet: &Worksheet) -> Vec<Route> {
    let site = [
        Route::Settings,
        Route::UrgentHelp,
        Route::Privacy,
        Route::About,
        Route::Lock,
        Route::BlankSheet,
        Route::Therapists,
        Route::Builder(DRAFT),
        Route::Copy,
        Route::HandOver(ID),
        Route::Home,
    ];
    let plan = places(worksheet)
        .into_iter()
        .map(|place| Route::Plan(ID, place));
    let print = std::iter::once(Route::Print(ID));
    site.into_iter().chain(plan).chain(print).collect()
}

/// A file name for the snapshot of a route.
fn name(route: Route, locale: Locale) -> String {
    let route = route.to_string();
    let page = route
        .trim_start_matches("#/")
        .replace(&format!("plan/{ID}/"), "")
        .replace('/', ".");
    let page = if page.is_empty() { "home" } else { &page };
    format!("{page}.{}", locale.code())
}

fn snapshots(locale: Locale) {
    let story = stories::full().worksheet;
    for route in routes(&story) {
        insta::assert_snapshot!(name(route, locale), render(route, locale, &story, false));
    }
    let whole = render(Route::Plan(ID, Place::FIRST), locale, &story, true);
    insta::assert_snapshot!(format!("whole.{}", locale.code()), whole);
}

/// The lock, open and closed; while it is closed nothing of the plans is shown, not even how many there are.
#[test]
fn a_closed_lock_shows_nothing_of_the_plans() {
    const RECORD: &str = "lock1$id$the rest";
    let library = Library::new(MemoryStorage::default());
    let story = stories::full().worksheet;
    let name = story.name.to_string();
    let plan = Plan {
        worksheet: story,
        ..Plan::new(1_790_000_000_000)
    };
    library.save(ID, &plan).expect("memory takes everything");
    library
        .set_lock(RECORD, Rc::new(Glass))
        .expect("memory takes everything");
    insta::assert_snapshot!("lock-open.en", render_in(&library, Route::Lock));
    assert!(render_in(&library, Route::Home).contains(&name));

    library.close_lock();
    insta::assert_snapshot!("lock-closed.en", render_in(&library, Route::Home));
    for route in [
        Route::Home,
        Route::Lock,
        Route::Plan(ID, Place::FIRST),
        Route::Print(ID),
        Route::Settings,
        Route::Privacy,
    ] {
        let html = render_in(&library, route);
        assert!(!html.contains(&format!(">{name}")), "{route}: {html}");
    }
    let plan = render_in(&library, Route::Plan(ID, Place::FIRST));
    assert!(!plan.contains(&ID.to_string()), "{plan}");
}

#[test]
fn every_page_in_english() {
    snapshots(Locale::English);
}

#[test]
fn every_page_with_accents() {
    snapshots(Locale::Accented);
}

#[test]
fn every_page_from_right_to_left() {
    snapshots(Locale::Mirrored);
}

#[tokio::test(flavor = "current_thread")]
async fn nobody_is_told_that_words_are_kept_where_they_are_not() {
    let page = yew::LocalServerRenderer::<NothingIsKept>::new()
        .render()
        .await;
    let words = Words::new(Locale::English);
    assert!(page.contains(words.get(Msg::TroubleBlockedTitle)), "{page}");
    assert!(!page.contains(words.get(Msg::KeepDeviceNow)), "{page}");
}

#[test]
fn nothing_is_hard_coded() {
    let full = stories::full();
    let data = std::fs::read_to_string("data/crisis-lines.tsv").expect("the crisis lines");
    let codes: String = Locale::ALL.iter().map(|locale| locale.code()).collect();
    let plan = first_light::format::encode(&full);
    let own = format!(
        "{plan}{}{data}{codes}",
        encode_draft(&draft(Locale::Accented))
    );
    let blank = Worksheet::default();
    for worksheet in [&full.worksheet, &blank] {
        for route in routes(worksheet) {
            let html = render(route, Locale::Accented, worksheet, true);
            for text in shown_texts(&html) {
                let known = is_from_catalogue(&text) || is_in(&own, &text);
                assert!(known, "{route}: “{text}” is not in the catalogue");
            }
        }
    }
}

/// Texts of the catalogue are in brackets in this language; numbers and signs need no catalogue, nor
/// does what is shown as it is stored.
fn is_from_catalogue(text: &str) -> bool {
    text.contains('[') || !text.chars().any(char::is_alphabetic) || is_as_stored(text)
}

/// The page about privacy shows keys and values as they are stored.
fn is_as_stored(text: &str) -> bool {
    text.starts_with("first-light.") || text.starts_with("{\"")
}

/// Whether this is what the person wrote, or data.
fn is_in(own: &str, text: &str) -> bool {
    let json = serde_json::to_string(text).unwrap_or_default();
    own.contains(json.trim_matches('"')) || own.contains(text)
}

/// The texts between tags, and the ones that are read aloud.
fn shown_texts(html: &str) -> Vec<String> {
    let mut texts = Vec::new();
    for line in html.split('<').skip(1) {
        let (tag, text) = line.split_once('>').unwrap_or((line, ""));
        texts.push(text.trim().to_owned());
        for attribute in [
            "aria-label=\"",
            "aria-valuetext=\"",
            "title=\"",
            "placeholder=\"",
        ] {
            if let Some((_, value)) = tag.split_once(attribute) {
                texts.push(value.split('"').next().unwrap_or_default().to_owned());
            }
        }
    }
    let unescape = |text: String| {
        let text = text
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"");
        text.replace("&#x27;", "'")
            .replace("&#x2F;", "/")
            .replace("&amp;", "&")
    };
    texts
        .into_iter()
        .map(unescape)
        .filter(|text| !text.is_empty())
        .collect()
}
