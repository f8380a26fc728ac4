//! Set-ups for links, and plans that begin with one. All of it is called by the pages for therapists and by
//! the page that opens a link.
//!
//! Two tabs with one set-up keep the rule that plans have: a tab writes only over what it has read or written
//! itself. Other words become a set-up of their own first. What cannot be stored is held in memory.

use super::{Saving, Session, Undo};
use crate::format::{DecodedDraft, decode_draft, encode_draft};
use crate::i18n::Msg;
use crate::progress::Place;
use crate::route::{PlanId, Route};
use crate::sharing::invitation;
use crate::sharing::link::TooLong;
use crate::store::{HeldDraft, StorageError};
use crate::ui::Deed;
use crate::worksheet::{
    Action, Draft, DraftEdit, Invitation, InvitationEdit, Item, OwnQuestion, RosterAction,
};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// A set-up that a therapist has open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDraft {
    /// Its name in addresses and storage.
    pub id: PlanId,
    /// The set-up.
    pub draft: Draft,
    /// Whether anything was ever written in it.
    pub touched: bool,
    /// How the last write went.
    pub saved: Result<(), StorageError>,
    /// Whether another tab has written in it too.
    pub shared: bool,
    /// Its link, or why there is none, once it was asked for.
    link: Rc<OnceCell<Result<String, TooLong>>>,
    /// Its text in storage, as it was last read or written here.
    known: Option<Rc<str>>,
}

impl OpenDraft {
    /// Its link, for a program at this address; `None` where there is no address. It is packed once for each
    /// change, and only when it is shown.
    pub fn link(&self, base: Option<&str>) -> Option<Result<&str, TooLong>> {
        let base = base?;
        let pack = || invitation::write(&self.draft.invitation, base);
        let link = self.link.get_or_init(pack);
        Some(link.as_deref().map_err(|too_long| *too_long))
    }

    /// Whether another tab has written something that this one may show in its place: all that is here is
    /// stored, or was set apart by that tab.
    fn was_replaced_by(&self, stored: &Result<Option<String>, StorageError>) -> bool {
        let Ok(Some(text)) = stored else { return false };
        let is_new = self.known.as_deref() != Some(&**text);
        is_new && self.saved.is_ok() && matches!(decode_draft(text), DecodedDraft::Whole(_))
    }
}

impl Session {
    /// The set-up of that name as it is to be shown now, a new one where there is none; `None` when what stands
    /// there cannot be read whole. What another tab has written takes its place, but not while somebody writes
    /// here. Whatever is changed then is changed in what was shown, and in nothing else.
    #[must_use]
    pub fn draft(&self, id: PlanId) -> Option<OpenDraft> {
        let stored = self.library.draft_text(id);
        let shown = self.shown_draft(id);
        if let Some(shown) = &shown
            && (self.is_writing() || !shown.was_replaced_by(&stored))
        {
            return Some(OpenDraft::clone(shown));
        }
        let open = self.read_draft(id, stored, shown.is_some())?;
        self.draft.replace(Some(Rc::new(open.clone())));
        Some(open)
    }

    fn shown_draft(&self, id: PlanId) -> Option<Rc<OpenDraft>> {
        let shown = self.draft.borrow().clone();
        shown.filter(|shown| shown.id == id)
    }

    /// A set-up from storage, or from memory if it could not be stored.
    fn read_draft(
        &self,
        id: PlanId,
        stored: Result<Option<String>, StorageError>,
        shared: bool,
    ) -> Option<OpenDraft> {
        let (text, known, saved) = match (self.library.held_draft(id), stored) {
            (Some(held), _) => (Some(held.text), held.known, Err(held.why)),
            (None, Ok(text)) => (text.clone(), text.map(Rc::from), Ok(())),
            // Where storage is blocked, a link can still be put together.
            (None, Err(why)) => (None, None, Err(why)),
        };
        let touched = text.is_some();
        let draft = match text.as_deref().map(decode_draft) {
            Some(DecodedDraft::Whole(draft)) => draft,
            Some(DecodedDraft::Mended(_) | DecodedDraft::Unreadable) => return None,
            None => self.blank_draft(),
        };
        Some(OpenDraft {
            id,
            draft,
            touched,
            saved,
            shared,
            link: Rc::default(),
            known,
        })
    }

    fn blank_draft(&self) -> Draft {
        let invitation = Invitation {
            language: self.locale.code().into(),
            ..Invitation::default()
        };
        Draft {
            invitation,
            ..Draft::default()
        }
    }

    /// Changes a set-up and keeps it. What was taken out can be brought back.
    #[must_use]
    pub fn edit_draft(mut self, id: PlanId, edit: DraftEdit) -> Self {
        let shown = self.shown_draft(id).map(Rc::unwrap_or_clone);
        let Some(mut open) = shown.or_else(|| self.draft(id)) else {
            return self;
        };
        if let Some(back) = bring_back(&edit) {
            let back = Deed::new(move |session: Self| session.edit_draft(id, back.clone()));
            self.undo.push(Undo::Deed(Msg::ListTakenOut, back));
        }
        open.draft.edit(edit);
        open.touched = true;
        open.link = Rc::default();
        self.wrote = (self.outside.now)();
        self.save_draft(&mut open);
        if id == self.fresh {
            self.fresh = (self.outside.plan_id)();
        }
        self.draft.replace(Some(Rc::new(open)));
        self
    }

