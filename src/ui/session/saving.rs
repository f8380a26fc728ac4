//! How saving goes.

use super::{Desk, OpenPlan, Saving, Session};
use crate::format::Plan;
use crate::route::{PlanId, Route};
use crate::store::{Keep, Settings, StorageError, TextSize};
use crate::worksheet::Worksheet;

impl Session {
    /// The open plan as it is to be stored; `None` when there is nothing to store.
    #[must_use]
    pub fn to_store(&self) -> Option<(PlanId, Plan)> {
        let to_store = |open: &&OpenPlan| open.touched && !open.as_found;
        let open = self.open().filter(to_store)?;
        let plan = Plan {
            worksheet: Worksheet::clone(&open.worksheet),
            place: open.place,
            changed: open.changed,
            unknown: open.unknown.clone(),
        };
        Some((open.id, plan))
    }

    pub(super) fn wrote(mut self, result: Result<(), StorageError>) -> Self {
        let keep = self.open().map(|open| open.keep);
        self.saving = match (result, keep) {
            (_, Some(Keep::VisitOnly)) => Saving::VisitOnly,
            (Ok(()), _) => Saving::Works,
            (Err(why), _) => Saving::Fails(why),
        };
        self.with_all_saved().tell_of_other()
    }

    /// Tries again to store what waits in memory, of whatever plan it is: there may be room now. It is said as
    /// long as there is not. Behind a closed lock nothing can be stored.
    pub(super) fn with_all_saved(mut self) -> Self {
        let may_try = !self.is_locked() && !matches!(self.saving, Saving::Fails(_));
        if may_try && let Err(why) = self.library.save_unsaved() {
            self.saving = Saving::Fails(why);
        }
        self
    }

    /// Whether words would be lost if the page were closed now: those that could not be stored, and those of
    /// plans for this visit only.
    #[must_use]
    pub fn would_lose_words(&self) -> bool {
        let visits = |open: &&OpenPlan| open.keep == Keep::VisitOnly;
        let written = || self.progress().is_some_and(|progress| progress.filled > 0);
        matches!(self.saving, Saving::Fails(_))
            || !self.library.unsaved().is_empty()
            || self.open().filter(visits).is_some_and(|_| written())
            || self.library.has_words_for_this_visit()
            || self.library.holds_drafts()
    }

    pub(super) fn set(mut self, settings: Settings) -> Self {
        // Settings that cannot be stored still hold until the page is closed.
        if let Err(why) = self.library.save_settings(&settings) {
            self.saving = Saving::Fails(why);
        }
        let before = std::mem::replace(&mut self.settings, settings).text_size;
        if before != TextSize::Together {
            self.apart = before;
        }
        self
    }

    /// The settings with the text as it was before it was made larger for a shared screen.
    #[must_use]
    pub fn apart(&self) -> Settings {
        Settings {
            text_size: self.apart,
            ..self.settings.clone()
        }
    }

    pub(super) fn try_again(self) -> Self {
        let settings = if self.library.settings() == self.settings {
            Ok(())
        } else {
            self.library.save_settings(&self.settings)
        };
        let tried = self.library.save_unsaved().and(settings);
        let session = self.wrote(tried);
        if session.route == Route::Home {
            session.shelf_changed()
        } else {
            session
        }
    }

    pub(super) fn saw_mended(mut self) -> Self {
        if let Desk::Open(open) = &mut self.desk {
            open.mended = false;
        }
        self
    }

    /// The person chose where the open plan is kept.
    pub(super) fn keep(mut self, keep: Keep) -> Self {
        let Desk::Open(open) = &mut self.desk else {
            return self;
        };
        let moved = self.library.set_keep(open.id, keep);
        open.keep = self.library.keep(open.id);
        self.saving = match (moved, open.keep, open.touched) {
            (Err(why), _, _) => Saving::Fails(why),
            (Ok(()), Keep::VisitOnly, _) => Saving::VisitOnly,
            (Ok(()), Keep::Browser, false) => Saving::NothingYet,
            (Ok(()), Keep::Browser, true) => Saving::Works,
        };
        self
    }
}
