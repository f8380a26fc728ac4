//! The plan as a document, before anyone says how it looks: sections, questions and answers in the
//! order of the pages.

use super::answers;
use crate::i18n::{Msg, Words};
use crate::progress::{self, Place};
use crate::questionnaire::Section;
use crate::worksheet::{Date, Level, Score, Text, Worksheet};

/// One section of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The section.
    pub section: Section,
    /// Whether it stays here: left out of print and copies by the person, or private and not shared.
    pub left_out: bool,
    /// What is in it.
    pub blocks: Vec<Block>,
}

/// A question, or several questions about one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A question.
    Question(Question),
    /// A goal, a step, a person: something with questions of its own.
    Group(Group),
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The page on which it is answered.
    pub place: Place,
    /// The question; for a therapist's own question, only that it is one.
    pub title: Msg,
    /// A therapist's own question.
    pub own: Option<Own>,
    /// The answer.
    pub shown: Shown,
}

/// A therapist's own question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Whose question it is, said in the reader's language.
    pub from: String,
    /// The question, exactly as the therapist typed it.
    pub words: Text,
}

/// A goal, a step, a person: something with questions of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The page on which it is changed.
    pub place: Place,
    /// What it is.
    pub title: Title,
    /// The questions about it.
    pub blocks: Vec<Block>,
}

/// What stands at the head of a [`Group`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Title {
    /// The person's own words, which belong here.
    Words(Text),
    /// The person's own words, which belong to another section and only say what this is about.
    About(Text),
    /// A name such as "Goal 2", where the person has not given one.
    Label(String),
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// There is none.
    Nothing,
    /// Words, exactly as typed.
    Words(Text),
    /// "I'm not sure yet", with the words beside it; they may be blank.
    Unsure(Text),
    /// Lines, each exactly as typed.
    Lines(Vec<Text>),
    /// A point on a scale.
    Point(Score),
    /// A day.
    Day(Date),
    /// "If ..., then I will ..."; one of the two may be blank.
    IfThen {
        /// What comes after "if".
        cue: Text,
        /// What comes after "then I will".
        response: Text,
    },
    /// Levels of a goal, from the highest to the lowest.
    Levels(Vec<(Level, Text)>),
    /// Things that were chosen from a list.
    Chosen(Vec<Msg>),
}

impl Block {
    /// Whether the person has put nothing here.
    fn is_empty(&self) -> bool {
        match self {
            Self::Question(question) => question.shown == Shown::Nothing,
            Self::Group(Group {
                title: Title::Words(_),
                ..
            }) => false,
            Self::Group(group) => group.blocks.is_empty(),
        }
    }
}

/// The plan as a document. Sections that are switched off are not in it; with `unanswered`, questions
/// without an answer are.
///
/// Sections that stay here are part of the outline, so that they can be shown and chosen; whoever lets
/// anything out goes by [`Part::left_out`]. Where one section names what was written in another, and
/// that one stays here, the words stay too. The exception is a line that the person has ticked as
/// already happening: with the tick it belongs to "Pieces already here".
#[must_use]
pub fn outline(worksheet: &Worksheet, words: Words, unanswered: bool) -> Vec<Part> {
    let on = |section: &Section| progress::is_on(&worksheet.setup, *section);
    let part = |section: Section| {
        let mut blocks = answers::blocks(worksheet, words, section);
        if !unanswered {
            without_empty(&mut blocks);
        }
        let left_out = stays_here(worksheet, section);
        (!blocks.is_empty()).then_some(Part {
            section,
            left_out,
            blocks,
        })
    };
    Section::ALL
        .into_iter()
        .filter(on)
        .filter_map(part)
        .collect()
}

/// Whether a section stays out of print and copies.
#[must_use]
pub(super) fn stays_here(worksheet: &Worksheet, section: Section) -> bool {
    let private = section == Section::Together && !worksheet.share_together;
    private || worksheet.left_out.contains(&section)
}

fn without_empty(blocks: &mut Vec<Block>) {
    for block in blocks.iter_mut() {
        if let Block::Group(group) = block {
            without_empty(&mut group.blocks);
        }
    }
    blocks.retain(|block| !block.is_empty());
}
