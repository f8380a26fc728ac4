//! A field of one line with its label.

use super::WordsInput;
use crate::i18n::Msg;
use crate::ui::{Target, use_scene};
use crate::worksheet::Text;
use yew::prelude::*;

/// Properties of [`ShortField`].
#[derive(PartialEq, Properties)]
pub struct ShortFieldProps {
    /// Where the words go.
    pub target: Target,
    /// The words that are there now.
    pub value: Text,
    /// The label.
    pub label: Msg,
    /// A line below the label.
    #[prop_or_default]
    pub hint: Option<Msg>,
}

/// A field of one line.
#[component]
pub fn ShortField(props: &ShortFieldProps) -> Html {
    let scene = use_scene();
    let id = props.target.to_string();
    let hint_id = props.hint.map(|_| AttrValue::from(format!("{id}-hint")));
    html! {
        <div class="short-field">
            <label class="short-field__label" for={id}>{ scene.text(props.label) }</label>
            if let Some(hint) = props.hint {
                <p class="short-field__hint" id={hint_id.clone()}>{ scene.text(hint) }</p>
            }
            <WordsInput target={props.target} value={props.value.clone()} class="short-field__input"
                rows={None::<u32>} described_by={hint_id} />
        </div>
    }
}
