//! The frame around every page.

use super::components::{leave, masthead, sky, trouble, undo};
use super::markup::{Tag, el, link};
use super::pages::Part;
use super::session::{Desk, Session};
use super::{Ui, pages};
use crate::browser::page::Stage;
use crate::browser::{faults, page};
use crate::i18n::{Msg, Phrased};
use crate::progress::Place;
use crate::questionnaire::Page;
use crate::route::Route;
use yew::prelude::*;

/// Everything that is shown in a session.
pub fn view(session: &Session, ui: &Ui) -> Html {
    faults::at("frame", &());
    let class = if session.route == Route::Home && !session.is_locked() {
        "page page--title"
    } else {
        "page"
    };
    let skip = el("a", "skip-link")
        .attr("href", "#main")
        .say(ui, Msg::AppSkipLink);
    let head = el("header", "head")
        .child(sky(ui, session.progress()))
        .child(masthead(ui, session));
    let main = el("main", class)
        .id("main")
        .attr("tabindex", "-1")
        .attr("aria-busy", Part::is_missing(session).then_some("true"))
        .key(&key(session))
        .child(trouble(ui, session))
        .child(pages::way_back(ui, session))
        .child(pages::page(ui, session))
        .child(undo(ui, session.removed()));
    el("div", "app")
        .child(skip.clicked(Callback::from(skip_to_main)))
        .child(leave(ui))
        .child(head)
        .child(main)
        .child(pages::guide(ui, session))
        .child(colophon(ui, session))
        .html()
}

/// What the whole window follows: it is night while the question is told, and it makes room for the notes of
/// the person who asks.
///
/// A style rule for the window that looks for these in the page itself would be asked at every change of it.
pub fn stage(session: &Session) -> Stage {
    let open = session.open();
    Stage {
        night: open.is_some_and(|open| open.place == Place::Page(Page::Telling)),
        notes: session.guide && session.offers_guide(),
    }
}

/// The foot of every page.
fn colophon(ui: &Ui, session: &Session) -> Tag {
    let links = el("p", "colophon__links")
        .child(link("", Route::Home).say(ui, Msg::NavHome))
        .space()
        .child(link("", Route::Privacy).say(ui, Msg::NavPrivacy))
        .space()
        .child(link("", Route::About).say(ui, Msg::NavAbout))
        .space()
        .child(link("", Route::Therapists).say(ui, Msg::TherapistsTitle))
        .space()
        .child(link("", Route::Copy).say(ui, Msg::CopyTitle));
    el("footer", "colophon")
        .child(pages::contents(ui, session))
        .child(links)
        .child(el("p", "colophon__note").say(ui, Msg::AppNotTreatment))
}

/// Pages with another key are made anew; the focus and what is open in them do not carry over.
fn key(session: &Session) -> String {
    match (session.open(), session.route) {
        // The words of the locked page do not stay in the page that it opens.
        (None, route) if session.is_locked() => format!("{route}?locked"),
        (Some(open), Route::Plan(..)) => Route::Plan(open.id, open.place).to_string(),
        (_, Route::NotFound) => "not-found".to_owned(),
        (_, route) => route.to_string(),
    }
}

/// A link to `#main` would change the address, so the skip link moves the focus itself.
fn skip_to_main(event: MouseEvent) {
    event.prevent_default();
    page::focus("main");
}

/// The title in the browser's tab. It names the section, never an answer.
#[must_use]
pub fn title(session: &Session) -> String {
    let words = session.scene().words;
    match name(session) {
        Msg::TitleHome => words.get(Msg::TitleHome).to_owned(),
        name => words.fill(Msg::TitlePage, &[("page", words.get(name))]),
    }
}

/// What the page is called.
#[must_use]
pub fn name(session: &Session) -> Msg {
    match (&session.desk, session.route) {
        (Desk::Open(_), Route::Print(_)) => Msg::PaperTitle,
        (Desk::Open(_), Route::HandOver(_)) => Msg::HandOverTitle,
        (Desk::Open(open), _) => open.place.section().phrases().title,
        (_, Route::Invitation) => Msg::InvitationTitle,
        (_, route) if session.is_locked() && pages::needs_key(route) => Msg::LockClosedTitle,
        (_, Route::Lock) => Msg::LockTitle,
        (_, Route::Home) => Msg::TitleHome,
        (_, Route::Settings) => Msg::SettingsTitle,
        (_, Route::UrgentHelp) => Msg::UrgentTitle,
        (_, Route::Privacy) => Msg::PrivacyTitle,
        (_, Route::Therapists) => Msg::TherapistsTitle,
        (_, Route::Builder(_)) => Msg::BuilderTitle,
        (_, Route::About) => Msg::AboutTitle,
        (_, Route::BlankSheet) => Msg::PaperBlankTitle,
        (_, Route::Copy) => Msg::CopyTitle,
        (Desk::Missing, Route::Plan(..) | Route::Print(_) | Route::HandOver(_)) => {
            Msg::NotFoundPlanTitle
        }
        (_, Route::Plan(..) | Route::Print(_) | Route::HandOver(_) | Route::NotFound) => {
            Msg::NotFoundTitle
        }
    }
}
