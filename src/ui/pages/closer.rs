//! A closer look at what already happens.

use super::View;
use crate::i18n::{Msg, Phrased, Topic};
use crate::questionnaire::Page;
use crate::ui::components::{help_me_think, nothing_yet, piece_card};
use crate::ui::markup::{el, link};
use yew::prelude::*;

/// The page that asks about each ticked piece.
pub(super) fn closer(view: View<'_>) -> Html {
    let ui = view.ui;
    let phrases = Topic::Closer.phrases();
    let ticked = view.worksheet().ticked();
    let page = view.head(phrases);
    if ticked.is_empty() {
        let way = link("button", view.page(Page::Tick)).say(ui, Msg::PiecesTickSome);
        return view.foot(page.child(nothing_yet(ui, Msg::PiecesNoneTicked, way)));
    }
    let cards = ticked
        .into_iter()
        .enumerate()
        .map(|(place, (source, words, piece))| piece_card(view, place, source, words, piece));
    let page = page
        .child(el("ul", "cards").children(cards))
        .child(help_me_think(ui, phrases));
    view.foot(page)
}
