//! Words on screen: languages, and the catalogue that every text comes from.
//!
//! Texts are looked up by names that the build makes from `locales/` ([`Msg`], [`Plural`], and the
//! [`Phrases`] of a question), so a missing text stops the build. A test fails on texts that nothing uses.

mod catalogue;
mod locale;
#[cfg(any(test, debug_assertions, feature = "pseudo-locales"))]
mod pseudo;

#[cfg(not(target_arch = "wasm32"))]
pub use catalogue::comes_first;
pub use catalogue::{Msg, Phrased, Phrases, Plural, Topic, take_the_rest};
pub use locale::{Direction, Locale};

use crate::worksheet::{Cues, Wording};
use catalogue::Catalogue;

/// The words of one language, in one form of the Miracle Question. Copied freely.
#[derive(Clone, Copy)]
pub struct Words {
    locale: Locale,
    wording: Wording,
    catalogue: &'static Catalogue,
}

/// Words are the same when language and wording are.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        (self.locale, self.wording) == (other.locale, other.wording)
    }
}

impl Words {
    /// The words of a language, with the standard form of the question.
    #[must_use]
    pub fn new(locale: Locale) -> Self {
        // Only where the program was taken apart do they come later.
        #[cfg(not(feature = "parts"))]
        take_the_rest();
        Self {
            locale,
            wording: Wording::default(),
            catalogue: Catalogue::of(locale),
        }
    }

    /// The same language, with another form of the question.
    #[must_use]
    pub fn with_wording(self, wording: Wording) -> Self {
        Self { wording, ..self }
    }

    /// The language.
    #[must_use]
    pub fn locale(self) -> Locale {
        self.locale
    }

    /// One text.
    #[must_use]
    pub fn get(self, msg: Msg) -> &'static str {
        self.catalogue.text(msg, self.wording)
    }

    /// One text with values in the place of its `{names}`.
    #[must_use]
    pub fn fill(self, msg: Msg, values: &[(&str, &str)]) -> String {
        fill(self.get(msg), values)
    }

    /// A text that follows a number, with the number in the place of `{n}`.
    #[must_use]
    pub fn count(self, plural: Plural, number: usize) -> String {
        fill(
            self.catalogue.plural(plural, number),
            &[("n", &number.to_string())],
        )
    }

    /// The word lists for the gentle checks of goals.
    #[must_use]
    pub fn cues(self) -> &'static Cues {
        catalogue::cues()
    }
}

/// Puts values in the place of `{names}`, in one pass: a value that holds braces stays as it is.
fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        let (before, from) = rest.split_at(start);
        filled.push_str(before);
        let value = from.find('}').and_then(|end| {
            let (_, value) = values.iter().find(|(name, _)| *name == &from[1..end])?;
            Some((*value, end + 1))
        });
        let (shown, used) = value.unwrap_or(("{", 1));
        filled.push_str(shown);
        rest = &from[used..];
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn values_take_the_place_of_their_names() {
        assert_eq!(fill("{a} of {b}", &[("a", "3"), ("b", "4")]), "3 of 4");
    }

    #[test]
    fn a_value_that_holds_braces_is_left_alone() {
        assert_eq!(fill("“{name}” {", &[("name", "{name}")]), "“{name}” {");
        assert_eq!(fill("{other}", &[("name", "x")]), "{other}");
    }
}
