//! See `first_light_fuzz::address`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| first_light_fuzz::address::check(data));
