//! See `first_light_fuzz::settings`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| first_light_fuzz::settings::check(data));
