//! The page "About".

use crate::i18n::Msg;
use crate::ui::use_scene;
use yew::prelude::*;

/// The page "About".
#[component]
pub fn About() -> Html {
    let scene = use_scene();
    html! { <h1 class="question question--title" id="question" tabindex="-1">{ scene.text(Msg::AboutTitle) }</h1> }
}
