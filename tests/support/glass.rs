//! A cipher that one can see through.

use first_light::store::{Cipher, Shut};

/// Seals so that everybody can see it, and opens only what was sealed for that place.
pub(crate) struct Glass;

impl Cipher for Glass {
    fn seal(&self, key: &str, text: &str) -> Option<String> {
        Some(format!("sealed1${key}${text}"))
    }

    fn open(&self, key: &str, sealed: &str) -> Result<String, Shut> {
        let text = sealed.strip_prefix(&format!("sealed1${key}$"));
        text.map(str::to_owned).ok_or(Shut::Never)
    }
}
