//! The page "UrgentHelp".

use crate::i18n::Msg;
use crate::store::Settings;
use crate::ui::use_scene;
use yew::prelude::*;

/// Properties of [`UrgentHelp`].
#[derive(PartialEq, Properties)]
pub struct UrgentHelpProps {
    /// The settings: the chosen country is one.
    pub settings: Settings,
}

/// The page "UrgentHelp".
#[component]
pub fn UrgentHelp(_props: &UrgentHelpProps) -> Html {
    let scene = use_scene();
    html! { <h1 class="question question--title" id="question" tabindex="-1">{ scene.text(Msg::UrgentTitle) }</h1> }
}
