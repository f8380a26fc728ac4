//! The page about people who can help.

use super::View;
use crate::i18n::{Msg, Phrased, Topic};
use crate::ui::components::{add_button, help_me_think, supporter_card};
use crate::ui::list::{Follow, List, follow};
use crate::ui::markup::el;
use std::rc::Rc;
use yew::prelude::*;

/// Who can help, and what to ask of them. While there is nobody, an empty card stands ready.
pub(super) fn supporters(view: View<'_>) -> Html {
    let phrases = Topic::Supporters.phrases();
    let supporters = &view.worksheet().supporters;
    let count = supporters.len();
    let mut shown: Vec<_> = supporters
        .iter()
        .map(|(id, who)| (id, Rc::clone(who)))
        .collect();
    if shown.is_empty() {
        shown.push((supporters.next_id(), Rc::default()));
    }
    let ids = shown.iter().map(|(id, _)| *id).collect();
    follow(Follow::Supporters, ids);
    let cards = shown
        .into_iter()
        .enumerate()
        .map(|(place, (id, who))| supporter_card(view.ui, id, &who, place, count));
    let more = count > 0 && !supporters.is_full();
    let people = el("div", "supporters")
        .child(el("ul", "cards").children(cards))
        .child(more.then(|| add_button(view.ui, List::Supporters, Msg::SupportAdd)));
    let page = view
        .head(phrases)
        .child(people)
        .child(help_me_think(view.ui, phrases));
    view.foot(page)
}
