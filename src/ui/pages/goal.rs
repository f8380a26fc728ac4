//! The page of one goal.

use super::PlanProps;
use crate::i18n::{Msg, Phrased, Topic};
use crate::progress::Place;
use crate::route::Route;
use crate::ui::components::{
    AnswerField, DateField, Dated, GoalThought, Heading, HelpMeThink, LadderField, Turn,
};
use crate::ui::{Target, use_scene};
use crate::worksheet::{Extra, GoalField, ItemId};
use yew::prelude::*;

/// Properties of [`Goal`].
#[derive(PartialEq, Properties)]
pub struct GoalProps {
    /// The plan and the page.
    pub plan: PlanProps,
    /// The goal.
    pub goal: ItemId,
}

/// The page of one goal, with one gentle thought at a time.
#[component]
pub fn Goal(props: &GoalProps) -> Html {
    let scene = use_scene();
    let GoalProps { plan, goal: id } = props;
    let worksheet = &plan.worksheet;
    let Some(goal) = worksheet.goals.get(*id) else {
        return Html::default();
    };
    let phrases = Topic::Goal.phrases();
    let field = |field: GoalField| {
        let phrases = field.phrases();
        html! {
            <div class="goal-field" key={field.slug()}>
                <AnswerField target={Target::Goal(*id, field)} value={goal.get(field).clone()}
                    label={phrases.title} hint={phrases.hint} />
                if field == GoalField::Doing {
                    <GoalThought id={*id} goal={goal.clone()} />
                }
                <HelpMeThink {phrases} />
            </div>
        }
    };
    html! {
        <>
            <Heading worksheet={worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <div class="goal-fields">{ for GoalField::ALL.into_iter().map(field) }</div>
            if worksheet.setup.extras.contains(&Extra::Ladder) {
                <LadderField id={*id} ladder={goal.ladder.clone()} />
            }
            <DateField dated={Dated::LookAgain(*id)} value={goal.look_again}
                label={Msg::GoalsLookAgain} hint={Msg::GoalsLookAgainHint} />
            <p class="goal-steps-link">
                <a class="button" href={Route::Plan(plan.id, Place::GoalSteps(*id)).to_string()}>
                    { scene.text(Msg::GoalsToSteps) }
                </a>
            </p>
            <Turn id={plan.id} worksheet={worksheet.clone()} place={plan.place} />
        </>
    }
}
