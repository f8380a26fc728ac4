//! The page "Privacy".

use crate::i18n::Msg;
use crate::store::Library;
use crate::ui::use_scene;
use yew::prelude::*;

/// Properties of [`Privacy`].
#[derive(PartialEq, Properties)]
pub struct PrivacyProps {
    /// Where plans are kept.
    pub library: Library,
}

/// The page "Privacy".
#[component]
pub fn Privacy(_props: &PrivacyProps) -> Html {
    let scene = use_scene();
    html! { <h1 class="question question--title" id="question" tabindex="-1">{ scene.text(Msg::PrivacyTitle) }</h1> }
}
