//! The head of a page: where it stands, its question, its hint.

use crate::i18n::{Msg, Phrased, Phrases};
use crate::progress;
use crate::ui::Ui;
use crate::ui::markup::{Tag, el, nodes};
use crate::ui::pages::View;
use crate::worksheet::Text;

/// Questions longer than this, in letters, are set smaller.
const LONG: usize = 90;

/// The head of a plan's page. The question has the id `question`, the hint `question-hint`.
pub fn heading(view: View<'_>, phrases: &Phrases) -> Tag {
    let ui = view.ui;
    let title = ui.text(phrases.title);
    let hint = phrases
        .hint
        .map(|hint| el("p", "hint").id("question-hint").say(ui, hint));
    nodes()
        .child(section_label(view))
        .child(question(class_for(title)).child(title))
        .child(hint)
}

/// The head of a page with a therapist's own question: whose it is, the question, a hint.
/// In a preview it is a heading further down in another page.
pub fn own_heading(view: View<'_>, from: String, words: &Text, preview: bool) -> Tag {
    let class = class_for(words);
    let heading = if preview {
        el("h3", class)
    } else {
        question(class)
    };
    nodes()
        .child(section_label(view))
        .child(el("p", "own-from").child(from))
        .child(heading.words(words))
        .child(
            el("p", "hint")
                .id((!preview).then_some("question-hint"))
                .say(view.ui, Msg::OwnHint),
        )
}

fn class_for(title: &str) -> &'static str {
    if title.chars().count() > LONG {
        "question question--small"
    } else {
        "question"
    }
}

/// Where the page stands: its section, its number there, and the number of the section in the plan.
fn section_label(view: View<'_>) -> Tag {
    let ui = view.ui;
    let (number, pages) = progress::within_section(view.worksheet(), view.open.place);
    let (number, total) = (number.to_string(), pages.to_string());
    // "1 of 1" would tell nobody anything.
    let place = (pages > 1).then(|| {
        let place = ui.fill(Msg::NavPlace, &[("n", &number), ("total", &total)]);
        el("span", "section-label__place").child(place)
    });
    let section = view.open.place.section();
    let (number, total) = progress::part(view.worksheet(), section);
    let (number, total) = (number.to_string(), total.to_string());
    let part = ui.fill(Msg::NavPart, &[("n", &number), ("total", &total)]);
    el("p", "section-label")
        .child(el("span", "section-label__name").say(ui, section.phrases().title))
        .space()
        .child(place)
        .space()
        .child(el("span", "section-label__part").child(part))
}

/// The head of a page that belongs to no plan.
pub fn title(ui: &Ui, title: Msg) -> Tag {
    question("question question--title").say(ui, title)
}

pub(super) fn question(class: &'static str) -> Tag {
    el("h1", class).id("question").attr("tabindex", "-1")
}
