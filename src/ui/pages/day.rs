//! The walk through the day.

use super::View;
use crate::i18n::{Msg, Phrased, Topic};
use crate::questionnaire::Prompt;
use crate::ui::Target;
use crate::ui::components::{AnswerField, answer_field, carried_lines, help_me_think};
use crate::ui::markup::el;
use crate::worksheet::{Moment, Text};
use yew::prelude::*;

/// The page that walks through the day, from waking to bedtime.
pub(super) fn day(view: View<'_>) -> Html {
    let ui = view.ui;
    let signs: Vec<Text> = view
        .worksheet()
        .signs
        .iter()
        .map(|(_, line)| line.text.clone())
        .filter(|words| !words.is_blank())
        .collect();
    let moments = Moment::ALL.into_iter().map(|moment| {
        let prompt = Prompt::Moment(moment);
        let phrases = prompt.phrases();
        let words = view.worksheet().text(prompt);
        let field = AnswerField::labelled(Target::Answer(prompt), words, phrases);
        el("section", "moment")
            .key(moment.slug())
            .child(answer_field(ui, field))
            .child(help_me_think(ui, phrases))
    });
    let page = view
        .head(Topic::Day.phrases())
        .child(carried_lines(ui, Msg::AnswerYourSigns, &signs))
        .child(el("div", "moments").children(moments));
    view.foot(page)
}
