//! "Help me think": two or three ways in, and an example that opens inside.

use crate::i18n::{Msg, Phrases};
use crate::ui::use_scene;
use yew::prelude::*;

/// Properties of [`HelpMeThink`].
#[derive(PartialEq, Properties)]
pub struct HelpMeThinkProps {
    /// The words of the question that it helps with.
    pub phrases: &'static Phrases,
}

/// "Help me think". Shows nothing where there is no help, or where the person switched it off.
#[component]
pub fn HelpMeThink(props: &HelpMeThinkProps) -> Html {
    let scene = use_scene();
    let Phrases { help, example, .. } = props.phrases;
    if !scene.hints || (help.is_empty() && example.is_none()) {
        return Html::default();
    }
    html! {
        <details class="help-me-think">
            <summary>{ scene.text(Msg::AnswerHelpMeThink) }</summary>
            <div class="help-me-think__body">
                if !help.is_empty() {
                    <ul class="help-me-think__ways">
                        { for help.iter().map(|way| html! { <li>{ scene.text(*way) }</li> }) }
                    </ul>
                }
                if let Some(example) = example {
                    <details class="example">
                        <summary>{ scene.text(Msg::AnswerExample) }</summary>
                        <p class="example__text">{ scene.text(*example) }</p>
                        <p class="example__note">{ scene.text(Msg::AnswerExampleNote) }</p>
                    </details>
                }
            </div>
        </details>
    }
}
