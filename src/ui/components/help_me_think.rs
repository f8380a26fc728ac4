//! "Help me think": two or three ways in, and an example that opens inside.

use crate::i18n::{Msg, Phrases};
use crate::ui::Ui;
use crate::ui::markup::el;
use yew::prelude::*;

/// "Help me think". Shows nothing where there is no help, or where the person switched it off.
pub fn help_me_think(ui: &Ui, phrases: &Phrases) -> Html {
    let Phrases { help, example, .. } = phrases;
    if !ui.scene.hints || (help.is_empty() && example.is_none()) {
        return Html::default();
    }
    let ways = (!help.is_empty()).then(|| {
        let ways = help.iter().map(|way| el("li", "").say(ui, *way));
        el("ul", "help-me-think__ways").children(ways)
    });
    let example = example.map(|example| {
        el("details", "example")
            .child(el("summary", "").say(ui, Msg::AnswerExample))
            .child(el("p", "example__text").say(ui, example))
            .child(el("p", "example__note").say(ui, Msg::AnswerExampleNote))
    });
    el("details", "help-me-think")
        .child(el("summary", "").say(ui, Msg::AnswerHelpMeThink))
        .child(el("div", "help-me-think__body").child(ways).child(example))
        .html()
}
