//! The forms in which the question can be told.

use super::{Choice, ChoiceItem};
use crate::i18n::{Msg, Phrased};
use crate::ui::{use_dispatch, use_scene};
use crate::worksheet::{Action, Setup, Wording};
use yew::prelude::*;

/// Properties of [`WordingChoice`].
#[derive(PartialEq, Properties)]
pub struct WordingChoiceProps {
    /// What was chosen before the first question.
    pub setup: Setup,
    /// What is asked; `None` when the page's own question and hint do.
    #[prop_or_default]
    pub legend: Option<Msg>,
}

/// The five forms, each with a sentence about whom it suits; never its own lines, because a form is
/// chosen before it is met.
#[component]
pub fn WordingChoice(props: &WordingChoiceProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let onchoose = use_callback(props.setup.clone(), move |slug: AttrValue, setup| {
        if let Some(wording) = Wording::from_slug(&slug) {
            dispatch.send(Action::Setup(Setup {
                wording,
                ..setup.clone()
            }));
        }
    });
    let chosen = props.setup.wording;
    let item = |wording: Wording| {
        ChoiceItem::of(scene, wording.slug(), wording.phrases(), wording == chosen)
    };
    let items: Vec<_> = Wording::ALL.into_iter().map(item).collect();
    let legend = props
        .legend
        .map(|legend| AttrValue::from(scene.text(legend)));
    html! { <Choice name="wording" page_hint={legend.is_none()} {legend} {items} {onchoose} /> }
}
