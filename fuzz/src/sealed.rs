//! One sealed text, as it stands in storage.

use super::{damaged, text_of};
use vault::value::read;
use vault::{Failure, Key, seal, unseal};

const PLACE: &str = "first-light.plan.00000000000000f1";
const NONCE: usize = 24;

fn key() -> Key {
    Key::new(std::array::from_fn(|at| at as u8))
}

/// Any text opens or does not. What opens is exactly what sealing gives; whatever is sealed opens at its own
/// place, as it was, and nowhere else; and no change to it opens.
///
/// # Panics
/// When it does not.
pub fn check(data: &[u8]) {
    let text = text_of(data);
    opens_or_not(&text);
    opens_or_not(&format!("sealed1${text}"));
    let (nonce, rest) = nonce(data);
    let words = text_of(rest);
    let sealed = seal(&key(), &nonce, PLACE, &words);
    assert_eq!(unseal(&key(), PLACE, &sealed).as_deref(), Ok(&*words));
    assert_eq!(unseal(&key(), "elsewhere", &sealed), Err(Failure::Wrong));
    let changed = damaged(&sealed, data);
    if changed != sealed {
        assert!(unseal(&key(), PLACE, &changed).is_err(), "{changed}");
    }
}

fn opens_or_not(text: &str) {
    match read(text) {
        Ok(bytes) => {
            assert!(bytes.len() < text.len());
            if let Ok(words) = unseal(&key(), PLACE, text) {
                let nonce = bytes.first_chunk::<NONCE>().expect("a nonce");
                assert_eq!(seal(&key(), nonce, PLACE, &words), text);
            }
        }
        Err(why) => assert_eq!(unseal(&key(), PLACE, text), Err(why)),
    }
}

/// A nonce, and what is left.
fn nonce(data: &[u8]) -> ([u8; NONCE], &[u8]) {
    match data.split_first_chunk::<NONCE>() {
        Some((nonce, rest)) => (*nonce, rest),
        None => ([0; NONCE], data),
    }
}
