//! The person's own lines that can become goals.

use crate::browser::page;
use crate::i18n::Msg;
use crate::questionnaire::Prompt;
use crate::ui::{use_dispatch, use_scene};
use crate::worksheet::{Action, Goal, RosterAction, Source, Text, Worksheet};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Suggestions`].
#[derive(PartialEq, Properties)]
pub struct SuggestionsProps {
    /// The plan.
    pub worksheet: Rc<Worksheet>,
}

/// The person's own lines, those that already happen first, and one small step up. Each becomes a goal
/// in one tap, in the same words. Shows nothing where there are no lines.
#[component]
pub fn Suggestions(props: &SuggestionsProps) -> Html {
    let scene = use_scene();
    let worksheet = &props.worksheet;
    let lines = own_lines(worksheet);
    if lines.is_empty() {
        return Html::default();
    }
    let line = |(id, words): (String, Text)| {
        let made = worksheet.goals.iter().any(|(_, goal)| goal.doing == words);
        let key = id.clone();
        html! { <Suggestion {key} {id} {words} {made} /> }
    };
    html! {
        <section class="suggestions" aria-labelledby="suggestions-title">
            <h2 class="suggestions__title" id="suggestions-title">{ scene.text(Msg::GoalsSuggestions) }</h2>
            <p class="suggestions__hint">{ scene.text(Msg::GoalsSuggestionsHint) }</p>
            <ul class="suggestions__list">{ for lines.into_iter().map(line) }</ul>
        </section>
    }
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
    let step_up = worksheet.text(Prompt::StepUp);
    let step_up = (!step_up.is_blank()).then(|| ("suggestion-step-up".to_owned(), step_up));
    let named = |(source, words)| (key(source), words);
    let already = already.into_iter().map(named);
    already
        .chain(step_up)
        .chain(not_yet.into_iter().map(named))
        .collect()
}

fn key(source: Source) -> String {
    match source {
        Source::Sign(id) => format!("suggestion-sign-{}", id.0),
        Source::Moment(moment) => format!("suggestion-{}", moment.slug()),
        Source::Seen(id) => format!("suggestion-seen-{}", id.0),
    }
}

/// Properties of [`Suggestion`].
#[derive(PartialEq, Properties)]
struct SuggestionProps {
    id: AttrValue,
    words: Text,
    made: bool,
}

/// One line. When it has become a goal, the focus goes to the words that say so.
#[component]
fn Suggestion(props: &SuggestionProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let SuggestionProps { id, words, made } = props;
    let made_id = format!("{id}-made");
    let used = use_mut_ref(|| false);
    use_effect_with(*made, {
        let (used, made_id) = (used.clone(), made_id.clone());
        move |made| {
            if *made && used.take() {
                page::focus(&made_id);
            }
        }
    });
    let make = {
        let words = words.clone();
        Callback::from(move |_: MouseEvent| {
            used.replace(true);
            dispatch.send(Action::Goals(RosterAction::Add(Goal::from_words(
                words.clone(),
            ))));
        })
    };
    html! {
        <li class="suggestions__item">
            <span class="words" id={id.clone()} dir="auto" translate="no">{ AttrValue::from(words.shared()) }</span>
            { " " }
            if *made {
                <span class="suggestions__made" id={made_id} tabindex="-1">{ scene.text(Msg::GoalsAlready) }</span>
            } else {
                <button type="button" class="button" aria-describedby={id.clone()} onclick={make}>
                    { scene.text(Msg::GoalsUseAsGoal) }
                </button>
            }
        </li>
    }
}
