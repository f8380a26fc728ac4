//! The person's own earlier words, carried forward to where they help.

use crate::i18n::{Msg, Phrased};
use crate::questionnaire::Section;
use crate::ui::Ui;
use crate::ui::markup::{Tag, el};
use crate::worksheet::Text;

/// One earlier answer, exactly as it was typed, and where it was written. Nothing if it is blank.
pub fn carried(ui: &Ui, from: Section, words: &Text) -> Option<Tag> {
    if words.is_blank() {
        return None;
    }
    let section = ui.text(from.phrases().title);
    let from = ui.fill(Msg::AnswerYouWrote, &[("section", section)]);
    let figure = el("figure", "carried")
        .child(el("figcaption", "carried__from").child(from))
        .child(el("blockquote", "carried__words words").words(words));
    Some(figure)
}

/// Several earlier lines, exactly as they were typed, and what they are. Nothing if there are none.
pub fn carried_lines(ui: &Ui, from: Msg, lines: &[Text]) -> Option<Tag> {
    if lines.is_empty() {
        return None;
    }
    let items = lines.iter().map(|words| el("li", "words").words(words));
    let figure = el("figure", "carried")
        .child(el("figcaption", "carried__from").say(ui, from))
        .child(el("ul", "carried__list").children(items));
    Some(figure)
}
