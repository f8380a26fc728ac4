//! What is being handed over, and what was received. All of it is forgotten on the next page.

use super::{Desk, Session};
use crate::i18n::Locale;
use crate::progress::Place;
use crate::questionnaire::{Page, Section};
use crate::route::{PlanId, Route};
use crate::sharing::choice;
use crate::sharing::copy::Copy;
use crate::sharing::envelope::Damage;
use crate::sharing::file::{BehindLock, Found};
use crate::store::State;
use crate::worksheet::{Draft, EnumSet, Worksheet};
use std::rc::Rc;

/// What a page about sharing works on.
#[derive(Clone, Debug)]
pub enum Sharing {
    /// A copy is being handed over.
    Handing(Handing),
    /// Something was received.
    Received(Received),
}

/// A copy that is being handed over.
#[derive(Clone, Debug, Default)]
pub struct Handing {
    /// The sections that go along; `None` before the person has chosen.
    pub chosen: Option<EnumSet<Section>>,
    /// What stands in the field for the passphrase.
    pub passphrase: String,
    /// What was locked, and of what: it holds for nothing else.
    pub made: Option<(Made, MadeOf)>,
    /// Whether the person's words go into the calendar.
    pub words: bool,
}

impl Handing {
    /// The sections of a plan that go along.
    #[must_use]
    pub fn chosen_of(&self, worksheet: &Worksheet) -> EnumSet<Section> {
        let chosen = self.chosen;
        chosen.unwrap_or_else(|| choice::by_default(worksheet))
    }
}

/// What a locked copy was made of.
#[derive(Clone, Debug, PartialEq)]
pub struct MadeOf {
    /// The plan, whole.
    pub plan: Rc<Worksheet>,
    /// The sections that went along.
    pub chosen: EnumSet<Section>,
    /// What it was locked with.
    pub passphrase: String,
}

/// What was made of a locked copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// A link.
    Link(String),
    /// It is too long for one, by so many characters.
    TooLong(usize),
}

/// Something that a passphrase opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Locked {
    /// A copy, as the vault takes it.
    Copy(Vec<u8>),
    /// What was saved of a browser while its plans were locked.
    Browser(BehindLock),
}

/// Something that was received. Nothing of it is kept yet.
#[derive(Clone, Debug)]
pub enum Received {
    /// It cannot be used.
    Damaged(Damage),
    /// A link from a therapist: its envelope.
    Invitation(String),
    /// A set-up that a therapist saved.
    SetUp(Rc<Draft>),
    /// A locked copy.
    Locked(Rc<Locked>),
    /// A copy, open.
    Copy(Rc<Copy>),
    /// Plans from a file, and the one that is being looked at.
    Plans(Rc<Vec<Found>>, Option<usize>),
}

impl Received {
    /// Plans from a file. If there is only one, it is shown.
    #[must_use]
    pub fn plans(plans: Vec<Found>) -> Self {
        let only = (plans.len() == 1).then_some(0);
        Self::Plans(Rc::new(plans), only)
    }
}

impl Session {
    /// The language that is read: that of the link which began the open plan, where there are several.
    #[must_use]
    pub fn language(&self) -> Locale {
        let of_link = || {
            let invitation = self.open()?.worksheet.invitation.as_deref()?;
            Locale::from_code(&invitation.language)
        };
        let several = Locale::ALL.len() > 1;
        several.then(of_link).flatten().unwrap_or(self.locale)
    }

    /// The same, with what a page about sharing has made.
    #[must_use]
    pub fn with_sharing(self, sharing: Sharing) -> Self {
        Self {
            sharing: Some(Rc::new(sharing)),
            ..self
        }
    }

    /// What is being handed over.
    #[must_use]
    pub fn handing(&self) -> Handing {
        match self.sharing.as_deref() {
            Some(Sharing::Handing(handing)) => handing.clone(),
            _ => Handing::default(),
        }
    }

    /// What a copy would be made of now; `None` away from the page that hands one over.
    #[must_use]
    pub fn made_of(&self) -> Option<MadeOf> {
        let open = self.open()?;
        let handing = self.handing();
        (self.route == Route::HandOver(open.id)).then(|| MadeOf {
            plan: Rc::clone(&open.worksheet),
            chosen: handing.chosen_of(&open.worksheet),
            passphrase: handing.passphrase,
        })
    }

    /// What was received.
    #[must_use]
    pub fn received(&self) -> Option<&Received> {
        match self.sharing.as_deref() {
            Some(Sharing::Received(received)) => Some(received),
            _ => None,
        }
    }

    /// The same, with the keyboard's focus moved to an element.
    #[must_use]
    pub fn with_focus(self, id: &'static str) -> Self {
        self.focus(id.into(), None)
    }

    /// A name for a plan that comes from elsewhere.
    #[must_use]
    pub fn new_name(&self) -> PlanId {
        (self.outside.plan_id)()
    }

    /// Puts the plan on the desk that is to be handed over. The page on which its writer stopped stays.
    pub(super) fn hand_over(self, id: PlanId) -> Self {
        if self.open().is_some_and(|open| open.id == id) {
            return self;
        }
        let mut session = self.take_out(id, Place::Page(Page::Summary));
        let plans = session.library.shelf().plans.into_iter();
        let here = plans.filter(|plan| plan.id == id).map(|plan| plan.state);
        if let (Desk::Open(open), Some(State::Readable(head))) = (&mut session.desk, here.last()) {
            open.place = head.place;
        }
        session
    }
}
