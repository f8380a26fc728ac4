//! The parts of a stored plan.

use crate::worksheet::Member;

/// Declares the parts, each with its key.
macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident = $key:literal,)*) => {
        /// A part of a stored plan, each of which is read by itself.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Part {
            $($(#[$doc])* $name,)*
            /// The end: the text breaks off, and what should follow is missing.
            End,
        }

        impl Part {
            /// Every part that has a key, in the order written.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The part's key in a stored plan. Never changes.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)*
                    Self::End => "",
                }
            }
        }

        impl Member for Part {
            const EVERY: &'static [Self] = &[$(Self::$name,)* Self::End];

            fn place(self) -> u32 {
                self as u32
            }
        }
    };
}

parts! {
    /// The plan's name.
    Name = "name",
    /// When it was last changed.
    Changed = "changed",
    /// Where the person stopped.
    Place = "place",
    /// How the worksheet is put together.
    Setup = "setup",
    /// Answers to the questions that take text.
    Answers = "answers",
    /// Points on the scales.
    Scores = "scores",
    /// Days outside goals.
    Dates = "dates",
    /// The signs.
    Signs = "signs",
    /// Who would notice.
    Witnesses = "witnesses",
    /// What already happens.
    Pieces = "pieces",
    /// The goals and their steps.
    Goals = "goals",
    /// Who can help.
    Supporters = "supporters",
    /// The chosen experiments.
    Experiments = "experiments",
    /// Sections left out of print and copies.
    LeftOut = "left-out",
    /// Whether "How we work together" may be printed and copied.
    ShareTogether = "share-together",
    /// What a therapist put together. Added after the first plans were stored.
    Invitation = "invitation",
    /// Answers to a therapist's own questions. Added after the first plans were stored.
    Own = "own",
}

impl Part {
    /// The part with that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|part| part.key() == key)
    }
}
