//! What comes out of the printer, as text.

use std::io::Write;
use std::process::{Command, Stdio};

use base64::Engine as _;
use serde_json::json;

use crate::Browser;
use crate::tools::Tool;

/// The sizes of paper that people have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    UsLetter,
}

impl Paper {
    /// Width and height in centimetres.
    fn size(self) -> (f64, f64) {
        match self {
            Paper::A4 => (21.0, 29.7),
            Paper::UsLetter => (21.59, 27.94),
        }
    }
}

impl Browser {
    /// Prints the page and gives the PDF file.
    ///
    /// Only where [`crate::Engine::prints`] is true.
    #[must_use]
    pub fn print(&self, paper: Paper) -> Vec<u8> {
        let (width, height) = paper.size();
        let encoded = self.post(
            "print",
            json!({ "page": { "width": width, "height": height }, "background": false, "shrinkToFit": false }),
        );
        base64::engine::general_purpose::STANDARD
            .decode(encoded.as_str().unwrap_or_default())
            .expect("a printed page is base64")
    }
}

/// How many pages a PDF file has.
#[must_use]
pub fn pages_of_pdf(pdf: &[u8]) -> usize {
    read(pdf).matches('\u{C}').count()
}

/// The text of a PDF file, in the order in which it is read, without what stands at the foot of its pages.
#[must_use]
pub fn text_of_pdf(pdf: &[u8]) -> String {
    let pages = printed(pdf);
    let bodies: Vec<_> = pages.into_iter().map(|page| page.body).collect();
    bodies.join("\n")
}

/// One printed page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Its text.
    pub body: String,
    /// What stands at its foot and is the same on every page; nothing where there is only one.
    pub foot: String,
    /// Its number and how many there are, if they stand there.
    pub number: Option<(usize, usize)>,
}

/// The pages of a PDF file.
#[must_use]
pub fn printed(pdf: &[u8]) -> Vec<Printed> {
    let text = read(pdf);
    let pages = text.split_terminator('\u{C}').map(without_number);
    let (bodies, numbers): (Vec<_>, Vec<_>) = pages.unzip();
    let foot = common_foot(&bodies);
    let bodies = bodies.iter().map(|body| {
        let body = body.strip_suffix(&foot).unwrap_or(body);
        body.trim_end().to_owned()
    });
    let page = |(body, number)| Printed {
        body,
        foot: foot.clone(),
        number,
    };
    bodies.zip(numbers).map(page).collect()
}

/// A page without the number at its foot, which would stand in the middle of a sentence; and the number.
fn without_number(page: &str) -> (String, Option<(usize, usize)>) {
    let mut lines: Vec<&str> = page.trim_end().lines().collect();
    // It stands last, or next to what else is at the foot.
    let from = lines.len().saturating_sub(FOOT_LINES);
    let found = (from..lines.len()).rev();
    let mut found = found.filter_map(|at| Some((at, page_number(lines[at])?)));
    let Some((at, number)) = found.next() else {
        return (lines.join("\n"), None);
    };
    lines.remove(at);
    (lines.join("\n").trim_end().to_owned(), Some(number))
}

/// How many lines, blank ones among them, the foot of a page may have.
const FOOT_LINES: usize = 6;

fn page_number(line: &str) -> Option<(usize, usize)> {
    let plain: String = line.chars().filter(|c| !is_mark(*c)).collect();
    let (number, all) = plain.trim().split_once(" / ")?;
    Some((number.parse().ok()?, all.parse().ok()?))
}

/// Marks that say in which direction text runs, which pdftotext adds.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The last lines that are the same on every page.
fn common_foot(bodies: &[String]) -> String {
    let [first, rest @ ..] = bodies else {
        return String::new();
    };
    let (_, last) = first.rsplit_once("\n\n").unwrap_or_default();
    let same = !rest.is_empty() && rest.iter().all(|body| body.ends_with(last));
    if same { last.to_owned() } else { String::new() }
}

/// All that pdftotext reads, with a form feed after each page.
fn read(pdf: &[u8]) -> String {
    pdftotext(pdf, &[])
}

/// What pdftotext says of a PDF file when it is asked in this way.
pub(crate) fn pdftotext(pdf: &[u8], how: &[&str]) -> String {
    let mut reader = Command::new(Tool::PDFTOTEXT.path())
        .args(how)
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext starts");
    let mut input = reader.stdin.take().expect("pdftotext has an input");
    let pdf = pdf.to_owned();
    // In its own thread: both pipes can fill up.
    let writing = std::thread::spawn(move || input.write_all(&pdf));
    let output = reader.wait_with_output().expect("pdftotext ends");
    writing
        .join()
        .expect("the writing thread ends")
        .expect("pdftotext reads its input");
    assert!(output.status.success(), "pdftotext cannot read the PDF");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The text without any white space and ligatures: lines break where the paper ends and letters are
/// drawn together, but words do not change.
#[must_use]
pub fn squeezed(text: &str) -> String {
    let plain = text.chars().filter(|c| !c.is_whitespace() && !is_mark(*c));
    let mut squeezed: String = plain.collect();
    for (drawn, letters) in [
        ('\u{FB00}', "ff"),
        ('\u{FB01}', "fi"),
        ('\u{FB02}', "fl"),
        ('\u{FB03}', "ffi"),
        ('\u{FB04}', "ffl"),
    ] {
        squeezed = squeezed.replace(drawn, letters);
    }
    squeezed
}
