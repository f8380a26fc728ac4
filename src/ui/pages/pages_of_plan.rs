//! Which page of a plan is which.

use super::{View, ask, begin_about, closer, company, day, experiments, extras, goal, goal_steps};
use super::{goals, hard_day, others, own, rate, signatures, signs, steps, summary, supporters};
use super::{telling, tick, together_scales, who, wording};
use crate::browser::styles;
use crate::i18n::{Phrased, Topic};
use crate::progress::Place;
use crate::questionnaire::Body;
use crate::worksheet::WitnessField;
use yew::prelude::*;

/// How the pages of a plan look, beyond what other pages need as well.
const STYLES: &str = concat!(
    include_str!("../../../styles/components/contents.css"),
    include_str!("../../../styles/components/plan_cards.css"),
    include_str!("../../../styles/components/not_sure.css"),
    include_str!("../../../styles/components/if_then.css"),
    include_str!("../../../styles/components/help_me_think.css"),
    include_str!("../../../styles/components/carried.css"),
    include_str!("../../../styles/components/lines_field.css"),
    include_str!("../../../styles/components/scale_field.css"),
    include_str!("../../../styles/components/telling.css"),
    include_str!("../../../styles/components/nothing_yet.css"),
    include_str!("../../../styles/components/witness_cards.css"),
    include_str!("../../../styles/components/piece_card.css"),
    include_str!("../../../styles/components/goal_thought.css"),
    include_str!("../../../styles/components/ladder.css"),
    include_str!("../../../styles/pages/rate.css"),
    include_str!("../../../styles/pages/goals.css"),
    include_str!("../../../styles/pages/support.css"),
    include_str!("../../../styles/pages/together.css"),
    include_str!("../../../styles/pages/day.css"),
    include_str!("../../../styles/pages/own.css"),
    include_str!("../../../styles/pages/summary.css"),
    include_str!("../../../styles/forced_plan.css"),
);

/// Has the pages of plans look as they should, from now on.
pub(super) fn dress() {
    styles::dress(STYLES);
}

/// The page of the open plan.
pub(super) fn page(view: View<'_>) -> Html {
    dress();
    let page = match view.open.place {
        Place::Goal(goal) => return goal::goal(view, goal),
        Place::GoalSteps(goal) => return goal_steps::goal_steps(view, goal),
        Place::Own(_, question) => return own::own(view, question),
        Place::Page(page) => page,
    };
    match page.body() {
        Body::Goals => goals::goals(view),
        Body::Steps => steps::steps(view),
        Body::Experiments => experiments::experiments(view),
        Body::Supporters => supporters::supporters(view),
        Body::HardDay => hard_day::hard_day(view),
        Body::Signatures => signatures::signatures(view),
        Body::TogetherScales => together_scales::together_scales(view),
        Body::Summary => summary::summary(view),
        Body::About => begin_about::begin_about(view),
        Body::Company => company::company(view),
        Body::Wording => wording::wording(view),
        Body::Extras => extras::extras(view),
        Body::Ask(prompt, carried) => ask::ask(view, prompt, carried),
        Body::Telling => telling::telling(view),
        Body::Signs => signs::signs(view),
        Body::Day => day::day(view),
        Body::Who => who::who(view),
        Body::See => others::others(view, Topic::See.phrases(), WitnessField::See),
        Body::Respond => others::others(view, Topic::Respond.phrases(), WitnessField::Respond),
        Body::Difference => {
            others::others(view, Topic::Difference.phrases(), WitnessField::Difference)
        }
        Body::Tick => tick::tick(view),
        Body::Closer => closer::closer(view),
        Body::Rate(scale) => rate::rate(view, scale),
    }
}
