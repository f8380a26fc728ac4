//! The sections, pages and questions of the worksheet, as one typed table.
//!
//! The structure is code; the words are in the catalogue (`locales/`) and are looked up by the names
//! given here. One main question stands on each page.

use crate::worksheet::{Extra, Member, Moment};

mod pages;

pub use pages::{Body, Page};

/// A part of the worksheet, in the order in which it is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Before you start.
    Begin,
    /// Your best hopes.
    Hopes,
    /// Already moving (pre-session change).
    Moving,
    /// The Miracle Question.
    Miracle,
    /// Through other eyes (relationship questions).
    Others,
    /// Pieces already here (exceptions).
    Pieces,
    /// Where you are (scaling questions).
    Scales,
    /// What keeps you going (coping questions).
    Coping,
    /// Goals.
    Goals,
    /// Steps and if-then plans (implementation intentions).
    Steps,
    /// Support.
    Support,
    /// Our agreement; optional.
    Agreement,
    /// How we work together; optional and private.
    Together,
    /// Check and print.
    Summary,
}

impl Section {
    /// Every section, in order.
    pub const ALL: [Self; 14] = [
        Self::Begin,
        Self::Hopes,
        Self::Moving,
        Self::Miracle,
        Self::Others,
        Self::Pieces,
        Self::Scales,
        Self::Coping,
        Self::Goals,
        Self::Steps,
        Self::Support,
        Self::Agreement,
        Self::Together,
        Self::Summary,
    ];

    /// The section's name in addresses and in stored plans. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Begin => "begin",
            Self::Hopes => "hopes",
            Self::Moving => "moving",
            Self::Miracle => "miracle",
            Self::Others => "others",
            Self::Pieces => "pieces",
            Self::Scales => "scales",
            Self::Coping => "coping",
            Self::Goals => "goals",
            Self::Steps => "steps",
            Self::Support => "support",
            Self::Agreement => "agreement",
            Self::Together => "together",
            Self::Summary => "summary",
        }
    }

    /// The section of that name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.slug() == slug)
    }

    /// The extra that switches this section on; `None` for sections that are always there.
    #[must_use]
    pub fn extra(self) -> Option<Extra> {
        match self {
            Self::Agreement => Some(Extra::Agreement),
            Self::Together => Some(Extra::Together),
            _ => None,
        }
    }
}

impl Member for Section {
    const EVERY: &'static [Self] = &Self::ALL;

    fn place(self) -> u32 {
        self as u32
    }
}

/// How much room an answer usually wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// A name or a few words, on one line.
    Line,
    /// Sentences, in a field that grows.
    Lines,
}

