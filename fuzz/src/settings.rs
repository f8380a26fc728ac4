//! The settings.

use super::text_of;
use first_light::store::Settings;

/// Any text gives settings, and they are read the same again.
///
/// # Panics
/// When it does not.
pub fn check(data: &[u8]) {
    let settings = Settings::decode(&text_of(data));
    let written = settings.encode();
    assert_eq!(Settings::decode(&written), settings);
    assert!(written.len() < 256, "{written}");
}
