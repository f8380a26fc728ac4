//! What home shows of a plan.

use super::{strings, text_of};
use first_light::store::Head;

/// Any text gives a head or none; a head keeps its name, and is read the same again.
///
/// # Panics
/// When it does not.
pub fn check(data: &[u8]) {
    let text = text_of(data);
    let Some(head) = Head::decode(&text) else {
        return;
    };
    let written = head.encode();
    assert_eq!(Head::decode(&written).as_ref(), Some(&head));
    assert!(written.len() <= 3 * text.len() + 128);
    assert!(strings(&text).contains(&*head.name), "{text}");
}