/// Declares the questions that take text, each with its lasting name.
macro_rules! prompts {
    ($($(#[$doc:meta])* $name:ident = $slug:literal,)*) => {
        /// A question that takes text. Its words are under `prompt.<slug>` in the catalogue.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Prompt {
            $($(#[$doc])* $name,)*
            /// What the person is doing instead, in one part of the day.
            Moment(Moment),
        }

        impl Prompt {
            /// Every question that takes text.
            pub fn all() -> impl Iterator<Item = Self> {
                [$(Self::$name,)*].into_iter().chain(Moment::ALL.map(Self::Moment))
            }

            /// The question's name in the catalogue and in stored plans. Never changes.
            #[must_use]
            pub fn slug(self) -> &'static str {
                match self {
                    $(Self::$name => $slug,)*
                    Self::Moment(moment) => moment.slug(),
                }
            }
        }
    };
}

prompts! {
    /// What the person most hopes comes of this.
    BestHopes = "best-hopes",
    /// How they would know that it had been worth it.
    WorthIt = "worth-it",
    /// What would be there instead, when the hope is put as stopping something.
    Instead = "instead",
    /// What people who care about them hope for.
    CaringHopes = "caring-hopes",
    /// What is a little better since they decided to get help.
    Better = "better",
    /// How they managed that.
    Managed = "managed",
    /// What they want to keep as it is.
    Keep = "keep",
    /// What puts them at their point on the scale, and not lower.
    NotLower = "not-lower",
    /// How they cope, asked at 0.
    CopingAtZero = "coping-at-zero",
    /// What keeps it going, asked at 10.
    KeepsItGoing = "keeps-it-going",
    /// What was happening at the highest point lately.
    HighestLately = "highest-lately",
    /// What would be good enough.
    GoodEnough = "good-enough",
    /// What one small step up would look like.
    StepUp = "step-up",
    /// What gives them that much confidence.
    ConfidenceFrom = "confidence-from",
    /// What makes them that willing.
    WillingnessFrom = "willingness-from",
    /// How they have got through so far.
    GotThrough = "got-through",
    /// Who and what helps.
    WhoHelps = "who-helps",
    /// What someone who admires them says that shows.
    Admirer = "admirer",
    /// An experiment: noticing what they want to keep.
    NoticeKeep = "notice-keep",
    /// An experiment: living one day as if it had happened.
    AsIf = "as-if",
    /// Places and things that help.
    Places = "places",
    /// Professionals.
    Professionals = "professionals",
    /// A line for a hard day.
    HardDay = "hard-day",
    /// What the person will do.
    IWill = "i-will",
    /// What the therapist will do.
    TherapistWill = "therapist-will",
    /// How they check in.
    CheckIn = "check-in",
    /// How the person will say that something is not working.
    NotWorking = "not-working",
    /// What stays private, and its limits.
    StaysPrivate = "stays-private",
    /// The person's name on the agreement.
    MyName = "my-name",
    /// The therapist's name on the agreement.
    TherapistName = "therapist-name",
    /// One thing to do more, less or differently.
    MoreLess = "more-less",
    /// Something hard to say.
    HardToSay = "hard-to-say",
}

impl Prompt {
    /// The question of that name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::all().find(|prompt| prompt.slug() == slug)
    }

    /// How much room its answer usually wants.
    #[must_use]
    pub fn room(self) -> Room {
        match self {
            Self::MyName | Self::TherapistName => Room::Line,
            _ => Room::Lines,
        }
    }
}

/// A scaling question, 0 to 10. Every scale starts blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// Where the person is: 10 is the day of the miracle, 0 the furthest from it.
    Now,
    /// The highest they have been lately.
    Highest,
    /// What would be good enough.
    Enough,
    /// How confident they are that things can move.
    Confidence,
    /// How willing they are to do something for it.
    Willingness,
    /// Together: I can be open here.
    Open,
    /// Together: my background and beliefs are respected.
    Respected,
    /// Together: we work on what matters to me.
    Matters,
    /// Together: how we work makes sense to me.
    MakesSense,
}

impl Scale {
    /// Every scale outside steps.
    pub const ALL: [Self; 9] = [
        Self::Now,
        Self::Highest,
        Self::Enough,
        Self::Confidence,
        Self::Willingness,
        Self::Open,
        Self::Respected,
        Self::Matters,
        Self::MakesSense,
    ];

    /// The private scales of "How we work together". They are never added up.
    pub const TOGETHER: [Self; 4] = [Self::Open, Self::Respected, Self::Matters, Self::MakesSense];

    /// The scale's name in the catalogue (`scale.<slug>`) and in stored plans. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Highest => "highest",
            Self::Enough => "enough",
            Self::Confidence => "confidence",
            Self::Willingness => "willingness",
            Self::Open => "open",
            Self::Respected => "respected",
            Self::Matters => "matters",
            Self::MakesSense => "makes-sense",
        }
    }

    /// The scale of that name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scale| scale.slug() == slug)
    }
}

/// A day that is chosen outside goals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateField {
    /// The date of the agreement.
    AgreedOn,
    /// The next review.
    NextReview,
}

impl DateField {
    /// Every such day.
    pub const ALL: [Self; 2] = [Self::AgreedOn, Self::NextReview];

    /// The field's name in stored plans. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::AgreedOn => "agreed-on",
            Self::NextReview => "next-review",
        }
    }

    /// The field of that name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.slug() == slug)
    }
}

/// A small experiment that a person can choose to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Experiment {
    /// Notice what you want to keep (the formula first session task, de Shazer 1984).
    NoticeKeep,
    /// Live one day as if it had happened.
    AsIf,
}

impl Experiment {
    /// Every experiment, in the order shown.
    pub const ALL: [Self; 2] = [Self::NoticeKeep, Self::AsIf];

    /// The experiment's name in stored plans. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::NoticeKeep => "notice-keep",
            Self::AsIf => "as-if",
        }
    }

    /// The experiment of that name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|experiment| experiment.slug() == slug)
    }

    /// The question that goes with it: when, and what to look for.
    #[must_use]
    pub fn prompt(self) -> Prompt {
        match self {
            Self::NoticeKeep => Prompt::NoticeKeep,
            Self::AsIf => Prompt::AsIf,
        }
    }
}

impl Member for Experiment {
    const EVERY: &'static [Self] = &Self::ALL;

    fn place(self) -> u32 {
        self as u32
    }
}
