//! A form about the lock: fields for passphrases, and one button.

use super::checklist::tick_box;
use super::copy_text::told;
use super::short_field::frame;
use crate::i18n::Msg;
use crate::ui::locksmith::{AGAIN, NEW, Task, work};
use crate::ui::markup::{Tag, el, input};
use crate::ui::{Event, Mark, Session, Ui};
use yew::prelude::*;

/// A form about the lock. What stands in its fields is in the page and nowhere else until it is sent.
pub fn lock_form(ui: &Ui, session: &Session, task: Task, button: Msg) -> Tag {
    let shown = session.marks.has(&Mark::ShowPassphrase);
    let field = |id, label, hint, fill| field(ui, shown, id, label, hint, fill);
    let now = field(
        task.passphrase(),
        Msg::LockPassphrase,
        None,
        "current-password",
    );
    let hint = Some(Msg::LockNewHint);
    let new = field(NEW, Msg::LockNew, hint, "new-password");
    let again = field(AGAIN, Msg::LockAgain, None, "new-password");
    let fields = match task {
        Task::Open | Task::Remove => vec![now],
        Task::Set => vec![new, again],
        Task::Change => vec![now, new, again],
    };
    let (listener, now) = (ui.clone(), session.clone());
    let send = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        work(&listener, &now, task);
    });
    let show = if shown {
        Event::Unmark(Mark::ShowPassphrase)
    } else {
        Event::Mark(Mark::ShowPassphrase)
    };
    let label = el("span", "").say(ui, Msg::LockShow);
    let id = format!("{}-show", task.name());
    let submit = el("button", "button button--main").attr("type", "submit");
    el("form", "lock-form")
        .key(task.name())
        .sent(send)
        .child(user_name(ui))
        .children(fields)
        .child(tick_box(ui, id, shown, String::new(), show, label))
        .child(
            el("p", "lock-form__end")
                .child(submit.say(ui, button))
                .space()
                .child(told(ui, session, task.name())),
        )
}

/// What a password manager keeps the passphrase under. Without it, it would take some other field for a name.
fn user_name(ui: &Ui) -> Tag {
    input("text", "")
        .attr("autocomplete", "username")
        .attr("value", ui.text(Msg::AppName))
        .flag("readonly", true)
        .flag("hidden", true)
}

/// A field for a passphrase. Nothing about what is typed is guessed, checked or mended.
fn field(
    ui: &Ui,
    shown: bool,
    id: &'static str,
    label: Msg,
    hint: Option<Msg>,
    fill: &'static str,
) -> Tag {
    let kind = if shown { "text" } else { "password" };
    let input = input(kind, "short-field__input")
        .id(id)
        .attr("autocomplete", fill)
        .attr("autocapitalize", "none")
        .attr("autocorrect", "off")
        .attr("spellcheck", "false")
        .attr("dir", "auto")
        .attr("aria-describedby", hint.map(|_| format!("{id}-hint")));
    frame(ui, "short-field", id, label, hint).child(input)
}
