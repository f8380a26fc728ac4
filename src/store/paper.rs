//! The size of a sheet of paper.

/// The size of a sheet of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

/// Where US Letter is the usual paper (Unicode CLDR, `paperSize`).
const LETTER: [&str; 14] = [
    "BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE",
];

impl Paper {
    /// Every size, in the order shown.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// The size's name in stored settings and in markup. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    /// The size of that name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.slug() == slug)
    }

    /// The usual size where a language is read, given as a BCP 47 code: US Letter if its region is one that
    /// uses it, else A4.
    #[must_use]
    pub fn usual(language: &str) -> Self {
        let parts = language.split('-').skip(1);
        // What stands behind a single letter is about calendars and the like.
        let mut parts = parts.take_while(|part| part.len() > 1);
        if parts.any(|part| {
            LETTER
                .iter()
                .any(|region| part.eq_ignore_ascii_case(region))
        }) {
            Self::Letter
        } else {
            Self::A4
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Paper;

    #[test]
    fn paper_follows_the_region() {
        for language in [
            "en-US",
            "es-mx",
            "fr-CA",
            "zh-Hant-US",
            "en-US-u-ca-buddhist",
        ] {
            assert_eq!(Paper::usual(language), Paper::Letter, "{language}");
        }
        for language in [
            "",
            "en",
            "en-GB",
            "de",
            "ar-EG",
            "us",
            "ca",
            "zh-Hant",
            "de-u-ca-co",
            "th-TH-u-ca-gregory",
        ] {
            assert_eq!(Paper::usual(language), Paper::A4, "{language}");
        }
    }
}
