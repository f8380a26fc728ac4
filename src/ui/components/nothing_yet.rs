//! A kind word where a page has nothing to show yet, and the ways on.

use crate::i18n::Msg;
use crate::ui::use_scene;
use yew::prelude::*;

/// Properties of [`NothingYet`].
#[derive(PartialEq, Properties)]
pub struct NothingYetProps {
    /// What is missing, and that it need not be there.
    pub text: Msg,
    /// Links and buttons.
    #[prop_or_default]
    pub children: Html,
}

/// A kind word where there is nothing to show yet.
#[component]
pub fn NothingYet(props: &NothingYetProps) -> Html {
    let scene = use_scene();
    html! {
        <div class="nothing-yet">
            <p class="nothing-yet__text">{ scene.text(props.text) }</p>
            <div class="nothing-yet__ways">{ props.children.clone() }</div>
        </div>
    }
}
