//! What holds only while a page is shown: what was opened, asked for or said on it.

use super::Form;
use crate::i18n::Msg;
use crate::questionnaire::{Prompt, Section};
use crate::route::{PlanId, Route};
use crate::worksheet::{Extra, ItemId, LadderThought, Score, Source, Text, Wording};
use std::rc::Rc;

/// Something that holds until the person goes to another page. None of it is stored.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// The Miracle Question was told in this form, this many of its lines.
    Told(Wording, usize),
    /// Something was written in answer to this question; the question stays.
    Written(Prompt),
    /// Something was written about this piece; it stays open.
    Begun(Source),
    /// The person came here from this page of a plan, and may want to go back to it.
    CameFrom(Route),
    /// There were no goals when the page was opened.
    NoGoals,
    /// One more line was asked for; it will get this name.
    Wanted(ItemId),
    /// These words were made a goal here.
    MadeGoal(Source),
    /// A step (the goal, the step) is to stay as it is although confidence in it is this low.
    StepAsIs(ItemId, ItemId, Option<Score>),
    /// The person is writing in the ladder of this goal.
    OnLadder(ItemId),
    /// The ladder of this goal is to stay as it is, whatever this thought says.
    LadderAsIs(ItemId, LadderThought),
    /// A plan on the shelf is being given this name.
    Renaming(PlanId, Text),
    /// A plan on the shelf was copied.
    Copied,
    /// Everything is to be deleted; the person is asked once more.
    Deleting,
    /// Not everything could be deleted.
    NotAllDeleted,
    /// Everything was deleted, here or in another tab.
    Emptied,
    /// The plan is printed in this form.
    Form(Form),
    /// This goal is left off the card.
    OffCard(ItemId),
    /// The blank sheet tells the Miracle Question in this form.
    SheetWording(Wording),
    /// The blank sheet has this optional part.
    SheetExtra(Extra),
    /// The blank sheet is without this part.
    SheetWithout(Section),
    /// Questions without an answer are shown in the summary.
    Unanswered,
    /// What is typed as a passphrase can be read.
    ShowPassphrase,
    /// The page is still on its way.
    Late,
    /// The page could not be loaded.
    NotArrived,
    /// This stored text is shown.
    Opened(String),
    /// What the button with this name said when it was done.
    Said(String, Option<Msg>),
}

impl Mark {
    /// Whether one of the two takes the place of the other.
    fn replaces(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Told(..), Self::Told(..))
            | (Self::Wanted(_), Self::Wanted(_))
            | (Self::Renaming(..), Self::Renaming(..))
            | (Self::Form(_), Self::Form(_))
            | (Self::SheetWording(_), Self::SheetWording(_)) => true,
            (Self::Said(one, _), Self::Said(two, _)) => one == two,
            (one, two) => one == two,
        }
    }
}

/// Everything that holds while a page is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks(Rc<Vec<Mark>>);

impl Marks {
    /// The same, and this holds.
    #[must_use]
    pub fn with(&self, mark: Mark) -> Self {
        let mut marks = self.without(&mark);
        Rc::make_mut(&mut marks.0).push(mark);
        marks
    }

    /// The same, but this no longer holds.
    #[must_use]
    pub fn without(&self, mark: &Mark) -> Self {
        let marks = self.0.iter().filter(|old| !mark.replaces(old));
        Self(Rc::new(marks.cloned().collect()))
    }

    /// Whether this holds.
    #[must_use]
    pub fn has(&self, mark: &Mark) -> bool {
        self.0.contains(mark)
    }

    /// Everything that holds, in the order in which it came.
    pub fn iter(&self) -> impl Iterator<Item = &Mark> {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_button_said_last_holds() {
        let said = |msg| Mark::Said("copy".into(), Some(msg));
        let marks = Marks::default()
            .with(said(Msg::TroubleCopyFailed))
            .with(said(Msg::TroubleCopied));
        assert!(marks.has(&said(Msg::TroubleCopied)));
        assert!(!marks.has(&said(Msg::TroubleCopyFailed)));
    }

    #[test]
    fn what_holds_for_one_thing_holds_for_no_other() {
        let marks = Marks::default().with(Mark::Written(Prompt::NotLower));
        let marks = marks
            .with(Mark::Written(Prompt::AsIf))
            .without(&Mark::Written(Prompt::NotLower));
        assert!(marks.has(&Mark::Written(Prompt::AsIf)));
        assert!(!marks.has(&Mark::Written(Prompt::NotLower)));
    }
}
