//! See `first_light_fuzz::copy`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| first_light_fuzz::copy::check(data));
