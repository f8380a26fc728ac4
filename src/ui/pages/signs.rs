//! The first small sign, and what else.

use super::View;
use crate::i18n::{Msg, Phrased, Topic};
use crate::ui::List;
use crate::ui::components::{Lines, help_me_think, lines_field};
use yew::prelude::*;

/// The page that asks for the signs.
pub(super) fn signs(view: View<'_>) -> Html {
    let phrases = Topic::Signs.phrases();
    let lines = Lines::of(
        List::Signs,
        &view.worksheet().signs,
        |line| &line.text,
        Msg::ListWhatElse,
    );
    let page = view
        .head(phrases)
        .child(lines_field(view, lines))
        .child(help_me_think(view.ui, phrases));
    view.foot(page)
}
