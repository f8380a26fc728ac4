//! What is private, what is not, and what is stored.

use crate::i18n::Msg;
use crate::route::Route;
use crate::store::Library;
use crate::ui::components::StoredEntry;
use crate::ui::{Scene, use_scene};
use yew::prelude::*;

/// Properties of [`Privacy`].
#[derive(PartialEq, Properties)]
pub struct PrivacyProps {
    /// Where plans are kept.
    pub library: Library,
}

/// The parts of the page that follow what is stored: a heading and its paragraphs.
const PARTS: [(Msg, &[Msg]); 7] = [
    (
        Msg::PrivacyWhenTitle,
        &[Msg::PrivacyWhenText, Msg::PrivacyWhenLoss],
    ),
    (
        Msg::PrivacyLostTitle,
        &[Msg::PrivacyLostText, Msg::PrivacyLostCopy],
    ),
    (
        Msg::PrivacyReadTitle,
        &[Msg::PrivacyReadText, Msg::PrivacyReadShared],
    ),
    (Msg::PrivacyDeleteTitle, &[Msg::PrivacyDeleteText]),
    (Msg::PrivacyHistoryTitle, &[Msg::PrivacyHistoryText]),
    (Msg::PrivacySentTitle, &[Msg::PrivacySentText]),
    (Msg::PrivacySpellingTitle, &[Msg::PrivacySpellingText]),
];

/// What is private, what is not, and what is stored.
#[component]
pub fn Privacy(props: &PrivacyProps) -> Html {
    let scene = use_scene();
    let part = |(title, texts): &(Msg, &[Msg])| {
        html! {
            <>
                <h2>{ scene.text(*title) }</h2>
                { for texts.iter().map(|text| html! { <p>{ scene.text(*text) }</p> }) }
            </>
        }
    };
    html! {
        <>
            <h1 class="question question--title" id="question" tabindex="-1">{ scene.text(Msg::PrivacyTitle) }</h1>
            <p class="lead">{ scene.text(Msg::PrivacyLead) }</p>
            <div class="prose">
                { for PARTS.iter().map(part) }
                <hr class="ornament" />
                <h2>{ scene.text(Msg::PrivacyStoredTitle) }</h2>
                <p>{ scene.text(Msg::PrivacyStoredText) }</p>
                <Stored library={props.library.clone()} />
            </div>
        </>
    }
}

/// Everything that is stored, as it was when the page was opened.
#[component]
fn Stored(props: &PrivacyProps) -> Html {
    let scene = use_scene();
    let library = props.library.clone();
    let stored = use_memo((), move |()| library.stored());
    let Ok(stored) = &*stored else {
        return html! { <p>{ scene.text(Msg::PrivacyStoredBlocked) }</p> };
    };
    if stored.is_empty() {
        return html! { <p>{ scene.text(Msg::PrivacyStoredNone) }</p> };
    }
    let entry = |(key, text): &(String, String)| {
        html! {
            <StoredEntry key={key.clone()} name={key.clone()} text={text.clone()} />
        }
    };
    html! {
        <>
            <p>{ room(scene, stored) }</p>
            <p>{ scene.text(Msg::PrivacyStoredHere) }</p>
            <div class="stored-list">{ for stored.iter().map(entry) }</div>
            <p><a href={Route::Home.to_string()}>{ scene.text(Msg::PrivacyDeleteWhere) }</a></p>
        </>
    }
}

/// How much room the stored texts take, in thousands of characters: browsers count keys and texts in
/// UTF-16 units, and give a page 5,242,880 of them.
fn room(scene: Scene, stored: &[(String, String)]) -> String {
    let units: usize = stored
        .iter()
        .map(|(key, text)| units(key) + units(text))
        .sum();
    let thousands = units.div_ceil(1_000).to_string();
    scene.words.fill(Msg::PrivacyRoom, &[("used", &thousands)])
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
