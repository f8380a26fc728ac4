//! A copy as it stands inside its lock, and a locked one.

use super::text_of;
use first_light::format::{Decoded, decode};
use first_light::sharing::copy::{pack_text, unpack};
use first_light::sharing::envelope::Damage;
use first_light::sharing::{invitation, squeeze};
use vault::copy::unlock;

/// The most that packed bytes may hold here.
const MOST: usize = 1 << 16;

/// Any bytes are a copy or not, and unpacking gives no more than it may. Whatever is packed comes out byte for
/// byte; a text that is not a whole plan is never shown.
///
/// # Panics
/// When it does not.
pub fn check(data: &[u8]) {
    if let Ok(copy) = unpack(data) {
        assert_eq!(decode(&copy.text), Decoded::Whole(copy.plan.clone()));
        let packed = pack_text(&copy.text, copy.made);
        assert_eq!(unpack(&packed), Ok(copy));
    }
    if let Some(bytes) = squeeze::unpack(data, MOST) {
        assert!(bytes.len() <= MOST);
    }
    let _ = invitation::unpack(data);
    let text = text_of(data);
    // What is text is packed as a copy below, and comes out byte for byte.
    if text.as_bytes() != data {
        let packed = squeeze::pack(data);
        assert_eq!(squeeze::unpack(&packed, data.len()).as_deref(), Some(data));
    }
    match (unpack(&pack_text(&text, None)), decode(&text)) {
        (Ok(copy), Decoded::Whole(plan)) => assert_eq!((&*copy.text, copy.plan), (&*text, plan)),
        (Err(Damage::Newer), Decoded::Newer { .. }) => {}
        (Err(Damage::Changed), Decoded::Mended { .. } | Decoded::Unreadable { .. }) => {}
        other => panic!("{other:?}"),
    }
    // Without the work of a passphrase: an effort that nobody asks for is refused before any.
    let head = [&[1, 0xff, 0xff, 0xff, 0xff, 0xff][..], data].concat();
    assert!(unlock("", &head).is_err());
}
