//! Any of several, as checkboxes.

use super::choice::{Choice, ChoiceItem, fieldset};
use crate::ui::markup::{Tag, el, input};
use crate::ui::{Event, Ui};

/// Any of several: checkboxes, each with a title and, where it helps, a sentence about it.
pub fn checklist(ui: &Ui, group: Choice, items: Vec<ChoiceItem>) -> Tag {
    let legend = group
        .legend
        .map(|legend| el("legend", "checklist__legend").say(ui, legend));
    let rows = items.into_iter().map(|item| row(ui, group.name, item));
    fieldset("checklist", &group)
        .child(legend)
        .child(el("div", "checklist__list").children(rows))
}

fn row(ui: &Ui, name: &'static str, item: ChoiceItem) -> Tag {
    let id = format!("{name}-{}", item.value);
    let note_id = item.text.map(|_| format!("{id}-note"));
    let note = item
        .text
        .map(|text| el("p", "checklist__note").id(note_id.clone()).say(ui, text));
    let label = el("span", "").say(ui, item.title);
    el("div", "checklist__row")
        .key(item.value)
        .child(tick_box(
            ui,
            id,
            item.checked,
            note_id.unwrap_or_default(),
            item.event,
            label,
        ))
        .child(note)
}

/// A checkbox with its label, described by the element with that id if one is named.
pub fn tick_box(
    ui: &Ui,
    id: String,
    checked: bool,
    described_by: String,
    event: Event,
    label: Tag,
) -> Tag {
    let described_by = (!described_by.is_empty()).then_some(described_by);
    let tick = input("checkbox", "")
        .id(id)
        .checked(checked)
        .attr("aria-describedby", described_by)
        .on_change(ui, vec![event]);
    el("label", "checklist__item")
        .child(tick)
        .space()
        .child(label)
}
