//! The first small sign, and what else.

use super::View;
use crate::i18n::{Msg, Phrased, Topic};
use crate::ui::List;
use crate::ui::components::{Lines, help_me_think, lines_field};
use yew::prelude::*;

/// The page that asks for the signs.
pub(super) fn signs(view: View<'_>) -> Html {
    let phrases = Topic::Signs.phrases();
    let signs = &view.worksheet().signs;
    let lines = Lines {
        list: List::Signs,
        lines: signs
            .iter()
            .map(|(id, line)| (id, line.text.clone()))
            .collect(),
        next: (!signs.is_full()).then(|| signs.next_id()),
        more: Msg::ListWhatElse,
        page_hint: phrases.hint.is_some(),
    };
    let page = view
        .head(phrases)
        .child(lines_field(view, lines))
        .child(help_me_think(view.ui, phrases));
    view.foot(page)
}
