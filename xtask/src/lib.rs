//! What `cargo xtask` can do. Only the static file server is meant for other crates.

pub mod server;

use std::io;

/// The brotli form of some bytes. Quality goes from 0 (fast) to 11 (small).
///
/// # Errors
/// None that brotli is known to give for bytes in memory.
pub fn brotli_of(bytes: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let options = brotli::enc::BrotliEncoderParams {
        quality,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &options)?;
    Ok(packed)
}
