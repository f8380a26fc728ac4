//! The first words to a new visitor.

use crate::i18n::Msg;
use crate::route::Route;
use crate::ui::use_scene;
use yew::prelude::*;

/// Properties of [`Hero`].
#[derive(PartialEq, Properties)]
pub struct HeroProps {
    /// Where a new plan begins.
    pub begin: Route,
}

/// The notes below the way in, also painted by `index.html` before the program arrives.
pub const HERO_NOTES: [Msg; 3] = [Msg::HomeNotePace, Msg::HomeNotePrivate, Msg::HomeNoteStop];

/// The first words to a new visitor. `index.html` paints the same, so that nothing moves when the
/// program arrives.
#[component]
pub fn Hero(props: &HeroProps) -> Html {
    let scene = use_scene();
    html! {
        <div class="hero">
            <h1 class="hero__title" id="question" tabindex="-1">{ scene.text(Msg::HomeFirstTitle) }</h1>
            <p class="hero__line">{ scene.text(Msg::HomeFirstLine) }</p>
            <p class="hero__actions">
                <a class="button button--main" href={props.begin.to_string()}>{ scene.text(Msg::HomeBegin) }</a>
            </p>
            <ul class="hero__notes">
                { for HERO_NOTES.iter().map(|note| html! { <li>{ scene.text(*note) }</li> }) }
            </ul>
        </div>
    }
}
