//! A set-up that a therapist keeps.

use super::text_of;
use first_light::format::{DecodedDraft, decode_draft, encode_draft};

/// Any text gives a plain answer. What is read is written so that all of it is read again.
///
/// # Panics
/// When it is not.
pub fn check(data: &[u8]) {
    if let DecodedDraft::Whole(draft) | DecodedDraft::Mended(draft) = decode_draft(&text_of(data)) {
        let again = decode_draft(&encode_draft(&draft));
        assert_eq!(again, DecodedDraft::Whole(draft));
    }
}
