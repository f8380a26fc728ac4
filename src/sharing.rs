//! What people hand each other: links, locked copies, files, QR codes and calendars.
//!
//! - [`envelope`]: what every link and locked copy stands in: its kind, its version, its length and a
//!   checksum, in letters that survive in an address. [`link`] finds one in whatever mail and chat have made
//!   of it.
//! - [`squeeze`]: deflate with a bound on what comes out.
//! - [`invitation`]: a therapist's link.
//! - [`copy`]: the chosen sections of a plan, as they are locked. [`choice`] takes out what was not chosen.
//! - [`file`]: one plan, or all of them, as a file that opens again here, byte for byte.
//! - [`qr`]: a link as a picture. [`calendar`]: reviews as an iCalendar file.
//!
//! Nothing here locks or unlocks: that is the vault's part, which is loaded only then.

pub mod calendar;
pub mod choice;
pub mod copy;
pub mod envelope;
pub mod file;
pub mod invitation;
pub mod link;
pub mod qr;
pub mod squeeze;
