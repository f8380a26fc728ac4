//! See `first_light_fuzz::plan`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| first_light_fuzz::plan::check(data));
