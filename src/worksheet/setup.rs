//! How the worksheet is put together for one person.

use super::{EnumSet, Member};

/// What was chosen before the first question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// The form in which the Miracle Question is asked.
    pub wording: Wording,
    /// Who is filling the worksheet in; `None` until the person says.
    pub company: Option<Company>,
    /// The optional parts that are switched on.
    pub extras: EnumSet<Extra>,
}

/// The forms in which the Miracle Question can be asked. Chosen before it is met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wording {
    /// The night and the miracle: the standard form.
    #[default]
    Miracle,
    /// A really good tomorrow, without a miracle.
    Tomorrow,
    /// A magic wand, for a young person.
    Wand,
    /// "We meet in six months and you are much better": when the abstract is hard or belief makes "miracle" wrong.
    SixMonths,
    /// Living well beside what cannot change: loss, illness.
    Beside,
}

impl Wording {
    /// Every form, the standard one first.
    pub const ALL: [Self; 5] = [
        Self::Miracle,
        Self::Tomorrow,
        Self::Wand,
        Self::SixMonths,
        Self::Beside,
    ];

    /// The wording's name in the catalogue and in stored plans. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Miracle => "miracle",
            Self::Tomorrow => "tomorrow",
            Self::Wand => "wand",
            Self::SixMonths => "six-months",
            Self::Beside => "beside",
        }
    }

    /// The wording of that name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wording| wording.slug() == slug)
    }
}

/// Who fills the worksheet in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Company {
    /// The person alone.
    Alone,
    /// The person together with a therapist.
    WithTherapist,
    /// A therapist who is looking at the worksheet.
    Looking,
}

impl Company {
    /// Every choice, in the order shown.
    pub const ALL: [Self; 3] = [Self::Alone, Self::WithTherapist, Self::Looking];

    /// The company's name in the catalogue and in stored plans. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Alone => "alone",
            Self::WithTherapist => "with-therapist",
            Self::Looking => "looking",
        }
    }

    /// The company of that name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|company| company.slug() == slug)
    }
}

/// Parts of the worksheet that are off unless somebody switches them on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Extra {
    /// The section "Our agreement".
    Agreement,
    /// The section "How we work together".
    Together,
    /// Five levels for each goal (goal attainment scaling, Kiresuk & Sherman 1968).
    Ladder,
}

impl Extra {
    /// Every extra, in the order shown.
    pub const ALL: [Self; 3] = [Self::Agreement, Self::Together, Self::Ladder];

    /// The extra's name in the catalogue and in stored plans. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::Together => "together",
            Self::Ladder => "ladder",
        }
    }

    /// The extra of that name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|extra| extra.slug() == slug)
    }
}

impl Member for Extra {
    const EVERY: &'static [Self] = &Self::ALL;

    fn place(self) -> u32 {
        self as u32
    }
}
