//! The ways for a copy to go.

use super::{Bench, dates, group, locked};
use crate::browser::{clock, files, page, share};
use crate::export;
use crate::format;
use crate::i18n::{Msg, Words};
use crate::ui::components::told;
use crate::ui::markup::{Tag, button, el, nodes};
use crate::ui::{Event, Mark};
use crate::worksheet::Worksheet;
use yew::platform::spawn_local;
use yew::prelude::*;

/// All of them, after a word about what a receiver can do.
pub(super) fn ways(bench: Bench<'_>) -> Tag {
    let ui = bench.ui;
    let once =
        group(ui, "once", Msg::HandOverOnce).child(el("p", "").say(ui, Msg::HandOverReceiver));
    nodes()
        .child(once)
        .child(paper(bench))
        .child(words(bench))
        .child(file(bench))
        .child(locked::locked(bench))
        .child(dates::dates(bench))
}

fn paper(bench: Bench<'_>) -> Tag {
    let print = button("button")
        .clicked(Callback::from(|_| page::print()))
        .say(bench.ui, Msg::HandOverPrint);
    group(bench.ui, "paper", Msg::HandOverPaper).child(el("p", "hand-over__ways").child(print))
}

/// How a copy is written out.
#[derive(Clone, Copy)]
enum Form {
    Text,
    Markdown,
}

/// Writes the copy out. Buttons do that when they are pressed.
fn written(worksheet: &Worksheet, words: Words, form: Form) -> String {
    let long_date = |date| clock::long_date(date, words.locale().code());
    match form {
        Form::Text => export::text(worksheet, words, &long_date),
        Form::Markdown => export::markdown(worksheet, words, &long_date),
    }
}

fn words(bench: Bench<'_>) -> Tag {
    let ui = bench.ui;
    let share = share::is_possible().then(|| {
        let (words, worksheet) = (ui.scene.words, bench.worksheet.clone());
        let share = Callback::from(move |_| {
            spawn_local(share::share(written(&worksheet, words, Form::Text)));
        });
        button("button").clicked(share).say(ui, Msg::HandOverShare)
    });
    group(ui, "words", Msg::HandOverWords)
        .child(el("p", "hint").say(ui, Msg::HandOverWordsNote))
        .child(
            el("p", "hand-over__ways")
                .child(copy(bench, "copy-text", Msg::HandOverText, Form::Text))
                .space()
                .child(copy(
                    bench,
                    "copy-markdown",
                    Msg::HandOverMarkdown,
                    Form::Markdown,
                ))
                .space()
                .child(share),
        )
}

/// A button that puts the copy on the clipboard.
fn copy(bench: Bench<'_>, name: &'static str, label: Msg, form: Form) -> Tag {
    let (ui, worksheet) = (bench.ui.clone(), bench.worksheet.clone());
    let copy = Callback::from(move |_| {
        let text = written(&worksheet, ui.scene.words, form);
        let ui = ui.clone();
        spawn_local(async move {
            let said = if files::copy(text).await {
                Msg::TroubleCopied
            } else {
                Msg::TroubleCopyFailed
            };
            ui.send(Event::Mark(Mark::Said(name.to_owned(), Some(said))));
        });
    });
    nodes()
        .child(button("button").id(name).clicked(copy).say(bench.ui, label))
        .child(told(bench.ui, bench.view.session, name))
}

fn file(bench: Bench<'_>) -> Tag {
    let (ui, plan) = (bench.ui.clone(), bench.plan());
    let save = Callback::from(move |_: MouseEvent| {
        let saved = files::save(
            &format!("first-light{}.json", day()),
            "application/json",
            &format::encode(&plan),
        );
        ui.send(Event::Mark(Mark::Said(
            "save".to_owned(),
            Some(self::saved(saved)),
        )));
    });
    let save = button("button")
        .id("save-file")
        .clicked(save)
        .say(bench.ui, Msg::HandOverSave);
    group(bench.ui, "file", Msg::HandOverFile)
        .child(el("p", "hint").say(bench.ui, Msg::HandOverFileNote))
        .child(el("p", "hand-over__ways").child(save).child(told(
            bench.ui,
            bench.view.session,
            "save",
        )))
}

/// What is said of a file.
pub(super) fn saved(saved: bool) -> Msg {
    if saved {
        Msg::HandOverSavedFile
    } else {
        Msg::HandOverNotSaved
    }
}

/// Today, for the name of a file. It says nothing of what is in it.
pub(super) fn day() -> String {
    let day = clock::today().map(|day| format!("-{day}"));
    day.unwrap_or_default()
}
