//! The forms in which the question can be told.

use super::choice::{Choice, ChoiceItem, choice};
use crate::i18n::{Msg, Phrased};
use crate::ui::Ui;
use crate::ui::markup::Tag;
use crate::worksheet::{Action, Setup, Wording};

/// The five forms, each with a sentence about whom it suits; never its own lines, because a form is
/// chosen before it is met. Without a legend, the page's own question and hint stand for it.
pub fn wording_choice(ui: &Ui, setup: &Setup, legend: Option<Msg>) -> Tag {
    let items = Wording::ALL.map(|wording| {
        let chosen = Action::Setup(Setup {
            wording,
            ..setup.clone()
        });
        ChoiceItem::of(
            wording.slug(),
            wording.phrases(),
            wording == setup.wording,
            chosen,
        )
    });
    let group = Choice {
        legend,
        page_hint: legend.is_none(),
        ..Choice::named("wording")
    };
    choice(ui, group, items.into())
}
