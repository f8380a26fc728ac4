//! One stored text, shown as it is stored.

use crate::i18n::Msg;
use crate::ui::markup::{Tag, el};
use crate::ui::{Event, Mark, Marks, Ui};

/// Texts longer than this, in bytes, are not drawn until somebody opens them.
const LONG: usize = 200;

/// One stored text, shown as it is stored.
pub fn stored_entry(ui: &Ui, marks: &Marks, name: &str, text: &str) -> Tag {
    let short = text.len() <= LONG;
    let opened = Mark::Opened(name.to_owned());
    let shown = (short || marks.has(&opened)).then(|| {
        let label = ui.fill(Msg::PrivacyStoredLabel, &[("key", name)]);
        el("pre", "stored")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("translate", "no")
            .attr("aria-label", label)
            .child(text.to_owned())
    });
    let key = el("bdi", "")
        .attr("dir", "ltr")
        .attr("translate", "no")
        .child(name.to_owned());
    let summary = el("summary", "")
        .on_click(ui, vec![Event::Mark(opened)])
        .child(key);
    el("details", "stored-entry")
        .key(name)
        .flag("open", short)
        .child(summary)
        .child(shown)
}
