//! See `first_light_fuzz::link`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| first_light_fuzz::link::check(data));
