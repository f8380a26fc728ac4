//! A link back to where a person was before.

use crate::i18n::Msg;
use crate::progress::Place;
use crate::questionnaire::Page;
use crate::route::Route;
use crate::ui::Ui;
use crate::ui::markup::{Tag, link};

/// A link back to a page of a plan, named by what it leads to.
pub fn way_back(ui: &Ui, class: &'static str, back: Route) -> Tag {
    let name = match back {
        Route::Plan(_, Place::Page(Page::Summary)) => Msg::NavToSummary,
        Route::Plan(_, Place::Goal(_)) => Msg::NavToGoal,
        _ => Msg::NavToPlan,
    };
    link(class, back).say(ui, name)
}
