//! An answer to one question.

use super::Text;

/// What a person said to a question that takes text. Every answer is optional.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The words, exactly as typed.
    pub text: Text,
    /// "I'm not sure yet", which is an answer too. Words that were there are kept beside it.
    pub unsure: bool,
}

impl Answer {
    /// Puts new words in place. Someone who writes is no longer saying "I'm not sure yet".
    pub fn write(&mut self, text: Text) {
        if text != self.text {
            self.unsure = false;
            self.text = text;
        }
    }

    /// Whether nothing is stored: no character at all, and not "I'm not sure yet".
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && !self.unsure
    }

    /// Whether the person has answered, with words or with "I'm not sure yet".
    #[must_use]
    pub fn is_given(&self) -> bool {
        self.unsure || !self.text.is_blank()
    }
}
