//! The table of pages.

use super::{Prompt, Scale, Section};
use crate::worksheet::{Score, Worksheet};

/// What a page holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// What this is, who can see it, and where it is kept.
    About,
    /// Who fills it in.
    Company,
    /// The form in which the Miracle Question is asked.
    Wording,
    /// The optional parts.
    Extras,
    /// One question that takes text; beside it, what was written before that may help.
    Ask(Prompt, &'static [Prompt]),
    /// The Miracle Question, told a line at a time.
    Telling,
    /// The first small sign, then "What else?".
    Signs,
    /// The walk through the day.
    Day,
    /// Who would notice.
    Who,
    /// What each witness would see.
    See,
    /// How each witness would respond.
    Respond,
    /// What difference that would make.
    Difference,
    /// Which of the person's own lines already happen, even a little.
    Tick,
    /// A closer look at each ticked piece.
    Closer,
    /// A scaling question and what belongs to it.
    Rate(Scale),
    /// All goals, and where new ones can come from.
    Goals,
    /// Every goal's way into its steps.
    Steps,
    /// Small experiments.
    Experiments,
    /// Who can help, and what to ask of them.
    Supporters,
    /// A line for a hard day, and urgent help.
    HardDay,
    /// Names, date and next review of the agreement.
    Signatures,
    /// The four private scales of "How we work together".
    TogetherScales,
    /// Everything, to check and print.
    Summary,
}

/// Declares the pages in the order in which they are met.
macro_rules! pages {
    ($($name:ident: $section:ident / $slug:literal = $body:expr,)*) => {
        /// A page that every plan has, unless its section is switched off. Goals and their steps have
        /// pages of their own besides: see [`Place`](crate::progress::Place).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "each page is described by its body in the table")]
        pub enum Page { $($name,)* }

        impl Page {
            /// Every page, in the order in which it is met.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The section that the page belongs to.
            #[must_use]
            pub fn section(self) -> Section {
                match self { $(Self::$name => Section::$section,)* }
            }

            /// The page's name in addresses and in stored plans; unique within its section. Never changes.
            #[must_use]
            pub fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug,)* }
            }

            /// What the page holds.
            #[must_use]
            pub fn body(self) -> Body {
                match self { $(Self::$name => $body,)* }
            }
        }
    };
}

pages! {
    About: Begin / "about" = Body::About,
    Company: Begin / "company" = Body::Company,
    Wording: Begin / "wording" = Body::Wording,
    Extras: Begin / "extras" = Body::Extras,

    BestHopes: Hopes / "best" = Body::Ask(Prompt::BestHopes, &[]),
    WorthIt: Hopes / "worth-it" = Body::Ask(Prompt::WorthIt, &[Prompt::BestHopes]),
    Instead: Hopes / "instead" = Body::Ask(Prompt::Instead, &[Prompt::BestHopes]),
    CaringHopes: Hopes / "caring" = Body::Ask(Prompt::CaringHopes, &[Prompt::BestHopes]),

    Better: Moving / "better" = Body::Ask(Prompt::Better, &[]),
    Managed: Moving / "managed" = Body::Ask(Prompt::Managed, &[Prompt::Better]),
    Keep: Moving / "keep" = Body::Ask(Prompt::Keep, &[Prompt::Better]),

    Telling: Miracle / "question" = Body::Telling,
    Signs: Miracle / "signs" = Body::Signs,
    Day: Miracle / "day" = Body::Day,

    Who: Others / "who" = Body::Who,
    See: Others / "see" = Body::See,
    Respond: Others / "respond" = Body::Respond,
    Difference: Others / "difference" = Body::Difference,

    Tick: Pieces / "tick" = Body::Tick,
    Closer: Pieces / "closer" = Body::Closer,

    Now: Scales / "now" = Body::Rate(Scale::Now),
    Highest: Scales / "highest" = Body::Rate(Scale::Highest),
    Enough: Scales / "enough" = Body::Rate(Scale::Enough),
    StepUp: Scales / "step-up" = Body::Ask(Prompt::StepUp, &[Prompt::NotLower]),
    Confidence: Scales / "confidence" = Body::Rate(Scale::Confidence),
    Willingness: Scales / "willingness" = Body::Rate(Scale::Willingness),

    GotThrough: Coping / "through" = Body::Ask(Prompt::GotThrough, &[]),
    WhoHelps: Coping / "helps" = Body::Ask(Prompt::WhoHelps, &[]),
    Admirer: Coping / "admirer" = Body::Ask(Prompt::Admirer, &[Prompt::GotThrough]),

    Goals: Goals / "all" = Body::Goals,
    Steps: Steps / "all" = Body::Steps,
    Experiments: Steps / "experiments" = Body::Experiments,

    Supporters: Support / "people" = Body::Supporters,
    Places: Support / "places" = Body::Ask(Prompt::Places, &[Prompt::WhoHelps]),
    Professionals: Support / "professionals" = Body::Ask(Prompt::Professionals, &[]),
    HardDay: Support / "hard-day" = Body::HardDay,

    IWill: Agreement / "i-will" = Body::Ask(Prompt::IWill, &[]),
    TherapistWill: Agreement / "therapist-will" = Body::Ask(Prompt::TherapistWill, &[]),
    CheckIn: Agreement / "check-in" = Body::Ask(Prompt::CheckIn, &[]),
    NotWorking: Agreement / "not-working" = Body::Ask(Prompt::NotWorking, &[]),
    StaysPrivate: Agreement / "private" = Body::Ask(Prompt::StaysPrivate, &[]),
    Signatures: Agreement / "names" = Body::Signatures,

    TogetherScales: Together / "scales" = Body::TogetherScales,
    MoreLess: Together / "more-less" = Body::Ask(Prompt::MoreLess, &[]),
    HardToSay: Together / "hard-to-say" = Body::Ask(Prompt::HardToSay, &[]),

    Summary: Summary / "all" = Body::Summary,
}

impl Page {
    /// The page on which a question is asked, apart from those that belong to a scale or a group.
    #[must_use]
    pub fn asking(prompt: Prompt) -> Option<Self> {
        Self::ALL.iter().copied().find(|page| match page.body() {
            Body::Ask(asked, _) => asked == prompt,
            Body::Rate(Scale::Now) => {
                matches!(
                    prompt,
                    Prompt::NotLower | Prompt::CopingAtZero | Prompt::KeepsItGoing
                )
            }
            _ => false,
        })
    }

    /// The page with that address, if there is one.
    #[must_use]
    pub fn from_slugs(section: &str, slug: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|page| page.section().slug() == section && page.slug() == slug)
    }
}

impl Scale {
    /// The question that belongs to the scale, given where the person is on it. At 0 the next question
    /// is how the person copes; at 10 it is what keeps it going.
    #[must_use]
    pub fn follow_up(self, worksheet: &Worksheet) -> Option<Prompt> {
        match (self, worksheet.score(self)) {
            (Self::Now, Some(Score::MIN)) => Some(Prompt::CopingAtZero),
            (Self::Now, Some(Score::MAX)) => Some(Prompt::KeepsItGoing),
            (Self::Now, _) => Some(Prompt::NotLower),
            (Self::Highest, _) => Some(Prompt::HighestLately),
            (Self::Enough, _) => Some(Prompt::GoodEnough),
            (Self::Confidence, _) => Some(Prompt::ConfidenceFrom),
            (Self::Willingness, _) => Some(Prompt::WillingnessFrom),
            (Self::Open | Self::Respected | Self::Matters | Self::MakesSense, _) => None,
        }
    }
}
