//! Everything that the app knows while it is open, and how it changes.

mod drafts;
mod elsewhere;
mod empty;
mod finds;
mod leaving;
mod lock;
mod saving;
mod sharing;
mod shelf;
mod typing;
mod way_back;

pub use super::desk::{Desk, OpenPlan, Saving};
pub use super::event::Event;
pub use drafts::OpenDraft;
pub use elsewhere::QUIET;
pub use sharing::{Handing, Locked, Made, MadeOf, Received, Sharing};

use crate::browser::faults;
use crate::format::Unknown;
use crate::i18n::{Locale, Msg, Words};
use crate::progress::{self, Place, Progress};
use crate::questionnaire::Section;
use crate::route::{PlanId, Route};
use crate::store::{Deleted, Keep, Library, Lock, Opened, Settings, Shelf, StorageError, TextSize};
use crate::ui::{Deed, Mark, Marks, Scene};
use crate::worksheet::{Action, Date};
use finds::Finds;
use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use yew::Reducible;

/// Where the keyboard's focus goes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focus {
    /// The id of the element.
    pub id: Cow<'static, str>,
    /// The id of the element that is to be seen with it.
    pub within: Option<&'static str>,
    /// Tells this time from the one before.
    turn: u32,
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

/// What was removed and can be brought back.
#[derive(Clone, Debug)]
enum Undo {
    Item(Action),
    Plan(Rc<Deleted>),
    Deed(Msg, Deed),
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
    /// The size of the text before it was made larger for a shared screen; normal when that was on an
    /// earlier visit.
    apart: TextSize,
    /// Where plans are kept.
    pub library: Library,
    /// The plans that were there when home was last shown, newest first.
    pub shelf: Rc<Shelf>,
    /// Whether the plans are locked.
    pub lock: Lock,
    /// Whether there was no room to lock all of them.
    pub plain_left: bool,
    /// What lies on the desk.
    pub desk: Desk,
    /// The set-up for a link as it was last shown.
    draft: RefCell<Option<Rc<OpenDraft>>>,
    /// What the page found in the storage when it was opened.
    finds: Rc<OnceCell<Finds>>,
    /// What is being handed over, or was received.
    pub sharing: Option<Rc<Sharing>>,
    /// How saving goes.
    pub saving: Saving,
    /// The name for the next new plan.
    pub fresh: PlanId,
    /// Whether the notes for the person who asks are shown.
    pub guide: bool,
    /// What holds while this page is shown.
    pub marks: Marks,
    /// Where the keyboard's focus goes next.
    pub focus: Option<Focus>,
    /// The plans on the shelf of which originals are kept that could not be read whole.
    pub with_kept: Rc<Vec<PlanId>>,
    /// What was stored when the page about privacy was opened, as key and text.
    pub stored: Rc<Result<Vec<(String, String)>, StorageError>>,
    /// A newer version of the program is ready, and the person has not put it off.
    pub newer: bool,
    /// How often another tab's words took the place of those in the fields.
    pub(super) replaced: u32,
    /// What was removed since the page was opened, the last one last: two quick taps on “Remove” take
    /// out two things, and both can come back.
    undo: Vec<Undo>,
    /// The plan that was begun without the passphrase, for this visit only.
    guest: Option<PlanId>,
    /// When something was last written here, in milliseconds since 1970.
    wrote: u64,
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
            apart: TextSize::default(),
            shelf: Rc::default(),
            lock: library.lock(),
            plain_left: false,
            library,
            desk: Desk::Clear,
            draft: RefCell::default(),
            finds: Rc::default(),
            sharing: None,
            saving: Saving::NothingYet,
            fresh: (outside.plan_id)(),
            guide: false,
            marks: Marks::default(),
            focus: None,
            with_kept: Rc::default(),
            stored: Rc::new(Ok(Vec::new())),
            newer: false,
            replaced: 0,
            undo: Vec::new(),
            guest: None,
            wrote: 0,
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
            words: Words::new(self.language()).with_wording(wording),
            hints: self.settings.hints,
            spell_check: self.settings.spell_check,
            replaced: self.replaced,
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
        match self.undo.last()? {
            Undo::Item(_) => Some(Msg::ListTakenOut),
            Undo::Plan(_) => (self.route == Route::Home).then_some(Msg::PlanMenuDeleted),
            Undo::Deed(removed, _) => Some(*removed),
        }
    }

    /// Today, in the person's own time zone.
    #[must_use]
    pub fn today(&self) -> Option<Date> {
        (self.outside.today)()
    }

    fn act(mut self, action: Action) -> Self {
        let Desk::Open(open) = &mut self.desk else {
            return self;
        };
        let undo = action.bring_back().map(Undo::Item);
        if let Some(mark) = typing::stays(&open.worksheet, &action) {
            self.marks = self.marks.with(mark);
        }
        Rc::make_mut(&mut open.worksheet).apply(action);
        faults::at("changed", &());
        open.touched = true;
        open.as_found = false;
        open.changed = (self.outside.now)();
        self.wrote = open.changed;
        self.undo.extend(undo);
        self
    }

    /// What was taken out of an open plan cannot come back any more. A deleted plan can be brought back from
    /// home until the page is closed.
    fn forget_undo(&mut self) {
        self.undo.retain(|undo| matches!(undo, Undo::Plan(_)));
    }

    fn went(mut self, route: Route) -> Self {
        if self.route != route {
            self.sharing = None;
        }
        self.marks = self.marks_at(route);
        self.route = route;
        self.finds = Rc::default();
        let is_locked = self.is_locked() && !self.is_for_guests(route);
        if is_locked {
            self.put_away();
        }
        self = self.look_at_stored();
        if is_locked {
            return self;
        }
        self.forget_undo();
        self.draft.take();
        if route == Route::Lock {
            self.look_for_plain();
        }
        if let Route::HandOver(id) = route {
            return self.hand_over(id);
        }
        let Some((id, place)) = route.plan() else {
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
        self = self.stay_at(place);
        let goals = self.open().map(|open| open.worksheet.goals.len());
        if goals == Some(0) {
            self.marks = self.marks.with(Mark::NoGoals);
        }
        self
    }

    /// Shows a page of the open plan, or the nearest that there is.
    fn stay_at(mut self, place: Place) -> Self {
        if let Desk::Open(open) = &mut self.desk {
            open.place = progress::nearest(&open.worksheet, place);
            // Who goes on from the first section has begun, and finds the plan again after a reload.
            open.touched |= open.place.section() != Section::Begin;
        }
        self
    }

    fn focus(mut self, id: Cow<'static, str>, within: Option<&'static str>) -> Self {
        let turn = self.focus.map_or(0, |focus| focus.turn.wrapping_add(1));
        self.focus = Some(Focus { id, within, turn });
        self
    }

    /// Puts a plan on the desk.
    fn take_out(mut self, id: PlanId, place: Place) -> Self {
        let keep = self.library.keep(id);
        let now = (self.outside.now)();
        // Words of the person's own that wait to be stored come before what was found.
        let waits = self.library.unsaved().contains(&id);
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
                as_found: mended && !waits,
                other: None,
            })
        };
        let begins = id == self.fresh || place.section() == Section::Begin;
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
        self.with_all_saved().tell_of_other()
    }
}

