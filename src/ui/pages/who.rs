//! Who would notice.

use super::View;
use crate::i18n::{Msg, Phrased, Topic};
use crate::ui::List;
use crate::ui::components::{Lines, help_me_think, lines_field};
use yew::prelude::*;

/// The page that asks who would notice without being told.
pub(super) fn who(view: View<'_>) -> Html {
    let phrases = Topic::Who.phrases();
    let witnesses = &view.worksheet().witnesses;
    let lines = Lines {
        list: List::Witnesses,
        lines: witnesses
            .iter()
            .map(|(id, witness)| (id, witness.who.clone()))
            .collect(),
        next: (!witnesses.is_full()).then(|| witnesses.next_id()),
        more: Msg::OthersAdd,
        page_hint: phrases.hint.is_some(),
    };
    let page = view
        .head(phrases)
        .child(lines_field(view, lines))
        .child(help_me_think(view.ui, phrases));
    view.foot(page)
}
