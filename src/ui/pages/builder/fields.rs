//! Fields of a set-up. They look like those of a plan, and write into the set-up instead.

use super::{Bench, change};
use crate::i18n::Msg;
use crate::ui::components::typed_words;
use crate::ui::markup::{Tag, el, input};
use crate::ui::{Deed, Event};
use crate::worksheet::{DraftEdit, InvitationEdit, Text};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// A field that takes words.
pub(super) struct Field<'a> {
    /// Its id in the page.
    pub(super) id: String,
    /// What it is called.
    pub(super) label: Msg,
    /// A line below that.
    pub(super) hint: Option<Msg>,
    /// The words that are there now.
    pub(super) value: &'a Text,
    /// The least number of lines; `None` for a field of one line.
    pub(super) rows: Option<u32>,
    /// The most characters.
    pub(super) longest: usize,
}

/// A field that takes words, exactly as they are typed.
pub(super) fn words(
    bench: Bench<'_>,
    field: Field<'_>,
    edit: impl Fn(Text) -> DraftEdit + 'static,
) -> Tag {
    let (id, ui) = (bench.id, bench.ui);
    let write = ui_write(bench, move |words| change(id, edit(words)));
    let hint_id = field.hint.map(|_| format!("{}-hint", field.id));
    let [frame, label, hint, element] = match field.rows {
        Some(_) => [
            "answer-field",
            "answer-field__label",
            "answer-field__hint",
            "answer-field__input",
        ],
        None => [
            "short-field",
            "short-field__label",
            "short-field__hint",
            "short-field__input",
        ],
    };
    let element = match field.rows {
        Some(rows) => el("textarea", element).attr("rows", rows.to_string()),
        None => input("text", element),
    };
    let element = element
        .id(field.id.clone())
        .own()
        .attr("maxlength", field.longest.to_string())
        .attr("aria-describedby", hint_id.clone())
        .attr("autocomplete", "off")
        .attr("spellcheck", bench.ui.scene.spell_check.to_string())
        .holds(field.value.shared().into())
        .typed(write);
    let hint = field
        .hint
        .map(|text| el("p", hint).id(hint_id).say(ui, text));
    el("div", frame)
        .child(
            el("label", label)
                .attr("for", field.id)
                .say(ui, field.label),
        )
        .child(hint)
        .child(element)
}

fn ui_write(bench: Bench<'_>, deed: impl Fn(Text) -> Deed + 'static) -> Callback<InputEvent> {
    let ui = bench.ui.clone();
    Callback::from(move |event: InputEvent| {
        if let Some(words) = typed_words(&event) {
            ui.send(Event::DoTyped(deed(words)));
        }
    })
}

/// The next appointment. What is typed halfway counts as no day, and stays in the field.
pub(super) fn date(bench: Bench<'_>) -> Tag {
    let (ui, id) = (bench.ui, bench.id);
    let date = bench.invitation.appointment;
    let write = ui_write(bench, move |words| {
        let date = InvitationEdit::Appointment(words.parse().ok());
        change(id, DraftEdit::Edit(date))
    });
    let field = input("date", "short-field__input")
        .id("appointment")
        .attr("max", "9999-12-31")
        .attr("autocomplete", "off")
        .holds(date.map(|date| date.to_string()).unwrap_or_default().into())
        .typed(write);
    let label = el("label", "short-field__label").attr("for", "appointment");
    el("div", "short-field short-field--date")
        .child(label.say(ui, Msg::BuilderAppointment))
        .child(field)
}

/// Hears which of several was chosen, by its value.
pub(super) fn choose(
    bench: Bench<'_>,
    edit: impl Fn(&str) -> InvitationEdit + 'static,
) -> Callback<yew::Event> {
    let (ui, id) = (bench.ui.clone(), bench.id);
    Callback::from(move |event: yew::Event| {
        if let Some(field) = event.target_dyn_into::<HtmlSelectElement>() {
            ui.send(change(id, DraftEdit::Edit(edit(&field.value()))));
        }
    })
}
