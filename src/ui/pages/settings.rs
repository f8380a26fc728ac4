//! The page "Settings".

use crate::i18n::Msg;
use crate::store;
use crate::ui::use_scene;
use yew::prelude::*;

/// Properties of [`Settings`].
#[derive(PartialEq, Properties)]
pub struct SettingsProps {
    /// The settings.
    pub settings: store::Settings,
}

/// The page "Settings".
#[component]
pub fn Settings(_props: &SettingsProps) -> Html {
    let scene = use_scene();
    html! { <h1 class="question question--title" id="question" tabindex="-1">{ scene.text(Msg::SettingsTitle) }</h1> }
}
