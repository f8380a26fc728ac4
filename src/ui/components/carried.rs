//! The person's own earlier words, carried forward to where they help.

use crate::i18n::{Msg, Phrased};
use crate::questionnaire::Section;
use crate::ui::use_scene;
use crate::worksheet::Text;
use yew::prelude::*;

/// Properties of [`Carried`].
#[derive(PartialEq, Properties)]
pub struct CarriedProps {
    /// Where the words were written.
    pub from: Section,
    /// The words. Nothing is shown when they are blank.
    pub words: Text,
}

/// One earlier answer, exactly as it was typed.
#[component]
pub fn Carried(props: &CarriedProps) -> Html {
    let scene = use_scene();
    if props.words.is_blank() {
        return Html::default();
    }
    let section = scene.text(props.from.phrases().title);
    html! {
        <figure class="carried">
            <figcaption class="carried__from">
                { scene.words.fill(Msg::AnswerYouWrote, &[("section", section)]) }
            </figcaption>
            <blockquote class="carried__words words" dir="auto" translate="no">
                { AttrValue::from(props.words.shared()) }
            </blockquote>
        </figure>
    }
}

/// Properties of [`CarriedLines`].
#[derive(PartialEq, Properties)]
pub struct CarriedLinesProps {
    /// What the lines are.
    pub from: Msg,
    /// The lines. Nothing is shown when there are none.
    pub lines: Vec<Text>,
}

/// Several earlier lines, exactly as they were typed.
#[component]
pub fn CarriedLines(props: &CarriedLinesProps) -> Html {
    let scene = use_scene();
    if props.lines.is_empty() {
        return Html::default();
    }
    let line = |words: &Text| {
        html! { <li class="words" dir="auto" translate="no">{ AttrValue::from(words.shared()) }</li> }
    };
    html! {
        <figure class="carried">
            <figcaption class="carried__from">{ scene.text(props.from) }</figcaption>
            <ul class="carried__list">{ for props.lines.iter().map(line) }</ul>
        </figure>
    }
}
