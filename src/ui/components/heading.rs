//! The head of a page: where it stands, its question, its hint.

use crate::i18n::{Msg, Phrased};
use crate::progress::{self, Place};
use crate::ui::use_scene;
use crate::worksheet::Worksheet;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Heading`].
#[derive(PartialEq, Properties)]
pub struct HeadingProps {
    /// The plan.
    pub worksheet: Rc<Worksheet>,
    /// The page.
    pub place: Place,
    /// The question.
    pub title: Msg,
    /// The line below it.
    #[prop_or_default]
    pub hint: Option<Msg>,
}

/// Questions longer than this, in letters, are set smaller.
const LONG: usize = 90;

/// The head of a page. The question has the id `question`, the hint `question-hint`.
#[component]
pub fn Heading(props: &HeadingProps) -> Html {
    let scene = use_scene();
    let (number, total) = progress::within_section(&props.worksheet, props.place);
    let place = scene.words.fill(
        Msg::NavPlace,
        &[("n", &number.to_string()), ("total", &total.to_string())],
    );
    let title = scene.text(props.title);
    let small = (title.chars().count() > LONG).then_some("question--small");
    html! {
        <>
            <p class="section-label">
                <span class="section-label__name">
                    { scene.text(props.place.section().phrases().title) }
                </span>
                { " " }
                <span class="section-label__place">{ place }</span>
            </p>
            <h1 class={classes!("question", small)} id="question" tabindex="-1">{ title }</h1>
            if let Some(hint) = props.hint {
                <p class="hint" id="question-hint">{ scene.text(hint) }</p>
            }
        </>
    }
}
