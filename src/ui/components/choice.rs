//! One of several: radio buttons as cards, each with a title and, where it helps, a sentence about it.

use crate::i18n::Phrases;
use crate::ui::Scene;
use yew::prelude::*;

/// One of the things that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceItem {
    /// Its name in the program, unique within the group.
    pub value: AttrValue,
    /// What it is called.
    pub title: AttrValue,
    /// A sentence about it.
    pub text: Option<AttrValue>,
    /// Whether it is the chosen one.
    pub checked: bool,
}

impl ChoiceItem {
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

/// Properties of [`Choice`].
#[derive(PartialEq, Properties)]
pub struct ChoiceProps {
    /// The group's name in the page; every group on a page has its own.
    pub name: AttrValue,
    /// What is asked; `None` when the page's own question (id `question`) names the group.
    #[prop_or_default]
    pub legend: Option<AttrValue>,
    /// A line below the legend.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Whether the page's own hint (id `question-hint`) describes the group.
    #[prop_or_default]
    pub page_hint: bool,
    /// What can be chosen, in order.
    pub items: Vec<ChoiceItem>,
    /// Whether the cards stand side by side: for short titles without text.
    #[prop_or_default]
    pub row: bool,
    /// Hears the value of the item that was chosen.
    pub onchoose: Callback<AttrValue>,
}

/// One of several. Nothing is chosen until an item is `checked`.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let hint_id = props
        .hint
        .as_ref()
        .map(|_| AttrValue::from(format!("{}-hint", props.name)));
    let described_by = hint_id.clone().or(props
        .page_hint
        .then_some(AttrValue::Static("question-hint")));
    let labelled_by = props.legend.is_none().then_some("question");
    let row = props.row.then_some("choice__list--row");
    html! {
        <fieldset class="choice" aria-labelledby={labelled_by} aria-describedby={described_by}>
            if let Some(legend) = &props.legend {
                <legend class="choice__legend">{ legend }</legend>
            }
            if let Some(hint) = &props.hint {
                <p class="choice__hint" id={hint_id}>{ hint }</p>
            }
            <div class={classes!("choice__list", row)}>
                { for props.items.iter().map(|item| card(&props.name, item, &props.onchoose)) }
            </div>
        </fieldset>
    }
}

fn card(name: &AttrValue, item: &ChoiceItem, onchoose: &Callback<AttrValue>) -> Html {
    let value = item.value.clone();
    let onchange = onchoose.reform(move |_: Event| value.clone());
    html! {
        <label class="choice__card" key={item.value.to_string()}>
            <input type="radio" id={format!("{name}-{}", item.value)} name={name.clone()}
                value={item.value.clone()} checked={item.checked} {onchange} />
            { " " }
            <span class="choice__title">{ &item.title }</span>
            if let Some(text) = &item.text {
                { " " }
                <span class="choice__text">{ text }</span>
            }
        </label>
    }
}
