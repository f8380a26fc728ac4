//! One small step toward a goal.

use super::{AnswerField, HelpMeThink, IfThen, MoveTools, ScaleField, Scored};
use crate::browser::page;
use crate::i18n::{Msg, Phrased};
use crate::ui::{List, Target, use_scene};
use crate::worksheet::{ItemId, Score, Step, StepField};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`StepCard`].
#[derive(PartialEq, Properties)]
pub struct StepCardProps {
    /// The goal.
    pub goal: ItemId,
    /// The step's name.
    pub id: ItemId,
    /// The step.
    pub step: Rc<Step>,
    /// Where the step stands, counted from 0.
    pub place: usize,
    /// How many steps there are; 0 for the empty card that stands in for the first.
    pub count: usize,
}

/// One step: what, when and where, what may get in the way, if and then, and how confident.
#[component]
pub fn StepCard(props: &StepCardProps) -> Html {
    let scene = use_scene();
    let StepCardProps {
        goal,
        id,
        step,
        place,
        count,
    } = props;
    let title = scene
        .words
        .fill(Msg::StepsStep, &[("n", &(place + 1).to_string())]);
    // The same help beside every card would be noise.
    let helps = *place == 0;
    let field = |field: StepField| {
        let phrases = field.phrases();
        html! {
            <div class="step-field">
                <AnswerField target={Target::Step(*goal, *id, field)} value={step.get(field).clone()}
                    label={phrases.title} hint={phrases.hint} rows={1} />
                if helps {
                    <HelpMeThink {phrases} />
                }
            </div>
        }
    };
    html! {
        <li class="card step-card">
            <div class="card__head">
                <h2 class="card__title">{ title }</h2>
                if *count > 0 {
                    <MoveTools list={List::Steps(*goal)} id={*id} place={*place} count={*count} />
                }
            </div>
            { field(StepField::What) }
            { field(StepField::When) }
            { field(StepField::Obstacle) }
            <IfThen goal={*goal} step={*id} cue={step.cue.clone()} response={step.response.clone()} />
            if helps {
                <HelpMeThink phrases={StepField::Response.phrases()} />
            }
            <ScaleField scored={Scored::Confidence(*goal, *id)} value={step.confidence}
                legend={Msg::StepsConfidence} low={Msg::StepsConfidenceLow} high={Msg::StepsConfidenceHigh} />
            <Smaller goal={*goal} step={*id} confidence={step.confidence} ask={step.may_be_smaller()} />
        </li>
    }
}

/// Properties of [`Smaller`].
#[derive(PartialEq, Properties)]
struct SmallerProps {
    goal: ItemId,
    step: ItemId,
    confidence: Option<Score>,
    ask: bool,
}

/// "Make it smaller?", when confidence is low. "Leave it as it is" is good for the point that was chosen.
#[component]
fn Smaller(props: &SmallerProps) -> Html {
    let scene = use_scene();
    let SmallerProps {
        goal,
        step,
        confidence,
        ask,
    } = *props;
    let left = use_state(|| None::<Score>);
    let slot_id = format!("step-{}-{}-smaller", goal.0, step.0);
    let change = Callback::from(move |_: MouseEvent| {
        page::focus(&Target::Step(goal, step, StepField::What).to_string());
    });
    let leave = {
        let (left, slot_id) = (left.setter(), slot_id.clone());
        Callback::from(move |_: MouseEvent| {
            // The button goes; its frame stays and keeps the place of the focus.
            page::focus(&slot_id);
            left.set(confidence);
        })
    };
    html! {
        <div class="smaller-slot" role="status" id={slot_id} tabindex="-1">
            if ask && *left != confidence {
                <div class="smaller">
                    <p class="smaller__text">
                        { scene.text(Msg::StepsSmallerTitle) }{ " " }{ scene.text(Msg::StepsSmallerText) }
                    </p>
                    <p class="smaller__actions">
                        <button type="button" class="button" onclick={change}>
                            { scene.text(Msg::StepsSmaller) }
                        </button>
                        { " " }
                        <button type="button" class="button button--quiet" onclick={leave}>
                            { scene.text(Msg::StepsSmallerLeave) }
                        </button>
                    </p>
                </div>
            }
        </div>
    }
}
