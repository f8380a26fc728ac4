//! A small button that shows only a picture.

use crate::ui::markup::{Tag, button};
use crate::ui::{Event, Ui};

/// A small button that shows only a picture, drawn by the styles. The label is for those who hear it.
pub(super) fn icon_button(ui: &Ui, icon: &'static str, label: String, events: Vec<Event>) -> Tag {
    button("icon-button")
        .attr("data-icon", icon)
        .attr("aria-label", label)
        .on_click(ui, events)
}
