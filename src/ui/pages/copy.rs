//! Opening a copy: from a link, a file, or a text that was pasted. Nothing is kept until the person says so.

mod found;
mod set_up;
mod shown;
mod unlock;

use crate::browser::{clock, files, page as browser};
use crate::i18n::Msg;
use crate::route::Route;
use crate::sharing::envelope::{self, Damage, Kind};
use crate::sharing::file::{self, Inside};
use crate::ui::components::{frame, title, told};
use crate::ui::markup::{Tag, button, el, input, nodes};
use crate::ui::session::{Locked, Received, Sharing};
use crate::ui::{Deed, Event, Mark, Session, Ui};
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;

/// The field for a file.
const FILE: &str = "copy-file";
/// The field for a link or a text.
const TEXT: &str = "copy-text";
/// What says why nothing was opened.
const NAME: &str = "open-copy";

/// The page.
pub(super) fn page(ui: &Ui, session: &Session) -> Html {
    take_from_address(ui);
    match session.received() {
        None => form(ui, session, None),
        Some(Received::Damaged(damage)) => form(ui, session, Some(*damage)),
        Some(Received::Invitation(envelope)) => set_up::invitation(ui, session, envelope),
        Some(Received::SetUp(draft)) => set_up::set_up(ui, session, draft),
        Some(Received::Locked(locked)) => unlock::unlock(ui, session, locked),
        Some(Received::Copy(copy)) => shown::copy(ui, session, copy),
        Some(Received::Plans(plans, looked_at)) => found::found(ui, session, plans, *looked_at),
    }
}

/// What the address holds is taken out of it at once. It is read after the page was drawn, which it changes.
fn take_from_address(ui: &Ui) {
    let fragment = browser::fragment();
    let is_long = fragment.trim_end_matches('/').len() > Route::Copy.to_string().len();
    if !is_long || !fragment.starts_with("#/copy") {
        return;
    }
    let ui = ui.clone();
    spawn_local(async move {
        browser::shorten_address(Route::Copy);
        ui.send(receive(read(&fragment)));
    });
}

/// What a text holds.
fn read(text: &str) -> Received {
    match file::read(text) {
        Ok(Inside::Locked(locked)) => Received::Locked(Rc::new(Locked::Copy(locked))),
        Ok(Inside::BehindLock(saved)) => Received::Locked(Rc::new(Locked::Browser(saved))),
        Ok(Inside::Plans(plans)) => Received::plans(plans),
        Ok(Inside::Invitation(payload)) => {
            Received::Invitation(envelope::write(Kind::Invitation, &payload))
        }
        Ok(Inside::SetUp(draft)) => Received::SetUp(Rc::new(draft)),
        Err(damage) => Received::Damaged(damage),
    }
}

/// Shows what was received.
fn receive(received: Received) -> Deed {
    Deed::new(move |session| session.with_sharing(Sharing::Received(received.clone())))
}

/// Goes back to where a copy is chosen.
fn put_away() -> Deed {
    Deed::new(|mut session| {
        session.sharing = None;
        session
    })
}

/// Where a copy is chosen, and why the last one did not open.
fn form(ui: &Ui, session: &Session, damage: Option<Damage>) -> Html {
    let why = damage.map(|damage| match damage {
        Damage::Missing => Msg::CopyMissing,
        Damage::Changed => Msg::CopyChanged,
        Damage::Incomplete => Msg::CopyIncomplete,
        Damage::Newer => Msg::CopyNewer,
    });
    let status = el("div", "notices")
        .attr("role", "status")
        .child(why.map(|why| el("p", "notice").id("copy-why").say(ui, why)));
    let file = input("file", "short-field__input")
        .id(FILE)
        .attr("accept", ".json,.txt,application/json,text/plain")
        .attr("aria-describedby", "copy-file-hint");
    let text = el("textarea", "answer-field__input copy__paste")
        .id(TEXT)
        .attr("rows", "4")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("translate", "no")
        .attr("dir", "ltr");
    let send = ui.clone();
    let send = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        open(&send);
    });
    let submit = el("button", "button button--main").attr("type", "submit");
    let hint = Some(Msg::CopyPickNote);
    let form = el("form", "copy")
        .key("pick")
        .sent(send)
        .child(frame(ui, "short-field", FILE, Msg::CopyPick, hint).child(file))
        .child(frame(ui, "short-field", TEXT, Msg::CopyPaste, None).child(text))
        .child(
            el("p", "hand-over__ways")
                .child(submit.say(ui, Msg::CopyOpen))
                .space()
                .child(told(ui, session, NAME)),
        );
    nodes()
        .child(title(ui, Msg::CopyTitle))
        .child(el("p", "lead").say(ui, Msg::CopyLead))
        .child(status)
        .child(form)
        .child(save_all(ui, session))
        .html()
}

/// A button that saves all plans as one file, where there are any.
fn save_all(ui: &Ui, session: &Session) -> Option<Tag> {
    let plans = session.library.shelf().plans;
    if session.is_locked() || plans.is_empty() {
        return None;
    }
    let (hears, library) = (ui.clone(), session.library.clone());
    let save = Callback::from(move |_: MouseEvent| {
        let plans = library.shelf().plans.into_iter();
        let texts = plans.filter_map(|plan| Some((plan.id, library.raw(plan.id).ok()??)));
        let texts: Vec<_> = texts.collect();
        let texts = texts.iter().map(|(id, text)| (*id, text.as_str()));
        let file = file::write(texts, clock::today());
        let day = clock::today().map(|day| format!("-{day}"));
        let name = format!("first-light-plans{}.json", day.unwrap_or_default());
        let failed =
            (!files::save(&name, "application/json", &file)).then_some(Msg::HandOverNotSaved);
        hears.send(Event::Mark(Mark::Said("save-all".to_owned(), failed)));
    });
    let button = button("button")
        .id("save-all")
        .attr("aria-describedby", "save-all-hint")
        .clicked(save)
        .say(ui, Msg::CopySaveAll);
    let hint = el("p", "hint").id("save-all-hint");
    Some(
        el("section", "hand-over__part")
            .attr("aria-labelledby", "save-all-title")
            .child(
                el("h2", "group__title")
                    .id("save-all-title")
                    .say(ui, Msg::CopySaveAllTitle),
            )
            .child(hint.say(ui, Msg::CopySaveAllNote))
            .child(
                el("p", "hand-over__ways")
                    .child(button)
                    .space()
                    .child(told(ui, session, "save-all")),
            ),
    )
}

/// Reads what was chosen or pasted. A file comes first.
fn open(ui: &Ui) {
    let ui = ui.clone();
    let say = |ui: &Ui, said| {
        ui.send(Event::Mark(Mark::Said(NAME.to_owned(), Some(said))));
    };
    let pasted = browser::typed_in(TEXT);
    if files::is_chosen(FILE) {
        spawn_local(async move {
            match files::chosen(FILE, file::LONGEST).await {
                Some(text) => show(&ui, &text),
                None => say(&ui, Msg::CopyNotRead),
            }
        });
    } else if pasted.trim().is_empty() {
        say(&ui, Msg::CopyNothing);
    } else {
        show(&ui, &pasted);
    }
}

fn show(ui: &Ui, text: &str) {
    ui.send(receive(read(text)));
    ui.send(Event::focus("question"));
}

/// A button that lets go of what was received.
fn away(ui: &Ui) -> Tag {
    button("button button--quiet")
        .id("put-away")
        .on_click(ui, vec![put_away().into(), Event::focus("question")])
        .say(ui, Msg::CopyAway)
}
