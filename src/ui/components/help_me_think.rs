//! "Help me think": two or three ways in, and an example that opens inside.

use crate::i18n::{Msg, Phrases};
use crate::ui::Ui;
use crate::ui::markup::{Tag, el};
use yew::prelude::*;
use yew::virtual_dom::VChild;

/// "Help me think". Shows nothing where there is no help, or where the person switched it off.
pub fn help_me_think(ui: &Ui, phrases: &Phrases) -> Html {
    let Phrases { help, example, .. } = phrases;
    if !ui.scene.hints || (help.is_empty() && example.is_none()) {
        return Html::default();
    }
    let props = HelpProps {
        ui: ui.clone(),
        help,
        example: *example,
    };
    VChild::<Help>::new(props, None).into()
}

#[derive(PartialEq, Properties)]
struct HelpProps {
    ui: Ui,
    help: &'static [Msg],
    example: Option<Msg>,
}

/// It is drawn once somebody asks for it: closed, it would be a third of all that a page is made of.
#[component]
fn Help(props: &HelpProps) -> Html {
    let ui = &props.ui;
    let asked = use_state(|| false);
    let body = asked.then(|| body(ui, props.help, props.example));
    let ask = Callback::from(move |_| asked.set(true));
    let summary = el("summary", "").clicked(ask);
    el("details", "help-me-think")
        .child(summary.say(ui, Msg::AnswerHelpMeThink))
        .child(body)
        .html()
}

fn body(ui: &Ui, help: &[Msg], example: Option<Msg>) -> Tag {
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
    el("div", "help-me-think__body").child(ways).child(example)
}
