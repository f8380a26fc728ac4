//! What each of those who would notice would see, how they would respond, and what difference it makes.

use super::View;
use crate::i18n::Phrases;
use crate::ui::components::{help_me_think, witness_cards};
use crate::worksheet::WitnessField;
use yew::prelude::*;

/// A page that asks one thing about each person who would notice.
pub(super) fn others(view: View<'_>, phrases: &Phrases, field: WitnessField) -> Html {
    let somebody = !view.worksheet().witnesses.is_empty();
    let page = view
        .head(phrases)
        .child(witness_cards(view, field))
        .child(somebody.then(|| help_me_think(view.ui, phrases)));
    view.foot(page)
}
