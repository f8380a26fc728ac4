//! The preview: the printed document, laid out on sheets of the chosen paper.

use super::{Leaf, leaf};
use crate::browser::paper::{self, Measured};
use crate::export;
use crate::i18n::Msg;
use crate::ui::markup::{Tag, button, el};
use crate::ui::{Event, Form, Mark, Ui, foot};
use crate::worksheet::ItemId;
use yew::prelude::*;

/// What is printed, and the words.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Shown {
    pub(super) ui: Ui,
    pub(super) leaf: Leaf,
}

/// The document on its sheets. How many there are is measured once the document is laid out; until then
/// there is one.
#[component]
pub(super) fn Preview(shown: &Shown) -> Html {
    use_memo((), |()| paper::dress());
    let measured = use_state_eq(Measured::default);
    let set = measured.setter();
    use_effect_with(shown.clone(), move |shown| {
        // A card is set in the largest letters in which it fits on one page.
        let sizes = if shown.leaf.form == Form::Card { 5 } else { 0 };
        set.set(paper::measure(sizes));
    });
    let Shown { ui, leaf: what } = shown;
    let sheets = (1..=measured.pages).map(|number| sheet(ui, what, number, measured.pages));
    let note = el("div", "")
        .attr("role", "status")
        .child(too_long(ui, what, *measured));
    let frames = el("div", "desk__frames")
        .attr("aria-hidden", "true")
        .children(sheets);
    let desk = el("section", "desk")
        .attr("data-paper", what.paper.slug())
        .attr("data-form", what.form.slug())
        .attr("aria-label", ui.text(Msg::PaperPreview))
        .attr("tabindex", "0")
        .child(
            el("div", "desk__strip").child(
                el("div", "desk__sheets")
                    .child(frames)
                    .child(leaf(ui, what)),
            ),
        );
    el("div", "preview").child(note).child(desk).html()
}

/// An empty sheet with what stands at the foot of every page.
fn sheet(ui: &Ui, what: &Leaf, number: usize, all: usize) -> Tag {
    let name = foot::name(&what.worksheet, what.form, ui.scene.words);
    let number = el("span", "sheet__number")
        .attr("dir", "ltr")
        .child(format!("{number} / {all}"));
    let foot = el("p", "sheet__foot")
        .child(el("span", "sheet__name").own().child(name))
        .child(number);
    el("div", "sheet").child(foot)
}

/// What can be done about a card that is longer than a page.
fn too_long(ui: &Ui, what: &Leaf, measured: Measured) -> Option<Tag> {
    (what.form == Form::Card && measured.pages > 1).then(|| {
        let rest = beyond(ui, what, measured.goals);
        let text = if rest.is_empty() {
            Msg::PaperCardLongOne
        } else {
            Msg::PaperCardLong
        };
        let text = ui.fill_one(text, "n", &measured.pages.to_string());
        let keep = (!rest.is_empty()).then(|| {
            let off = rest
                .into_iter()
                .map(|goal| Event::Mark(Mark::OffCard(goal)));
            button("button")
                .on_click(ui, off.collect())
                .say(ui, Msg::PaperCardKeep)
        });
        el("div", "notice")
            .child(el("p", "").child(text))
            .child(keep)
    })
}

/// The goals on the card after the first few; one at least stays.
fn beyond(ui: &Ui, what: &Leaf, fit: usize) -> Vec<ItemId> {
    let card = export::card(&what.worksheet, ui.scene.words);
    let goals = card.goals.into_iter().map(|goal| goal.id);
    let on = goals.filter(|goal| !what.off_card.contains(goal));
    on.skip(fit.max(1)).collect()
}
