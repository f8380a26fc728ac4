//! The plan as a document, to check, print and copy.

use super::View;
use super::invitation::kept_letter;
use crate::browser::{clock, page};
use crate::export;
use crate::i18n::{Msg, Phrased, Topic};
use crate::route::Route;
use crate::ui::components::{Choice, ChoiceItem, choice, copy_text, short_field, summary_section};
use crate::ui::markup::{Tag, button, el, link, nodes};
use crate::ui::{Event, Mark, Target};
use yew::prelude::*;

/// The plan as a document. What stands outside the article is not printed.
pub(super) fn summary(view: View<'_>) -> Html {
    let (ui, worksheet) = (view.ui, view.worksheet());
    let unanswered = view.session.marks.has(&Mark::Unanswered);
    let parts = export::outline(worksheet, ui.scene.words, unanswered);
    let empty = parts.is_empty();
    let print = button("button button--main")
        .clicked(Callback::from(|_| page::print()))
        .say(ui, Msg::SummaryPrint);
    let hand_over = link("button", Route::HandOver(view.open.id)).say(ui, Msg::HandOverLink);
    let more = link("button", Route::Print(view.open.id)).say(ui, Msg::PaperMore);
    let copy = copy_text(
        ui,
        view.session,
        Msg::SummaryCopyText,
        &view.open.worksheet,
        false,
    );
    let actions = el("div", "summary-actions")
        .child(print)
        .child(more)
        .child(hand_over)
        .child(copy);
    let hint = Some(Msg::SummaryNameHint);
    let sections = parts
        .into_iter()
        .map(|part| summary_section(ui, view.open.id, part));
    let article = el("article", "summary")
        .attr("aria-labelledby", "summary-title")
        .child(head(view))
        .child(empty.then(|| el("p", "summary__nothing").say(ui, Msg::SummaryNothingYet)))
        .child(nodes().children(sections))
        .child(el("p", "summary__end").say(ui, Msg::PrintFooter));
    let letter = kept_letter(ui, worksheet).map(|letter| {
        el("details", "")
            .child(el("summary", "").say(ui, Msg::InvitationKept))
            .child(letter)
    });
    let page = view
        .head(Topic::Summary.phrases())
        .child(letter)
        .child(actions)
        .child(short_field(
            ui,
            Target::Name,
            &worksheet.name,
            Msg::SummaryName,
            hint,
        ))
        .child(hide_or_show(view, unanswered))
        .child(article)
        .child((!empty).then(|| el("p", "summary__done").say(ui, Msg::SummaryDone)));
    view.foot(page)
}

/// Whether questions without an answer are shown.
fn hide_or_show(view: View<'_>, unanswered: bool) -> Tag {
    let item = |value, title, checked, event| ChoiceItem {
        value,
        title,
        text: None,
        checked,
        event,
    };
    let (hide, show) = (
        Event::Unmark(Mark::Unanswered),
        Event::Mark(Mark::Unanswered),
    );
    let items = vec![
        item("hide", Msg::SummaryHideUnanswered, !unanswered, hide),
        item("show", Msg::SummaryShowUnanswered, unanswered, show),
    ];
    let legend = Some(Msg::SummaryUnanswered);
    choice(
        view.ui,
        Choice {
            legend,
            row: true,
            ..Choice::named("unanswered")
        },
        items,
    )
}

/// The plan's name and date.
fn head(view: View<'_>) -> Tag {
    let ui = view.ui;
    let name = &view.worksheet().name;
    let title = if name.is_blank() {
        el("h2", "summary__title")
            .id("summary-title")
            .say(ui, Msg::SummaryUntitled)
    } else {
        el("h2", "summary__title words")
            .id("summary-title")
            .words(name)
    };
    let date = view.session.today().map(|today| {
        let date = clock::long_date(today, ui.scene.words.locale().code());
        el("p", "summary__date").child(ui.fill(Msg::SummaryPlanOf, &[("date", &date)]))
    });
    el("header", "summary__head").child(title).child(date)
}
