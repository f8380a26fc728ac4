//! The first words to a new visitor.

use super::heading::question;
use crate::i18n::Msg;
use crate::route::Route;
use crate::ui::Ui;
use crate::ui::markup::{el, link};
use yew::prelude::*;

/// The notes below the way in, also painted by `index.html` before the program arrives.
pub const HERO_NOTES: [Msg; 3] = [Msg::HomeNotePace, Msg::HomeNotePrivate, Msg::HomeNoteStop];

/// The first words to a new visitor, and where a new plan begins. `index.html` paints the same, so that
/// nothing moves when the program arrives.
pub fn hero(ui: &Ui, begin: Route) -> Html {
    let begin = link("button button--main", begin).say(ui, Msg::HomeBegin);
    let notes = HERO_NOTES.iter().map(|note| el("li", "").say(ui, *note));
    el("div", "hero")
        .child(question("hero__title").say(ui, Msg::HomeFirstTitle))
        .child(el("p", "hero__line").say(ui, Msg::HomeFirstLine))
        .child(el("p", "hero__actions").child(begin))
        .child(el("ul", "hero__notes").children(notes))
        .html()
}
