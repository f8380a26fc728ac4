//! The forms in which a plan is put on paper.

/// A form in which a plan is put on paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Questions and answers, in order.
    #[default]
    Plan,
    /// The same in large letters.
    Large,
    /// Goals, steps and one line of support, on one page.
    Card,
    /// The plan with room for notes and lines to sign.
    Copy,
    /// All questions, with lines to write on by hand.
    Blank,
}

impl Form {
    /// Every form, in the order shown.
    pub const ALL: [Self; 5] = [Self::Plan, Self::Large, Self::Card, Self::Copy, Self::Blank];

    /// The form's name in markup.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Large => "large",
            Self::Card => "card",
            Self::Copy => "copy",
            Self::Blank => "blank",
        }
    }
}
