//! A locked copy, before it is open.

use super::receive;
use crate::browser::page as browser;
use crate::browser::vault::{self, Refusal};
use crate::i18n::Msg;
use crate::sharing::copy;
use crate::sharing::envelope::Damage;
use crate::ui::components::{frame, title, told};
use crate::ui::markup::{el, input, nodes};
use crate::ui::session::Received;
use crate::ui::{Event, Mark, Session, Ui};
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
pub(super) fn unlock(ui: &Ui, session: &Session, locked: &Rc<Vec<u8>>) -> Html {
    let (hears, locked) = (ui.clone(), Rc::clone(locked));
    let working = Mark::Said(NAME.to_owned(), Some(Msg::CopyWorking));
    let busy = session.marks.has(&working);
    let send = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        if busy {
            return;
        }
        hears.send(Event::Mark(working.clone()));
        let (ui, locked) = (hears.clone(), Rc::clone(&locked));
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
    nodes()
        .child(title(ui, Msg::CopyLockedTitle))
        .child(el("p", "lead").say(ui, Msg::CopyLockedLead))
        .child(form)
        .child(el("p", "hint").say(ui, Msg::CopyHistory))
        .html()
}

/// Tries the passphrase that stands in the field.
fn open(ui: Ui, locked: Rc<Vec<u8>>) {
    let passphrase = browser::typed_in(FIELD);
    spawn_local(async move {
        let said = match vault::unlock_copy(&passphrase, &locked).await {
            Ok(packed) => {
                ui.send(receive(match copy::unpack(&packed) {
                    Ok(copy) => Received::Copy(Rc::new(copy)),
                    Err(damage) => Received::Damaged(damage),
                }));
                ui.send(Event::focus("question"));
                None
            }
            Err(why @ (Refusal::Unreadable | Refusal::Newer)) => {
                let damage = match why {
                    Refusal::Newer => Damage::Newer,
                    _ => Damage::Changed,
                };
                ui.send(receive(Received::Damaged(damage)));
                ui.send(Event::focus("question"));
                None
            }
            Err(Refusal::Wrong) => Some(Msg::CopyWrong),
            Err(Refusal::NotLoaded) => Some(Msg::LockNotLoaded),
            Err(Refusal::NotPossible) => Some(Msg::LockNotPossible),
        };
        ui.send(Event::Mark(Mark::Said(NAME.to_owned(), said)));
    });
}
