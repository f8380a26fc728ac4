//! Set-up, build and tests of First Light.
fn main() {}
