//! The lock: setting one, and everything about the one that is set.

use crate::i18n::Msg;
use crate::store::{Lock, Settings};
use crate::ui::components::{Choice, ChoiceItem, choice, lock_form, notice, title, told};
use crate::ui::locksmith::Task;
use crate::ui::markup::{Tag, button, el, nodes};
use crate::ui::{Event, Session, Ui};
use yew::prelude::*;

/// When the lock closes by itself: in minutes, 0 for never; the choice's name in the page; its words.
const AFTER: [(u8, &str, Msg); 5] = [
    (5, "5", Msg::LockAfter5),
    (15, "15", Msg::LockAfter15),
    (30, "30", Msg::LockAfter30),
    (60, "60", Msg::LockAfter60),
    (0, "never", Msg::LockAfterNever),
];

/// The page about the lock, while it is not closed.
pub(super) fn lock(ui: &Ui, session: &Session) -> Html {
    let body = if session.lock == Lock::Open {
        manage(ui, session)
    } else {
        set(ui, session)
    };
    nodes().child(title(ui, Msg::LockTitle)).child(body).html()
}

/// What a lock does and does not do, and then a passphrase for it.
fn set(ui: &Ui, session: &Session) -> Tag {
    let text = |msg| el("p", "").say(ui, msg);
    let prose = el("div", "prose")
        .child(text(Msg::LockForget))
        .child(el("h2", "").say(ui, Msg::LockLimitsTitle))
        .child(text(Msg::LockLimitsOpen))
        .child(text(Msg::LockLimitsOlder));
    el("div", "lock")
        .key("set")
        .child(el("p", "lead").say(ui, Msg::LockLead))
        .child(prose)
        .child(lock_form(ui, session, Task::Set, Msg::LockSet))
        .child(told(ui, session, Task::Remove.name()))
}

/// The lock that is set: when it closes by itself, another passphrase, no lock.
fn manage(ui: &Ui, session: &Session) -> Tag {
    let plain = session.plain_left.then(|| {
        let again = button("button")
            .on_click(ui, vec![Event::LockChanged])
            .say(ui, Msg::TroubleTryAgain);
        notice(ui, Msg::LockPlainTitle, Msg::LockPlainText, true, again)
    });
    let part = |task, name| {
        el("details", "lock__part")
            .child(el("summary", "").say(ui, name))
            .child(lock_form(ui, session, task, name))
    };
    el("div", "lock")
        .key("manage")
        .child(el("p", "lead").say(ui, Msg::LockIsSet))
        .child(el("div", "notices").attr("role", "status").child(plain))
        .child(after(ui, &session.settings))
        .child(part(Task::Change, Msg::LockChange))
        .child(part(Task::Remove, Msg::LockRemove))
}

/// After how many minutes in which nothing is done the lock closes.
fn after(ui: &Ui, settings: &Settings) -> Tag {
    let items = AFTER.map(|(minutes, value, title)| ChoiceItem {
        value,
        title,
        text: None,
        checked: settings.lock_after == minutes,
        event: Event::Set(Settings {
            lock_after: minutes,
            ..settings.clone()
        }),
    });
    let group = Choice {
        legend: Some(Msg::LockAfter),
        row: true,
        ..Choice::named("lock-after")
    };
    choice(ui, group, items.into())
}
