//! The texts themselves, made by the build from `locales/`.

use super::Locale;
use crate::worksheet::{Cues, Wording};
use std::cell::OnceCell;

/// Stands between two texts.
const END: char = '\0';
/// Stands before each form of a text that has several: by the [`Wording`], or by a number.
const FORM: char = '\u{1}';

/// Every text of one language.
///
/// The build writes them one after the other, and where each begins is found when the program starts:
/// a table of addresses would be a tenth of what a first visit downloads for its words.
pub(super) struct Catalogue {
    /// By the numbers of [`Msg`], after these by those of [`Plural`]. Those of the rest are empty.
    texts: Vec<&'static str>,
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

thread_local! {
    static IN_ENGLISH: OnceCell<&'static Catalogue> = const { OnceCell::new() };
    /// The words that come with the parts of the program.
    static THE_REST: OnceCell<&'static Catalogue> = const { OnceCell::new() };
}

::parts::part! {
    /// The texts that a first visit does not need.
    fn rest() -> &'static str = "words" "00" { REST }
}

/// Whether a text comes with a first visit.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn comes_first(msg: Msg) -> bool {
    FIRST
        .split(END)
        .nth(msg as usize)
        .is_some_and(|text| !text.is_empty())
}

/// Takes on the words that come with the parts of the program, once they are here.
pub fn take_the_rest() {
    THE_REST.with(|it| {
        it.get_or_init(|| Catalogue::new(rest()));
    });
}

/// All texts, the first and the rest, one after the other.
#[cfg(any(test, debug_assertions, feature = "pseudo-locales"))]
fn whole() -> &'static str {
    let both = FIRST.split(END).zip(REST.split(END));
    let texts = both.map(|(first, rest)| if first.is_empty() { rest } else { first });
    String::leak(texts.collect::<Vec<_>>().join("\0"))
}

impl Catalogue {
    /// The catalogue of a language.
    pub(super) fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::English => IN_ENGLISH.with(|it| *it.get_or_init(|| Self::new(FIRST))),
            #[cfg(any(test, debug_assertions, feature = "pseudo-locales"))]
            Locale::Accented | Locale::Mirrored => super::pseudo::catalogue(locale, whole()),
        }
    }

    /// Finds the texts in what the build has written. It is kept for the life of the page, hence the leak.
    pub(super) fn new(texts: &'static str) -> &'static Self {
        Box::leak(Box::new(Self {
            texts: texts.split(END).collect(),
        }))
    }

    pub(super) fn text(&self, msg: Msg, wording: Wording) -> &'static str {
        self.form(msg as usize, wording as usize)
    }

    pub(super) fn plural(&self, plural: Plural, number: usize) -> &'static str {
        self.form(MESSAGES + plural as usize, usize::from(number != 1))
    }

    fn form(&self, place: usize, form: usize) -> &'static str {
        // The build writes one text for every name, and every form of it.
        let mut text = self.texts.get(place).copied().unwrap_or_default();
        if text.is_empty() {
            let rest = THE_REST.with(|it| it.get().copied());
            let found = rest.and_then(|rest| rest.texts.get(place));
            text = found.copied().unwrap_or_default();
        }
        match text.strip_prefix(FORM) {
            Some(forms) => forms.split(FORM).nth(form).unwrap_or_default(),
            None => text,
        }
    }
}

/// The word lists for the gentle checks of goals. Only the pages of a plan ask for them, and bring them along.
pub(super) fn cues() -> &'static Cues {
    &CUES
}

/// Changes every text, form by form.
#[cfg(any(test, debug_assertions, feature = "pseudo-locales"))]
pub(super) fn changed(texts: &str, change: fn(&str) -> String) -> String {
    let forms = |text: &str| {
        text.split(FORM)
            .map(change)
            .collect::<Vec<_>>()
            .join("\u{1}")
    };
    let text = |text: &str| match text.strip_prefix(FORM) {
        Some(all) => format!("{FORM}{}", forms(all)),
        None => change(text),
    };
    texts.split(END).map(text).collect::<Vec<_>>().join("\0")
}

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
