//! Goals and their steps.

use super::{Date, EnumSet, Item, Ladder, Level, Member, Roster, RosterAction, Score, Text};

/// One goal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Goal {
    /// What the person will be doing.
    pub doing: Text,
    /// Where, and with whom.
    pub place: Text,
    /// Why it matters to them.
    pub why: Text,
    /// The first sign that it has begun.
    pub first_sign: Text,
    /// When to look again.
    pub look_again: Option<Date>,
    /// The five levels (goal attainment scaling). Empty unless written.
    pub ladder: Ladder,
    /// The smallest steps toward it.
    pub steps: Roster<Step>,
    /// The gentle thoughts that the person has answered with "Leave it as it is".
    pub left_as_is: EnumSet<Thought>,
}

/// The fields of a [`Goal`] that take words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GoalField {
    /// What the person will be doing.
    Doing,
    /// Where, and with whom.
    Place,
    /// Why it matters.
    Why,
    /// The first sign that it has begun.
    FirstSign,
}

impl GoalField {
    /// Every field, in the order asked.
    pub const ALL: [Self; 4] = [Self::Doing, Self::Place, Self::Why, Self::FirstSign];

    /// The field's name in stored plans and in pages. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Doing => "doing",
            Self::Place => "place",
            Self::Why => "why",
            Self::FirstSign => "first-sign",
        }
    }
}

/// One change to a [`Goal`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GoalEdit {
    /// Words in a field.
    Write(GoalField, Text),
    /// When to look again.
    LookAgain(Option<Date>),
    /// Words for one level of the ladder.
    Level(Level, Text),
    /// A change to the steps.
    Steps(RosterAction<Step, StepEdit>),
    /// "Leave it as it is", or taking that back.
    LeaveAsIs(Thought, bool),
}

impl Goal {
    /// A goal made of words that were written elsewhere, intact.
    #[must_use]
    pub fn from_words(words: Text) -> Self {
        Self {
            doing: words,
            ..Self::default()
        }
    }

    /// The words in a field.
    #[must_use]
    pub fn get(&self, field: GoalField) -> &Text {
        match field {
            GoalField::Doing => &self.doing,
            GoalField::Place => &self.place,
            GoalField::Why => &self.why,
            GoalField::FirstSign => &self.first_sign,
        }
    }
}

impl Item for Goal {
    const LIMIT: usize = 200;

    type Edit = GoalEdit;

    fn forget_removed(&mut self) {
        self.steps.forget_removed();
    }

    fn edit(&mut self, edit: GoalEdit) {
        match edit {
            GoalEdit::Write(GoalField::Doing, text) => self.doing = text,
            GoalEdit::Write(GoalField::Place, text) => self.place = text,
            GoalEdit::Write(GoalField::Why, text) => self.why = text,
            GoalEdit::Write(GoalField::FirstSign, text) => self.first_sign = text,
            GoalEdit::LookAgain(date) => self.look_again = date,
            GoalEdit::Level(level, text) => self.ladder.write(level, text),
            GoalEdit::Steps(action) => self.steps.apply(action),
            GoalEdit::LeaveAsIs(thought, true) => drop(self.left_as_is.insert(thought)),
            GoalEdit::LeaveAsIs(thought, false) => drop(self.left_as_is.remove(&thought)),
        }
    }
}

/// One small step toward a goal, with its implementation intention (Gollwitzer 1999).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// The smallest step.
    pub what: Text,
    /// When and where.
    pub when: Text,
    /// What in the person might get in the way.
    pub obstacle: Text,
    /// "If ..."
    pub cue: Text,
    /// "... then I will ..."
    pub response: Text,
    /// How confident the person is that they will do it, 0 to 10.
    pub confidence: Option<Score>,
    /// A day on which they want to do it, if it has one.
    pub day: Option<Date>,
}

/// The fields of a [`Step`] that take words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepField {
    /// The smallest step.
    What,
    /// When and where.
    When,
    /// What in the person might get in the way.
    Obstacle,
    /// "If ..."
    Cue,
    /// "... then I will ..."
    Response,
}

impl StepField {
    /// Every field, in the order asked.
    pub const ALL: [Self; 5] = [
        Self::What,
        Self::When,
        Self::Obstacle,
        Self::Cue,
        Self::Response,
    ];

    /// The field's name in stored plans and in pages. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::When => "when",
            Self::Obstacle => "obstacle",
            Self::Cue => "cue",
            Self::Response => "response",
        }
    }
}

/// One change to a [`Step`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepEdit {
    /// Words in a field.
    Write(StepField, Text),
    /// How confident the person is.
    Confidence(Option<Score>),
    /// The day on which they want to do it.
    Day(Option<Date>),
}

impl Step {
    /// Below this, the person is asked whether they want to make the step smaller. Brief Action
    /// Planning (Gutnick et al. 2014) looks again at a plan below 7.
    pub const SMALLER_BELOW: u8 = 14;

    /// Whether the person's confidence is low enough to ask "Make it smaller?".
    #[must_use]
    pub fn may_be_smaller(&self) -> bool {
        self.confidence
            .is_some_and(|score| score.halves() < Self::SMALLER_BELOW)
    }

    /// The words in a field.
    #[must_use]
    pub fn get(&self, field: StepField) -> &Text {
        match field {
            StepField::What => &self.what,
            StepField::When => &self.when,
            StepField::Obstacle => &self.obstacle,
            StepField::Cue => &self.cue,
            StepField::Response => &self.response,
        }
    }
}

impl Item for Step {
    const LIMIT: usize = 100;

    type Edit = StepEdit;

    fn edit(&mut self, edit: StepEdit) {
        match edit {
            StepEdit::Write(StepField::What, text) => self.what = text,
            StepEdit::Write(StepField::When, text) => self.when = text,
            StepEdit::Write(StepField::Obstacle, text) => self.obstacle = text,
            StepEdit::Write(StepField::Cue, text) => self.cue = text,
            StepEdit::Write(StepField::Response, text) => self.response = text,
            StepEdit::Confidence(score) => self.confidence = score,
            StepEdit::Day(day) => self.day = day,
        }
    }
}

/// The gentle checks of a goal (de Shazer's and Berg's well-formed goals), the most useful first.
/// They are thoughts, never errors, and each can be answered with "Leave it as it is".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thought {
    /// Said as something that will be there, not something gone.
    Presence,
    /// Something the person does, that a camera could see.
    Seen,
    /// In the person's own hands.
    OwnHands,
    /// Small.
    Small,
    /// The start of something, not the end.
    Start,
    /// Tied to a place, a time or a person.
    Tied,
    /// Matters to the person.
    Matters,
    /// Takes some work.
    Work,
}

impl Thought {
    /// Every thought, the most useful first.
    pub const ALL: [Self; 8] = [
        Self::Presence,
        Self::Seen,
        Self::OwnHands,
        Self::Small,
        Self::Start,
        Self::Tied,
        Self::Matters,
        Self::Work,
    ];

    /// The thought's name in the catalogue and in stored plans. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Presence => "presence",
            Self::Seen => "seen",
            Self::OwnHands => "own-hands",
            Self::Small => "small",
            Self::Start => "start",
            Self::Tied => "tied",
            Self::Matters => "matters",
            Self::Work => "work",
        }
    }

    /// The thought of that name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|thought| thought.slug() == slug)
    }
}

impl Member for Thought {
    const EVERY: &'static [Self] = &Self::ALL;

    fn place(self) -> u32 {
        self as u32
    }
}
