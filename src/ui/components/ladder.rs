//! The five levels of a goal (goal attainment scaling).

use super::goal_thought::ladder_thought;
use super::words_input::{WordsInput, words_input};
use crate::i18n::{Msg, Phrased};
use crate::ui::markup::{Tag, el};
use crate::ui::{Event, Mark, Marks, Target, Ui};
use crate::worksheet::{ItemId, Ladder, Level};

/// The five levels, the highest on top, with one gentle thought at a time.
pub fn ladder_field(ui: &Ui, marks: &Marks, id: ItemId, ladder: &Ladder) -> Tag {
    let hint_id = format!("ladder-{}-hint", id.0);
    let on_ladder = Mark::OnLadder(id);
    let levels = Level::ALL
        .into_iter()
        .rev()
        .map(|on| level(ui, id, ladder, on));
    let fields = el("fieldset", "ladder")
        .attr("aria-describedby", hint_id.clone())
        .on_focus(ui, Event::Mark(on_ladder.clone()), Event::Unmark(on_ladder))
        .child(el("legend", "ladder__legend").say(ui, Msg::GoalsLadder))
        .child(
            el("p", "ladder__hint")
                .id(hint_id)
                .say(ui, Msg::GoalsLadderHint),
        )
        .child(el("ol", "ladder__levels").children(levels));
    el("div", "ladder-frame")
        .child(fields)
        .child(ladder_thought(ui, marks, id, ladder))
}

fn level(ui: &Ui, id: ItemId, ladder: &Ladder, level: Level) -> Tag {
    let phrases = level.phrases();
    let target = Target::Level(id, level);
    let hint_id = format!("{target}-hint");
    let label = el("label", "")
        .attr("for", target.to_string())
        .child(el("span", "ladder__number").child(signed(level)))
        .space()
        .say(ui, phrases.title);
    let hint = phrases
        .hint
        .map(|hint| el("p", "ladder__what").id(hint_id.clone()).say(ui, hint));
    let input = WordsInput {
        described_by: Some(hint_id.into()),
        ..WordsInput::new(target, ladder.get(level), "ladder__input")
    };
    el("li", "ladder__level")
        .key(level.slug())
        .attr("data-level", level.number().to_string())
        .child(label)
        .child(hint)
        .child(words_input(ui, input))
}

/// "+2" to "−2".
fn signed(level: Level) -> String {
    match level.number() {
        number @ 1.. => format!("+{number}"),
        0 => "0".to_owned(),
        number => format!("\u{2212}{}", -number),
    }
}
