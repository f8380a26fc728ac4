//! A page with one question that takes text.

use super::View;
use crate::i18n::Phrased;
use crate::questionnaire::{Page, Prompt};
use crate::ui::components::{AnswerField, answer_field, carried, help_me_think};
use yew::prelude::*;

/// A page with one question that takes text, and earlier words that help with it.
pub(super) fn ask(view: View<'_>, prompt: Prompt, earlier: &[Prompt]) -> Html {
    let phrases = prompt.phrases();
    let field = AnswerField {
        page_hint: phrases.hint.is_some(),
        ..AnswerField::of(prompt, &view.worksheet().answer(prompt))
    };
    let earlier = earlier.iter().map(|prompt| {
        let from = Page::asking(*prompt).map_or(view.open.place.section(), Page::section);
        carried(view.ui, from, &view.worksheet().text(*prompt))
    });
    let page = view
        .head(phrases)
        .children(earlier)
        .child(answer_field(view.ui, field))
        .child(help_me_think(view.ui, phrases));
    view.foot(page)
}
