//! Set-ups for links, and plans that begin with one. All of it is called by the pages for therapists and by
//! the page that opens a link.
//!
//! Two tabs with one set-up keep the rule that plans have: a tab writes only over what it has read or written
//! itself. Other words become a set-up of their own first.

use super::{Session, Undo};
use crate::format::{DecodedDraft, decode_draft, encode_draft};
use crate::i18n::Msg;
use crate::progress::Place;
use crate::route::{PlanId, Route};
use crate::store::StorageError;
use crate::ui::Deed;
use crate::worksheet::{
    Action, Draft, DraftEdit, Invitation, InvitationEdit, Item, OwnQuestion, RosterAction,
};
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
    /// Its text in storage, as it was last read or written here.
    known: Option<Rc<str>>,
}

impl OpenDraft {
    /// Whether another tab has written something that this one may show in its place: all that is here is
    /// stored, or was set apart by that tab.
    fn was_replaced_by(&self, stored: &Result<Option<String>, StorageError>) -> bool {
        let Ok(Some(text)) = stored else { return false };
        let is_new = self.known.as_deref() != Some(&**text);
        is_new && self.saved.is_ok() && matches!(decode_draft(text), DecodedDraft::Whole(_))
    }
}

impl Session {
    /// The set-up of that name as it is now, a new one where there is none; `None` when what stands there
    /// cannot be read whole. What another tab has written takes its place, but not while somebody writes here.
    #[must_use]
    pub fn draft(&self, id: PlanId) -> Option<OpenDraft> {
        let stored = self.library.draft_text(id);
        let open = self.draft.as_ref().filter(|open| open.id == id);
        if let Some(open) = open
            && (self.is_writing() || !open.was_replaced_by(&stored))
        {
            return Some(OpenDraft::clone(open));
        }
        let (draft, touched, saved) = match stored
            .as_ref()
            .map(|text| text.as_deref().map(decode_draft))
        {
            Ok(Some(DecodedDraft::Whole(draft))) => (draft, true, Ok(())),
            Ok(None) => (self.blank_draft(), false, Ok(())),
            // Where storage is blocked, a link can still be put together.
            Err(why) => (self.blank_draft(), false, Err(*why)),
            Ok(Some(DecodedDraft::Mended(_) | DecodedDraft::Unreadable)) => return None,
        };
        Some(OpenDraft {
            id,
            draft,
            touched,
            saved,
            shared: open.is_some(),
            known: stored.ok().flatten().map(Rc::from),
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
        let Some(mut open) = self.draft(id) else {
            return self;
        };
        if let Some(back) = bring_back(&edit) {
            let back = Deed::new(move |session: Self| session.edit_draft(id, back.clone()));
            self.undo.push(Undo::Deed(Msg::ListTakenOut, back));
        }
        open.draft.edit(edit);
        open.touched = true;
        self.wrote = (self.outside.now)();
        open.saved = self.save_draft(&mut open);
        if id == self.fresh {
            self.fresh = (self.outside.plan_id)();
        }
        self.draft = Some(Rc::new(open));
        self
    }

    /// Stores a set-up. What another tab wrote there meanwhile is made a set-up of its own first; where there is
    /// no room for that, nothing is stored.
    fn save_draft(&self, open: &mut OpenDraft) -> Result<(), StorageError> {
        let stored = self.library.draft_text(open.id)?;
        if let Some(stored) = stored.filter(|text| open.known.as_deref() != Some(&**text)) {
            self.set_draft_apart(&stored)?;
            open.shared = true;
        }
        self.library.save_draft(open.id, &open.draft)?;
        open.known = Some(encode_draft(&open.draft).into());
        Ok(())
    }

    /// Keeps what another tab wrote. Where all of it can be read, its name says where it comes from.
    fn set_draft_apart(&self, text: &str) -> Result<(), StorageError> {
        let DecodedDraft::Whole(mut draft) = decode_draft(text) else {
            // It is not written over either.
            return Ok(());
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
        let saved = self.library.save_draft(id, &draft);
        self.draft = Some(Rc::new(OpenDraft {
            id,
            touched: true,
            saved,
            shared: false,
            known: Some(encode_draft(&draft).into()),
            draft,
        }));
        self
    }

    /// Deletes a set-up; it can be brought back, byte for byte.
    #[must_use]
    pub fn delete_draft(mut self, id: PlanId) -> Self {
        let text = self.library.draft_text(id).ok().flatten();
        if self.library.delete_draft(id).is_ok()
            && let Some(text) = text
        {
            let back = Deed::new(move |session: Self| {
                // If there is no room, it stays gone, as it was.
                let _ = session.library.put_draft(id, &text);
                session
            });
            self.undo.push(Undo::Deed(Msg::TherapistsDeleted, back));
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
