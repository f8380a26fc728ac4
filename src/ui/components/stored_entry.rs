//! One stored text, shown as it is stored.

use crate::i18n::Msg;
use crate::ui::use_scene;
use yew::prelude::*;

/// Properties of [`StoredEntry`].
#[derive(PartialEq, Properties)]
pub struct StoredEntryProps {
    /// The key.
    pub name: AttrValue,
    /// The text.
    pub text: AttrValue,
}

/// Texts longer than this, in bytes, are not drawn until somebody opens them.
const LONG: usize = 200;

/// One stored text, shown as it is stored.
#[component]
pub fn StoredEntry(props: &StoredEntryProps) -> Html {
    let scene = use_scene();
    let short = props.text.len() <= LONG;
    let opened = use_state_eq(|| short);
    let onclick = {
        let opened = opened.clone();
        Callback::from(move |_: MouseEvent| opened.set(true))
    };
    html! {
        <details class="stored-entry" open={short}>
            <summary {onclick}><bdi dir="ltr" translate="no">{ &props.name }</bdi></summary>
            if *opened {
                <pre class="stored" tabindex="0" role="region" translate="no"
                    aria-label={scene.words.fill(Msg::PrivacyStoredLabel, &[("key", &props.name)])}>
                    { &props.text }
                </pre>
            }
        </details>
    }
}
