//! Pieces that are already here: exceptions, in the language of solution-focused work.

use super::{ItemId, Text};
use std::fmt;

/// Where the words of a piece come from. The words themselves stay where they were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// A sign, from "The question".
    Sign(ItemId),
    /// A part of the walk through the day.
    Moment(Moment),
    /// What a witness would see, from "Through other eyes".
    Seen(ItemId),
}

/// Writes the source as in stored plans: `sign/0`, `moment/waking`, `seen/0`.
impl fmt::Display for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sign(ItemId(id)) => write!(formatter, "sign/{id}"),
            Self::Moment(moment) => write!(formatter, "moment/{}", moment.slug()),
            Self::Seen(ItemId(id)) => write!(formatter, "seen/{id}"),
        }
    }
}

/// A part of the walk through the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moment {
    /// Waking up.
    Waking,
    /// The morning.
    Morning,
    /// Midday.
    Midday,
    /// The evening.
    Evening,
    /// Bedtime.
    Bedtime,
}

impl Moment {
    /// The day from waking to bedtime.
    pub const ALL: [Self; 5] = [
        Self::Waking,
        Self::Morning,
        Self::Midday,
        Self::Evening,
        Self::Bedtime,
    ];

    /// The moment's name in the catalogue and in stored plans. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Waking => "waking",
            Self::Morning => "morning",
            Self::Midday => "midday",
            Self::Evening => "evening",
            Self::Bedtime => "bedtime",
        }
    }

    /// The moment of that name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|moment| moment.slug() == slug)
    }
}

/// What the person knows about a piece of the preferred future that already happens, even a little.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// Whether it already happens, even a little.
    pub happens: bool,
    /// When it happens.
    pub when: Text,
    /// Where it happens.
    pub place: Text,
    /// With whom it happens.
    pub with_whom: Text,
    /// The person's own part in it.
    pub my_part: Text,
    /// What would help it to happen again.
    pub again: Text,
}

/// The fields of a [`Piece`] that take words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PieceField {
    /// When it happens.
    When,
    /// Where it happens.
    Place,
    /// With whom it happens.
    WithWhom,
    /// The person's own part in it.
    MyPart,
    /// What would help it to happen again.
    Again,
}

impl PieceField {
    /// Every field, in the order asked.
    pub const ALL: [Self; 5] = [
        Self::When,
        Self::Place,
        Self::WithWhom,
        Self::MyPart,
        Self::Again,
    ];

    /// The field's name in stored plans and in pages. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::When => "when",
            Self::Place => "place",
            Self::WithWhom => "with-whom",
            Self::MyPart => "my-part",
            Self::Again => "again",
        }
    }
}

impl Piece {
    /// The words in a field.
    #[must_use]
    pub fn get(&self, field: PieceField) -> &Text {
        match field {
            PieceField::When => &self.when,
            PieceField::Place => &self.place,
            PieceField::WithWhom => &self.with_whom,
            PieceField::MyPart => &self.my_part,
            PieceField::Again => &self.again,
        }
    }

    /// Whether anything is written about it.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        PieceField::ALL
            .into_iter()
            .any(|field| !self.get(field).is_blank())
    }

    /// Puts words in a field.
    pub fn set(&mut self, field: PieceField, text: Text) {
        match field {
            PieceField::When => self.when = text,
            PieceField::Place => self.place = text,
            PieceField::WithWhom => self.with_whom = text,
            PieceField::MyPart => self.my_part = text,
            PieceField::Again => self.again = text,
        }
    }
}
