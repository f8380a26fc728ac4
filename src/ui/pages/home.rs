//! The page "Home".

use crate::i18n::Msg;
use crate::route::PlanId;

use crate::store::Library;
use crate::ui::use_scene;
use yew::prelude::*;

/// Properties of [`Home`].
#[derive(PartialEq, Properties)]
pub struct HomeProps {
    /// The plans, newest first; why not, if they cannot be read.
    pub shelf: std::rc::Rc<crate::store::Shelf>,
    /// The name for the next new plan.
    pub fresh: PlanId,
    /// Where plans are kept.
    pub library: Library,
}

/// The page "Home".
#[component]
pub fn Home(_props: &HomeProps) -> Html {
    let scene = use_scene();
    html! { <h1 class="question question--title" id="question" tabindex="-1">{ scene.text(Msg::HomeTitle) }</h1> }
}
