//! The same plan in two tabs.
//!
//! A tab writes only over what it has read or written itself. What else it finds there are another tab's
//! words, and they get a plan of their own first. Which of two tabs was earlier plays no part: clocks go
//! wrong, and a tab may have been asleep.

use super::Library;
use crate::format::{Decoded, Plan, decode, encode};
use crate::progress::Place;
use crate::route::PlanId;
use crate::store::{Keep, Storage, StorageError, keys};
use crate::worksheet::Worksheet;

/// How many texts are remembered as read. Another tab writes some ten a second at the most, and is heard
/// long before it has written so many.
const REMEMBERED: usize = 64;

impl Library {
    /// Whether plans were made here from what another tab had written into others.
    #[must_use]
    pub fn has_other_versions(&self) -> bool {
        self.session(|session| !session.apart.is_empty())
    }

    /// The plans that another tab had written into, each with the plan that was made here from that. They
    /// are told once.
    #[must_use]
    pub fn take_other_versions(&self) -> Vec<(PlanId, PlanId)> {
        self.session(|session| std::mem::take(&mut session.apart))
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

    /// Hears that another tab has written this text under that key. Browsers tell a tab of what another wrote
    /// a little later, so this one may have written over it without knowing.
    ///
    /// # Errors
    /// When there is no room for what was written over. Then it is tried again with every save.
    pub fn heard(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let Some(id) = keys::plan_at(key) else {
            return Ok(());
        };
        let Some(text) = &self.inner.browser.opened(key, text)? else {
            // Behind a closed lock nothing is known, and so nothing was written over.
            return Ok(());
        };
        // Who has written nothing since they last read has written over nothing.
        let may_be_lost = self.session(|session| {
            session.wrote.contains_key(&id) && !session.read.contains(&(id, place_of(text)))
        });
        if may_be_lost && self.keep(id) == Keep::Browser {
            let stored = self.inner.browser.read(key)?.unwrap_or_default();
            if !holds(&stored, text) {
                self.session(|session| session.homeless.push((id, text.to_owned())));
            }
        }
        self.house()
    }

    /// Sets apart what this tab wrote over without knowing, and waits in memory for room.
    pub(super) fn house(&self) -> Result<(), StorageError> {
        while let Some((id, text)) = self.session(|session| session.homeless.pop()) {
            if let Err(why) = self.set_apart(id, Keep::Browser, &text) {
                self.session(|session| session.homeless.push((id, text)));
                return Err(why);
            }
        }
        Ok(())
    }

    /// Remembers what was read here.
    pub(super) fn know_read(&self, id: PlanId, text: String) {
        let place = place_of(&text);
        self.session(|session| {
            if session.wrote.get(&id).is_some_and(|wrote| *wrote != place) {
                session.wrote.remove(&id);
            }
        });
        self.know(id, text, place);
    }

    /// Remembers what was written here.
    pub(super) fn know_written(&self, id: PlanId, text: String) {
        let place = place_of(&text);
        self.session(|session| session.wrote.insert(id, place));
        self.know(id, text, place);
    }

    /// Remembers that another tab's words, should it have written some just now, were written over by this.
    pub(super) fn wrote(&self, id: PlanId, text: &str) {
        let place = place_of(text);
        self.session(|session| session.wrote.insert(id, place));
    }

    fn know(&self, id: PlanId, text: String, place: PlanId) {
        self.remember(id, place);
        self.session(|session| session.known.insert(id, text));
    }

    /// Remembers that the text which would get this name need not be set apart again.
    fn remember(&self, id: PlanId, place: PlanId) {
        self.session(|session| {
            session.read.truncate(REMEMBERED - 1);
            session.read.insert(0, (id, place));
        });
    }

    /// Sees to it that what is stored of a plan may be overwritten by this.
    pub(super) fn make_way(
        &self,
        id: PlanId,
        stored: &str,
        plan: &Plan,
    ) -> Result<(), StorageError> {
        let says_more = self.session(|session| {
            let known = session.known.get(&id)?;
            Some(known != stored && !says_the_same(stored, known, plan))
        });
        match says_more {
            None => self.keep_text(id, stored),
            Some(false) => Ok(()),
            Some(true) => self.set_apart(id, self.keep(id), stored),
        }
    }

    /// Makes a plan of its own of what another tab wrote into a plan, byte for byte.
    pub(super) fn set_apart(&self, id: PlanId, keep: Keep, text: &str) -> Result<(), StorageError> {
        let storage: &dyn Storage = match keep {
            Keep::Browser => &self.inner.browser,
            Keep::VisitOnly => &self.inner.visit,
        };
        let place = place_of(text);
        let mut aside = place;
        while let Some(there) = storage.read(&keys::plan(aside))? {
            if there == text {
                break;
            }
            aside = PlanId(aside.0.wrapping_add(1));
        }
        storage.write(&keys::plan(aside), text)?;
        self.remember(id, place);
        self.session(|session| {
            if keep == Keep::VisitOnly {
                session.visiting.insert(aside, ());
            }
            session.apart.push((id, aside));
        });
        Ok(())
    }
}

/// Whether a stored text says nothing that is not in what was known before or in the new plan. Going to
/// another page of a plan changes its text, but no words.
fn says_the_same(stored: &str, known: &str, new: &Plan) -> bool {
    let new = Plan {
        worksheet: new.worksheet.without_removed(),
        ..new.clone()
    };
    alike(words(stored), Some(new)) || alike(words(stored), words(known))
}

/// Whether two plans could be read and hold the same words.
fn alike(one: Option<Plan>, two: Option<Plan>) -> bool {
    matches!((one, two), (Some(one), Some(two))
        if one.worksheet == two.worksheet && one.unknown == two.unknown)
}

/// Whether a stored text has everything that another has: it is the same, or something was put in.
fn holds(stored: &str, other: &str) -> bool {
    let (Some(stored), Some(other)) = (words(stored), words(other)) else {
        return stored == other;
    };
    // The page that is shown and the time of the change are no words.
    let bare = |plan: Plan| {
        encode(&Plan {
            changed: 0,
            place: Place::FIRST,
            ..plan
        })
        .into_bytes()
    };
    let (stored, other) = (bare(stored), bare(other));
    let alike = |pairs: &mut dyn Iterator<Item = (&u8, &u8)>| {
        pairs.take_while(|(one, two)| one == two).count()
    };
    let before = alike(&mut stored.iter().zip(&other));
    let after = alike(&mut stored.iter().rev().zip(other.iter().rev()));
    stored.len() >= other.len() && before + after >= other.len()
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
