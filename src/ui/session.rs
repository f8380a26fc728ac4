//! Everything that the app knows while it is open, and how it changes.

use crate::format::{Plan, Unknown};
use crate::i18n::{Locale, Msg, Words};
use crate::progress::{self, Place, Progress};
use crate::route::{PlanId, Route};
use crate::store::{Deleted, Keep, Library, Opened, Settings, Shelf, StorageError};
use crate::ui::Scene;
use crate::worksheet::{Action, Date, Text, Worksheet};
use std::rc::Rc;
use yew::Reducible;

mod elsewhere;
mod shelf;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// The open plan was changed.
    Plan(Action),
    /// The address changed.
    Went(Route),
    /// A write to storage ended.
    Wrote(Result<(), StorageError>),
    /// The person chose where the open plan is kept.
    Keep(Keep),
    /// The person changed the settings.
    Set(Settings),
    /// The person gave a plan on the shelf another name.
    Rename(PlanId, Text),
    /// The person copied a plan on the shelf, under this name.
    Copy(PlanId, Text),
    /// The person deleted a plan on the shelf.
    Delete(PlanId),
    /// The person brings back what was removed last.
    BringBack,
    /// The person wants what could not be stored to be tried again.
    TryAgain,
    /// The person has read that a part of the open plan could not be read.
    SawMended,
    /// Another tab may have written to the storage.
    LookAgain,
}

impl From<Action> for Event {
    fn from(action: Action) -> Self {
        Self::Plan(action)
    }
}

/// What the session needs from outside: time and chance.
#[derive(Clone, Copy)]
pub struct Outside {
    /// Now, in milliseconds since 1970.
    pub now: fn() -> u64,
    /// Today, in the person's own time zone.
    pub today: fn() -> Option<Date>,
    /// A new name for a plan.
    pub plan_id: fn() -> PlanId,
}

/// How saving the open plan goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was written yet, so nothing is stored.
    NothingYet,
    /// What was written is stored in this browser.
    Works,
    /// By the person's choice, nothing is stored.
    VisitOnly,
    /// The browser does not take it.
    Fails(StorageError),
}

/// The plan that is open.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenPlan {
    /// Its name in addresses and storage.
    pub id: PlanId,
    /// What is in it.
    pub worksheet: Rc<Worksheet>,
    /// What a newer program put into it; carried along.
    pub unknown: Unknown,
    /// The page that is shown.
    pub place: Place,
    /// When it was last changed, in milliseconds since 1970. Looking at it changes nothing.
    pub changed: u64,
    /// Where it is kept.
    pub keep: Keep,
    /// Whether anything was changed since it was made: an untouched new plan is not stored.
    pub touched: bool,
    /// Whether some part of what was stored could not be read; the original bytes are kept.
    pub mended: bool,
}

/// What lies on the desk: the plan that the address names, or why it cannot be shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Desk {
    /// The address names no plan.
    Clear,
    /// The plan is open.
    Open(OpenPlan),
    /// There is no such plan in this browser.
    Missing,
    /// It was written by a newer version of this program, and is left alone.
    Newer(PlanId),
    /// It cannot be read, and is left as it is.
    Unreadable(PlanId),
}

/// What was removed and can be brought back.
#[derive(Clone, Debug)]
enum Undo {
    Item(Action),
    Plan(Rc<Deleted>),
}

/// Everything that the app knows while it is open. Cheap to clone.
#[derive(Clone)]
pub struct Session {
    /// The address.
    pub route: Route,
    /// The language.
    pub locale: Locale,
    /// The settings.
    pub settings: Settings,
    /// Where plans are kept.
    pub library: Library,
    /// The plans that were there when home was last shown, newest first.
    pub shelf: Rc<Shelf>,
    /// What lies on the desk.
    pub desk: Desk,
    /// How saving goes.
    pub saving: Saving,
    /// The name for the next new plan.
    pub fresh: PlanId,
    /// What was removed since the page was opened, the last one last: two quick taps on “Remove” take
    /// out two things, and both can come back.
    undo: Vec<Undo>,
    outside: Outside,
}

impl Session {
    /// The session at the start, at an address.
    #[must_use]
    pub fn start(library: Library, route: Route, locale: Locale, outside: Outside) -> Self {
        let settings = library.settings();
        let session = Self {
            route: Route::Home,
            locale,
            settings,
            shelf: Rc::default(),
            library,
            desk: Desk::Clear,
            saving: Saving::NothingYet,
            fresh: (outside.plan_id)(),
            undo: Vec::new(),
            outside,
        };
        session.went(route)
    }

    /// The open plan.
    #[must_use]
    pub fn open(&self) -> Option<&OpenPlan> {
        match &self.desk {
            Desk::Open(open) => Some(open),
            _ => None,
        }
    }

    /// How things are shown.
    #[must_use]
    pub fn scene(&self) -> Scene {
        let wording = self
            .open()
            .map(|open| open.worksheet.setup.wording)
            .unwrap_or_default();
        Scene {
            words: Words::new(self.locale).with_wording(wording),
            hints: self.settings.hints,
            spell_check: self.settings.spell_check,
        }
    }

