//! A scaling question's points, 0 to 10.

use crate::browser::page;
use crate::export::point;
use crate::i18n::Msg;
use crate::questionnaire::Scale;
use crate::ui::{use_dispatch, use_scene};
use crate::worksheet::{Action, GoalEdit, ItemId, RosterAction, Score, StepEdit};
use std::fmt;
use yew::prelude::*;

/// A place in the worksheet that takes a point from 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scored {
    /// A scaling question.
    Scale(Scale),
    /// How confident the person is of a step: the goal, the step.
    Confidence(ItemId, ItemId),
}

impl Scored {
    /// The change that chooses a point here, or makes the scale blank again.
    #[must_use]
    pub fn action(self, score: Option<Score>) -> Action {
        match self {
            Self::Scale(scale) => Action::Rate(scale, score),
            Self::Confidence(goal, step) => {
                let edit = RosterAction::Write(step, StepEdit::Confidence(score));
                Action::Goals(RosterAction::Edit(goal, GoalEdit::Steps(edit)))
            }
        }
    }
}

/// Writes the scale's id in the page: `scale-now`, `confidence-3-0`.
impl fmt::Display for Scored {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scale(scale) => write!(formatter, "scale-{}", scale.slug()),
            Self::Confidence(ItemId(goal), ItemId(step)) => {
                write!(formatter, "confidence-{goal}-{step}")
            }
        }
    }
}

/// Properties of [`ScaleField`].
#[derive(PartialEq, Properties)]
pub struct ScaleFieldProps {
    /// Where the point goes.
    pub scored: Scored,
    /// The point that is chosen now.
    pub value: Option<Score>,
    /// What is asked; `None` when the page's own question (id `question`) names the scale.
    #[prop_or_default]
    pub legend: Option<Msg>,
    /// A line below the legend.
    #[prop_or_default]
    pub hint: Option<Msg>,
    /// What 0 means.
    pub low: Option<Msg>,
    /// What 10 means.
    pub high: Option<Msg>,
}

/// The points of a scaling question. None is chosen at the start, and choosing one goes nowhere.
#[component]
pub fn ScaleField(props: &ScaleFieldProps) -> Html {
    let scene = use_scene();
    let id = props.scored.to_string();
    let (ends_id, hint_id) = (format!("{id}-ends"), format!("{id}-hint"));
    let labelled_by = props.legend.is_none().then_some("question");
    let described_by = match props.hint {
        Some(_) => format!("{hint_id} {ends_id}"),
        None => ends_id.clone(),
    };
    let end = |end: Option<Msg>| end.map_or("", |end| scene.text(end));
    html! {
        <fieldset class="scale-field" {id} aria-labelledby={labelled_by} aria-describedby={described_by}>
            if let Some(legend) = props.legend {
                <legend class="scale-field__legend">{ scene.text(legend) }</legend>
            }
            if let Some(hint) = props.hint {
                <p class="scale-field__hint" id={hint_id}>{ scene.text(hint) }</p>
            }
            <p class="scale-field__ends" id={ends_id}>
                <span class="scale-field__low"><b>{ "0" }</b>{ " " }{ end(props.low) }</span>
                { " " }
                <span class="scale-field__high"><b>{ "10" }</b>{ " " }{ end(props.high) }</span>
            </p>
            <Points scored={props.scored} value={props.value} />
            <Fine scored={props.scored} value={props.value} />
        </fieldset>
    }
}

/// Properties of [`Points`] and [`Fine`].
#[derive(PartialEq, Properties)]
struct ScoreProps {
    scored: Scored,
    value: Option<Score>,
}

/// The id of one whole point.
fn point_id(scored: Scored, point: u8) -> String {
    format!("{scored}-{point}")
}

/// The whole points, as native radio buttons. For a half point none is checked, and the whole number
/// below it is marked.
#[component]
fn Points(props: &ScoreProps) -> Html {
    let dispatch = use_dispatch();
    let ScoreProps { scored, value } = *props;
    let whole = |point: u8| {
        let score = Score::whole(point);
        let half = value.is_some_and(|value| score.and_then(Score::half_up) == Some(value));
        let text = point.to_string();
        html! {
            <label class="scale-field__point" key={point} data-half={half.then_some("")}>
                <input type="radio" id={point_id(scored, point)} name={scored.to_string()}
                    value={text.clone()} checked={value.is_some() && value == score}
                    onchange={dispatch.on(scored.action(score))} />
                { " " }
                <span>{ text }</span>
            </label>
        }
    };
    html! { <div class="scale-field__points">{ for (0..=10).map(whole) }</div> }
}

/// Half a point less or more, what is chosen, and the way back to blank.
#[component]
fn Fine(props: &ScoreProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let ScoreProps { scored, value } = *props;
    let (less, more) = (format!("{scored}-less"), format!("{scored}-more"));
    let half = |id: &str, other: &str, label: Msg, sign: &str, to: Option<Score>, ends: bool| {
        let (dispatch, other) = (dispatch.clone(), other.to_owned());
        let onclick = Callback::from(move |_: MouseEvent| {
            if ends {
                // This button is about to be switched off, and would lose the focus.
                page::focus(&other);
            }
            dispatch.send(scored.action(to));
        });
        html! {
            <button type="button" class="scale-field__half" id={id.to_owned()} disabled={to.is_none()} {onclick}>
                <span aria-hidden="true">{ sign }</span>
                <span class="visually-hidden">{ scene.text(label) }</span>
            </button>
        }
    };
    let down = value.and_then(Score::half_down);
    let up = value.and_then(Score::half_up);
    let clear = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            // The button is about to disappear, and would lose the focus.
            page::focus(&point_id(scored, 0));
            dispatch.send(scored.action(None));
        })
    };
    let read = |score: Score| {
        scene
            .words
            .fill(Msg::ScaleControlValue, &[("score", &score.to_string())])
    };
    html! {
        <div class="scale-field__fine">
            { half(&less, &more, Msg::ScaleControlHalfDown, "\u{2212}\u{bd}", down, down == Some(Score::MIN)) }
            <output class="scale-field__value">
                if let Some(score) = value {
                    <span aria-hidden="true">{ point(score) }</span>
                    <span class="visually-hidden">{ read(score) }</span>
                }
            </output>
            { half(&more, &less, Msg::ScaleControlHalfUp, "+\u{bd}", up, up == Some(Score::MAX)) }
            <button type="button" class="button button--quiet scale-field__clear" hidden={value.is_none()}
                onclick={clear}>{ scene.text(Msg::ScaleControlClear) }</button>
        </div>
    }
}
