//! The head of every page.

use super::save_status::save_status;
use crate::i18n::Msg;
use crate::route::Route;
use crate::ui::Ui;
use crate::ui::markup::{Tag, el, link};
use crate::ui::session::Saving;

/// The name, what is saved and where if a plan is open, and the ways to urgent help and settings.
pub fn masthead(ui: &Ui, saving: Option<Saving>) -> Tag {
    let links = el("nav", "masthead__links")
        .attr("aria-label", ui.text(Msg::NavSiteLabel))
        .child(link("", Route::UrgentHelp).say(ui, Msg::NavUrgentHelp))
        .child(link("", Route::Settings).say(ui, Msg::NavSettings));
    el("div", "masthead")
        .child(link("masthead__name", Route::Home).say(ui, Msg::AppName))
        .child(saving.map(|saving| save_status(ui, saving)))
        .child(links)
}
