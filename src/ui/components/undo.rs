//! The way back after something was removed.

use crate::browser::page;
use crate::i18n::Msg;
use crate::ui::markup::{Tag, button, el};
use crate::ui::{Event, Ui};
use yew::prelude::*;

/// The id of the frame.
const SLOT: &str = "undo";

/// The way back, and what was removed. Its frame is always there, so that a screen reader says what
/// arrives in it.
pub fn undo(ui: &Ui, removed: Option<Msg>) -> Tag {
    let back = removed.map(|removed| {
        let button = button("button button--quiet undo__back").clicked(bring_back(ui));
        el("div", "undo")
            .child(el("p", "undo__text").say(ui, removed))
            .child(button.say(ui, Msg::ListBringBack))
    });
    el("div", "undo-slot")
        .id(SLOT)
        .attr("tabindex", "-1")
        .attr("role", "status")
        .child(back)
}

fn bring_back(ui: &Ui) -> Callback<MouseEvent> {
    let ui = ui.clone();
    Callback::from(move |_| {
        // The button goes with its use; its frame stays, and holds the focus in its place until the item
        // is back and may take it.
        page::focus(SLOT);
        ui.send(Event::BringBack);
    })
}
