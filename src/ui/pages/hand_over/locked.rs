//! A copy that only a passphrase opens: as a link, as a QR code, as a file.

use super::{Bench, change, group, ways};
use crate::browser::vault::{self, Refusal};
use crate::browser::{clock, files, page, share};
use crate::i18n::Msg;
use crate::sharing::envelope::Kind;
use crate::sharing::{copy, link as links};
use crate::ui::components::{frame, qr_code, told};
use crate::ui::markup::{Tag, button, el, input, nodes};
use crate::ui::memo::memo;
use crate::ui::session::Made;
use crate::ui::{Event, Mark, Ui};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::AttrValue;
use yew::platform::spawn_local;
use yew::prelude::*;

/// The least number of letters and signs in a passphrase.
const LEAST: usize = 10;

/// How long the page has to show what is being done, in milliseconds, before it stands still for it.
const TO_BE_SEEN: u32 = 60;

/// What says how locking went.
const NAME: &str = "lock-copy";

/// What a locked copy is to become.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Link,
    File,
}

/// The passphrase, the ways, and the link once there is one.
pub(super) fn locked(bench: Bench<'_>) -> Tag {
    let ui = bench.ui;
    let buttons = el("p", "hand-over__ways")
        .child(make(bench, "make-link", Msg::HandOverMakeLink, Shape::Link))
        .space()
        .child(make(bench, "make-file", Msg::HandOverMakeFile, Shape::File))
        .space()
        .child(told(ui, bench.view.session, NAME));
    group(ui, "locked", Msg::HandOverLocked)
        .child(el("p", "").say(ui, Msg::HandOverLockedNote))
        .child(passphrase(bench))
        .child(buttons)
        .child(made(bench))
}

fn passphrase(bench: Bench<'_>) -> Tag {
    const ID: &str = "copy-passphrase";
    let ui = bench.ui;
    let hears = ui.clone();
    let typed = Callback::from(move |event: InputEvent| {
        let field = event
            .target()
            .and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        let words = field.map(|field| field.value()).unwrap_or_default();
        hears.send(change(move |handing| {
            handing.passphrase.clone_from(&words);
            handing.made = None;
        }));
    });
    let suggests = ui.clone();
    let suggest = Callback::from(move |_| {
        let ui = suggests.clone();
        spawn_local(async move {
            match vault::suggest().await {
                Ok(words) => ui.send(change(move |handing| {
                    handing.passphrase.clone_from(&words);
                    handing.made = None;
                })),
                Err(why) => say(&ui, refused(why)),
            }
        });
    });
    // It is to be read out, so it is shown.
    let field = input("text", "short-field__input")
        .id(ID)
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("autocorrect", "off")
        .attr("spellcheck", "false")
        .attr("translate", "no")
        .attr("dir", "auto")
        .attr("aria-describedby", "copy-passphrase-hint")
        .holds(AttrValue::from(bench.handing.passphrase.clone()))
        .typed(typed);
    let hint = Some(Msg::HandOverPassphraseHint);
    nodes()
        .child(frame(ui, "short-field", ID, Msg::HandOverPassphrase, hint).child(field))
        .child(
            el("p", "hand-over__ways").child(
                button("button button--quiet")
                    .id("suggest")
                    .clicked(suggest)
                    .say(ui, Msg::HandOverSuggest),
            ),
        )
}

/// A button that locks the copy.
fn make(bench: Bench<'_>, id: &'static str, label: Msg, shape: Shape) -> Tag {
    let (ui, plan) = (bench.ui.clone(), bench.plan());
    let passphrase = bench.handing.passphrase.clone();
    let working = Mark::Said(NAME.to_owned(), Some(Msg::HandOverWorking));
    let busy = bench.view.session.marks.has(&working);
    let lock = Callback::from(move |_: MouseEvent| {
        if busy {
            return;
        }
        if passphrase.trim().chars().count() < LEAST {
            return say(&ui, Msg::HandOverShort);
        }
        ui.send(Event::Mark(working.clone()));
        let (ui, passphrase) = (ui.clone(), passphrase.clone());
        let packed = copy::pack(&plan, clock::today());
        let begin = move || {
            spawn_local(async move {
                match vault::lock_copy(&passphrase, &packed).await {
                    Ok(locked) => finish(&ui, shape, &locked),
                    Err(why) => say(&ui, refused(why)),
                }
            });
        };
        Timeout::new(TO_BE_SEEN, begin).forget();
    });
    button("button").id(id).clicked(lock).say(bench.ui, label)
}

