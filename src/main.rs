//! First Light.
fn main() {}
