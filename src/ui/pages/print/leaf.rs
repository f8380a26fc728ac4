//! The printed document.

use super::{answers, by_hand, card, signature};
use crate::export;
use crate::i18n::Msg;
use crate::store::Paper;
use crate::ui::markup::{Tag, el, nodes};
use crate::ui::{Form, Ui};
use crate::worksheet::{ItemId, Worksheet};
use std::rc::Rc;
use yew::AttrValue;

/// What is printed.
#[derive(Clone, PartialEq)]
pub struct Leaf {
    /// The plan.
    pub worksheet: Rc<Worksheet>,
    /// The form in which it is printed.
    pub form: Form,
    /// The paper.
    pub paper: Paper,
    /// Today, as people write it.
    pub date: Option<AttrValue>,
    /// Whether questions without an answer are printed.
    pub unanswered: bool,
    /// The goals that are left off the card.
    pub off_card: Vec<ItemId>,
}

/// The document. Nothing is in it that the person leaves out of print.
pub fn leaf(ui: &Ui, leaf: &Leaf) -> Tag {
    el("article", "leaf")
        .id("leaf")
        .attr("data-form", leaf.form.slug())
        .attr("aria-labelledby", "leaf-title")
        .child(match leaf.form {
            Form::Plan | Form::Large | Form::Copy => plan(ui, leaf),
            Form::Card => card::card(ui, leaf),
            Form::Blank => by_hand::blank(ui, &leaf.worksheet),
        })
}

/// Questions and answers.
fn plan(ui: &Ui, leaf: &Leaf) -> Tag {
    let mut parts = export::outline(&leaf.worksheet, ui.scene.words, leaf.unanswered);
    parts.retain(|part| !part.left_out);
    let nothing = parts
        .is_empty()
        .then(|| el("p", "leaf__nothing").say(ui, Msg::SummaryNothingYet));
    let date = leaf
        .date
        .as_ref()
        .map(|date| ui.fill(Msg::SummaryPlanOf, &[("date", date)]));
    let copy = (leaf.form == Form::Copy).then(|| {
        nodes()
            .child(el("p", "leaf__date").say(ui, Msg::PaperCopyOf))
            .child(el("p", "leaf__notes").say(ui, Msg::PaperNotes))
    });
    let head = el("header", "leaf__head")
        .child(name(ui, &leaf.worksheet, "leaf__title"))
        .child(date.map(|date| el("p", "leaf__date").child(date)))
        .child(copy);
    let sections = parts.iter().map(|part| answers::section(ui, part));
    let signatures = (leaf.form == Form::Copy).then(|| signature::signatures(ui, &leaf.worksheet));
    nodes().child(head).child(nothing).children(sections).child(
        el("div", "leaf__foot")
            .child(el("p", "leaf__end").say(ui, Msg::PrintFooter))
            .child(signatures),
    )
}

/// The plan's name as a heading.
pub(super) fn name(ui: &Ui, worksheet: &Worksheet, class: &'static str) -> Tag {
    let title = el("h2", class).id("leaf-title");
    if worksheet.name.is_blank() {
        title.say(ui, Msg::SummaryUntitled)
    } else {
        title.words(&worksheet.name)
    }
}
