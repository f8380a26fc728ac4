//! The page "NotFound".

use crate::i18n::Msg;
use crate::store::Library;
use crate::ui::session::Desk;
use crate::ui::use_scene;
use yew::prelude::*;

/// Properties of [`NotFound`].
#[derive(PartialEq, Properties)]
pub struct NotFoundProps {
    /// What lies on the desk.
    pub desk: Desk,
    /// Where plans are kept.
    pub library: Library,
}

/// The page "NotFound".
#[component]
pub fn NotFound(_props: &NotFoundProps) -> Html {
    let scene = use_scene();
    html! { <h1 class="question question--title" id="question" tabindex="-1">{ scene.text(Msg::NotFoundTitle) }</h1> }
}
