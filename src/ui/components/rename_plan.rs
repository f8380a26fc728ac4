//! Giving a plan another name, on the shelf.

use crate::i18n::Msg;
use crate::route::PlanId;
use crate::ui::markup::{Tag, button, el, input};
use crate::ui::{Event, Mark, Ui};
use crate::worksheet::Text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A field for another name, with Save and Cancel. Enter saves, Escape cancels. When it ends the focus
/// goes back to the button that opened it.
pub(super) fn rename_plan(ui: &Ui, id: PlanId, typed: &Text) -> Tag {
    let field_id = format!("new-name-{id}");
    let field = input("text", "short-field__input")
        .id(field_id.clone())
        .own()
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .holds(typed.shared().into())
        .typed(write(ui, id));
    let label = el("label", "short-field__label").attr("for", field_id);
    let save = el("button", "button").attr("type", "submit");
    let cancel = button("button button--quiet").on_click(ui, end(id, typed));
    el("form", "plan__rename")
        .sent(submit(ui, id, typed))
        .pressed(escape(ui, id, typed))
        .child(
            el("div", "short-field")
                .child(label.say(ui, Msg::PlanMenuNewName))
                .child(field),
        )
        .child(save.say(ui, Msg::PlanMenuSaveName))
        .child(cancel.say(ui, Msg::PlanMenuCancel))
}

fn end(id: PlanId, typed: &Text) -> Vec<Event> {
    let typed = Mark::Renaming(id, typed.clone());
    vec![Event::Unmark(typed), Event::focus(format!("rename-{id}"))]
}

fn write(ui: &Ui, id: PlanId) -> Callback<InputEvent> {
    let ui = ui.clone();
    Callback::from(move |event: InputEvent| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            ui.send(Event::Mark(Mark::Renaming(id, Text::from(field.value()))));
        }
    })
}

fn submit(ui: &Ui, id: PlanId, typed: &Text) -> Callback<SubmitEvent> {
    let (ui, typed) = (ui.clone(), typed.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        ui.send(Event::Rename(id, typed.clone()));
        end(id, &typed).into_iter().for_each(|event| ui.send(event));
    })
}

fn escape(ui: &Ui, id: PlanId, typed: &Text) -> Callback<KeyboardEvent> {
    let (ui, typed) = (ui.clone(), typed.clone());
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            end(id, &typed).into_iter().for_each(|event| ui.send(event));
        }
    })
}
