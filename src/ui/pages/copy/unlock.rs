//! A locked copy, before it is open.

use crate::browser::page as browser;
use crate::browser::vault::{self, Refusal};
use crate::i18n::Msg;
use crate::sharing::copy;
use crate::sharing::envelope::Damage;
use crate::ui::components::{frame, title, told};
use crate::ui::markup::{el, input, nodes};
use crate::ui::session::{Locked, Received, Sharing};
use crate::ui::{Deed, Event, Mark, Session, Ui};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;

/// The field for the passphrase.
const FIELD: &str = "copy-passphrase";
/// What says how it went.
const NAME: &str = "unlock-copy";
/// How long the page has to show what is being done, in milliseconds, before it stands still for it.
const TO_BE_SEEN: u32 = 60;

/// Asks for the passphrase.
pub(super) fn unlock(ui: &Ui, session: &Session, locked: &Rc<Locked>) -> Html {
    let (hears, of) = (ui.clone(), Rc::clone(locked));
    let working = Mark::Said(NAME.to_owned(), Some(Msg::CopyWorking));
    let busy = session.marks.has(&working);
    let send = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        if busy {
            return;
        }
        hears.send(Event::Mark(working.clone()));
        let (ui, locked) = (hears.clone(), Rc::clone(&of));
        Timeout::new(TO_BE_SEEN, move || open(ui, locked)).forget();
    });
    // It was told by voice or on paper: to see it helps to type it.
    let field = input("text", "short-field__input")
        .id(FIELD)
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("autocorrect", "off")
        .attr("spellcheck", "false")
        .attr("translate", "no")
        .attr("dir", "auto");
    let submit = el("button", "button button--main").attr("type", "submit");
    let form = el("form", "copy")
        .key("unlock")
        .sent(send)
        .child(frame(ui, "short-field", FIELD, Msg::CopyPassphrase, None).child(field))
        .child(
            el("p", "hand-over__ways")
                .child(submit.say(ui, Msg::CopyUnlock))
                .space()
                .child(super::away(ui))
                .child(told(ui, session, NAME)),
        );
    let (lead, history) = match **locked {
        Locked::Copy(_) => (Msg::CopyLockedLead, true),
        Locked::Browser(_) => (Msg::CopyBehindLock, false),
    };
    nodes()
        .child(title(ui, Msg::CopyLockedTitle))
        .child(el("p", "lead").say(ui, lead))
        .child(form)
        .child(history.then(|| el("p", "hint").say(ui, Msg::CopyHistory)))
        .html()
}

/// Tries the passphrase that stands in the field.
fn open(ui: Ui, locked: Rc<Locked>) {
    let passphrase = browser::typed_in(FIELD);
    spawn_local(async move {
        let (received, said) = match opened(&passphrase, &locked).await {
            Ok(received) => (Some(received), None),
            Err(Refusal::Unreadable) => (Some(Received::Damaged(Damage::Changed)), None),
            Err(Refusal::Newer) => (Some(Received::Damaged(Damage::Newer)), None),
            Err(Refusal::Wrong) => (None, Some(Msg::CopyWrong)),
            Err(Refusal::NotLoaded) => (None, Some(Msg::LockNotLoaded)),
            Err(Refusal::NotPossible) => (None, Some(Msg::LockNotPossible)),
        };
        ui.send(show(locked, received, said));
    });
}

/// What a passphrase opens.
async fn opened(passphrase: &str, locked: &Locked) -> Result<Received, Refusal> {
    match locked {
        Locked::Copy(locked) => {
            let packed = vault::unlock_copy(passphrase, locked).await?;
            Ok(match copy::unpack(&packed) {
                Ok(copy) => Received::Copy(Rc::new(copy)),
                Err(damage) => Received::Damaged(damage),
            })
        }
        Locked::Browser(saved) => {
            let cipher = vault::open(passphrase, &saved.lock).await?;
            Ok(Received::plans(saved.opened(&*cipher)))
        }
    }
}

/// Shows what was inside, or says why it did not open. Nothing, if the person has put it away meanwhile.
fn show(of: Rc<Locked>, received: Option<Received>, said: Option<Msg>) -> Deed {
    Deed::new(move |mut session| {
        session.marks = session.marks.with(Mark::Said(NAME.to_owned(), said));
        let is_there = match session.received() {
            Some(Received::Locked(locked)) => Rc::ptr_eq(locked, &of),
            _ => false,
        };
        match received.clone().filter(|_| is_there) {
            Some(received) => session
                .with_sharing(Sharing::Received(received))
                .with_focus("question"),
            None => session,
        }
    })
}