    /// How far the open plan is filled.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        self.open().map(|open| progress::progress(&open.worksheet))
    }

    /// What was removed last and can be brought back.
    #[must_use]
    pub fn removed(&self) -> Option<Msg> {
        self.undo.last().map(|undo| match undo {
            Undo::Item(_) => Msg::ListTakenOut,
            Undo::Plan(_) => Msg::PlanMenuDeleted,
        })
    }

    /// Today, in the person's own time zone.
    #[must_use]
    pub fn today(&self) -> Option<Date> {
        (self.outside.today)()
    }

    /// The open plan as it is to be stored; `None` when there is nothing to store.
    #[must_use]
    pub fn to_store(&self) -> Option<(PlanId, Plan)> {
        let open = self.open().filter(|open| open.touched)?;
        let plan = Plan {
            worksheet: Worksheet::clone(&open.worksheet),
            place: open.place,
            changed: open.changed,
            unknown: open.unknown.clone(),
        };
        Some((open.id, plan))
    }

    fn act(mut self, action: Action) -> Self {
        let Desk::Open(open) = &mut self.desk else {
            return self;
        };
        let undo = action.bring_back().map(Undo::Item);
        Rc::make_mut(&mut open.worksheet).apply(action);
        open.touched = true;
        open.changed = (self.outside.now)();
        self.undo.extend(undo);
        self
    }

    fn went(mut self, route: Route) -> Self {
        self.undo.clear();
        self.route = route;
        let Route::Plan(id, place) = route else {
            self.desk = Desk::Clear;
            return if route == Route::Home {
                self.look_at_shelf()
            } else {
                self
            };
        };
        if self.open().is_none_or(|open| open.id != id) {
            self = self.take_out(id, place);
        }
        self.stay_at(place)
    }

    /// Shows a page of the open plan, or the nearest that there is.
    fn stay_at(mut self, place: Place) -> Self {
        if let Desk::Open(open) = &mut self.desk {
            open.place = progress::nearest(&open.worksheet, place);
        }
        self
    }

    /// Puts a plan on the desk.
    fn take_out(mut self, id: PlanId, place: Place) -> Self {
        let keep = self.library.keep(id);
        let now = (self.outside.now)();
        let open = |worksheet, unknown, changed, touched, mended| {
            Desk::Open(OpenPlan {
                id,
                worksheet,
                unknown,
                place,
                changed,
                keep,
                touched,
                mended,
            })
        };
        let begins = id == self.fresh || place.section() == crate::questionnaire::Section::Begin;
        let opened = self.library.open(id);
        // A storage that does not answer, or has no room for the original of a damaged plan, will not
        // take new words either: that is said at once, not at the first key.
        let fails = match &opened {
            Ok(Opened::Loaded { not_kept, .. }) => *not_kept,
            Ok(_) => None,
            Err(why) => Some(*why),
        };
        self.desk = match opened {
            Ok(Opened::Loaded { plan, broken, .. }) => open(
                Rc::new(plan.worksheet),
                plan.unknown,
                plan.changed,
                true,
                !broken.is_empty(),
            ),
            Ok(Opened::Newer { .. }) => Desk::Newer(id),
            Ok(Opened::Unreadable { .. }) => Desk::Unreadable(id),
            // Where storage is blocked, a plan can still be filled in.
            Ok(Opened::Missing) | Err(_) if begins => {
                open(Rc::default(), Unknown::default(), now, false, false)
            }
            Ok(Opened::Missing) | Err(_) => Desk::Missing,
        };
        if id == self.fresh {
            self.fresh = (self.outside.plan_id)();
        }
        self.saving = match (self.open(), fails) {
            (_, Some(why)) => Saving::Fails(why),
            (Some(open), None) if open.keep == Keep::VisitOnly => Saving::VisitOnly,
            (Some(open), None) if open.touched => Saving::Works,
            (_, None) => Saving::NothingYet,
        };
        self
    }

    fn wrote(mut self, result: Result<(), StorageError>) -> Self {
        let keep = self.open().map(|open| open.keep);
        self.saving = match (result, keep) {
            (_, Some(Keep::VisitOnly)) => Saving::VisitOnly,
            (Ok(()), _) => Saving::Works,
            (Err(why), _) => Saving::Fails(why),
        };
        self
    }

    fn keep(mut self, keep: Keep) -> Self {
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

    fn set(mut self, settings: Settings) -> Self {
        // Settings that cannot be stored still hold until the page is closed.
        let _ = self.library.save_settings(&settings);
        self.settings = settings;
        self
    }

    fn saw_mended(mut self) -> Self {
        if let Desk::Open(open) = &mut self.desk {
            open.mended = false;
        }
        self
    }

    fn bring_back(mut self) -> Self {
        match self.undo.pop() {
            Some(Undo::Item(action)) => self.act(action),
            Some(Undo::Plan(deleted)) => {
                let put_back = self.library.undelete(&deleted);
                if put_back.is_err() {
                    self.undo.push(Undo::Plan(deleted));
                }
                self.on_shelf(|_| put_back)
            }
            None => self,
        }
    }
}

impl Reducible for Session {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        if matches!(event, Event::Wrote(Ok(())))
            && matches!(self.saving, Saving::Works | Saving::VisitOnly)
        {
            // The usual case, many times a minute: nothing new to say, so nothing to draw.
            return self;
        }
        let session = Rc::unwrap_or_clone(self);
        Rc::new(match event {
            Event::Plan(action) => session.act(action),
            Event::Went(route) => session.went(route),
            Event::Wrote(result) => session.wrote(result),
            Event::Keep(keep) => session.keep(keep),
            Event::Set(settings) => session.set(settings),
            Event::Rename(id, name) => session.on_shelf(|library| library.rename(id, name)),
            Event::Copy(id, name) => session.copy(id, name),
            Event::Delete(id) => session.delete(id),
            Event::BringBack => session.bring_back(),
            Event::TryAgain => session.try_again(),
            Event::SawMended => session.saw_mended(),
            Event::LookAgain => session.look_again(),
        })
    }
}
