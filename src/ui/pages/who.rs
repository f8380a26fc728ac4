//! Who would notice.

use super::View;
use crate::i18n::{Msg, Phrased, Topic};
use crate::ui::List;
use crate::ui::components::{Lines, help_me_think, lines_field};
use yew::prelude::*;

/// The page that asks who would notice without being told.
pub(super) fn who(view: View<'_>) -> Html {
    let phrases = Topic::Who.phrases();
    let lines = Lines::of(
        List::Witnesses,
        &view.worksheet().witnesses,
        |witness| &witness.who,
        Msg::OthersAdd,
    );
    let page = view
        .head(phrases)
        .child(lines_field(view, lines))
        .child(help_me_think(view.ui, phrases));
    view.foot(page)
}
