//! From a passphrase to a key, by Argon2id (RFC 9106).

use crate::key::KEY;
use crate::{Failure, Key};
use argon2::{Algorithm, Argon2, Params, Version};

/// The length of a salt, in bytes.
pub(crate) const SALT: usize = 16;

/// How much work it is to try one passphrase. Always on one lane: there is one thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Memory, in KiB.
    pub memory: u32,
    /// How often that memory is gone through.
    pub passes: u32,
}

impl Effort {
    /// What a new lock asks for: 46 MiB, three times. About a quarter of a second on a laptop.
    pub const NOW: Self = Self {
        memory: 47_104,
        passes: 3,
    };

    /// Whether it is enough to protect anything (OWASP names 19 MiB as the least), and little enough for a
    /// telephone. A lock that asks for anything else was not written here.
    #[must_use]
    pub fn is_fit(self) -> bool {
        (19_456..=65_536).contains(&self.memory) && (1..=10).contains(&self.passes)
    }
}

/// The key that this passphrase makes with this salt.
///
/// # Errors
/// [`Failure::Unfit`] for an effort outside the range, [`Failure::Memory`] when there is too little.
pub fn derive(passphrase: &str, salt: &[u8; SALT], effort: Effort) -> Result<Key, Failure> {
    if !effort.is_fit() {
        return Err(Failure::Unfit);
    }
    let params = Params::new(effort.memory, effort.passes, 1, Some(KEY));
    let params = params.map_err(|_| Failure::Unfit)?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut key = zeroize::Zeroizing::new([0; KEY]);
    argon2
        .hash_password_into(passphrase.as_bytes(), salt, &mut *key)
        .map_err(|_| Failure::Memory)?;
    Ok(Key::new(*key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use argon2::{AssociatedData, ParamsBuilder};

    /// RFC 9106, section 5.3: the library that makes our keys is Argon2id.
    #[test]
    fn argon2id_agrees_with_its_rfc() {
        let params = ParamsBuilder::new()
            .m_cost(32)
            .t_cost(3)
            .p_cost(4)
            .data(AssociatedData::new(&[4; 12]).expect("12 bytes"))
            .build()
            .expect("parameters");
        let argon2 = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params)
            .expect("a secret");
        let mut tag = [0; 32];
        argon2
            .hash_password_into(&[1; 32], &[2; 16], &mut tag)
            .expect("memory");
        let right = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659";
        let tag: String = tag.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(tag, right);
    }

    #[test]
    fn an_effort_that_is_not_sensible_is_refused_before_any_work() {
        for (memory, passes) in [
            (19_455, 3),
            (65_537, 3),
            (u32::MAX, 3),
            (47_104, 0),
            (47_104, 11),
            (47_104, u32::MAX),
        ] {
            let effort = Effort { memory, passes };
            let refused = derive("x", &[0; SALT], effort).err();
            assert_eq!(refused, Some(Failure::Unfit), "{effort:?}");
        }
    }
}
