//! The link itself: to copy, to share, as a QR code, and as a hand-out on paper.

use super::Bench;
use crate::browser::{files, page as browser, share};
use crate::i18n::Msg;
use crate::sharing::link::TooLong;
use crate::ui::components::{qr_code, told};
use crate::ui::markup::{Tag, button, el, input, nodes};
use crate::ui::memo::memo;
use crate::ui::pages::invitation::{in_its_words, letter, read_as};
use crate::ui::{Event, Mark, Ui};
use yew::AttrValue;
use yew::platform::spawn_local;
use yew::prelude::*;

/// From this length on, in characters, it is said how long the link is.
const NEAR: usize = 1_600;

/// Where the program stands. In tests there is no address.
pub(super) fn base() -> Option<String> {
    if cfg!(target_arch = "wasm32") {
        browser::base()
    } else {
        Some("https://first-light.example/".to_owned())
    }
}

/// The link, or why there is none.
pub(super) fn link(bench: Bench<'_>) -> Tag {
    let ui = bench.ui;
    let part = super::group(ui, "link-title", Msg::BuilderLink);
    let Some(link) = bench.link else {
        return part.child(el("p", "").say(ui, Msg::BuilderFile));
    };
    let status = el("p", "builder__length").attr("role", "status");
    match link {
        Err(TooLong { by }) => {
            let text = ui.fill_one(Msg::BuilderTooLong, "n", &by.to_string());
            part.child(status.child(text))
        }
        Ok(link) => {
            let length = link.chars().count();
            let near =
                (length > NEAR).then(|| ui.fill_one(Msg::BuilderLength, "n", &length.to_string()));
            part.child(el("p", "hint").say(ui, Msg::BuilderPrivate))
                .child(field(ui, link))
                .child(status.child(near))
                .child(buttons(bench, link))
                .child(code(ui, link))
        }
    }
}

fn field(ui: &Ui, link: &str) -> Tag {
    let label = el("label", "short-field__label").attr("for", "link");
    let link = input("text", "short-field__input builder__link")
        .id("link")
        .attr("readonly", "readonly")
        .attr("dir", "ltr")
        .attr("translate", "no")
        .attr("spellcheck", "false")
        .holds(AttrValue::from(link.to_owned()));
    el("div", "short-field")
        .child(label.say(ui, Msg::BuilderLinkLabel))
        .child(link)
}

fn buttons(bench: Bench<'_>, link: &str) -> Tag {
    let ui = bench.ui;
    let copy = button("button button--main")
        .clicked(copy(ui, link))
        .say(ui, Msg::BuilderCopy);
    let share = share::is_possible().then(|| {
        let link = link.to_owned();
        let share = Callback::from(move |_| spawn_local(share::share(link.clone())));
        button("button").clicked(share).say(ui, Msg::BuilderShare)
    });
    let print = button("button")
        .clicked(Callback::from(|_| browser::print()))
        .say(ui, Msg::BuilderPrint);
    let own = link
        .find('#')
        .and_then(|at| link.get(at..))
        .unwrap_or_default();
    let open = el("a", "button button--quiet")
        .attr("href", own.to_owned())
        .say(ui, Msg::BuilderTry);
    el("div", "builder__ways")
        .child(copy)
        .child(share)
        .child(print)
        .child(open)
        .child(told(ui, bench.session, "copy-link"))
}

fn copy(ui: &Ui, link: &str) -> Callback<MouseEvent> {
    let (ui, link) = (ui.clone(), link.to_owned());
    Callback::from(move |_| {
        let (ui, link) = (ui.clone(), link.clone());
        spawn_local(async move {
            let said = if files::copy(link).await {
                Msg::BuilderCopied
            } else {
                Msg::BuilderCopyFailed
            };
            ui.send(Event::Mark(Mark::Said("copy-link".to_owned(), Some(said))));
        });
    })
}

/// The QR code, drawn anew only when the link has changed.
fn code(ui: &Ui, link: &str) -> Tag {
    el("details", "builder__code")
        .child(el("summary", "").say(ui, Msg::BuilderCode))
        .child(memo(ui, None, AttrValue::from(link.to_owned()), draw))
}

fn draw(ui: &Ui, link: &AttrValue) -> Html {
    match picture(ui, link) {
        Some(picture) => picture.html(),
        None => el("p", "hint").say(ui, Msg::BuilderCodeTooLong).html(),
    }
}

fn picture(ui: &Ui, link: &str) -> Option<Tag> {
    qr_code(ui, link, Msg::BuilderCodeLabel)
}

/// What is printed: the greeting, the code, and what to do with it. It is not shown on the screen.
pub(super) fn hand_out(bench: Bench<'_>) -> Tag {
    let ui = &in_its_words(bench.ui, bench.invitation);
    let Some(Ok(link)) = bench.link else {
        return nodes();
    };
    read_as(el("article", "hand-out print-only"), ui)
        .attr("aria-hidden", "true")
        .child(letter(ui, bench.invitation, true))
        .child(memo(ui, None, AttrValue::from(link.to_owned()), way_in))
}

fn way_in(ui: &Ui, link: &AttrValue) -> Html {
    let code = picture(ui, link);
    let how = if code.is_some() {
        Msg::BuilderScan
    } else {
        Msg::BuilderType
    };
    let address = code.is_none().then(|| {
        el("p", "hand-out__link")
            .attr("dir", "ltr")
            .child(link.clone())
    });
    el("div", "hand-out__way")
        .child(code)
        .child(
            el("div", "")
                .child(el("p", "").say(ui, how))
                .child(address)
                .child(el("p", "").say(ui, Msg::BuilderPaperPrivate)),
        )
        .html()
}
