//! See `first_light_fuzz::file`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| first_light_fuzz::file::check(data));
