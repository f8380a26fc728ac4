//! A link as a QR code.

use crate::i18n::Msg;
use crate::sharing::qr::{self, Picture};
use crate::ui::Ui;
use crate::ui::markup::{Tag, el};

/// A link as a QR code; `None` if it is too long for one that telephones read.
pub fn qr_code(ui: &Ui, link: &str, label: Msg) -> Option<Tag> {
    let Picture { size, path } = qr::draw(link)?;
    let path = el("path", "qr__dark").attr("d", path);
    Some(
        el("svg", "qr")
            .attr("viewBox", format!("0 0 {size} {size}"))
            .attr("role", "img")
            .attr("aria-label", ui.text(label))
            .child(path),
    )
}
