//! A calm word about something that the person should know.

use yew::prelude::*;

/// Properties of [`Notice`].
#[derive(PartialEq, Properties)]
pub struct NoticeProps {
    /// What happened.
    pub title: AttrValue,
    /// What it means, and what to do.
    pub text: AttrValue,
    /// Whether words are at risk.
    #[prop_or_default]
    pub trouble: bool,
    /// Buttons and links.
    #[prop_or_default]
    pub children: Html,
}

/// A notice. It is read aloud when it arrives in an element with the role `status`.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    html! {
        <div class="notice" data-kind={props.trouble.then_some("trouble")}>
            <p class="notice__title">{ &props.title }</p>
            <p class="notice__text">{ &props.text }</p>
            <div class="notice__actions">{ props.children.clone() }</div>
        </div>
    }
}
