//! `index.html` paints first words before the program arrives, and the first page of a new plan for who begins
//! at once. Both are the program's own.

use first_light::i18n::{Locale, Msg, Words};
use first_light::progress::Place;
use first_light::route::{PlanId, Route};
use first_light::store::{Library, MemoryStorage};
use first_light::ui::session::{Outside, Session};
use first_light::ui::{Ui, shell};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct At {
    route: Route,
}

/// A first visit at an address.
#[component]
fn FirstVisit(at: &At) -> Html {
    let outside = Outside {
        now: || 0,
        today: || None,
        plan_id: || PlanId(1),
    };
    let library = Library::new(MemoryStorage::default());
    let session = Session::start(library, at.route, Locale::English, outside);
    shell::view(&session, &Ui::new(session.scene(), Callback::noop()))
}

/// The page without white space between its tags, and with the attributes of each tag by name.
fn tight(html: &str) -> String {
    let html = html.split_whitespace().collect::<Vec<_>>().join(" ");
    let html = html.replace("> <", "><");
    let pieces = html
        .split_inclusive('>')
        .map(|piece| match piece.split_once('<') {
            Some((before, tag)) => format!("{before}<{}", sorted(tag)),
            None => piece.to_owned(),
        });
    pieces.collect()
}

/// A tag, without its `<`, with its attributes by name.
fn sorted(tag: &str) -> String {
    let Some((name, rest)) = tag.strip_suffix('>').and_then(|tag| tag.split_once(' ')) else {
        return tag.to_owned();
    };
    let mut attributes: Vec<_> = rest
        .split_inclusive("\" ")
        .map(|one| one.trim().to_owned())
        .collect();
    attributes.sort();
    format!("{name} {}>", attributes.join(" "))
}

/// What stands between two texts, both of them left out.
fn between<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = html
        .split_once(start)
        .unwrap_or_else(|| panic!("no {start} in {html}"));
    rest.split_once(end)
        .unwrap_or_else(|| panic!("no {end} in {rest}"))
        .0
}

/// The page without one of its elements, which begins and ends with these texts.
fn without(html: &str, start: &str, end: &str) -> String {
    html.replace(&format!("{start}{}{end}", between(html, start, end)), "")
}

/// What the program draws there, without what it alone can do: skip to the words, say what happens, bring back.
async fn drawn(route: Route) -> String {
    let program = yew::LocalServerRenderer::<FirstVisit>::with_props(At { route })
        .hydratable(false)
        .render()
        .await;
    let program = tight(&program);
    let program = without(&program, r##"<a class="skip-link" href="#main">"##, "</a>");
    let program = program.replace(r#"<div class="notices" role="status"></div>"#, "");
    without(&program, r#"<div class="undo-slot""#, "</div>")
}

fn index() -> String {
    tight(&std::fs::read_to_string("index.html").expect("index.html"))
}

#[tokio::test(flavor = "current_thread")]
async fn the_first_words_are_the_programs_own() {
    let program = drawn(Route::Home).await;
    let index = index();
    let painted = between(
        &index,
        r#"<div id="app"><div class="app boot">"#,
        "</div></div><!--",
    );

    // A plan's name is not known before the program.
    let begin = Route::Plan(PlanId(1), Place::FIRST).to_string();
    let program = program.replace(&begin, Route::ASKS_FOR_A_PLAN);
    let painted = without(painted, r#"<p class="boot__status""#, "</p>");

    let inner = program
        .strip_prefix(r#"<div class="app">"#)
        .and_then(|html| html.strip_suffix("</div>"));
    assert_eq!(inner, Some(&*painted));
}

#[tokio::test(flavor = "current_thread")]
async fn the_first_page_is_the_programs_own() {
    let program = drawn(Route::Plan(PlanId(1), Place::FIRST)).await;
    let index = index();
    let early = between(&index, r#"<template id="early">"#, "</template>");

    let status = between(early, "<p", "</p>");
    let says = status.split_once('>').map(|(_, says)| says);
    let of_program = between(
        &program,
        r#"<p class="save-status" data-state="saved">"#,
        "</p>",
    );
    assert_eq!(says, Some(of_program));

    // public/early.js puts the plan's name in.
    let early =
        between(early, "<main", "</main>").replace("/plan//", &format!("/plan/{}/", PlanId(1)));
    let said = between(&early, "<span data-browser", ">");
    let early = early.replace(&format!("<span data-browser{said}>"), "<span>");
    assert_eq!(between(&program, "<main", "</main>"), early);
}

/// The other things that the first page says are in the catalogue, too.
#[test]
fn what_the_first_page_says_of_saving_is_the_programs_own() {
    let words = Words::new(Locale::English);
    let index = index();
    let says = |msg| index.contains(&format!("=\"{}\"", words.get(msg)));
    let all = [
        Msg::SaveSaved,
        Msg::SaveVisitOnly,
        Msg::KeepDeviceNow,
        Msg::KeepVisitNow,
    ];
    assert!(all.into_iter().all(says));
}

#[test]
fn the_first_frame_waits_for_words_that_come() {
    let index = std::fs::read_to_string("index.html").expect("index.html");
    let head = index.split("<body>").next().unwrap_or_default();
    assert!(head.contains("<link rel=\"expect\" href=\"#app\" blocking=\"render\">"));
    assert!(index.contains("<div id=\"app\">"));
    // Where the address asks for the first page, that is what it waits for: the script that shows it.
    let boot = std::fs::read_to_string("public/boot.js").expect("the script");
    assert!(boot.contains("link[rel=expect]") && boot.contains("\"#first-page\""));
    assert!(index.contains("id=\"first-page\" src=\"target/scripts/page.js\""));
}
