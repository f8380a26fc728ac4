//! Something that is done to the session by a page of its own.

use super::{Event, Session};
use std::fmt;
use std::rc::Rc;

/// What a page does to the session that nothing else does. Whatever it takes is part of that page, and so is
/// not downloaded by people who never go there.
#[derive(Clone)]
pub struct Deed(Rc<dyn Fn(Session) -> Session>);

impl Deed {
    /// A deed.
    pub fn new(deed: impl Fn(Session) -> Session + 'static) -> Self {
        Self(Rc::new(deed))
    }

    /// Does it.
    pub(super) fn done_to(&self, session: Session) -> Session {
        (self.0)(session)
    }
}

impl fmt::Debug for Deed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Deed")
    }
}

impl From<Deed> for Event {
    fn from(deed: Deed) -> Self {
        Self::Do(deed)
    }
}
