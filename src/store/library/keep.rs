//! Where a plan is kept: in the browser, or for this visit only.

use super::Library;
use super::delete::Texts;
use crate::route::PlanId;
use crate::store::{Keep, State, Storage, StorageError};

impl Library {
    /// Where a plan is kept. A plan that nothing was said about is kept in the browser.
    #[must_use]
    pub fn keep(&self, id: PlanId) -> Keep {
        if self.session(|session| session.visiting.contains_key(&id)) {
            Keep::VisitOnly
        } else {
            Keep::Browser
        }
    }

    /// Whether some words are nowhere but in memory: those of this visit only, and those that could not be
    /// stored. They are gone when the page is loaded again.
    #[must_use]
    pub fn has_words_in_memory_only(&self) -> bool {
        let visiting = self.inner.visit.keys().is_ok_and(|keys| !keys.is_empty());
        let homeless = self.session(|session| !session.homeless.is_empty());
        visiting || homeless || !self.unsaved().is_empty() || self.holds_drafts()
    }

    /// Whether there is something in a plan that is for this visit only.
    #[must_use]
    pub fn has_words_for_this_visit(&self) -> bool {
        let visiting = self.session(|session| session.visiting.clone());
        visiting.keys().any(|id| {
            let state = self.state(*id);
            matches!(state, Ok(Some(State::Readable(head))) if head.progress.filled > 0)
        })
    }

    /// Says where a plan is to be kept, and moves what is stored of it there. May be said before the
    /// plan is first saved.
    ///
    /// # Errors
    /// When it could not be moved; then it is kept where it was.
    pub fn set_keep(&self, id: PlanId, keep: Keep) -> Result<(), StorageError> {
        match (self.keep(id), keep) {
            (Keep::Browser, Keep::VisitOnly) => self.forget_after_visit(id),
            (Keep::VisitOnly, Keep::Browser) => self.keep_in_browser(id),
            (Keep::Browser, Keep::Browser) | (Keep::VisitOnly, Keep::VisitOnly) => Ok(()),
        }
    }

    fn forget_after_visit(&self, id: PlanId) -> Result<(), StorageError> {
        let known = self.session(|session| session.known.contains_key(&id));
        let texts = match self.texts(id) {
            // Nothing of a plan that was never stored can be left behind.
            Err(_) if !known => Texts::default(),
            texts => texts?,
        };
        let (browser, visit) = (&self.inner.browser, &self.inner.visit);
        texts.write(visit)?;
        if let Err(why) = texts.remove(browser) {
            texts.remove(visit)?;
            return Err(why);
        }
        self.session(|session| session.visiting.insert(id, ()));
        match self.unsaved_plan(id) {
            Some(plan) => self.save(id, &plan),
            None => Ok(()),
        }
    }

    fn keep_in_browser(&self, id: PlanId) -> Result<(), StorageError> {
        let texts = self.texts(id)?;
        self.give_way(id, Keep::Browser, &texts)?;
        texts.write(&self.inner.browser)?;
        self.session(|session| session.visiting.remove(&id));
        texts.remove(&self.inner.visit)
    }
}
