//! The same plans in another tab or window of this browser.
//!
//! Whoever writes in one tab and goes on in an older one goes on from what was written last. Where that
//! cannot be, because both tabs have words that the other has not read, the library makes two plans of them
//! ([`Library::take_other_version`](crate::store::Library::take_other_version)), and both tabs say so.

use super::{Desk, Session};
use crate::i18n::Msg;
use crate::route::Route;
use crate::store::{Keep, Opened};
use crate::worksheet::Text;

impl Session {
    /// Looks at the storage again, for what another tab has written there since. Words of this tab that
    /// are not stored yet come first.
    pub(super) fn look_again(mut self) -> Self {
        let Desk::Open(open) = &self.desk else {
            return match self.route {
                Route::Home => self.shelf_changed(),
                Route::Plan(id, place) => self.take_out(id, place).stay_at(place),
                _ => self,
            };
        };
        let (id, place) = (open.id, open.place);
        let is_own = open.keep == Keep::VisitOnly || !open.touched;
        if is_own || !self.library.is_stored(id, &open.worksheet) {
            return self;
        }
        let aside = self.library.put_aside(id);
        match self.library.open(id) {
            Ok(Opened::Loaded { plan, .. })
                if plan.worksheet == open.worksheet.without_removed() =>
            {
                self
            }
            // What cannot be read now was read before: it goes on from there.
            Err(_) => self,
            Ok(_) => {
                self.undo.clear();
                self.replaced = self.replaced.wrapping_add(1);
                self = self.take_out(id, place).stay_at(place);
                if let Desk::Open(open) = &mut self.desk {
                    open.other = aside;
                }
                self
            }
        }
    }

    /// Whether the library has set apart what another tab wrote, and the person does not know.
    pub(super) fn has_other_to_tell(&self) -> bool {
        self.open()
            .is_some_and(|open| self.library.has_other_version(open.id))
    }

    /// Tells the person of what another tab wrote. It gets a name that says so.
    pub(super) fn tell_of_other(mut self) -> Self {
        let words = self.scene().words;
        if let Desk::Open(open) = &mut self.desk
            && let Some(other) = self.library.take_other_version(open.id)
        {
            open.other = Some(other);
            let name = match &open.worksheet.name {
                name if name.is_blank() => words.get(Msg::PlanMenuUntitled),
                name => name,
            };
            let name = words.fill(Msg::PlanMenuOtherTab, &[("name", name)]);
            // If there is no room for it, it has the name of the plan that it comes from.
            let _ = self.library.rename(other, Text::from(name));
        }
        self
    }

    pub(super) fn saw_other(mut self) -> Self {
        if let Desk::Open(open) = &mut self.desk {
            open.other = None;
        }
        self
    }
}
