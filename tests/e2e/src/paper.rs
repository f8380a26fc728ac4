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

/// The text of a PDF file, in the order in which it is read, without the page numbers.
#[must_use]
pub fn text_of_pdf(pdf: &[u8]) -> String {
    let text = read(pdf);
    let pages: Vec<&str> = text.split('\u{C}').map(without_page_number).collect();
    pages.join("\n")
}

/// All that pdftotext reads, with a form feed after each page.
fn read(pdf: &[u8]) -> String {
    let mut reader = Command::new(Tool::PDFTOTEXT.path())
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

/// A page without the number at its foot, which would stand in the middle of a sentence.
fn without_page_number(page: &str) -> &str {
    let page = page.trim_end();
    let above = page.trim_end_matches(|c: char| c.is_ascii_digit());
    if above.ends_with('\n') { above } else { page }
}

/// The text without any white space and ligatures: lines break where the paper ends and letters are
/// drawn together, but words do not change.
#[must_use]
pub fn squeezed(text: &str) -> String {
    let mut squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
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
