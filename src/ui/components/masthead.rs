//! The head of every page.

use super::save_status::save_status;
use crate::i18n::Msg;
use crate::route::Route;
use crate::store::{Lock, TextSize};
use crate::ui::markup::{Tag, button, el, link};
use crate::ui::{Event, Session, Ui};

/// The name, what is saved and where if a plan is open, and the ways to urgent help and settings; and if
/// there is a lock, what closes it.
pub fn masthead(ui: &Ui, session: &Session) -> Tag {
    let saving = session.open().map(|_| session.saving);
    let close = (session.lock == Lock::Open).then(|| {
        button("button button--quiet")
            .on_click(ui, vec![Event::CloseLock])
            .say(ui, Msg::LockNow)
    });
    let links = el("nav", "masthead__links")
        .attr("aria-label", ui.text(Msg::NavSiteLabel))
        .child(close)
        .child(link("", Route::UrgentHelp).say(ui, Msg::NavUrgentHelp))
        .child(link("", Route::Settings).say(ui, Msg::NavSettings));
    el("div", "masthead")
        .child(link("masthead__name", Route::Home).say(ui, Msg::AppName))
        .child(saving.map(|saving| save_status(ui, saving)))
        .child(links)
        .child(together(ui, session))
}

/// While the text is as large as for a shared screen: the way back.
fn together(ui: &Ui, session: &Session) -> Option<Tag> {
    if session.settings.text_size != TextSize::Together {
        return None;
    }
    let back = button("button button--quiet")
        .on_click(ui, vec![Event::Set(session.apart())])
        .say(ui, Msg::GuideApart);
    Some(el("p", "together").child(back))
}
