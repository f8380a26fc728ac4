//! See `first_light_fuzz::head`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| first_light_fuzz::head::check(data));
