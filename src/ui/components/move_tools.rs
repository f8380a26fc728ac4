//! The buttons beside an item of a list: up, down, remove; and the one below that adds an item.

use super::icon_button::icon_button;
use crate::i18n::Msg;
use crate::ui::markup::{Tag, button, el};
use crate::ui::{Event, List, Ui};
use crate::worksheet::{ItemId, Toward};

/// An item of a list, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moved {
    /// The list.
    pub(super) list: List,
    /// The item.
    pub(super) id: ItemId,
    /// Where the item stands, counted from 0.
    pub(super) place: usize,
    /// How many items the list has.
    pub(super) count: usize,
}

impl Moved {
    /// Whether the item can be moved there from a place.
    fn can(self, place: usize, toward: Toward) -> bool {
        match toward {
            Toward::Start => place > 0,
            Toward::End => place + 1 < self.count,
        }
    }

    fn button_id(self, toward: Toward) -> String {
        let toward = match toward {
            Toward::Start => "up",
            Toward::End => "down",
        };
        format!("{}-{}-{toward}", self.list, self.id.0)
    }

    /// The item is moved. Browsers drop the focus of an element that is moved in the page, so it is put
    /// back on the button that was used, or on its neighbour when that one has reached the end.
    fn shift(self, toward: Toward) -> Vec<Event> {
        let (after, opposite) = match toward {
            Toward::Start => (self.place.saturating_sub(1), Toward::End),
            Toward::End => (self.place + 1, Toward::Start),
        };
        let usable = if self.can(after, toward) {
            toward
        } else {
            opposite
        };
        let focus = Event::focus(self.button_id(usable));
        vec![self.list.shift(self.id, toward).into(), focus]
    }
}

/// Up, down and remove. In lists of people the item is called by its name. Where the focus goes after a
/// removal, [`Follow`](crate::ui::Follow) says.
pub(super) fn move_tools(ui: &Ui, item: Moved, name: &str, class: &'static str) -> Tag {
    let Moved {
        list,
        id,
        place,
        count,
    } = item;
    let [up, down, remove] = list.tool_labels(ui.scene.words, place + 1, name);
    let tools = el("span", class);
    let tools = if count > 1 {
        let shift = |toward, icon, label| {
            icon_button(ui, icon, label, item.shift(toward))
                .id(item.button_id(toward))
                .flag("disabled", !item.can(place, toward))
        };
        tools
            .child(shift(Toward::Start, "up", up))
            .child(shift(Toward::End, "down", down))
    } else {
        tools
    };
    tools.child(icon_button(
        ui,
        "remove",
        remove,
        vec![list.remove(id).into()],
    ))
}

/// The button that adds an empty item.
pub fn add_button(ui: &Ui, list: List, label: Msg) -> Tag {
    button("button cards__add")
        .id(list.add_id())
        .on_click(ui, vec![list.add().into()])
        .say(ui, label)
}
