//! The page with all goals, and where new ones can come from.

use super::View;
use crate::browser::page;
use crate::i18n::{Msg, Phrased, Topic};
use crate::progress::Place;
use crate::questionnaire::{Prompt, Section};
use crate::ui::Mark;
use crate::ui::components::{carried, goal_card, help_me_think, suggestions};
use crate::ui::list::{Follow, List, follow};
use crate::ui::markup::{Tag, button, el};
use crate::worksheet::Worksheet;
use yew::prelude::*;

/// More goals than this bring a soft word.
const PLENTY: usize = 3;

/// All goals, and the person's own lines that can become one.
pub(super) fn goals(view: View<'_>) -> Html {
    let phrases = Topic::Goals.phrases();
    let best_hopes = view.worksheet().text(Prompt::BestHopes);
    follow(Follow::Goals, view.worksheet().goals.ids().collect());
    let own_words = suggestions(view.ui, view.worksheet());
    let goals = goal_list(view).html();
    // The order stays while the page is open, so that nothing moves under the finger.
    let parts = if view.session.marks.has(&Mark::NoGoals) {
        [own_words, goals]
    } else {
        [goals, own_words]
    };
    let page = view
        .head(phrases)
        .child(carried(view.ui, Section::Hopes, &best_hopes))
        .child(help_me_think(view.ui, phrases))
        .children(parts);
    view.foot(page)
}

/// The goals, and a way to write a new one.
fn goal_list(view: View<'_>) -> Tag {
    let ui = view.ui;
    let goals = &view.worksheet().goals;
    let count = goals.len();
    let none = (count == 0).then(|| el("p", "goals__none").say(ui, none_yet(view.worksheet())));
    let cards = goals
        .iter()
        .enumerate()
        .map(|(place, (id, goal))| goal_card(view, id, goal, place, count));
    let many = (count > PLENTY).then(|| el("p", "goals__many").say(ui, Msg::GoalsMany));
    el("section", "goals")
        .attr("aria-labelledby", "goals-title")
        .child(
            el("h2", "goals__title")
                .id("goals-title")
                .say(ui, Msg::GoalsListLabel),
        )
        .child(none)
        .child(el("ol", "cards goal-list").children(cards))
        .child(many)
        .child(
            button("button cards__add")
                .id(List::Goals.add_id())
                .clicked(add(view))
                .say(ui, Msg::GoalsAdd),
        )
}

/// Makes a goal and goes to its page.
fn add(view: View<'_>) -> Callback<MouseEvent> {
    let ui = view.ui.clone();
    let goals = &view.worksheet().goals;
    let (to, full) = (view.route(Place::Goal(goals.next_id())), goals.is_full());
    Callback::from(move |_| {
        if !full {
            ui.send(List::Goals.add());
            page::go(to);
        }
    })
}

/// What to say while there are no goals: lines that could become one are only named when there are any.
fn none_yet(worksheet: &Worksheet) -> Msg {
    if worksheet.sources().is_empty() {
        Msg::GoalsNoneYetNoLines
    } else {
        Msg::GoalsNoneYet
    }
}
