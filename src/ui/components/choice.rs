//! One of several, as cards with radio buttons.

use crate::i18n::{Msg, Phrases};
use crate::ui::markup::{Tag, el, input};
use crate::ui::{Event, Ui};

/// One of the things that can be chosen.
pub struct ChoiceItem {
    /// Its name in the program, unique within the group.
    pub value: &'static str,
    /// What it is called.
    pub title: Msg,
    /// A sentence about it.
    pub text: Option<Msg>,
    /// Whether it is chosen now.
    pub checked: bool,
    /// What happens when it is chosen, or no longer chosen.
    pub event: Event,
}

impl ChoiceItem {
    /// An item with the catalogue's words.
    #[must_use]
    pub fn of(
        value: &'static str,
        phrases: &Phrases,
        checked: bool,
        event: impl Into<Event>,
    ) -> Self {
        Self {
            value,
            title: phrases.title,
            text: phrases.about,
            checked,
            event: event.into(),
        }
    }
}

/// A group of things that can be chosen.
pub struct Choice {
    /// The group's name in the page; every group on a page has its own.
    pub name: &'static str,
    /// What is asked; `None` when the page's own question (id `question`) names the group.
    pub legend: Option<Msg>,
    /// A line below the legend.
    pub hint: Option<Msg>,
    /// Whether the page's own hint (id `question-hint`) describes the group.
    pub page_hint: bool,
    /// Whether the cards stand side by side: for short titles without text.
    pub row: bool,
}

impl Choice {
    /// A group under the page's own question.
    #[must_use]
    pub fn named(name: &'static str) -> Self {
        Self {
            name,
            legend: None,
            hint: None,
            page_hint: false,
            row: false,
        }
    }
}

/// One of several: radio buttons as cards, each with a title and, where it helps, a sentence about it.
/// Nothing is chosen until an item is `checked`.
pub fn choice(ui: &Ui, group: Choice, items: Vec<ChoiceItem>) -> Tag {
    let hint_id = group.hint.map(|_| format!("{}-hint", group.name));
    let class = if group.row {
        "choice__list choice__list--row"
    } else {
        "choice__list"
    };
    let legend = group
        .legend
        .map(|legend| el("legend", "choice__legend").say(ui, legend));
    let hint = group
        .hint
        .map(|hint| el("p", "choice__hint").id(hint_id.clone()).say(ui, hint));
    let cards = items.into_iter().map(|item| card(ui, group.name, item));
    fieldset("choice", &group)
        .attr("aria-describedby", hint_id)
        .child(legend)
        .child(hint)
        .child(el("div", class).children(cards))
}

/// The frame of a group.
pub(super) fn fieldset(class: &'static str, group: &Choice) -> Tag {
    el("fieldset", class)
        .attr(
            "aria-labelledby",
            group.legend.is_none().then_some("question"),
        )
        .attr(
            "aria-describedby",
            group.page_hint.then_some("question-hint"),
        )
}

fn card(ui: &Ui, name: &'static str, item: ChoiceItem) -> Tag {
    let radio = input("radio", "")
        .id(format!("{name}-{}", item.value))
        .attr("name", name)
        .holds(item.value.into())
        .checked(item.checked)
        .on_change(ui, vec![item.event]);
    let card = el("label", "choice__card")
        .key(item.value)
        .child(radio)
        .space()
        .child(el("span", "choice__title").say(ui, item.title));
    match item.text {
        Some(text) => card.space().child(el("span", "choice__text").say(ui, text)),
        None => card,
    }
}
