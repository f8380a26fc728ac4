//! The blank sheet: questions with lines, boxes and scales to fill in by hand.

use crate::export::{self, Asked, Heard, SheetPart, SheetQuestion};
use crate::i18n::{Msg, Phrased};
use crate::ui::Ui;
use crate::ui::markup::{Tag, el, nodes};
use crate::worksheet::Worksheet;

/// The blank sheet, put together like this plan and in its wording.
pub(super) fn blank(ui: &Ui, worksheet: &Worksheet) -> Tag {
    let words = ui.scene.words.with_wording(worksheet.setup.wording);
    let scene = crate::ui::Scene { words, ..ui.scene };
    let ui = &Ui::new(scene, yew::Callback::noop());
    let head = el("header", "leaf__head")
        .child(
            el("h2", "leaf__title")
                .id("leaf-title")
                .say(ui, Msg::AppName),
        )
        .child(
            el("div", "leaf__line")
                .child(short(ui, Msg::PaperName, None))
                .child(short(ui, Msg::PaperDate, None)),
        );
    let parts = export::sheet(worksheet, words);
    let parts = parts.iter().map(|part| section(ui, part));
    nodes()
        .child(head)
        .child(el("p", "leaf__intro").say(ui, Msg::PaperBlankIntro))
        .children(parts)
        .child(el("p", "leaf__end").say(ui, Msg::PrintFooter))
}

fn section(ui: &Ui, part: &SheetPart) -> Tag {
    let heading = el("h3", "leaf__heading").say(ui, part.section.phrases().title);
    el("section", "leaf__section").child(led(ui, heading, &part.asked))
}

/// What is asked, below its heading. The heading stays on one page with the first lines to write on, in
/// browsers too that break after headings.
fn led(ui: &Ui, heading: Tag, asked: &[Asked]) -> Tag {
    let rest = |rest: &[Asked]| nodes().children(rest.iter().map(|asked| self::asked(ui, asked)));
    match asked {
        [] => heading,
        // A question that the groups below it answer.
        [Asked::Write(heard, 0), below @ ..] => {
            let question = el("div", "by-hand").child(name(ui, "p", heard));
            led(ui, nodes().child(heading).child(question), below)
        }
        [Asked::Group(heard, within), below @ ..] => nodes()
            .child(group(ui, heading, heard, within))
            .child(rest(below)),
        _ => {
            let short = asked.iter().take_while(|asked| is_short(asked)).count();
            let (first, below) = asked.split_at(asked.len().min(short + 1));
            let first = el("div", "whole").child(heading).child(rest(first));
            nodes().child(first).child(rest(below))
        }
    }
}

/// A group, below a heading or none. One that has only lines beside its words is never parted.
fn group(ui: &Ui, heading: Tag, heard: &Heard, within: &[Asked]) -> Tag {
    let short = within.iter().all(is_short);
    let heading = nodes().child(heading).child(name(ui, "h4", heard));
    el("div", if short { "whole" } else { "" }).child(led(ui, heading, within))
}

/// Whether it takes one line, beside its words.
fn is_short(asked: &Asked) -> bool {
    matches!(asked, Asked::Line(..))
}

fn asked(ui: &Ui, asked: &Asked) -> Tag {
    match asked {
        Asked::Told(lines) => {
            el("div", "told").children(lines.iter().map(|line| el("p", "").say(ui, *line)))
        }
        Asked::Group(heard, within) => group(ui, nodes(), heard, within),
        Asked::Write(heard, lines) => el("div", "by-hand")
            .child(name(ui, "p", heard))
            .children((0..*lines).map(|_| el("i", "rule"))),
        Asked::Line(label, hint) => short(ui, *label, *hint),
        Asked::Point(heard, ends) => el("div", "by-hand")
            .child(name(ui, "p", heard))
            .child(scale())
            .child(ends.map(|(low, high)| {
                el("p", "ends")
                    .child(end(ui, "0", low))
                    .child(end(ui, "10", high))
            })),
        Asked::Tick(title, about) => el("div", "by-hand by-hand--tick")
            .child(el("i", "tick-here"))
            .child(el("p", "by-hand__question").say(ui, *title))
            .child(about.map(|about| el("p", "by-hand__hint").say(ui, about))),
    }
}

/// A question and the line below it.
fn name(ui: &Ui, element: &'static str, heard: &Heard) -> Tag {
    let question = match &heard.question {
        SheetQuestion::Ours(msg) => el(element, "by-hand__question").say(ui, *msg),
        SheetQuestion::Numbered(name) => el(element, "by-hand__question").child(name.clone()),
        SheetQuestion::Own(own) => nodes()
            .child(el("p", "leaf__from").child(own.from.clone()))
            .child(el(element, "by-hand__question words").words(&own.words)),
    };
    let hint = heard
        .hint
        .map(|hint| el("p", "by-hand__hint").say(ui, hint));
    nodes().child(question).child(hint)
}

/// A label with a line beside it.
fn short(ui: &Ui, label: Msg, hint: Option<Msg>) -> Tag {
    let hint = hint.map(|hint| el("small", "by-hand__hint").say(ui, hint));
    el("p", "short")
        .child(el("span", "").say(ui, label).space().child(hint))
        .child(el("i", "rule"))
}

/// The points of a scale, to circle one. The marks between them are the halves.
fn scale() -> Tag {
    let points = (0..=10).map(|point: u8| el("li", "").child(point.to_string()));
    el("ol", "points").children(points)
}

fn end(ui: &Ui, point: &'static str, meaning: Msg) -> Tag {
    el("span", "")
        .child(el("b", "").child(point))
        .space()
        .say(ui, meaning)
}