fn finish(ui: &Ui, shape: Shape, locked: &[u8]) {
    if shape == Shape::File {
        let text = copy::as_file(locked, ui.text(Msg::HandOverFileSays));
        let name = format!("first-light{}-locked.txt", ways::day());
        let said = if files::save(&name, "text/plain", &text) {
            Msg::HandOverSaved
        } else {
            Msg::HandOverNotSaved
        };
        return say(ui, said);
    }
    let base = page::base().unwrap_or_default();
    let made = match links::write(&base, Kind::LockedCopy, locked) {
        Ok(link) => Made::Link(link),
        Err(too_long) => Made::TooLong(too_long.by),
    };
    let said = matches!(made, Made::Link(_)).then_some(Msg::HandOverMade);
    ui.send(change(move |handing| handing.made = Some(made.clone())));
    ui.send(Event::Mark(Mark::Said(NAME.to_owned(), said)));
}

fn say(ui: &Ui, said: Msg) {
    ui.send(Event::Mark(Mark::Said(NAME.to_owned(), Some(said))));
}

fn refused(why: Refusal) -> Msg {
    match why {
        Refusal::NotLoaded => Msg::LockNotLoaded,
        Refusal::Wrong | Refusal::Unreadable | Refusal::NotPossible => Msg::LockNotPossible,
    }
}

/// The link, once there is one.
fn made(bench: Bench<'_>) -> Option<Tag> {
    let ui = bench.ui;
    let link = match bench.handing.made.as_ref()? {
        Made::Link(link) => link,
        Made::TooLong(by) => {
            let text = ui.fill_one(Msg::HandOverTooLong, "n", &by.to_string());
            return Some(el("p", "notice").attr("role", "status").child(text));
        }
    };
    let field = input("text", "short-field__input")
        .id("locked-link")
        .attr("readonly", "readonly")
        .attr("dir", "ltr")
        .attr("translate", "no")
        .holds(AttrValue::from(link.clone()));
    let share = share::is_possible().then(|| {
        let link = link.clone();
        let share = Callback::from(move |_| spawn_local(share::share(link.clone())));
        button("button")
            .clicked(share)
            .say(ui, Msg::HandOverShareLink)
    });
    let ways = el("p", "hand-over__ways")
        .child(copy_link(ui, link))
        .space()
        .child(share)
        .child(told(ui, bench.view.session, "copy-link"));
    let code = el("details", "hand-over__code")
        .child(el("summary", "").say(ui, Msg::HandOverCode))
        .child(memo(ui, None, AttrValue::from(link.clone()), draw));
    Some(
        el("div", "hand-over__made")
            .child(
                frame(
                    ui,
                    "short-field",
                    "locked-link",
                    Msg::HandOverLinkLabel,
                    None,
                )
                .child(field),
            )
            .child(ways)
            .child(code),
    )
}

fn copy_link(ui: &Ui, link: &str) -> Tag {
    let (hears, link) = (ui.clone(), link.to_owned());
    let copy = Callback::from(move |_| {
        let (ui, link) = (hears.clone(), link.clone());
        spawn_local(async move {
            let said = if files::copy(link).await {
                Msg::TroubleCopied
            } else {
                Msg::TroubleCopyFailed
            };
            ui.send(Event::Mark(Mark::Said("copy-link".to_owned(), Some(said))));
        });
    });
    button("button")
        .clicked(copy)
        .say(ui, Msg::HandOverCopyLink)
}

fn draw(ui: &Ui, link: &AttrValue) -> Html {
    match qr_code(ui, link, Msg::HandOverCodeLabel) {
        Some(code) => nodes()
            .child(code)
            .child(el("p", "hint").say(ui, Msg::HandOverCodeNote))
            .html(),
        None => el("p", "hint").say(ui, Msg::HandOverCodeTooLong).html(),
    }
}
