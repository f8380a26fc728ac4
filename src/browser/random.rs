//! Chance.

use super::window;
use crate::route::PlanId;

/// A new name for a plan, from the browser's own source of chance.
#[must_use]
pub fn plan_id() -> PlanId {
    let mut bytes = [0; 8];
    if fill(&mut bytes) {
        PlanId(u64::from_le_bytes(bytes))
    } else {
        // Without that source the name need only differ from the others in this browser.
        PlanId(js_sys::Math::random().to_bits() ^ super::clock::now())
    }
}

/// Fills bytes from the browser's own source of chance, good enough for keys. Whether there is one.
#[must_use]
pub(super) fn fill(bytes: &mut [u8]) -> bool {
    window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(bytes).is_ok())
}
