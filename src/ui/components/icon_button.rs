//! A small button that shows only a picture.

use yew::prelude::*;

/// Properties of [`IconButton`].
#[derive(PartialEq, Properties)]
pub struct IconButtonProps {
    /// Its id in the page.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// The picture: `up`, `down` or `remove`.
    pub icon: &'static str,
    /// What it does, for those who hear it.
    pub label: AttrValue,
    /// Whether it can do nothing at the moment.
    #[prop_or_default]
    pub disabled: bool,
    /// What happens when it is used.
    pub onclick: Callback<MouseEvent>,
}

/// A small button that shows only a picture, drawn by the styles.
#[component]
pub fn IconButton(props: &IconButtonProps) -> Html {
    html! {
        <button type="button" class="icon-button" id={props.id.clone()} data-icon={props.icon}
            aria-label={props.label.clone()} disabled={props.disabled} onclick={props.onclick.clone()} />
    }
}
