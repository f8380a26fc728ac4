//! A plan on one card, for the fridge: goals, steps, if-then, and one line of support.

use super::outline::{Title, stays_here};
use crate::i18n::{Msg, Words};
use crate::questionnaire::{Prompt, Section};
use crate::worksheet::{Goal, ItemId, Step, Text, Worksheet};

/// What stands on the card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The goals, in the person's own order.
    pub goals: Vec<CardGoal>,
    /// One line of support, if there is one.
    pub support: Option<SupportLine>,
}

/// One goal on the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardGoal {
    /// Which goal it is.
    pub id: ItemId,
    /// Its words; a name such as "Goal 2" where there are none, or where they stay here.
    pub title: Title,
    /// The steps toward it that have words.
    pub steps: Vec<Step>,
}

/// A line to read on a hard day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SupportLine {
    /// What the person would like to tell themselves.
    Words(Text),
    /// Who could help, and what to ask of them; one of the two may be blank.
    Person(Text, Text),
}

/// What goes on the card. What the person leaves out of print is not on it.
#[must_use]
pub fn card(worksheet: &Worksheet, words: Words) -> Card {
    let goals = worksheet.goals.iter().enumerate();
    let goals = goals.filter_map(|(index, (id, goal))| on_card(worksheet, words, index, id, goal));
    Card {
        goals: goals.collect(),
        support: support(worksheet),
    }
}

fn on_card(
    worksheet: &Worksheet,
    words: Words,
    index: usize,
    id: ItemId,
    goal: &Goal,
) -> Option<CardGoal> {
    let own = !goal.doing.is_blank() && !stays_here(worksheet, Section::Goals);
    let steps: Vec<_> = if stays_here(worksheet, Section::Steps) {
        Vec::new()
    } else {
        let steps = goal.steps.iter().filter(|(_, step)| is_on_card(step));
        steps.map(|(_, step)| Step::clone(step)).collect()
    };
    let title = if own {
        Title::Words(goal.doing.clone())
    } else {
        Title::Label(words.fill(Msg::GoalsGoal, &[("n", &(index + 1).to_string())]))
    };
    (own || !steps.is_empty()).then_some(CardGoal { id, title, steps })
}

/// Whether a step says something that goes on the card.
fn is_on_card(step: &Step) -> bool {
    let fields = [&step.what, &step.when, &step.cue, &step.response];
    step.day.is_some() || fields.iter().any(|words| !words.is_blank())
}

fn support(worksheet: &Worksheet) -> Option<SupportLine> {
    if stays_here(worksheet, Section::Support) {
        return None;
    }
    let line = worksheet.text(Prompt::HardDay);
    if !line.is_blank() {
        return Some(SupportLine::Words(line));
    }
    let mut people = worksheet.supporters.iter().map(|(_, person)| person);
    let person = people.find(|person| !person.who.is_blank())?;
    Some(SupportLine::Person(person.who.clone(), person.ask.clone()))
}
