//! Everything that is stored, for people who want to see it.

use super::Library;
use crate::format::Writer;
use crate::route::PlanId;
use crate::store::{Storage, StorageError, keys};
use litemap::LiteMap;

impl Library {
    /// Everything that stands in the browser's storage for this program, as key and text, by key. Texts
    /// are shown as they are stored: sealed, if they are.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn stored(&self) -> Result<Vec<(String, String)>, StorageError> {
        let storage = &self.inner.browser;
        let mut stored = LiteMap::new_vec();
        for key in storage.keys()?.into_iter().filter(|key| keys::is_ours(key)) {
            if let Some(text) = storage.as_stored(&key)? {
                stored.insert(key, text);
            }
        }
        Ok(stored.into_tuple_vec())
    }

    /// Everything that [is stored](Self::stored) as one JSON object, for a file.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn everything(&self) -> Result<String, StorageError> {
        let mut json = Writer::default();
        json.open_object();
        for (key, text) in self.stored()? {
            json.key(&key).text(&text);
        }
        json.close_object();
        Ok(json.finish())
    }

    /// The plans in the browser's storage that have [kept originals](Library::kept), in no order.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn with_kept(&self) -> Result<Vec<PlanId>, StorageError> {
        let keys = self.inner.browser.keys()?;
        let mut with_kept = Vec::new();
        for id in keys.iter().filter_map(|key| keys::kept_of(key)) {
            if !with_kept.contains(&id) {
                with_kept.push(id);
            }
        }
        Ok(with_kept)
    }
}

/// What there is to delete, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Plans.
    pub plans: usize,
    /// Originals of plans that could not be read whole.
    pub kept: usize,
    /// Set-ups for links that a therapist keeps.
    pub drafts: usize,
    /// Whether there are settings.
    pub settings: bool,
    /// Whether a lock is set.
    pub lock: bool,
}

impl Counts {
    /// Counts what stands under these keys.
    pub fn of<'a>(keys: impl IntoIterator<Item = &'a str>) -> Self {
        let mut counts = Self::default();
        for key in keys {
            counts.plans += usize::from(keys::plan_at(key).is_some());
            counts.kept += usize::from(keys::kept_of(key).is_some());
            counts.drafts += usize::from(keys::draft_at(key).is_some());
            counts.settings |= key == keys::SETTINGS;
            counts.lock |= key == keys::LOCK;
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;
    use crate::route::PlanId;
    use crate::store::{Library, MemoryStorage, StorageError};

    const PLAN: &str = "first-light.plan.0000000000000001";
    const DRAFT: &str = "first-light.draft.0000000000000004";
    const KEPT: &str = "first-light.kept.0000000000000002.0";

    fn storage() -> MemoryStorage {
        MemoryStorage::holding([
            (PLAN, "{}"),
            (KEPT, "x"),
            ("first-light.kept.0000000000000003.01", "not a name of ours"),
            (DRAFT, "{}"),
            ("somebody-else", "y"),
        ])
    }

    #[test]
    fn everything_of_ours_is_shown_and_nothing_else() {
        let stored = Library::new(storage()).stored().unwrap_or_default();
        let keys: Vec<_> = stored.iter().map(|(key, _)| &**key).collect();
        assert_eq!(
            keys,
            [DRAFT, KEPT, "first-light.kept.0000000000000003.01", PLAN]
        );
        assert_eq!(stored.get(1).map(|(_, text)| &**text), Some("x"));
    }

    #[test]
    fn what_there_is_to_delete_is_counted() {
        let stored = Library::new(storage()).stored().unwrap_or_default();
        let counts = Counts::of(stored.iter().map(|(key, _)| &**key));
        let expected = Counts {
            plans: 1,
            kept: 1,
            drafts: 1,
            settings: false,
            lock: false,
        };
        assert_eq!(counts, expected);
    }

    #[test]
    fn plans_with_kept_originals_are_found() {
        let with_kept = Library::new(storage()).with_kept();
        assert_eq!(with_kept, Ok([PlanId(2)].into()));
    }

    #[test]
    fn a_blocked_storage_says_so() {
        let storage = storage();
        storage.fail_from(0);
        assert_eq!(Library::new(storage).stored(), Err(StorageError::Blocked));
    }
}
