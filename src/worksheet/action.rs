//! Everything that can be done to a worksheet.

use super::{
    Date, Goal, GoalEdit, Invitation, ItemId, Line, OwnEdit, PieceField, RosterAction, Score,
    Setup, Source, Supporter, SupporterField, Text, Witness, WitnessField,
};
use crate::questionnaire::{DateField, Experiment, Prompt, Scale, Section};
use std::rc::Rc;

/// One change to a worksheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Names the plan.
    Rename(Text),
    /// Puts the worksheet together in another way. Nothing that was written is lost by it.
    Setup(Setup),
    /// Writes the answer to a question.
    Answer(Prompt, Text),
    /// Says "I'm not sure yet", or takes that back. Words that were there stay.
    Unsure(Prompt, bool),
    /// Chooses a point on a scale, or makes the scale blank again.
    Rate(Scale, Option<Score>),
    /// Chooses a day, or clears it.
    Pick(DateField, Option<Date>),
    /// Changes the signs.
    Signs(RosterAction<Line, Text>),
    /// Changes who would notice, and what.
    Witnesses(RosterAction<Witness, (WitnessField, Text)>),
    /// Changes who can help.
    Supporters(RosterAction<Supporter, (SupporterField, Text)>),
    /// Changes the goals and their steps.
    Goals(RosterAction<Goal, GoalEdit>),
    /// Says that something already happens, even a little, or takes that back.
    Tick(Source, bool),
    /// Writes about a [piece](super::Piece).
    Piece(Source, PieceField, Text),
    /// Chooses a small experiment, or takes that back.
    Try(Experiment, bool),
    /// Leaves a section out of print and copies, or puts it back in.
    LeaveOut(Section, bool),
    /// Lets the private page "How we work together" be printed and copied, or keeps it out.
    ShareTogether(bool),
    /// Begins the plan with what a therapist put together. A plan that was begun so already stays as it is.
    Invite(Rc<Invitation>),
    /// Changes the answer to a therapist's own question.
    Own(ItemId, OwnEdit),
}

impl Action {
    /// The action that brings back what this one takes out; `None` if it takes nothing out.
    #[must_use]
    pub fn bring_back(&self) -> Option<Self> {
        match self {
            Self::Signs(RosterAction::Remove(id)) => {
                Some(Self::Signs(RosterAction::BringBack(*id)))
            }
            Self::Witnesses(RosterAction::Remove(id)) => {
                Some(Self::Witnesses(RosterAction::BringBack(*id)))
            }
            Self::Supporters(RosterAction::Remove(id)) => {
                Some(Self::Supporters(RosterAction::BringBack(*id)))
            }
            Self::Goals(RosterAction::Remove(id)) => {
                Some(Self::Goals(RosterAction::BringBack(*id)))
            }
            Self::Goals(RosterAction::Edit(goal, GoalEdit::Steps(RosterAction::Remove(step)))) => {
                let back = GoalEdit::Steps(RosterAction::BringBack(*step));
                Some(Self::Goals(RosterAction::Edit(*goal, back)))
            }
            Self::Own(own, OwnEdit::Lines(RosterAction::Remove(id))) => {
                let back = OwnEdit::Lines(RosterAction::BringBack(*id));
                Some(Self::Own(*own, back))
            }
            _ => None,
        }
    }
}
