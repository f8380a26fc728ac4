//! The page with the steps of one goal.

use super::PlanProps;
use crate::i18n::{Msg, Phrased, Topic};
use crate::ui::components::{CarriedLines, Heading, HelpMeThink, StepCard, Turn};
use crate::ui::{Change, List, Target, use_dispatch, use_list_focus, use_scene};
use crate::worksheet::{self, ItemId, Step, StepField};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`GoalSteps`].
#[derive(PartialEq, Properties)]
pub struct GoalStepsProps {
    /// The plan and the page.
    pub plan: PlanProps,
    /// The goal.
    pub goal: ItemId,
}

/// The steps of one goal, under the goal's own words.
#[component]
pub fn GoalSteps(props: &GoalStepsProps) -> Html {
    let GoalStepsProps { plan, goal: id } = props;
    let worksheet = &plan.worksheet;
    let Some(goal) = worksheet.goals.get(*id) else {
        return Html::default();
    };
    let phrases = Topic::GoalSteps.phrases();
    let lines: Vec<_> = Some(goal.doing.clone())
        .filter(|words| !words.is_blank())
        .into_iter()
        .collect();
    html! {
        <>
            <Heading worksheet={worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <CarriedLines from={Msg::StepsForGoal} {lines} />
            <HelpMeThink {phrases} />
            <StepList id={*id} goal={goal.clone()} />
            <Turn id={plan.id} worksheet={worksheet.clone()} place={plan.place} />
        </>
    }
}

/// Properties of [`StepList`].
#[derive(PartialEq, Properties)]
struct StepListProps {
    id: ItemId,
    goal: Rc<worksheet::Goal>,
}

/// The steps; while there are none, an empty one to write in.
#[component]
fn StepList(props: &StepListProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let goal = props.id;
    let list = List::Steps(goal);
    let steps = &props.goal.steps;
    let count = steps.len();
    let blank = use_memo((), |()| Rc::new(Step::default()));
    let mut shown: Vec<_> = steps
        .iter()
        .map(|(id, step)| (id, Rc::clone(step)))
        .collect();
    if shown.is_empty() {
        shown.push((steps.next_id(), Rc::clone(&blank)));
    }
    let ids = shown.iter().map(|(id, _)| *id).collect();
    use_list_focus(ids, move |change| match change {
        Change::Added(id) | Change::Back(id) | Change::Removed(Some(id)) => {
            Some(Target::Step(goal, id, StepField::What).to_string())
        }
        Change::Removed(None) => Some(list.add_id()),
    });
    let cards = shown.into_iter().enumerate().map(|(place, (id, step))| {
        html! { <StepCard key={id.0} {goal} {id} {step} {place} {count} /> }
    });
    html! {
        <div class="steps">
            <ol class="cards step-list">{ for cards }</ol>
            if count > 0 && !steps.is_full() {
                <button type="button" class="button cards__add" id={list.add_id()} onclick={dispatch.on(list.add())}>
                    { scene.text(Msg::StepsAddAnother) }
                </button>
            }
        </div>
    }
}
