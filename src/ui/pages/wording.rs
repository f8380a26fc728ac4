//! How the question is told, chosen before it is met.

use super::View;
use super::invitation::chosen;
use crate::i18n::{Phrased, Topic};
use crate::ui::components::{help_me_think, wording_choice};
use yew::prelude::*;

/// The page on which the form of the question is chosen.
pub(super) fn wording(view: View<'_>) -> Html {
    let phrases = Topic::Wording.phrases();
    let page = view
        .head(phrases)
        .child(chosen(view.ui, view.worksheet()))
        .child(wording_choice(view.ui, &view.worksheet().setup, None))
        .child(help_me_think(view.ui, phrases));
    view.foot(page)
}
