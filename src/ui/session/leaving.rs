//! What is tidied up when a page is left.

use super::Session;
use crate::progress::Place;
use crate::route::{PlanId, Route};
use crate::worksheet::{Action, Goal, ItemId, RosterAction};

impl Session {
    /// A goal that was added and left without a word is taken away again.
    pub(super) fn left_for(self, route: Route) -> Self {
        let (Some(left), to) = (goal_of(self.route), goal_of(route)) else {
            return self;
        };
        let open = self.open().filter(|open| open.id == left.0);
        let goal = open.and_then(|open| open.worksheet.goals.get(left.1));
        if to != Some(left) && goal.is_some_and(|goal| **goal == Goal::default()) {
            self.act(Action::Goals(RosterAction::Remove(left.1)))
        } else {
            self
        }
    }
}

/// The plan and the goal that a page is about.
fn goal_of(route: Route) -> Option<(PlanId, ItemId)> {
    match route {
        Route::Plan(plan, Place::Goal(goal) | Place::GoalSteps(goal)) => Some((plan, goal)),
        _ => None,
    }
}
