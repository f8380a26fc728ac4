//! Printed pages with the place of every word on them.

use crate::paper::{pdftotext, squeezed};

/// A millimetre, in points.
pub const MILLIMETRE: f64 = 72.0 / 25.4;

/// One printed page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its width, in points.
    pub width: f64,
    /// Its height, in points.
    pub height: f64,
    /// What is printed on it, in the order in which it is read.
    pub words: Vec<Word>,
}

/// A word on a page. Places are in points from the upper left corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Word {
    /// The word without ligatures.
    pub text: String,
    /// Where it begins.
    pub left: f64,
    /// The upper edge of its line.
    pub top: f64,
    /// Where it ends.
    pub right: f64,
    /// The lower edge of its line.
    pub bottom: f64,
}

impl Sheet {
    /// Whether a word stands in the margin at the foot of the page.
    #[must_use]
    pub fn is_foot(&self, word: &Word) -> bool {
        word.top > self.height - 24.0 * MILLIMETRE
    }

    /// What stands above the foot.
    pub fn body(&self) -> impl Iterator<Item = &Word> {
        self.words.iter().filter(|word| !self.is_foot(word))
    }

    /// The text above the foot, without any white space.
    #[must_use]
    pub fn text(&self) -> String {
        self.body().map(|word| word.text.as_str()).collect()
    }

    /// What stands at the foot, without any white space.
    #[must_use]
    pub fn foot(&self) -> String {
        let foot = self.words.iter().filter(|word| self.is_foot(word));
        foot.map(|word| word.text.as_str()).collect()
    }
}

/// The pages of a PDF file.
#[must_use]
pub fn sheets(pdf: &[u8]) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for line in pdftotext(pdf, &["-bbox"]).lines() {
        let number = |name: &str| number(line, name);
        if line.trim_start().starts_with("<page ") {
            sheets.push(Sheet {
                width: number("width"),
                height: number("height"),
                words: Vec::new(),
            });
        } else if let (Some(text), Some(sheet)) = (word(line), sheets.last_mut()) {
            sheet.words.push(Word {
                text,
                left: number("xMin"),
                top: number("yMin"),
                right: number("xMax"),
                bottom: number("yMax"),
            });
        }
    }
    sheets
}

fn number(line: &str, name: &str) -> f64 {
    let value = line.split_once(&format!("{name}=\""));
    let value = value.and_then(|(_, rest)| rest.split_once('"'));
    let number = value.and_then(|(number, _)| number.parse().ok());
    number.unwrap_or_else(|| panic!("no {name} in {line}"))
}

/// The word in an element such as `<word xMin="1" …>it&apos;s</word>`.
fn word(line: &str) -> Option<String> {
    let (_, rest) = line.trim().strip_prefix("<word ")?.split_once('>')?;
    let mut text = squeezed(rest.strip_suffix("</word>")?);
    for (written, letter) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ] {
        text = text.replace(written, letter);
    }
    Some(text)
}
