//! The telling of the question: its lines so far, and the buttons that bring the next.

use crate::i18n::{Msg, Phrased};
use crate::ui::markup::{Tag, button, el};
use crate::ui::{Event, Mark, Ui};
use crate::worksheet::Wording;

/// The lines told so far, in this form. Each new one is read aloud when it arrives.
pub fn telling_lines(ui: &Ui, wording: Wording, told: usize) -> Tag {
    let lines = wording.phrases().lines.iter().take(told).enumerate();
    let lines = lines.map(|(place, line)| {
        el("p", "telling__line")
            .key(&format!("{}-{place}", wording.slug()))
            .id(line_id(place))
            .attr("tabindex", "-1")
            .say(ui, *line)
    });
    el("div", "telling")
        .attr("aria-live", "polite")
        .children(lines)
}

/// A line's id in the page; lines are counted from 0.
fn line_id(place: usize) -> String {
    format!("telling-line-{place}")
}

const CONTROLS: &str = "telling-controls";
const NEXT: &str = "telling-next";
const DONE: &str = "telling-done";

/// The buttons below the lines. The button that was pressed may be gone, and the way on may be below the
/// edge, so the focus goes to what comes next.
pub fn telling_controls(ui: &Ui, wording: Wording, told: usize, all: usize) -> Tag {
    let tell = |class, key, lines: usize, then: Event| {
        let told = Event::Mark(Mark::Told(wording, lines));
        button(class).key(key).on_click(ui, vec![told, then])
    };
    let controls = el("div", "telling__controls").id(CONTROLS);
    if told < all {
        let next = (told + 1).min(all);
        let after_next = if next < all { NEXT } else { DONE };
        let after_next = Event::FocusWithin(after_next.into(), CONTROLS);
        let rest = Event::focus(line_id(told));
        controls
            .child(
                tell("button button--main", "next", next, after_next)
                    .id(NEXT)
                    .say(ui, Msg::TellingNext),
            )
            .child(tell("button button--quiet", "all", all, rest).say(ui, Msg::TellingShowAll))
    } else {
        let first = Event::FocusWithin(NEXT.into(), CONTROLS);
        let done = el("p", "telling__done")
            .key("done")
            .id(DONE)
            .attr("tabindex", "-1");
        controls
            .child(done.say(ui, Msg::TellingDone))
            .child(tell("button button--quiet", "again", 1, first).say(ui, Msg::TellingAgain))
    }
}