impl Reducible for Session {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        faults::at("event", &event);
        if matches!(event, Event::Wrote(Ok(())))
            && matches!(self.saving, Saving::Works | Saving::VisitOnly)
            && !self.library.has_other_versions()
        {
            // The usual case, many times a minute: nothing new to say, so nothing to draw.
            return self;
        }
        let session = Rc::unwrap_or_clone(self);
        Rc::new(match event {
            Event::Plan(action) | Event::Typed(action) => session.act(action),
            Event::Went(route) => session.went(route),
            Event::Wrote(result) => session.wrote(result),
            Event::Keep(keep) => session.keep(keep),
            Event::Set(settings) => session.set(settings),
            Event::Rename(id, name) => session.on_shelf(|library| library.rename(id, name)),
            Event::Copy(id, name) => session.copy(id, name),
            Event::Delete(id) => session.delete(id),
            Event::BringBack => session.bring_back(),
            Event::Do(deed) | Event::DoTyped(deed) => deed.done_to(session),
            Event::TryAgain => session.try_again(),
            Event::SawMended => session.saw_mended(),
            Event::SawOther => session.saw_other(),
            Event::Elsewhere(key, text) => session.heard(&key, &text),
            Event::LookAgain => session.look_again(),
            Event::BeginWithoutLock => session.began_without_lock(),
            Event::CloseLock | Event::LockChanged => session.lock_changed(),
            Event::DeleteEverything => session.delete_everything(),
            Event::Gone => session.gone(),
            Event::Newer(newer) => Self { newer, ..session },
            // The keeper does it: nothing changes in this page, which goes.
            Event::Renew => session,
            Event::Mark(mark) => Self {
                marks: session.marks.with(mark),
                ..session
            },
            Event::Unmark(mark) => Self {
                marks: session.marks.without(&mark),
                ..session
            },
            Event::Focus(id) => session.focus(id, None),
            Event::FocusWithin(id, within) => session.focus(id, Some(within)),
        })
    }
}
