//! What a person has chosen for all plans in this browser.

use super::Paper;
use crate::format::{Fields, Json, Writer, flag, number, text};
use std::fmt;

/// The choices for [`Settings::lock_after`], in minutes; 0 is never.
pub const LOCK_AFTER: [u8; 5] = [5, 15, 30, 60, 0];

/// The settings. They hold no word that a person wrote in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// How large text is.
    pub text_size: TextSize,
    /// Whether the browser may check the spelling of answers. Off unless chosen: some browsers send
    /// the text to a service for it.
    pub spell_check: bool,
    /// Whether "Help me think" is offered.
    pub hints: bool,
    /// After how many minutes in which nothing is done a lock closes by itself; 0 is never.
    pub lock_after: u8,
    /// Whether "Leave now" is on every page, and Shift pressed three times does the same.
    pub leave: bool,
    /// The country for urgent help; `None` until the person chooses, when the browser's language
    /// suggests one.
    pub country: Option<Country>,
    /// The paper to print on; `None` until the person chooses, when the browser's language suggests one.
    pub paper: Option<Paper>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            text_size: TextSize::default(),
            spell_check: false,
            hints: true,
            lock_after: 15,
            leave: true,
            country: None,
            paper: None,
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device is set.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order shown.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The theme's name in stored settings and in markup. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.slug() == slug)
    }
}

/// How large text is, on top of the browser's own setting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// As the browser is set.
    #[default]
    Normal,
    /// A little larger.
    Large,
    /// Larger still.
    Larger,
    /// For a screen that several people look at.
    Together,
}

impl TextSize {
    /// Every size, the smallest first.
    pub const ALL: [Self; 4] = [Self::Normal, Self::Large, Self::Larger, Self::Together];

    /// The size's name in stored settings and in markup. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Large => "large",
            Self::Larger => "larger",
            Self::Together => "together",
        }
    }

    /// The size of that name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.slug() == slug)
    }
}

/// A country or region, by its two letters (ISO 3166-1 alpha-2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// The country with these two letters, upper or lower case. Whether it exists is not checked.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let letters: [u8; 2] = code.as_bytes().try_into().ok()?;
        let letters = letters.map(|letter| letter.to_ascii_uppercase());
        letters
            .iter()
            .all(u8::is_ascii_uppercase)
            .then_some(Self(letters))
    }

    /// Its two letters, upper case.
    #[must_use]
    pub fn code(&self) -> &str {
        // Only ASCII letters get in, so there is always a text.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Country {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

impl Settings {
    /// Writes the settings as JSON.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut json = Writer::default();
        json.open_object();
        json.key("theme").text(self.theme.slug());
        json.key("text-size").text(self.text_size.slug());
        json.key("spell-check").flag(self.spell_check);
        json.key("hints").flag(self.hints);
        json.key("lock-after").number(self.lock_after);
        json.key("leave").flag(self.leave);
        if let Some(country) = self.country {
            json.key("country").text(country.code());
        }
        if let Some(paper) = self.paper {
            json.key("paper").text(paper.slug());
        }
        json.close_object();
        json.finish()
    }

    /// Reads any text. What cannot be read is as if it had never been chosen.
    #[must_use]
    pub fn decode(json: &str) -> Self {
        let fields = Fields::read(json).unwrap_or_default();
        let by_default = Self::default();
        let on = |key| flag(fields.get(key)?);
        Self {
            theme: choice(fields.get("theme"), Theme::from_slug).unwrap_or_default(),
            text_size: choice(fields.get("text-size"), TextSize::from_slug).unwrap_or_default(),
            spell_check: on("spell-check").unwrap_or(by_default.spell_check),
            hints: on("hints").unwrap_or(by_default.hints),
            lock_after: fields
                .get("lock-after")
                .and_then(|minutes| u8::try_from(number(minutes)?).ok())
                .filter(|minutes| LOCK_AFTER.contains(minutes))
                .unwrap_or(by_default.lock_after),
            leave: on("leave").unwrap_or(by_default.leave),
            country: choice(fields.get("country"), Country::new),
            paper: choice(fields.get("paper"), Paper::from_slug),
        }
    }
}

fn choice<T>(json: Option<Json<'_>>, named: fn(&str) -> Option<T>) -> Option<T> {
    named(&text(json?)?)
}
