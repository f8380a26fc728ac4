//! The person's own lines that can become goals.

use super::make_goal::make;
use crate::i18n::Msg;
use crate::questionnaire::Prompt;
use crate::ui::markup::{Tag, button, el};
use crate::ui::target::source_id;
use crate::ui::{Event, Ui};
use crate::worksheet::{Source, Text, Worksheet};
use yew::prelude::*;

/// The person's own lines, those that already happen first, and one small step up. Each becomes a goal
/// in one tap, in the same words. Shows nothing where there are no lines.
pub fn suggestions(ui: &Ui, worksheet: &Worksheet) -> Html {
    let lines = own_lines(worksheet);
    if lines.is_empty() {
        return Html::default();
    }
    let items = lines.into_iter().map(|(id, words)| {
        let made = worksheet.goals.iter().any(|(_, goal)| goal.doing == words);
        suggestion(ui, id, &words, made)
    });
    let title = el("h2", "suggestions__title").id("suggestions-title");
    el("section", "suggestions")
        .attr("aria-labelledby", "suggestions-title")
        .child(title.say(ui, Msg::GoalsSuggestions))
        .child(el("p", "suggestions__hint").say(ui, Msg::GoalsSuggestionsHint))
        .child(el("ul", "suggestions__list").children(items))
        .html()
}

/// Every line with words and an id for it: those that already happen, one small step up, then the others,
/// each in the order of the pages.
fn own_lines(worksheet: &Worksheet) -> Vec<(String, Text)> {
    let happens = |source: &Source| {
        worksheet
            .pieces
            .get(source)
            .is_some_and(|piece| piece.happens)
    };
    let (already, not_yet): (Vec<_>, Vec<_>) = worksheet
        .sources()
        .into_iter()
        .partition(|(source, _)| happens(source));
    let mut lines: Vec<_> = already.into_iter().map(named).collect();
    let step_up = worksheet.text(Prompt::StepUp);
    if !step_up.is_blank() {
        lines.push(("suggestion-step-up".to_owned(), step_up));
    }
    lines.extend(not_yet.into_iter().map(named));
    lines
}

fn named((source, words): (Source, Text)) -> (String, Text) {
    (format!("suggestion-{}", source_id(source)), words)
}

/// One line. When it has become a goal, the focus goes to the words that say so.
fn suggestion(ui: &Ui, id: String, words: &Text, made: bool) -> Tag {
    let made_id = format!("{id}-made");
    let way = if made {
        el("span", "suggestions__made")
            .id(made_id)
            .attr("tabindex", "-1")
            .say(ui, Msg::GoalsAlready)
    } else {
        button("button")
            .attr("aria-describedby", id.clone())
            .on_click(ui, vec![make(words), Event::focus(made_id)])
            .say(ui, Msg::GoalsUseAsGoal)
    };
    el("li", "suggestions__item")
        .key(&id)
        .child(el("span", "words").id(id.clone()).words(words))
        .space()
        .child(way)
}
