//! A button that puts the plan on the clipboard.

use crate::browser::{clock, files};
use crate::export;
use crate::i18n::Msg;
use crate::ui::markup::{Tag, button, el, nodes};
use crate::ui::{Event, Mark, Session, Ui};
use crate::worksheet::Worksheet;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;

/// A button that puts the plan on the clipboard as plain text, and says how it went. What the person
/// leaves out of copies is in it only if they keep this one for themselves.
pub fn copy_text(
    ui: &Ui,
    session: &Session,
    label: Msg,
    worksheet: &Rc<Worksheet>,
    everything: bool,
) -> Tag {
    let name = if everything {
        "copy-everything"
    } else {
        "copy"
    };
    nodes()
        .child(
            button("button")
                .clicked(copy(ui, name, worksheet, everything))
                .say(ui, label),
        )
        .child(told(ui, session, name))
}

fn copy(
    ui: &Ui,
    name: &'static str,
    worksheet: &Rc<Worksheet>,
    everything: bool,
) -> Callback<MouseEvent> {
    let (ui, worksheet) = (ui.clone(), Rc::clone(worksheet));
    Callback::from(move |_| {
        let words = ui.scene.words;
        let long_date = |date| clock::long_date(date, words.locale().code());
        let text = if everything {
            export::text(&export::with_everything(&worksheet), words, &long_date)
        } else {
            export::text(&worksheet, words, &long_date)
        };
        let ui = ui.clone();
        spawn_local(async move {
            let copied = files::copy(text).await;
            let said = if copied {
                Msg::TroubleCopied
            } else {
                Msg::TroubleCopyFailed
            };
            ui.send(Event::Mark(Mark::Said(name.to_owned(), Some(said))));
        });
    })
}

/// What the button with this name said when it was done.
pub fn told(ui: &Ui, session: &Session, name: &str) -> Tag {
    let said = session.marks.iter().find_map(|mark| match mark {
        Mark::Said(button, said) if button == name => *said,
        _ => None,
    });
    el("span", "told")
        .attr("role", "status")
        .child(said.map(|said| ui.text(said)))
}
