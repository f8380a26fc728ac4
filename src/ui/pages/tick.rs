//! Which of the person's own lines already happen, even a little.

use super::View;
use crate::i18n::{Msg, Phrased, Topic};
use crate::questionnaire::Page;
use crate::ui::components::{help_me_think, nothing_yet, piece_tick};
use crate::ui::markup::{el, link};
use yew::prelude::*;

/// The page on which the person ticks what already happens.
pub(super) fn tick(view: View<'_>) -> Html {
    let ui = view.ui;
    let phrases = Topic::Tick.phrases();
    let sources = view.worksheet().sources();
    let page = view.head(phrases);
    if sources.is_empty() {
        let way = link("button", view.page(Page::Signs)).say(ui, Msg::PiecesWriteSome);
        return view.foot(page.child(nothing_yet(ui, Msg::PiecesNoneYet, way)));
    }
    let lines = sources
        .iter()
        .map(|(source, words)| piece_tick(view, *source, words));
    let list = el("ul", "cards")
        .attr("aria-labelledby", "question")
        .children(lines);
    view.foot(page.child(list).child(help_me_think(ui, phrases)))
}
