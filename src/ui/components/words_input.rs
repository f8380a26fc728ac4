//! A field that takes the person's own words.

use crate::ui::{Target, use_dispatch, use_scene};
use crate::worksheet::Text;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Properties of [`WordsInput`].
#[derive(PartialEq, Properties)]
pub struct WordsInputProps {
    /// Where the words go.
    pub target: Target,
    /// The words that are there now.
    pub value: Text,
    /// The class that gives the field its looks.
    pub class: &'static str,
    /// The least number of lines; `None` for a field of one line that does not grow.
    #[prop_or(Some(1))]
    pub rows: Option<u32>,
    /// The field's name, where no visible label names it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The id of the element that names it.
    #[prop_or_default]
    pub labelled_by: Option<AttrValue>,
    /// The ids of the elements that say more about it.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
}

/// A field that takes the person's own words, exactly as they are typed. Its id is its target's.
#[component]
pub fn WordsInput(props: &WordsInputProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let target = props.target;
    let oninput = use_callback(target, move |event: InputEvent, target| {
        if let Some(words) = typed(&event) {
            dispatch.send(target.write(words));
        }
    });
    let id = target.to_string();
    let value = AttrValue::from(props.value.shared());
    let spellcheck = if scene.spell_check { "true" } else { "false" };
    match props.rows {
        Some(least) => html! {
            <textarea {id} class={props.class} rows={rows(&props.value, least).to_string()} {value} {oninput}
                aria-label={props.label.clone()} aria-labelledby={props.labelled_by.clone()}
                aria-describedby={props.described_by.clone()}
                dir="auto" autocomplete="off" translate="no" {spellcheck} />
        },
        None => html! {
            <input type="text" {id} class={props.class} {value} {oninput}
                aria-label={props.label.clone()} aria-labelledby={props.labelled_by.clone()}
                aria-describedby={props.described_by.clone()}
                dir="auto" autocomplete="off" translate="no" {spellcheck} />
        },
    }
}

/// What now stands in the field that an event came from.
fn typed(event: &InputEvent) -> Option<Text> {
    let field = event.target()?;
    let words = match field.dyn_ref::<HtmlTextAreaElement>() {
        Some(field) => field.value(),
        None => field.dyn_ref::<HtmlInputElement>()?.value(),
    };
    Some(Text::from(words))
}

/// How many lines to show. Browsers with `field-sizing` measure for themselves; for the others this
/// guesses 60 letters to a line.
fn rows(words: &str, least: u32) -> usize {
    let lines: usize = words.split('\n').map(|line| 1 + line.len() / 60).sum();
    lines.max(least as usize)
}
