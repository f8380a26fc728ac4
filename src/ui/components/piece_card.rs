//! A closer look at one piece that already happens.

use super::answer_field::{AnswerField, answer_field};
use super::make_goal::make_goal;
use super::piece_from::piece_from;
use crate::i18n::Phrased;
use crate::ui::markup::{Tag, el};
use crate::ui::pages::View;
use crate::ui::target::source_id;
use crate::ui::{Mark, Target};
use crate::worksheet::{Piece, PieceField, Source, Text};

/// The person's own line; opened, the questions about it and the way to make it a goal. The first, and
/// those with something written, are open from the start; from then on the person opens and closes them.
pub fn piece_card(view: View<'_>, place: usize, source: Source, words: Text, piece: Piece) -> Tag {
    let open = place == 0 || piece.is_begun() || view.session.marks.has(&Mark::Begun(source));
    let id = Target::Piece(source, PieceField::When).to_string();
    let (words_id, from_id) = (format!("{id}-words"), format!("{id}-from"));
    let fields = PieceField::ALL.into_iter().map(|field| {
        let target = Target::Piece(source, field);
        let value = piece.get(field).clone();
        answer_field(
            view.ui,
            AnswerField {
                rows: 1,
                ..AnswerField::labelled(target, value, field.phrases())
            },
        )
    });
    let own = el("span", "words").id(words_id.clone()).words(&words);
    let summary = el("summary", "piece__summary")
        .attr("aria-describedby", from_id.clone())
        .child(own);
    let more = el("div", "piece__more")
        .child(el("div", "piece__fields").children(fields))
        .child(make_goal(view, source, &words, words_id));
    let closer = el("details", "piece__closer")
        .flag("open", open)
        .child(summary)
        .child(piece_from(view, source, from_id))
        .child(more);
    el("li", "card piece").key(&source_id(source)).child(closer)
}
