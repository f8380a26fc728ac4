//! What only the browser knows about paper: how a document looks there and breaks into pages, and what it can
//! print at the foot of each.

use super::document;
use super::styles::{self, adopted};
use crate::i18n::Direction;
use crate::store::Paper;
use std::cell::RefCell;
use std::fmt::{self, Write};
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, Element, HtmlElement};

/// The document on its sheets, as measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// How many pages it has; at least one.
    pub pages: usize,
    /// Of the goals on a card that is longer than a page, how many fit on one; 0 where that was not asked.
    pub goals: usize,
}

impl Default for Measured {
    fn default() -> Self {
        Self { pages: 1, goals: 0 }
    }
}

/// The gap between two sheets, in CSS pixels: 10 mm, as in `styles/pages/paper.css`.
const GAP: f64 = 10.0 * 96.0 / 25.4;

/// Measures the document, whose pages are columns on the screen. It gets the first of so many sizes (the
/// attribute `data-size`, from 0, the largest) in which it fits on one page; if it fits in none, the number
/// of sizes.
#[must_use]
pub fn measure(sizes: u8) -> Measured {
    let leaf = document().and_then(|document| document.get_element_by_id("leaf"));
    let Some(leaf) = leaf.and_then(|leaf| leaf.dyn_into::<HtmlElement>().ok()) else {
        return Measured::default();
    };
    let set_in = |size: u8| {
        // It can fail only for names that are not attributes.
        let _ = leaf.set_attribute("data-size", &size.to_string());
        pages_of(&leaf)
    };
    if (0..sizes).any(|size| set_in(size) == 1) {
        return Measured::default();
    }
    let goals = sizes.checked_sub(1).map_or(0, |_| goals_that_fit(&leaf));
    let pages = set_in(sizes);
    Measured { pages, goals }
}

fn pages_of(leaf: &HtmlElement) -> usize {
    let sheet = f64::from(leaf.offset_width());
    let beyond = f64::from(leaf.scroll_width()) - sheet;
    // The cast saturates: it cannot be less than nothing.
    1 + (beyond / (sheet + GAP)).round() as usize
}

/// How many of the first goals fit on one page, in the size that is set. All of them do not.
fn goals_that_fit(leaf: &HtmlElement) -> usize {
    let Ok(goals) = leaf.query_selector_all(".card-sheet__goal") else {
        return 0;
    };
    let goals = (0..goals.length()).filter_map(|index| goals.item(index)?.dyn_into().ok());
    let goals: Vec<Element> = goals.collect();
    let show = |count: usize| {
        for (index, goal) in goals.iter().enumerate() {
            // It can fail only for names that are not attributes.
            let _ = goal.toggle_attribute_with_force("hidden", index >= count);
        }
    };
    let (mut fit, mut too_many) = (0, goals.len());
    while too_many - fit > 1 {
        let count = usize::midpoint(fit, too_many);
        show(count);
        if pages_of(leaf) == 1 {
            fit = count;
        } else {
            too_many = count;
        }
    }
    show(goals.len());
    fit
}

/// How documents look on paper and in the preview. It comes with the part of the program that draws them.
const STYLES: &str = include_str!("../../styles/pages/paper.css");

thread_local! {
    /// The style sheet that says how pages are printed.
    static PAGE: RefCell<Option<CssStyleSheet>> = const { RefCell::new(None) };
}

/// Has documents look as they do on paper, from now on.
pub fn dress() {
    styles::dress(STYLES);
}

/// How pages are printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageStyle<'a> {
    /// What stands at the foot of every page, beside its number.
    pub name: &'a str,
    /// The size of the letters there, in points.
    pub points: u8,
    /// In which direction lines run.
    pub direction: Direction,
    /// The paper, where one was chosen. Then the document brings its own margins along for browsers that
    /// have no margin boxes (`styles/pages/paper.css`).
    pub paper: Option<Paper>,
}

/// From now on pages are printed like this. Browsers that have no margin boxes leave the foot out (Firefox,
/// as of 153).
pub fn set_page(style: &PageStyle<'_>) {
    let Some(sheet) = page_sheet() else { return };
    // What is written here is a style sheet whatever the name is.
    let _ = sheet.replace_sync(&style.to_string());
}

/// The style sheet for pages; `None` where the browser has no such sheets.
fn page_sheet() -> Option<CssStyleSheet> {
    if let Some(sheet) = PAGE.with_borrow(Clone::clone) {
        return Some(sheet);
    }
    let sheet = adopted()?;
    PAGE.set(Some(sheet.clone()));
    Some(sheet)
}

/// Writes the style sheet.
impl fmt::Display for PageStyle<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (start, end) = match self.direction {
            Direction::LeftToRight => ("left", "right"),
            Direction::RightToLeft => ("right", "left"),
        };
        let font =
            format_args!("font: {}pt Palatino, P052, Georgia, serif", self.points).to_string();
        if let Some(paper) = self.paper {
            let size = match paper {
                Paper::A4 => "A4",
                Paper::Letter => "letter",
            };
            write!(
                out,
                "@page {{ size: {size} }} @supports (-moz-appearance: none) {{ @page {{ margin: 0 }} }} "
            )?;
        }
        write!(
            out,
            "@page {{ @bottom-center {{ content: none }} @bottom-{start} {{ content: {}; {font}; text-align: {start}; white-space: pre-wrap; width: 80% }} @bottom-{end} {{ content: counter(page) \" / \" counter(pages); {font}; direction: ltr; text-align: {end}; width: 20% }} }}",
            Quoted(self.name)
        )
    }
}

/// A text as a string of CSS, in its own direction (between U+2068 and U+2069), whatever stands beside it.
/// What is not a plain letter or digit is written as a number.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("\"\\2068 ")?;
        for letter in self.0.chars() {
            if letter.is_ascii_alphanumeric() || letter == ' ' {
                formatter.write_char(letter)?;
            } else if letter == '\0' {
                // CSS has no such letter, and a browser shows nothing for it either.
            } else {
                write!(formatter, "\\{:x} ", u32::from(letter))?;
            }
        }
        formatter.write_str("\\2069 \"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style(name: &str, direction: Direction) -> String {
        let style = PageStyle {
            name,
            points: 9,
            direction,
            paper: None,
        };
        style.to_string()
    }

    #[test]
    fn a_name_stays_inside_its_string() {
        let rule = style("a\"; } b\\\nש", Direction::LeftToRight);
        let written = "content: \"\\2068 a\\22 \\3b  \\7d  b\\5c \\a \\5e9 \\2069 \";";
        assert!(rule.contains(written), "{rule}");
    }

    #[test]
    fn the_name_stands_where_a_line_begins() {
        let left = style("x", Direction::LeftToRight);
        assert!(
            left.contains("@bottom-left { content: \"\\2068 x"),
            "{left}"
        );
        let right = style("x", Direction::RightToLeft);
        assert!(
            right.contains("@bottom-right { content: \"\\2068 x"),
            "{right}"
        );
    }
}
