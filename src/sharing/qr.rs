//! A link as a QR code (ISO/IEC 18004), drawn as one path.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use std::fmt::Write;

/// The longest text, in bytes: what telephones still read from a screen. The largest code would hold 2,953.
pub const LONGEST: usize = 1_000;

/// The quiet zone around the code, in modules, as the standard asks for.
const QUIET: i32 = 4;

/// A QR code as a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// How wide and high it is, in modules, with the quiet zone around it.
    pub size: u32,
    /// The dark modules, as the path of an SVG picture of that size.
    pub path: String,
}

/// Draws a text; `None` if it is longer than [`LONGEST`].
#[must_use]
pub fn draw(text: &str) -> Option<Picture> {
    if text.len() > LONGEST {
        return None;
    }
    let segments = QrSegment::make_segments(text);
    let (least, most) = (Version::MIN, Version::MAX);
    // The code takes as much error correction as fits at no cost in size.
    let code = QrCode::encode_segments_advanced(&segments, QrCodeEcc::Low, least, most, None, true)
        .ok()?;
    let size = u32::try_from(code.size() + 2 * QUIET).ok()?;
    Some(Picture {
        size,
        path: path(&code),
    })
}

/// Each run of dark modules in a row is a rectangle.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y));
            let run = i32::try_from(run.count()).unwrap_or_default();
            if run > 0 {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run + 1;
        }
    }
    path
}
