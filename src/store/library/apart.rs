//! The same plan in two tabs.
//!
//! A tab writes only over what it has read or written itself. What else it finds there are another tab's
//! words, and they get a plan of their own first. Which of two tabs was earlier plays no part: clocks go
//! wrong, and a tab may have been asleep.

use super::Library;
use crate::format::{Decoded, Plan, decode};
use crate::route::PlanId;
use crate::store::{Keep, Storage, StorageError, keys};
use crate::worksheet::Worksheet;

impl Library {
    /// Whether a plan was made here from what another tab had written into this one.
    #[must_use]
    pub fn has_other_version(&self, id: PlanId) -> bool {
        self.session(|session| session.apart.contains_key(&id))
    }

    /// The plan that was made here from what another tab had written into this one: each is told once.
    #[must_use]
    pub fn take_other_version(&self, id: PlanId) -> Option<PlanId> {
        self.session(|session| session.apart.remove(&id))
    }

    /// The plan that another tab made from what this one had written into a plan, if it did.
    #[must_use]
    pub fn put_aside(&self, id: PlanId) -> Option<PlanId> {
        let known = self.session(|session| session.known.get(&id).cloned())?;
        let aside = place_of(&known);
        let there = self.storage(id).read(&keys::plan(aside));
        matches!(there, Ok(Some(_))).then_some(aside)
    }

    /// Whether all these words of a plan stand in what was last read or written here.
    #[must_use]
    pub fn is_stored(&self, id: PlanId, worksheet: &Worksheet) -> bool {
        let known = self.session(|session| session.known.get(&id).cloned());
        match known.map(|known| decode(&known)) {
            Some(Decoded::Whole(known) | Decoded::Mended { plan: known, .. }) => {
                known.worksheet == worksheet.without_removed()
            }
            _ => false,
        }
    }

    /// Sees to it that what is stored of a plan may be overwritten by this.
    pub(super) fn make_way(
        &self,
        id: PlanId,
        stored: &str,
        plan: &Plan,
    ) -> Result<(), StorageError> {
        let known = self.session(|session| session.known.get(&id).cloned());
        match known {
            None => self.keep_text(id, stored),
            Some(known) if known == stored || says_the_same(stored, &known, plan) => Ok(()),
            Some(_) => self.set_apart(id, self.keep(id), stored),
        }
    }

    /// Makes a plan of its own of what another tab wrote into a plan, byte for byte.
    pub(super) fn set_apart(&self, id: PlanId, keep: Keep, text: &str) -> Result<(), StorageError> {
        let storage: &dyn Storage = match keep {
            Keep::Browser => &*self.inner.browser,
            Keep::VisitOnly => &self.inner.visit,
        };
        let mut aside = place_of(text);
        while let Some(there) = storage.read(&keys::plan(aside))? {
            if there == text {
                break;
            }
            aside = PlanId(aside.0.wrapping_add(1));
        }
        storage.write(&keys::plan(aside), text)?;
        self.session(|session| {
            if keep == Keep::VisitOnly {
                session.visiting.insert(aside, ());
            }
            session.apart.insert(id, aside);
        });
        Ok(())
    }
}

/// Whether a stored text says nothing that is not in what was known before or in the new plan. Going to
/// another page of a plan changes its text, but no words.
fn says_the_same(stored: &str, known: &str, new: &Plan) -> bool {
    let alike =
        |one: &Plan, two: &Plan| one.worksheet == two.worksheet && one.unknown == two.unknown;
    words(stored).is_some_and(|stored| {
        let new = Plan {
            worksheet: new.worksheet.without_removed(),
            ..new.clone()
        };
        alike(&stored, &new) || words(known).is_some_and(|known| alike(&stored, &known))
    })
}

/// The plan in a text, if every word of it could be read.
fn words(text: &str) -> Option<Plan> {
    match decode(text) {
        Decoded::Whole(plan) => Some(plan),
        Decoded::Mended { .. } | Decoded::Newer { .. } | Decoded::Unreadable { .. } => None,
    }
}

/// The name of the plan that a text gets when it is set apart: the same text always gets the same (FNV-1a,
/// 64 bits).
fn place_of(text: &str) -> PlanId {
    let hash = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
    PlanId(text.bytes().fold(0xCBF2_9CE4_8422_2325, hash))
}
