//! What is tidied up when a page is left.

use super::Session;
use crate::progress::Place;
use crate::route::{PlanId, Route};
use crate::worksheet::{Action, Goal, ItemId, RosterAction};

impl Session {
    /// What is to be done before another page is shown: a goal that was added and left without a word is
    /// taken away again.
    #[must_use]
    pub fn left_behind(&self, route: Route) -> Option<Action> {
        let (plan, goal) = goal_of(self.route)?;
        let open = self.open().filter(|open| open.id == plan)?;
        let untouched = **open.worksheet.goals.get(goal)? == Goal::default();
        (untouched && goal_of(route) != Some((plan, goal)))
            .then_some(Action::Goals(RosterAction::Remove(goal)))
    }
}

/// The plan and the goal that a page is about.
fn goal_of(route: Route) -> Option<(PlanId, ItemId)> {
    match route {
        Route::Plan(plan, Place::Goal(goal) | Place::GoalSteps(goal)) => Some((plan, goal)),
        _ => None,
    }
}
