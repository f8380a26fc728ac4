//! The page with a line for a hard day.

use super::View;
use crate::i18n::{Msg, Phrased, Topic};
use crate::questionnaire::Prompt;
use crate::route::Route;
use crate::ui::components::{AnswerField, answer_field, help_me_think};
use crate::ui::markup::{el, link};
use yew::prelude::*;

/// A line for a hard day, and the way to urgent help.
pub(super) fn hard_day(view: View<'_>) -> Html {
    let ui = view.ui;
    let phrases = Prompt::HardDay.phrases();
    let field = AnswerField {
        label: Some(phrases.title),
        hint: phrases.hint,
        ..AnswerField::of(Prompt::HardDay, &view.worksheet().answer(Prompt::HardDay))
    };
    let urgent = link("button", Route::UrgentHelp).say(ui, Msg::SupportUrgentLink);
    let notice = el("section", "notice")
        .attr("aria-labelledby", "urgent-title")
        .child(
            el("h2", "notice__title")
                .id("urgent-title")
                .say(ui, Msg::SupportUrgentTitle),
        )
        .child(el("p", "notice__text").say(ui, Msg::SupportUrgentText))
        .child(el("p", "notice__actions").child(urgent));
    let page = view
        .head(Topic::HardDay.phrases())
        .child(answer_field(ui, field))
        .child(help_me_think(ui, phrases))
        .child(notice);
    view.foot(page)
}
