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
    texts: Texts,
    unsaved: Option<Plan>,
    /// The text as it was last read or written here; another tab may have gone on from it.
    known: Option<String>,
}

impl Library {
    /// Deletes a plan, what home shows of it and its kept originals.
    ///
    /// # Errors
    /// When not all of it could be deleted; then all of it is put back.
    pub fn delete(&self, id: PlanId) -> Result<Deleted, StorageError> {
        let known = self.session(|session| session.known.get(&id).cloned());
        let unsaved = self.unsaved_plan(id);
        let texts = match self.texts(id) {
            // Nothing that was never stored can be left behind.
            Err(_) if unsaved.is_some() && known.is_none() => Texts::default(),
            texts => texts?,
        };
        texts.remove(self.storage(id))?;
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
            self.session(|session| session.visiting.insert(id, ()));
        }
        // Another tab may have gone on writing in it.
        self.give_way(id, deleted.keep, &deleted.texts)?;
        deleted.texts.write(self.storage(id))?;
        self.wrote(id, deleted.texts.plan());
        self.session(|session| {
            if let Some(known) = &deleted.known {
                session.known.insert(id, known.clone());
            }
            if let Some(plan) = &deleted.unsaved {
                session.unsaved.insert(id, plan.clone());
            }
        });
        Ok(())
    }

    /// Sets apart what stands where these texts are to be written, if it is something else.
    pub(super) fn give_way(
        &self,
        id: PlanId,
        keep: Keep,
        texts: &Texts,
    ) -> Result<(), StorageError> {
        let storage: &dyn Storage = match keep {
            Keep::Browser => &self.inner.browser,
            Keep::VisitOnly => &self.inner.visit,
        };
        if texts.plan().is_empty() {
            return Ok(());
        }
        match storage.read(&keys::plan(id))? {
            Some(there) if there != texts.plan() => self.set_apart(id, keep, &there),
            _ => Ok(()),
        }
    }

    /// Everything that is stored of a plan.
    pub(super) fn texts(&self, id: PlanId) -> Result<Texts, StorageError> {
        let storage = self.storage(id);
        let take = |key: String| {
            let text = storage.read(&key)?;
            Ok(text.map(|text| (key, text)))
        };
        let head = take(keys::head(id))?;
        let mut words = Vec::new();
        for key in storage.keys()? {
            if keys::kept_at(&key, id).is_some() {
                words.extend(take(key)?);
            }
        }
        words.extend(take(keys::plan(id))?);
        Ok(Texts { head, words })
    }
}

/// Everything that is stored of a plan, each text with its key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Texts {
    /// What home shows of it. It can be made again.
    head: Option<(String, String)>,
    /// Its kept originals, and the plan itself last, so that a computer that dies on the way leaves
    /// no words that nobody sees.
    words: Vec<(String, String)>,
}

impl Texts {
    /// The plan itself; empty if it was never stored.
    fn plan(&self) -> &str {
        let last = self.words.last();
        let plan = last.filter(|(key, _)| keys::plan_at(key).is_some());
        plan.map_or("", |(_, text)| text)
    }

    /// Takes all of these out of a storage, or none.
    pub(super) fn remove(&self, storage: &dyn Storage) -> Result<(), StorageError> {
        let all = self.head.iter().chain(&self.words);
        for (done, (key, _)) in all.clone().enumerate() {
            if let Err(why) = storage.remove(key) {
                for (key, text) in all.take(done) {
                    // There was room for it a moment ago. If it fails, the plan itself is still there.
                    let _ = storage.write(key, text);
                }
                return Err(why);
            }
        }
        Ok(())
    }

    /// Puts all of these into a storage, or none.
    pub(super) fn write(&self, storage: &dyn Storage) -> Result<(), StorageError> {
        for (done, (key, text)) in self.words.iter().enumerate() {
            if let Err(why) = storage.write(key, text) {
                for (key, _) in self.words.iter().take(done) {
                    // What stays behind is an original that its owner wanted back.
                    let _ = storage.remove(key);
                }
                return Err(why);
            }
        }
        if let Some((key, text)) = &self.head {
            // Without it, home makes it again.
            let _ = storage.write(key, text);
        }
        Ok(())
    }
}
