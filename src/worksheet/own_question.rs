//! A therapist's own questions, and what a person answers.

use super::{Answer, Invitation, Item, Line, Roster, RosterAction, Score, Text};
use crate::questionnaire::Section;

/// A question that a therapist adds to a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnQuestion {
    /// The section at whose end it is asked.
    pub section: Section,
    /// How it is answered.
    pub kind: OwnKind,
    /// The question, exactly as typed.
    pub words: Text,
}

/// In the section of the best hopes, where most own questions belong, and without words.
impl Default for OwnQuestion {
    fn default() -> Self {
        Self {
            section: Section::Hopes,
            kind: OwnKind::Text,
            words: Text::default(),
        }
    }
}

/// How an own question is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OwnKind {
    /// In the person's own words.
    #[default]
    Text,
    /// In lines, as many as wanted.
    List,
    /// With a point from 0 to 10, blank at the start.
    Scale,
}

impl OwnKind {
    /// Every kind, in the order shown.
    pub const ALL: [Self; 3] = [Self::Text, Self::List, Self::Scale];

    /// The kind's name in stored plans. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::List => "list",
            Self::Scale => "scale",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}

/// One change to an [`OwnQuestion`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnQuestionEdit {
    /// Another section. "Before you start" and the summary take none: then nothing changes.
    Section(Section),
    /// Another way to answer.
    Kind(OwnKind),
    /// Other words.
    Words(Text),
}

impl OwnQuestion {
    /// Whether a section can have own questions: every section that asks something.
    #[must_use]
    pub fn fits_in(section: Section) -> bool {
        !matches!(section, Section::Begin | Section::Summary)
    }

    /// Whether there is something to ask.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        !self.words.is_blank()
    }
}

impl Item for OwnQuestion {
    const LIMIT: usize = Invitation::MOST_QUESTIONS;

    type Edit = OwnQuestionEdit;

    fn edit(&mut self, edit: OwnQuestionEdit) {
        match edit {
            OwnQuestionEdit::Section(section) if Self::fits_in(section) => self.section = section,
            OwnQuestionEdit::Section(_) => {}
            OwnQuestionEdit::Kind(kind) => self.kind = kind,
            OwnQuestionEdit::Words(words) => self.words = words,
        }
    }
}

/// What a person answers to an own question. What belongs to another kind of question stays blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnAnswer {
    /// Words, and "I'm not sure yet".
    pub answer: Answer,
    /// Lines.
    pub lines: Roster<Line>,
    /// A point on the scale.
    pub score: Option<Score>,
}

/// One change to an [`OwnAnswer`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnEdit {
    /// Words.
    Write(Text),
    /// "I'm not sure yet", or taking that back.
    Unsure(bool),
    /// A change to the lines.
    Lines(RosterAction<Line, Text>),
    /// A point on the scale, or a blank scale.
    Rate(Option<Score>),
}

impl OwnAnswer {
    /// Carries out one change. Total: it never fails.
    pub fn edit(&mut self, edit: OwnEdit) {
        match edit {
            OwnEdit::Write(words) => self.answer.write(words),
            OwnEdit::Unsure(unsure) => self.answer.unsure = unsure,
            OwnEdit::Lines(action) => self.lines.apply(action),
            OwnEdit::Rate(score) => self.score = score,
        }
    }

    /// Whether the person has answered a question of this kind.
    #[must_use]
    pub fn is_given(&self, kind: OwnKind) -> bool {
        match kind {
            OwnKind::Text => self.answer.is_given(),
            OwnKind::List => self.lines.iter().any(|(_, line)| !line.text.is_blank()),
            OwnKind::Scale => self.score.is_some(),
        }
    }
}
