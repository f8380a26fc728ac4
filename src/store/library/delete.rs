//! Deleting a plan, and taking that back.

use super::Library;
use crate::format::Plan;
use crate::route::PlanId;
use crate::store::{Keep, Storage, StorageError, keys};

/// Everything that was stored of a deleted plan, to be put back exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deleted {
    /// The plan's name in addresses.
    pub id: PlanId,
    keep: Keep,
    texts: Vec<(String, String)>,
    unsaved: Option<Plan>,
    known: bool,
}

impl Library {
    /// Deletes a plan, what home shows of it and its kept originals.
    ///
    /// # Errors
    /// When not all of it could be deleted; then all of it is put back.
    pub fn delete(&self, id: PlanId) -> Result<Deleted, StorageError> {
        let known = self.session(|session| session.known.contains(&id));
        let unsaved = self.unsaved_plan(id);
        let texts = match self.texts(id) {
            // Nothing that was never stored can be left behind.
            Err(_) if unsaved.is_some() && !known => Vec::new(),
            texts => texts?,
        };
        remove_all(self.storage(id), &texts)?;
        let keep = self.keep(id);
        self.session(|session| {
            session.visiting.remove(&id);
            session.known.remove(&id);
            session.unsaved.remove(&id);
            session.heads.remove(&id);
        });
        Ok(Deleted {
            id,
            keep,
            texts,
            unsaved,
            known,
        })
    }

    /// Puts a deleted plan back as it was.
    ///
    /// # Errors
    /// When not all of it could be put back; then none of it is, and it can be tried again.
    pub fn undelete(&self, deleted: &Deleted) -> Result<(), StorageError> {
        let id = deleted.id;
        let visiting = deleted.keep == Keep::VisitOnly;
        if visiting {
            self.session(|session| session.visiting.insert(id));
        }
        write_all(self.storage(id), &deleted.texts)?;
        self.session(|session| {
            if deleted.known {
                session.known.insert(id);
            }
            if let Some(plan) = &deleted.unsaved {
                session.unsaved.insert(id, plan.clone());
            }
        });
        Ok(())
    }

    /// Every key and text of a plan: its head first, the plan itself last.
    pub(super) fn texts(&self, id: PlanId) -> Result<Vec<(String, String)>, StorageError> {
        let storage = self.storage(id);
        let mut texts = Vec::new();
        let mut take = |key: String| {
            let text = storage.read(&key)?;
            texts.extend(text.map(|text| (key, text)));
            Ok(())
        };
        take(keys::head(id))?;
        for key in storage.keys()? {
            if keys::kept_at(&key, id).is_some() {
                take(key)?;
            }
        }
        take(keys::plan(id))?;
        Ok(texts)
    }
}

/// Removes all of these, or none. The head goes first, for it can be made again, and the plan last,
/// so that a computer that dies on the way leaves no words that nobody sees.
pub(super) fn remove_all(
    storage: &dyn Storage,
    texts: &[(String, String)],
) -> Result<(), StorageError> {
    for (index, (key, _)) in texts.iter().enumerate() {
        if let Err(why) = storage.remove(key) {
            for (key, text) in texts.iter().take(index) {
                // There was room for it a moment ago. If it fails, the plan itself is still there.
                let _ = storage.write(key, text);
            }
            return Err(why);
        }
    }
    Ok(())
}

/// Writes all of these, or none; the plan before its head.
pub(super) fn write_all(
    storage: &dyn Storage,
    texts: &[(String, String)],
) -> Result<(), StorageError> {
    for (index, (key, text)) in texts.iter().enumerate().rev() {
        if let Err(why) = storage.write(key, text) {
            for (key, _) in texts.iter().skip(index + 1) {
                // What stays behind is a plan that its owner wanted back.
                let _ = storage.remove(key);
            }
            return Err(why);
        }
    }
    Ok(())
}
