//! The card for the fridge.

use super::answers::{if_then, title};
use super::leaf::{Leaf, name};
use crate::browser::clock;
use crate::export::{self, CardGoal, SupportLine};
use crate::i18n::Msg;
use crate::ui::Ui;
use crate::ui::markup::{Tag, el};
use crate::worksheet::{Step, Text};

/// The card, without the goals that were taken off it.
pub(super) fn card(ui: &Ui, leaf: &Leaf) -> Tag {
    let mut card = export::card(&leaf.worksheet, ui.scene.words);
    card.goals.retain(|goal| !leaf.off_card.contains(&goal.id));
    let nothing = card
        .goals
        .is_empty()
        .then(|| el("p", "leaf__nothing").say(ui, Msg::PaperCardNothing));
    let goals = card.goals.iter().map(|goal| self::goal(ui, goal));
    let support = card.support.as_ref().map(|line| support(ui, line));
    el("div", "card-sheet")
        .child(name(ui, &leaf.worksheet, "card-sheet__title"))
        .child(nothing)
        .child(el("ul", "card-sheet__goals").children(goals))
        .child(support)
}

fn goal(ui: &Ui, goal: &CardGoal) -> Tag {
    let steps = goal.steps.iter().map(|step| self::step(ui, step));
    el("li", "card-sheet__goal")
        .child(title("h3", "card-sheet__name words", &goal.title))
        .child(el("ul", "card-sheet__steps").children(steps))
}

fn step(ui: &Ui, step: &Step) -> Tag {
    let line = |class, words: &Text| (!words.is_blank()).then(|| el("p", class).words(words));
    let language = ui.scene.words.locale().code();
    let day = step.day.map(|day| clock::long_date(day, language));
    el("li", "card-sheet__step")
        .child(line("words", &step.what))
        .child(line("words card-sheet__when", &step.when))
        .child(day.map(|day| el("p", "card-sheet__when").child(day)))
        .child(if_then(ui, &step.cue, &step.response))
}

fn support(ui: &Ui, line: &SupportLine) -> Tag {
    let label = el("p", "card-sheet__label");
    let support = el("div", "card-sheet__support");
    match line {
        SupportLine::Words(words) => support
            .child(label.say(ui, Msg::PaperHardDay))
            .child(el("p", "card-sheet__line words").words(words)),
        SupportLine::Person(who, ask) => support
            .child(label.say(ui, Msg::SummarySupporters))
            .child(el("p", "card-sheet__line words").words(who))
            .child((!ask.is_blank()).then(|| el("p", "words").words(ask))),
    }
}
