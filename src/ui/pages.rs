//! Pages, one to a file.

mod about;
mod ask;
mod begin_about;
mod closer;
mod company;
mod day;
mod difference;
mod experiments;
mod extras;
mod goal;
mod goal_steps;
mod goals;
mod hard_day;
mod home;
mod not_found;
mod privacy;
mod rate;
mod respond;
mod see;
mod settings;
mod signatures;
mod signs;
mod steps;
mod summary;
mod supporters;
mod telling;
mod tick;
mod together_scales;
mod urgent_help;
mod who;
mod wording;

pub use about::About;
pub use ask::Ask;
pub use begin_about::BeginAbout;
pub use closer::Closer;
pub use company::Company;
pub use day::Day;
pub use difference::Difference;
pub use experiments::Experiments;
pub use extras::Extras;
pub use goal::Goal;
pub use goal_steps::GoalSteps;
pub use goals::Goals;
pub use hard_day::HardDay;
pub use home::Home;
pub use not_found::NotFound;
pub use privacy::Privacy;
pub use rate::Rate;
pub use respond::Respond;
pub use see::See;
pub use settings::Settings;
pub use signatures::Signatures;
pub use signs::Signs;
pub use steps::Steps;
pub use summary::Summary;
pub use supporters::Supporters;
pub use telling::Telling;
pub use tick::Tick;
pub use together_scales::TogetherScales;
pub use urgent_help::UrgentHelp;
pub use who::Who;
pub use wording::Wording;

use super::session::{Desk, OpenPlan, Session};
use crate::progress::Place;
use crate::questionnaire::Body;
use crate::route::{PlanId, Route};
use crate::worksheet::Worksheet;
use std::rc::Rc;
use yew::prelude::*;

/// What every page of a plan gets.
#[derive(Clone, PartialEq, Properties)]
pub struct PlanProps {
    /// The plan's name in addresses.
    pub id: PlanId,
    /// What is in it.
    pub worksheet: Rc<Worksheet>,
    /// The page.
    pub place: Place,
}

/// The page that the address names.
pub fn page(session: &Session) -> Html {
    match (&session.desk, session.route) {
        (Desk::Open(open), _) => plan_page(open, session),
        (desk, Route::Plan(..)) => {
            html! { <NotFound desk={desk.clone()} library={session.library.clone()} /> }
        }
        (_, Route::Home) => html! {
            <Home shelf={session.shelf.clone()} fresh={session.fresh} library={session.library.clone()} />
        },
        (_, Route::Settings) => html! { <Settings settings={session.settings.clone()} /> },
        (_, Route::UrgentHelp) => html! { <UrgentHelp settings={session.settings.clone()} /> },
        (_, Route::Privacy) => html! { <Privacy library={session.library.clone()} /> },
        (_, Route::About) => html! { <About /> },
        (desk, Route::NotFound) => {
            html! { <NotFound desk={desk.clone()} library={session.library.clone()} /> }
        }
    }
}

/// The page of the open plan. Most pages get the plan and its place; some need a little more.
fn plan_page(open: &OpenPlan, session: &Session) -> Html {
    let plan = PlanProps {
        id: open.id,
        worksheet: Rc::clone(&open.worksheet),
        place: open.place,
    };
    let page = match open.place {
        Place::Goal(goal) => return html! { <Goal {plan} {goal} /> },
        Place::GoalSteps(goal) => return html! { <GoalSteps {plan} {goal} /> },
        Place::Page(page) => page,
    };
    match page.body() {
        Body::About => html! { <BeginAbout {plan} keep={open.keep} /> },
        Body::Company => html! { <Company ..plan /> },
        Body::Wording => html! { <Wording ..plan /> },
        Body::Extras => html! { <Extras ..plan /> },
        Body::Ask(prompt, carried) => html! { <Ask {plan} {prompt} {carried} /> },
        Body::Telling => html! { <Telling ..plan /> },
        Body::Signs => html! { <Signs ..plan /> },
        Body::Day => html! { <Day ..plan /> },
        Body::Who => html! { <Who ..plan /> },
        Body::See => html! { <See ..plan /> },
        Body::Respond => html! { <Respond ..plan /> },
        Body::Difference => html! { <Difference ..plan /> },
        Body::Tick => html! { <Tick ..plan /> },
        Body::Closer => html! { <Closer ..plan /> },
        Body::Rate(scale) => html! { <Rate {plan} {scale} /> },
        Body::Goals => html! { <Goals ..plan /> },
        Body::Steps => html! { <Steps ..plan /> },
        Body::Experiments => html! { <Experiments ..plan /> },
        Body::Supporters => html! { <Supporters ..plan /> },
        Body::HardDay => html! { <HardDay ..plan /> },
        Body::Signatures => html! { <Signatures ..plan /> },
        Body::TogetherScales => html! { <TogetherScales ..plan /> },
        Body::Summary => html! { <Summary {plan} today={session.today()} /> },
    }
}
