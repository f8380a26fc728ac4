//! The person's own words turned into a goal, in one tap.

use crate::i18n::Msg;
use crate::progress::Place;
use crate::ui::markup::{Tag, button, el, link};
use crate::ui::pages::View;
use crate::ui::{Event, Mark};
use crate::worksheet::{Action, Goal, RosterAction, Source, Text};

/// A button that makes a goal of the words, intact; afterwards, a link to that goal. The words are shown
/// in the element with the id `words_id`.
pub(super) fn make_goal(view: View<'_>, source: Source, words: &Text, words_id: String) -> Tag {
    let ui = view.ui;
    let pressed = Mark::MadeGoal(source);
    let link_id = format!("{words_id}-goal");
    let mut goals = view.worksheet().goals.iter();
    let goal = goals
        .find(|(_, goal)| goal.doing == *words)
        .map(|(id, _)| id);
    let said = match goal {
        Some(_) if view.session.marks.has(&pressed) => ui.text(Msg::GoalsMade),
        Some(_) => ui.text(Msg::GoalsAlready),
        None => "",
    };
    let way = match goal {
        Some(goal) => link("make-goal__open", view.route(Place::Goal(goal)))
            .key("open")
            .id(link_id)
            .say(ui, Msg::GoalsOpen),
        // The button goes; the focus goes to the link in its place.
        None => button("button")
            .key("make")
            .on_click(
                ui,
                vec![make(words), Event::Mark(pressed), Event::focus(link_id)],
            )
            .say(ui, Msg::GoalsUseAsGoal),
    };
    el("div", "make-goal")
        .child(
            el("p", "make-goal__said")
                .attr("role", "status")
                .child(said),
        )
        .child(way.attr("aria-describedby", words_id))
}

/// A goal is made in these words.
pub(super) fn make(words: &Text) -> Event {
    Action::Goals(RosterAction::Add(Goal::from_words(words.clone()))).into()
}
