//! What is shown where there is nothing to show: no such page, no such plan, or one that cannot be read.

use crate::i18n::Msg;
use crate::route::Route;
use crate::ui::Ui;
use crate::ui::components::{DownloadSource, download, title};
use crate::ui::markup::{el, link, nodes};
use crate::ui::session::{Desk, Session};
use yew::prelude::*;

/// Says why there is nothing here, hands out what there is, and leads home.
pub(super) fn not_found(ui: &Ui, session: &Session) -> Html {
    let (heading, text, plan) = match session.desk {
        Desk::Newer(id) => (Msg::TroubleNewerTitle, Msg::TroubleNewerText, Some(id)),
        Desk::Unreadable(id) => (Msg::TroubleDamagedTitle, Msg::TroubleDamagedText, Some(id)),
        Desk::Missing => (Msg::NotFoundPlanTitle, Msg::NotFoundPlanText, None),
        Desk::Clear | Desk::Open(_) => (Msg::NotFoundTitle, Msg::NotFoundText, None),
    };
    let raw = plan.map(|id| {
        download(
            ui,
            session,
            Msg::TroubleDownload,
            DownloadSource::Raw(id),
            None,
        )
    });
    let actions = el("div", "summary-actions")
        .child(link("button button--main", Route::Home).say(ui, Msg::NotFoundHome))
        .child(raw);
    nodes()
        .child(title(ui, heading))
        .child(el("p", "lead").say(ui, text))
        .child(actions)
        .html()
}
