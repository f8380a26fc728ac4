//! What a page looks for in the storage once, when it is opened: drawing it does not read all plans again.
//!
//! It is looked for again on the next page, when another tab has written, and when something was kept here.

use super::{Received, Session};
use crate::format::{Decoded, decode};
use crate::progress::Place;
use crate::route::PlanId;
use crate::store::{Standing, StorageError};
use crate::worksheet::Invitation;
use std::rc::Rc;

/// What a page found in the storage.
#[derive(Debug)]
pub(super) enum Finds {
    /// How each text that was received stands to the plans that are here.
    Standings(Result<Vec<Standing>, StorageError>),
    /// The plan that was begun with the link which is open.
    Begun(Option<(PlanId, Place)>),
}

impl Session {
    /// How one of the texts that were received stands to the plans that are here; a copy is number 0.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn standing(&self, at: usize) -> Result<Standing, StorageError> {
        let finds = self
            .finds
            .get_or_init(|| Finds::Standings(self.standings()));
        match finds {
            Finds::Standings(Ok(standings)) => {
                Ok(standings.get(at).copied().unwrap_or(Standing::New))
            }
            Finds::Standings(Err(why)) => Err(*why),
            Finds::Begun(_) => Ok(Standing::New),
        }
    }

    fn standings(&self) -> Result<Vec<Standing>, StorageError> {
        let here = self.library.here()?;
        let standing = |(id, text)| self.library.standing(&here, id, text);
        match self.received() {
            Some(Received::Copy(copy)) => Ok(vec![standing((None, &*copy.text))?]),
            Some(Received::Plans(plans, _)) => plans
                .iter()
                .map(|found| standing((found.id, &*found.text)))
                .collect(),
            _ => Ok(Vec::new()),
        }
    }

    /// The newest plan that was begun with the link which is open, and where the person stopped in it.
    #[must_use]
    pub fn begun(&self, invitation: &Invitation) -> Option<(PlanId, Place)> {
        let finds = self
            .finds
            .get_or_init(|| Finds::Begun(self.find_begun(invitation)));
        match finds {
            Finds::Begun(begun) => *begun,
            Finds::Standings(_) => None,
        }
    }

    fn find_begun(&self, invitation: &Invitation) -> Option<(PlanId, Place)> {
        let sent = invitation.as_sent();
        let plans = self.library.shelf().plans;
        plans.iter().find_map(|plan| {
            let text = self.library.raw(plan.id).ok()??;
            let (Decoded::Whole(read) | Decoded::Mended { plan: read, .. }) = decode(&text) else {
                return None;
            };
            let same = read.worksheet.invitation.as_deref() == Some(&sent);
            same.then_some((plan.id, read.place))
        })
    }

    /// Keeps texts from elsewhere as plans, each beside what is here, and says of each how that went.
    #[must_use]
    pub fn keep_all(&mut self, texts: &[(Option<PlanId>, String)]) -> Vec<bool> {
        self.finds = Rc::default();
        let mut here = self.library.here();
        let mut keep = |(id, text): &(Option<PlanId>, String)| {
            let Ok(here) = &mut here else { return false };
            let fresh = self.new_name();
            self.library.take_in(here, *id, fresh, text).is_ok()
        };
        texts.iter().map(&mut keep).collect()
    }
}
