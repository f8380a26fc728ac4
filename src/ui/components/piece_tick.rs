//! One of the person's own lines, to tick if it already happens, even a little.

use super::piece_from::piece_from;
use crate::ui::markup::{Tag, el, input};
use crate::ui::pages::View;
use crate::ui::target::source_id;
use crate::worksheet::{Action, Source, Text};

/// The line beside a checkbox (id `tick-sign-0`, `tick-morning`, `tick-seen-2`).
pub fn piece_tick(view: View<'_>, source: Source, words: &Text) -> Tag {
    let piece = view.worksheet().pieces.get(&source);
    let happens = piece.is_some_and(|piece| piece.happens);
    let id = format!("tick-{}", source_id(source));
    let from = format!("{id}-from");
    let tick = input("checkbox", "")
        .id(id)
        .checked(happens)
        .attr("aria-describedby", from.clone())
        .on_change(view.ui, vec![Action::Tick(source, !happens).into()]);
    let label = el("label", "piece__tick")
        .child(tick)
        .space()
        .child(el("span", "words").words(words));
    el("li", "card piece")
        .key(&source_id(source))
        .child(label)
        .child(piece_from(view, source, from))
}
