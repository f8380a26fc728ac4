//! Where typed words go.

use crate::questionnaire::Prompt;
use crate::worksheet::{
    Action, GoalEdit, GoalField, ItemId, Level, OwnEdit, PieceField, RosterAction, Source,
    StepEdit, StepField, SupporterField, Text, WitnessField,
};
use std::fmt;

/// A place in the worksheet that takes words. It is plain data, so a field whose target and words are
/// unchanged need not be drawn again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The plan's name.
    Name,
    /// The answer to a question.
    Answer(Prompt),
    /// A sign.
    Sign(ItemId),
    /// A field of a witness.
    Witness(ItemId, WitnessField),
    /// A field of a piece.
    Piece(Source, PieceField),
    /// A field of a goal.
    Goal(ItemId, GoalField),
    /// A level of a goal's ladder.
    Level(ItemId, Level),
    /// A field of a step: the goal, the step, the field.
    Step(ItemId, ItemId, StepField),
    /// A field of a supporter.
    Supporter(ItemId, SupporterField),
    /// The answer to a therapist's own question.
    Own(ItemId),
    /// A line of that answer: the question, the line.
    OwnLine(ItemId, ItemId),
}

impl Target {
    /// The change that writes these words here.
    #[must_use]
    pub fn write(self, words: Text) -> Action {
        match self {
            Self::Name => Action::Rename(words),
            Self::Answer(prompt) => Action::Answer(prompt, words),
            Self::Sign(id) => Action::Signs(RosterAction::Write(id, words)),
            Self::Witness(id, field) => Action::Witnesses(RosterAction::Write(id, (field, words))),
            Self::Piece(source, field) => Action::Piece(source, field, words),
            Self::Goal(id, field) => {
                Action::Goals(RosterAction::Edit(id, GoalEdit::Write(field, words)))
            }
            Self::Level(id, level) => {
                Action::Goals(RosterAction::Edit(id, GoalEdit::Level(level, words)))
            }
            Self::Step(goal, step, field) => {
                let edit = RosterAction::Write(step, StepEdit::Write(field, words));
                Action::Goals(RosterAction::Edit(goal, GoalEdit::Steps(edit)))
            }
            Self::Supporter(id, field) => {
                Action::Supporters(RosterAction::Write(id, (field, words)))
            }
            Self::Own(id) => Action::Own(id, OwnEdit::Write(words)),
            Self::OwnLine(id, line) => {
                Action::Own(id, OwnEdit::Lines(RosterAction::Write(line, words)))
            }
        }
    }

    /// The change that says "I'm not sure yet" here, or takes that back; `None` where it is not offered.
    #[must_use]
    pub fn unsure(self, unsure: bool) -> Option<Action> {
        match self {
            Self::Answer(prompt) => Some(Action::Unsure(prompt, unsure)),
            Self::Own(id) => Some(Action::Own(id, OwnEdit::Unsure(unsure))),
            _ => None,
        }
    }
}

/// Writes the target's id in the page: `best-hopes`, `goal-3-doing`, `step-3-0-what`.
impl fmt::Display for Target {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name => formatter.write_str("plan-name"),
            Self::Answer(prompt) => formatter.write_str(prompt.slug()),
            Self::Sign(ItemId(id)) => write!(formatter, "sign-{id}"),
            Self::Witness(ItemId(id), field) => {
                write!(formatter, "witness-{id}-{}", field.slug())
            }
            Self::Piece(source, field) => {
                write!(formatter, "piece-{}-{}", source_id(*source), field.slug())
            }
            Self::Goal(ItemId(id), field) => write!(formatter, "goal-{id}-{}", field.slug()),
            Self::Level(ItemId(id), level) => write!(formatter, "level-{id}-{}", *level as u8),
            Self::Step(ItemId(goal), ItemId(id), field) => {
                write!(formatter, "step-{goal}-{id}-{}", field.slug())
            }
            Self::Supporter(ItemId(id), field) => {
                write!(formatter, "supporter-{id}-{}", field.slug())
            }
            Self::Own(ItemId(id)) => write!(formatter, "own-{id}"),
            Self::OwnLine(ItemId(id), ItemId(line)) => write!(formatter, "own-{id}-{line}"),
        }
    }
}

/// A line's name in the page: `sign-0`, `morning`, `seen-2`.
#[must_use]
pub fn source_id(source: Source) -> String {
    match source {
        Source::Sign(ItemId(id)) => format!("sign-{id}"),
        Source::Moment(moment) => Prompt::Moment(moment).slug().to_owned(),
        Source::Seen(ItemId(id)) => format!("seen-{id}"),
    }
}
