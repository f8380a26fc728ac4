//! The way back to where a person was, from a page that was opened in between.

use super::Session;
use crate::progress::Place;
use crate::questionnaire::Page;
use crate::route::Route;
use crate::ui::{Mark, Marks};

impl Session {
    /// Where the person was before: in a plan, if they opened a page that stands beside plans; at its end, if
    /// they went from there to change something; at a goal, if they went from there to its steps.
    #[must_use]
    pub fn way_back(&self) -> Option<Route> {
        self.marks.iter().find_map(|mark| match mark {
            Mark::CameFrom(from) => Some(*from),
            _ => None,
        })
    }

    /// What holds on another page from the start.
    pub(super) fn marks_at(&self, to: Route) -> Marks {
        let (from, earlier) = (self.route, self.way_back());
        let way = |back: &Route| match (*back, to) {
            (Route::Plan(plan, back), Route::Plan(same, place)) => {
                let changes = back == Place::Page(Page::Summary) && place != back;
                let steps = matches!((back, place), (Place::Goal(one), Place::GoalSteps(other)) if one == other);
                plan == same && (changes || steps)
            }
            (Route::Plan(..) | Route::Print(_) | Route::HandOver(_), _) => {
                to.plan().is_none() && !matches!(to, Route::Home | Route::HandOver(_))
            }
            _ => false,
        };
        let back = [Some(from), earlier].into_iter().flatten().find(way);
        back.map_or_else(Marks::default, |back| {
            Marks::default().with(Mark::CameFrom(back))
        })
    }
}
