//! The frame around every page.

use super::Scene;
use super::components::{Contents, Masthead, Sky, Trouble, Undo};
use super::pages;
use super::session::{Desk, Session};
use crate::i18n::{Msg, Phrased};
use crate::progress::Place;
use crate::questionnaire::Page;
use crate::route::Route;
use yew::prelude::*;

/// Everything that is shown in a session.
pub fn view(session: &Session) -> Html {
    let scene = session.scene();
    let open = session.open();
    let tells = open.is_some_and(|open| open.place == Place::Page(Page::Telling));
    let titled = (session.route == Route::Home).then_some("page--title");
    html! {
        <ContextProvider<Scene> context={scene}>
            <div class="app" data-mood={tells.then_some("night")}>
                <a class="skip-link" href="#main" onclick={skip()}>{ scene.text(Msg::AppSkipLink) }</a>
                <header class="head">
                    <Sky progress={session.progress()} />
                    <Masthead saving={open.map(|_| session.saving)} />
                </header>
                <main class={classes!("page", titled)} id="main" tabindex="-1" key={key(session)}>
                    <Trouble saving={session.saving} open={open.cloned()} library={session.library.clone()} />
                    { pages::page(session) }
                    <Undo removed={session.removed()} />
                </main>
                { colophon(session, scene) }
            </div>
        </ContextProvider<Scene>>
    }
}

/// The foot of every page.
fn colophon(session: &Session, scene: Scene) -> Html {
    html! {
        <footer class="colophon">
            if let Some(open) = session.open() {
                <Contents id={open.id} worksheet={open.worksheet.clone()} place={open.place} />
            }
            <p class="colophon__links">
                <a href={Route::Home.to_string()}>{ scene.text(Msg::NavHome) }</a>
                { " " }
                <a href={Route::Privacy.to_string()}>{ scene.text(Msg::NavPrivacy) }</a>
                { " " }
                <a href={Route::About.to_string()}>{ scene.text(Msg::NavAbout) }</a>
            </p>
            <p class="colophon__note">{ scene.text(Msg::AppNotTreatment) }</p>
        </footer>
    }
}

/// Pages with another key are made anew; the focus and what is open in them do not carry over.
fn key(session: &Session) -> String {
    match session.open() {
        Some(open) => Route::Plan(open.id, open.place).to_string(),
        // Its address is written like home's.
        None if session.route == Route::NotFound => "not-found".to_owned(),
        None => format!("closed {}", session.route),
    }
}

/// A link to `#main` would change the address, so the skip link moves the focus itself.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        crate::browser::page::focus("main");
    })
}

/// The title in the browser's tab. It names the section, never an answer.
#[must_use]
pub fn title(session: &Session) -> String {
    let scene = session.scene();
    let page = match (&session.desk, session.route) {
        (Desk::Open(open), _) => scene.text(open.place.section().phrases().title),
        (_, Route::Home) => return scene.text(Msg::TitleHome).to_owned(),
        (_, Route::Settings) => scene.text(Msg::SettingsTitle),
        (_, Route::UrgentHelp) => scene.text(Msg::UrgentTitle),
        (_, Route::Privacy) => scene.text(Msg::PrivacyTitle),
        (_, Route::About) => scene.text(Msg::AboutTitle),
        (_, Route::Plan(..) | Route::NotFound) => scene.text(Msg::NotFoundTitle),
    };
    scene.words.fill(Msg::TitlePage, &[("page", page)])
}
