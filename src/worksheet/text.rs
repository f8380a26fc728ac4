//! The person's own words.

use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

/// Words exactly as they were typed: never trimmed, reworded or capitalised. Cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Rc<str>);

impl Text {
    /// Whether there is nothing to read: no characters, or white space only.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// The words as a shared string.
    #[must_use]
    pub fn shared(&self) -> Rc<str> {
        Rc::clone(&self.0)
    }
}

impl Default for Text {
    fn default() -> Self {
        Self(Rc::from(""))
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self(Rc::from(words))
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self(Rc::from(words))
    }
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}", &*self.0)
    }
}
