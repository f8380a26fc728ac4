//! The keys: all of them, and nowhere else.

use crate::route::PlanId;

/// Where the settings stand.
pub(super) const SETTINGS: &str = "first-light.settings";

/// Where the lock stands.
pub(super) const LOCK: &str = "first-light.lock";

/// Written and removed again when everything was deleted, so that other tabs hear of it.
pub(super) const GONE: &str = "first-light.gone";

const PLAN: &str = "first-light.plan.";
const HEAD: &str = "first-light.head.";
const KEPT: &str = "first-light.kept.";
const DRAFT: &str = "first-light.draft.";

/// Where a plan stands.
pub(super) fn plan(id: PlanId) -> String {
    format!("{PLAN}{id}")
}

/// Where what home shows of a plan stands.
pub(super) fn head(id: PlanId) -> String {
    format!("{HEAD}{id}")
}

/// Where a kept original stands.
pub(super) fn kept(id: PlanId, number: u32) -> String {
    format!("{KEPT}{id}.{number}")
}

/// Where a therapist's set-up stands.
pub(super) fn draft(id: PlanId) -> String {
    format!("{DRAFT}{id}")
}

/// The set-up that stands under a key, if one does.
pub(super) fn draft_at(key: &str) -> Option<PlanId> {
    PlanId::parse(key.strip_prefix(DRAFT)?)
}

/// Whether a lock stands under a key.
pub(crate) fn is_lock(key: &str) -> bool {
    key == LOCK
}

/// The plan that stands under a key, if a plan does.
pub(crate) fn plan_at(key: &str) -> Option<PlanId> {
    PlanId::parse(key.strip_prefix(PLAN)?)
}

/// The number of a plan's kept original that stands under a key, if one does.
pub(super) fn kept_at(key: &str, id: PlanId) -> Option<u32> {
    let (owner, number) = key.strip_prefix(KEPT)?.split_once('.')?;
    let number = number.parse().ok()?;
    // Only a key that is written this way is ours: not `+1`, not `01`.
    (PlanId::parse(owner)? == id && self::kept(id, number) == key).then_some(number)
}

/// The plan whose kept original stands under a key, if one does.
pub(super) fn kept_of(key: &str) -> Option<PlanId> {
    let (owner, _) = key.strip_prefix(KEPT)?.split_once('.')?;
    let id = PlanId::parse(owner)?;
    kept_at(key, id).map(|_| id)
}

/// Whether words that a person wrote stand under a key: they are sealed while a lock is set.
pub(super) fn holds_words(key: &str) -> bool {
    [PLAN, HEAD, KEPT, DRAFT]
        .iter()
        .any(|kind| key.starts_with(kind))
}

/// Whether what home shows of a plan stands under a key.
pub(super) fn is_head(key: &str) -> bool {
    key.starts_with(HEAD)
}

/// Whether something of this program stands under a key.
pub(super) fn is_ours(key: &str) -> bool {
    key.starts_with("first-light.")
}