    /// Stores a set-up, or holds it in memory until it can be stored.
    fn save_draft(&self, open: &mut OpenDraft) {
        let text = encode_draft(&open.draft);
        let stored = self.put_draft(open.id, &text, open.known.take());
        open.saved = stored.map(|apart| open.shared |= apart);
        open.known = match self.library.held_draft(open.id) {
            Some(held) => held.known,
            None => Some(text.into()),
        };
    }

    /// Puts a text into storage over what was last read or written there, and over nothing else. What another
    /// tab wrote there meanwhile is made a set-up of its own first; whether it was. Where there is no room for
    /// both, nothing is stored, and the text is held in memory.
    fn put_draft(
        &self,
        id: PlanId,
        text: &str,
        known: Option<Rc<str>>,
    ) -> Result<bool, StorageError> {
        let put = || {
            let stored = self.library.draft_text(id)?;
            let is_known = |it: &String| known.as_deref() == Some(&**it) || it == text;
            let other = stored.filter(|stored| !is_known(stored));
            if let Some(other) = &other {
                self.set_draft_apart(other)?;
            }
            self.library.put_draft(id, text)?;
            Ok(other.is_some())
        };
        let stored = put();
        match stored {
            Ok(_) => self.library.let_go_of_draft(id),
            Err(why) => {
                let text = text.to_owned();
                let held = HeldDraft { text, known, why };
                self.library.hold_draft(id, held);
            }
        }
        stored
    }

    /// Tries again to store every set-up that is only in memory.
    #[must_use]
    pub fn try_drafts_again(mut self) -> Self {
        let mut shared = false;
        for (id, held) in self.library.held_drafts() {
            let apart = self.put_draft(id, &held.text, held.known);
            shared |= apart == Ok(true) && self.shown_draft(id).is_some();
        }
        // It is read anew, and so says how that went.
        if let Some(shown) = self.draft.take() {
            let stored = self.library.draft_text(shown.id);
            let shared = shown.shared || shared;
            let open = self.read_draft(shown.id, stored, shared);
            self.draft = RefCell::new(open.map(Rc::new));
        }
        self
    }

    /// Keeps what another tab wrote. Where all of it can be read, its name says where it comes from.
    fn set_draft_apart(&self, text: &str) -> Result<(), StorageError> {
        let DecodedDraft::Whole(mut draft) = decode_draft(text) else {
            // It is not written over: what is here stays in memory.
            return Err(StorageError::Blocked);
        };
        let words = self.scene().words;
        let name = match &draft.name {
            name if name.is_blank() => words.get(Msg::BuilderTitle),
            name => name,
        };
        draft.name = words.fill(Msg::PlanMenuOtherTab, &[("name", name)]).into();
        let aside = (self.outside.plan_id)();
        self.library.put_draft(aside, &encode_draft(&draft))
    }

    /// Makes a new set-up of what can be read of a damaged one, which stays as it is.
    #[must_use]
    pub fn copy_draft(mut self, draft: Draft) -> Self {
        let id = self.fresh;
        self.fresh = (self.outside.plan_id)();
        // If there is no room, it is held in memory, and the page says so.
        let _ = self.put_draft(id, &encode_draft(&draft), None);
        self
    }

    /// Deletes a set-up; it can be brought back, byte for byte.
    #[must_use]
    pub fn delete_draft(mut self, id: PlanId) -> Self {
        let held = self.library.held_draft(id).map(|held| held.text);
        let text = held.or_else(|| self.library.draft_text(id).ok().flatten());
        match self.library.delete_draft(id) {
            Ok(()) => self.undo.extend(text.map(|text| {
                // If there is no room for it, it is held in memory.
                let back = Deed::new(move |session: Self| {
                    let _ = session.put_draft(id, &text, None);
                    session
                });
                Undo::Deed(Msg::TherapistsDeleted, back)
            })),
            Err(why) => self.saving = Saving::Fails(why),
        }
        self
    }

    /// Makes a new plan with a set-up, and goes to its first page. No plan that is there is changed.
    #[must_use]
    pub fn begin(self, invitation: Rc<Invitation>) -> Self {
        let route = Route::Plan(self.fresh, Place::FIRST);
        self.went(route).act(Action::Invite(invitation))
    }
}

impl Session {
    /// Whether notes for the person who asks are offered: on the pages of a plan, while somebody asks. On other
    /// pages they would only lie over what is there.
    #[must_use]
    pub fn offers_guide(&self) -> bool {
        let open = self.open().filter(|_| self.route.plan().is_some());
        open.is_some_and(|open| open.worksheet.offers_guide())
    }

    /// The same, with the notes for the person who asks shown or put away.
    #[must_use]
    pub fn with_guide(self, shown: bool) -> Self {
        Self {
            guide: shown,
            ..self
        }
    }
}

fn bring_back(edit: &DraftEdit) -> Option<DraftEdit> {
    let DraftEdit::Edit(InvitationEdit::Questions(RosterAction::Remove(id))) = edit else {
        return None;
    };
    let back = RosterAction::<OwnQuestion, _>::BringBack(*id);
    Some(DraftEdit::Edit(InvitationEdit::Questions(back)))
}
