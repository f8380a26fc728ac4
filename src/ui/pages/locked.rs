//! What is shown in place of the plans while the lock is closed: nothing of them.

use crate::i18n::Msg;
use crate::progress::Place;
use crate::route::Route;
use crate::ui::components::{DownloadSource, download, lock_form, title};
use crate::ui::locksmith::Task;
use crate::ui::markup::{el, link, nodes};
use crate::ui::{Event, Session, Ui};
use yew::prelude::*;

/// Asks for the passphrase, and tells the truth to whoever has forgotten it.
pub(super) fn locked(ui: &Ui, session: &Session) -> Html {
    let everything = DownloadSource::Everything;
    let delete = link("", Route::Privacy).say(ui, Msg::LockForgottenDelete);
    let forgotten = el("details", "lock__part")
        .child(el("summary", "").say(ui, Msg::LockForgotten))
        .child(el("p", "").say(ui, Msg::LockForgottenText))
        .child(el("p", "").child(download(
            ui,
            session,
            Msg::LockForgottenDownload,
            everything,
            None,
        )))
        .child(el("p", "alone").child(delete));
    let visit = link("", Route::Plan(session.for_guests(), Place::FIRST))
        .on_click(ui, vec![Event::BeginWithoutLock])
        .say(ui, Msg::LockVisit);
    let visit = el("p", "lock__part")
        .say(ui, Msg::LockVisitText)
        .space()
        .child(visit);
    nodes()
        .child(title(ui, Msg::LockClosedTitle))
        .child(el("p", "lead").say(ui, Msg::LockClosedText))
        .child(lock_form(ui, session, Task::Open, Msg::LockOpen))
        .child(visit)
        .child(forgotten)
        .html()
}
