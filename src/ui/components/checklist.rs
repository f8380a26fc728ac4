//! Any of several: checkboxes, each with a title and, where it helps, a sentence about it.

use crate::i18n::Phrases;
use crate::ui::Scene;
use yew::prelude::*;

/// One of the things that can be ticked.
#[derive(Clone, Debug, PartialEq)]
pub struct ChecklistItem {
    /// Its name in the program, unique within the list.
    pub value: AttrValue,
    /// What it is called.
    pub title: AttrValue,
    /// A sentence about it.
    pub text: Option<AttrValue>,
    /// Whether it is ticked.
    pub checked: bool,
}

impl ChecklistItem {
    /// An item with the catalogue's words.
    #[must_use]
    pub fn of(scene: Scene, value: &'static str, phrases: &Phrases, checked: bool) -> Self {
        Self {
            value: value.into(),
            title: scene.text(phrases.title).into(),
            text: phrases.about.map(|about| scene.text(about).into()),
            checked,
        }
    }
}

/// Properties of [`Checklist`].
#[derive(PartialEq, Properties)]
pub struct ChecklistProps {
    /// The list's name in the page; every list on a page has its own.
    pub name: AttrValue,
    /// What is asked; `None` when the page's own question (id `question`) names the list.
    #[prop_or_default]
    pub legend: Option<AttrValue>,
    /// Whether the page's own hint (id `question-hint`) describes the list.
    #[prop_or_default]
    pub page_hint: bool,
    /// What can be ticked, in order.
    pub items: Vec<ChecklistItem>,
    /// Hears the value of the item that was touched, and whether it is to be ticked now.
    pub ontick: Callback<(AttrValue, bool)>,
}

/// Any of several.
#[component]
pub fn Checklist(props: &ChecklistProps) -> Html {
    let labelled_by = props.legend.is_none().then_some("question");
    let described_by = props.page_hint.then_some("question-hint");
    html! {
        <fieldset class="checklist" aria-labelledby={labelled_by} aria-describedby={described_by}>
            if let Some(legend) = &props.legend {
                <legend class="checklist__legend">{ legend }</legend>
            }
            <div class="checklist__list">
                { for props.items.iter().map(|item| row(&props.name, item, &props.ontick)) }
            </div>
        </fieldset>
    }
}

fn row(name: &AttrValue, item: &ChecklistItem, ontick: &Callback<(AttrValue, bool)>) -> Html {
    let id = format!("{name}-{}", item.value);
    let note_id = item
        .text
        .as_ref()
        .map(|_| AttrValue::from(format!("{id}-note")));
    let now = (item.value.clone(), !item.checked);
    let onchange = ontick.reform(move |_: Event| now.clone());
    html! {
        <div class="checklist__row" key={item.value.to_string()}>
            <label class="checklist__item">
                <input type="checkbox" {id} checked={item.checked} aria-describedby={note_id.clone()}
                    {onchange} />
                { " " }
                <span>{ &item.title }</span>
            </label>
            if let Some(text) = &item.text {
                <p class="checklist__note" id={note_id}>{ text }</p>
            }
        </div>
    }
}
