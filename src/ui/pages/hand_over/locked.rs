//! A copy that only a passphrase opens: as a link, as a QR code, as a file.

use super::{Bench, group, ways};
use crate::browser::vault::{self, Refusal};
use crate::browser::{clock, files, page, share};
use crate::i18n::Msg;
use crate::sharing::envelope::Kind;
use crate::sharing::{copy, link as links};
use crate::ui::components::{frame, qr_code, told};
use crate::ui::markup::{Tag, button, el, input, nodes};
use crate::ui::memo::memo;
use crate::ui::session::{Handing, Made, MadeOf, Sharing};
use crate::ui::{Deed, Event, Mark, Ui};
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
    let on_the_web = !page::is_from_a_file();
    let link = on_the_web.then(|| make(bench, "make-link", Msg::HandOverMakeLink, Shape::Link));
    let buttons = el("p", "hand-over__ways")
        .child(link)
        .space()
        .child(make(bench, "make-file", Msg::HandOverMakeFile, Shape::File))
        .space()
        .child(told(ui, bench.view.session, NAME));
    group(ui, "locked", Msg::HandOverLocked)
        .child(el("p", "").say(ui, Msg::HandOverLockedNote))
        .child((!on_the_web).then(|| el("p", "hint").say(ui, Msg::BuilderFile)))
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
        hears.send(Event::DoTyped(locks_with(words, None)));
    });
    let (suggests, before) = (ui.clone(), bench.handing.passphrase.clone());
    let suggest = Callback::from(move |_| {
        let (ui, before) = (suggests.clone(), before.clone());
        spawn_local(async move {
            match vault::suggest().await {
                // What was typed meanwhile stays.
                Ok(words) => ui.send(locks_with(words, Some(before))),
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

/// Another passphrase; nothing if it is to take the place of one that is no longer there. What was said of the
/// last one no longer holds.
fn locks_with(words: String, of: Option<String>) -> Deed {
    Deed::new(move |mut session| {
        let mut handing = session.handing();
        if of.as_ref().is_some_and(|of| *of != handing.passphrase) {
            return session;
        }
        handing.passphrase.clone_from(&words);
        let said = Mark::Said(NAME.to_owned(), None);
        session.marks = session.marks.without(&said);
        session.with_sharing(Sharing::Handing(handing))
    })
}

/// A button that locks the copy.
fn make(bench: Bench<'_>, id: &'static str, label: Msg, shape: Shape) -> Tag {
    let (ui, plan) = (bench.ui.clone(), bench.plan());
    let of = bench.view.session.made_of();
    let passphrase = bench.handing.passphrase.clone();
    let working = Mark::Said(NAME.to_owned(), Some(Msg::HandOverWorking));
    let busy = bench.view.session.marks.has(&working);
    let lock = Callback::from(move |_: MouseEvent| {
        if busy {
            return;
        }
        if counted(&passphrase) < LEAST {
            return say(&ui, Msg::HandOverShort);
        }
        ui.send(Event::Mark(working.clone()));
        let (ui, passphrase, of) = (ui.clone(), passphrase.clone(), of.clone());
        let packed = copy::pack(&plan, clock::today());
        let begin = move || {
            spawn_local(async move {
                match vault::lock_copy(&passphrase, &packed).await {
                    Ok(locked) if shape == Shape::File => save(&ui, &locked),
                    Ok(locked) => show(&ui, of, &locked),
                    Err(why) => say(&ui, refused(why)),
                }
            });
        };
        Timeout::new(TO_BE_SEEN, begin).forget();
    });
    button("button").id(id).clicked(lock).say(bench.ui, label)
}

/// How many letters and signs of a passphrase count: not what sets its words apart.
fn counted(passphrase: &str) -> usize {
    let apart = |letter: &char| letter.is_whitespace() || *letter == '-';
    passphrase.chars().filter(|letter| !apart(letter)).count()
}

fn save(ui: &Ui, locked: &[u8]) {
    let text = copy::as_file(locked, ui.text(Msg::HandOverFileSays));
    let name = format!("first-light{}-locked.txt", ways::day());
    let said = if files::save(&name, "text/plain", &text) {
        Msg::HandOverSaved
    } else {
        Msg::HandOverNotSaved
    };
    say(ui, said);
}

/// Shows the link, unless the person has gone on meanwhile: to another plan, choice or passphrase.
fn show(ui: &Ui, of: Option<MadeOf>, locked: &[u8]) {
    let base = page::base().unwrap_or_default();
    let made = match links::write(&base, Kind::LockedCopy, locked) {
        Ok(link) => Made::Link(link),
        Err(too_long) => Made::TooLong(too_long.by),
    };
    ui.send(Deed::new(move |mut session| {
        let of = of
            .clone()
            .filter(|of| session.made_of().as_ref() == Some(of));
        let is_made = of.is_some() && matches!(made, Made::Link(_));
        let said = Mark::Said(NAME.to_owned(), is_made.then_some(Msg::HandOverMade));
        session.marks = session.marks.with(said);
        let Some(of) = of else { return session };
        let handing = Handing {
            made: Some((made.clone(), of)),
            ..session.handing()
        };
        session.with_sharing(Sharing::Handing(handing))
    }));
}

fn say(ui: &Ui, said: Msg) {
    ui.send(Event::Mark(Mark::Said(NAME.to_owned(), Some(said))));
}

fn refused(why: Refusal) -> Msg {
    match why {
        Refusal::NotLoaded => Msg::LockNotLoaded,
        Refusal::Wrong | Refusal::Unreadable | Refusal::Newer | Refusal::NotPossible => {
            Msg::LockNotPossible
        }
    }
}

/// The link, once there is one.
fn made(bench: Bench<'_>) -> Option<Tag> {
    let ui = bench.ui;
    let (made, of) = bench.handing.made.as_ref()?;
    if bench.view.session.made_of().as_ref() != Some(of) {
        return None;
    }
    let link = match made {
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
