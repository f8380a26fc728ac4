//! The texts themselves, made by the build from `locales/`.

use super::Locale;
use crate::worksheet::{Cues, Wording};

/// One text.
#[derive(Clone, Copy)]
pub(super) enum Entry {
    /// The same words whatever was chosen.
    Plain(&'static str),
    /// Words for each form of the Miracle Question, in the order of [`Wording::ALL`].
    ByWording(&'static [&'static str; 5]),
}

/// Every text of one language, by the numbers of [`Msg`] and [`Plural`].
pub(super) struct Catalogue {
    pub(super) texts: &'static [Entry],
    pub(super) plurals: &'static [[&'static str; 2]],
    pub(super) cues: &'static Cues,
}

/// The words that go with one question, choice or page.
#[derive(Debug, PartialEq, Eq)]
pub struct Phrases {
    /// The question, the label or the name.
    pub title: Msg,
    /// A line below the question.
    pub hint: Option<Msg>,
    /// An answer that somebody could give.
    pub example: Option<Msg>,
    /// What the foot of a scale means.
    pub low: Option<Msg>,
    /// What the top of a scale means.
    pub high: Option<Msg>,
    /// What a choice means.
    pub about: Option<Msg>,
    /// A line that follows an answer.
    pub after: Option<Msg>,
    /// Ways in, for "Help me think".
    pub help: &'static [Msg],
    /// What is told a line at a time.
    pub lines: &'static [Msg],
}

/// Something that the catalogue has words for.
pub trait Phrased {
    /// Its words.
    fn phrases(self) -> &'static Phrases;
}

impl Catalogue {
    /// The catalogue of a language.
    pub(super) fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::English => &ENGLISH,
            #[cfg(any(test, debug_assertions, feature = "pseudo-locales"))]
            Locale::Accented | Locale::Mirrored => super::pseudo::catalogue(locale, &ENGLISH),
        }
    }

    pub(super) fn text(&self, msg: Msg, wording: Wording) -> &'static str {
        match self.texts.get(msg as usize) {
            Some(Entry::Plain(text)) => text,
            Some(Entry::ByWording(texts)) => texts[wording as usize],
            // The build writes one text for every name.
            None => "",
        }
    }

    pub(super) fn plural(&self, plural: Plural, number: usize) -> &'static str {
        self.plurals
            .get(plural as usize)
            .map_or("", |[one, other]| if number == 1 { one } else { other })
    }
}

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
