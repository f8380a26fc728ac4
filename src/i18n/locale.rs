//! Languages.

/// A language that the worksheet can be read in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locale {
    /// English.
    #[default]
    English,
    /// English with accents and longer words, to see what is not in the catalogue and what does not fit.
    #[cfg(any(test, debug_assertions, feature = "pseudo-locales"))]
    Accented,
    /// English written from right to left, to see the page from the other side.
    #[cfg(any(test, debug_assertions, feature = "pseudo-locales"))]
    Mirrored,
}

/// The direction in which a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// The value of the `dir` attribute.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl Locale {
    /// Every language of this build, English first.
    pub const ALL: &[Self] = &[
        Self::English,
        #[cfg(any(test, debug_assertions, feature = "pseudo-locales"))]
        Self::Accented,
        #[cfg(any(test, debug_assertions, feature = "pseudo-locales"))]
        Self::Mirrored,
    ];

    /// The BCP 47 code: `en`; `en-XA` and `ar-XB` are the codes in general use for made-up languages.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            #[cfg(any(test, debug_assertions, feature = "pseudo-locales"))]
            Self::Accented => "en-XA",
            #[cfg(any(test, debug_assertions, feature = "pseudo-locales"))]
            Self::Mirrored => "ar-XB",
        }
    }

    /// The language with that code, in any letter case.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|locale| locale.code().eq_ignore_ascii_case(code))
    }

    /// The direction in which it is written.
    #[must_use]
    pub fn direction(self) -> Direction {
        match self {
            #[cfg(any(test, debug_assertions, feature = "pseudo-locales"))]
            Self::Mirrored => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        }
    }
}
