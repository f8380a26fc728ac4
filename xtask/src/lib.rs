//! What `cargo xtask` can do: [`commands::run`] is the way in. The tests in browsers share [`hosting`], and what
//! measures in browsers [`server`] and [`bench`].

pub mod bench;
pub mod commands;
pub mod hosting;
pub mod server;
pub mod single;
pub use bundle::offline;

mod bundle;
mod dist;
mod fuzz;
mod load;
mod project;
mod run;
mod scripts;
mod setup;
mod size;
mod styles;
mod test;
mod vault;
mod watch;

use std::io;

/// What a step gives, or one sentence for the person who started it: what went wrong and what to do.
pub type Outcome<T = ()> = Result<T, String>;

/// The brotli form of some bytes. Quality goes from 0 (fast) to 11 (small).
fn brotli_of(bytes: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let options = brotli::enc::BrotliEncoderParams {
        quality,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &options)?;
    Ok(packed)
}
