//! The days of a plan as a file for a calendar.

use super::{Bench, change, group, ways};
use crate::browser::{clock, files};
use crate::i18n::Msg;
use crate::sharing::calendar::calendar;
use crate::ui::components::{tick_box, told};
use crate::ui::markup::{Tag, button, el};
use crate::ui::{Event, Mark};
use crate::worksheet::Worksheet;
use yew::prelude::*;

/// What goes along, and what the link said that began the plan: no copy holds that, but the file is for the
/// person's own calendar.
fn dated(bench: Bench<'_>) -> Worksheet {
    Worksheet {
        invitation: bench.view.worksheet().invitation.clone(),
        ..Worksheet::clone(bench.worksheet)
    }
}

/// A button that saves them, where there are any.
pub(super) fn dates(bench: Bench<'_>) -> Tag {
    let ui = bench.ui;
    let part = group(ui, "dates", Msg::HandOverDates);
    let (id, with_words) = (bench.view.open.id, bench.handing.words);
    let words = ui.scene.words;
    let worksheet = dated(bench);
    if calendar(&worksheet, id, words, 0, false).is_none() {
        return part.child(el("p", "hint").say(ui, Msg::HandOverNoDates));
    }
    let hears = ui.clone();
    let save = Callback::from(move |_: MouseEvent| {
        let file = calendar(&worksheet, id, words, clock::now(), with_words).unwrap_or_default();
        let name = format!("first-light{}.ics", ways::day());
        let said = super::ways::saved(files::save(&name, "text/calendar", &file));
        hears.send(Event::Mark(Mark::Said("save-dates".to_owned(), Some(said))));
    });
    let label = el("span", "").say(ui, Msg::HandOverDatesWords);
    let tick = change(|handing| handing.words = !handing.words).into();
    part.child(el("p", "hint").say(ui, Msg::HandOverDatesNote))
        .child(tick_box(
            ui,
            "dates-words".to_owned(),
            with_words,
            String::new(),
            tick,
            label,
        ))
        .child(
            el("p", "hand-over__ways")
                .child(
                    button("button")
                        .id("save-dates")
                        .clicked(save)
                        .say(ui, Msg::HandOverDatesSave),
                )
                .child(told(ui, bench.view.session, "save-dates")),
        )
}
