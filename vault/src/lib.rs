//! The lock of First Light: what a passphrase opens, and what is sealed with it.
//!
//! It is a program of its own, so that nobody downloads it who has no lock. The page loads it when a lock is
//! set or opened ([`exports`]); native tests call the same functions directly.
//!
//! - [`record`]: how the lock itself is written. It holds a random data key, wrapped by a key that
//!   Argon2id makes from the passphrase ([`derive`]).
//! - [`value`]: how one stored text is written once it is sealed with the data key.
//!
//! - [`copy`]: a copy of a plan that is handed to somebody, locked with a passphrase of its own.
//! - [`words`]: a passphrase to suggest for that.
//!
//! A new passphrase wraps the same data key anew: one text changes, and no sealed value does.
//!
//! Nothing here draws random bytes, knows a storage, or keeps a passphrase: all come from the caller.

pub mod copy;
pub mod derive;
#[cfg(target_arch = "wasm32")]
pub mod exports;
mod key;
pub mod record;
pub mod value;
pub mod words;

pub use derive::Effort;
pub use key::Key;
pub use record::{Chance, ID, open, wrap};
pub use value::{seal, unseal};

/// Why something could not be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It is not written in a form that is known here: damaged, or not ours.
    Damaged,
    /// A newer program wrote it.
    Newer,
    /// It asks for more or less work than is sensible: nobody knows who wrote that.
    Unfit,
    /// The passphrase is another one, or something was changed since it was written.
    Wrong,
    /// There is not enough memory.
    Memory,
}
