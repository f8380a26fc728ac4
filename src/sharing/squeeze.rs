//! Deflate (RFC 1951), with a bound on what comes out.
//!
//! What is packed here is short and full of the same names, so both sides begin with those names in mind:
//! the text in `squeeze/names1.txt` counts as if it stood before what is packed. It is part of the format
//! and never changes; other names need a file of their own.

use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, TDEFLStatus, compress};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// What both sides have in mind.
const NAMES: &[u8] = include_bytes!("squeeze/names1.txt");

/// Raw deflate, the best that the library knows.
const FLAGS: u32 = 0x0fff;

thread_local! {
    /// A packer that has the names in mind: reading them takes longer than packing a link.
    static READY: CompressorOxide = {
        let mut packer = CompressorOxide::new(FLAGS);
        // The names end at a full byte, so that what follows them stands by itself.
        feed(&mut packer, NAMES, TDEFLFlush::Sync);
        packer
    };
}

/// Packs bytes.
#[must_use]
pub fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut packer = READY.with(CompressorOxide::clone);
    feed(&mut packer, bytes, TDEFLFlush::Finish)
}

fn feed(packer: &mut CompressorOxide, mut bytes: &[u8], flush: TDEFLFlush) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut room = [0; 1024];
    loop {
        let (status, read, written) = compress(packer, bytes, &mut room, flush);
        packed.extend_from_slice(room.get(..written).unwrap_or_default());
        bytes = bytes.get(read..).unwrap_or_default();
        let is_done = status != TDEFLStatus::Okay || (bytes.is_empty() && written < room.len());
        if is_done {
            return packed;
        }
    }
}

/// Unpacks bytes, `most` of them and no more. `None` for what is not packed, or holds more.
#[must_use]
pub fn unpack(packed: &[u8], most: usize) -> Option<Vec<u8>> {
    let mut unpacker = DecompressorOxide::new();
    let (mut read, mut room) = (0, 8 * packed.len() + 1024);
    let mut out = NAMES.to_vec();
    let mut end = NAMES.len();
    loop {
        out.resize(NAMES.len() + room.min(most), 0);
        let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
        let (status, used, written) =
            decompress(&mut unpacker, packed.get(read..)?, &mut out, end, flags);
        (read, end) = (read + used, end + written);
        match status {
            TINFLStatus::Done => {
                out.truncate(end);
                return Some(out.split_off(NAMES.len()));
            }
            TINFLStatus::HasMoreOutput if room < most => room *= 2,
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::time::{Duration, Instant};

    proptest! {
        #[test]
        fn any_bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..5_000)) {
            let packed = pack(&bytes);
            prop_assert_eq!(unpack(&packed, bytes.len()), Some(bytes.clone()));
            if let Some(less) = bytes.len().checked_sub(1) {
                prop_assert_eq!(unpack(&packed, less), None);
            }
        }

        #[test]
        fn any_bytes_unpack_to_something_or_nothing(bytes in prop::collection::vec(any::<u8>(), 0..500)) {
            let out = unpack(&bytes, 10_000);
            prop_assert!(out.is_none_or(|out| out.len() <= 10_000));
        }
    }

    #[test]
    fn names_take_next_to_no_room() {
        let plan = r#"{"first-light":1,"name":"","changed":1795300000000,"place":"goals/goal/0"}"#;
        let packed = pack(plan.as_bytes()).len();
        assert!(packed < 45, "{packed} bytes");
    }

    /// A quarter of a gigabyte of nothing, packed into a quarter of a megabyte.
    #[test]
    fn a_bomb_is_refused_within_100_ms() {
        let mut packer = CompressorOxide::new(FLAGS);
        feed(&mut packer, NAMES, TDEFLFlush::Sync);
        let megabyte = vec![0; 1 << 20];
        let mut bomb = Vec::new();
        for _ in 0..255 {
            bomb.extend(feed(&mut packer, &megabyte, TDEFLFlush::None));
        }
        bomb.extend(feed(&mut packer, &megabyte, TDEFLFlush::Finish));
        assert!(bomb.len() < 1 << 19, "{}", bomb.len());
        let began = Instant::now();
        assert_eq!(unpack(&bomb, 256 * 1024), None);
        let took = began.elapsed();
        assert!(took < Duration::from_millis(100), "{took:?}");
    }
}
