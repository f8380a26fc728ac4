//! The page about steps while there are no goals.

use super::View;
use crate::i18n::{Msg, Phrased, Topic};
use crate::questionnaire::Page;
use crate::ui::components::help_me_think;
use crate::ui::markup::{el, link};
use yew::prelude::*;

/// A kind word and the way to the goals. Continue goes on without.
pub(super) fn steps(view: View<'_>) -> Html {
    let phrases = Topic::Steps.phrases();
    let way = link("button", view.page(Page::Goals)).say(view.ui, Msg::StepsToGoals);
    let page = view
        .head(phrases)
        .child(el("p", "").child(way))
        .child(help_me_think(view.ui, phrases));
    view.foot(page)
}
