//! The question, told a line at a time.

use super::View;
use crate::i18n::{Msg, Phrased, Topic};
use crate::ui::Mark;
use crate::ui::components::{heading, telling_controls, telling_lines, turn, wording_choice};
use crate::ui::markup::{el, nodes};
use yew::prelude::*;

/// The page that tells the question, at the person's own pace. Who comes back to it finds all of it. In
/// another form the telling begins anew.
pub(super) fn telling(view: View<'_>) -> Html {
    let ui = view.ui;
    let setup = &view.worksheet().setup;
    let all = setup.wording.phrases().lines.len();
    let mut told = if view.worksheet().signs.is_empty() {
        1
    } else {
        all
    };
    for mark in view.session.marks.iter() {
        if let Mark::Told(wording, lines) = mark {
            told = if *wording == setup.wording { *lines } else { 1 };
        }
    }
    let another_way = el("details", "tell-another-way")
        .child(el("summary", "").say(ui, Msg::TellingChangeWording))
        .child(wording_choice(
            ui,
            setup,
            Some(Topic::Wording.phrases().title),
        ));
    nodes()
        .child(heading(view, Topic::Telling.phrases()))
        .child(telling_lines(ui, setup.wording, told))
        .child(telling_controls(ui, setup.wording, told, all))
        .child(another_way)
        .child(turn(view, told < all))
        .html()
}
