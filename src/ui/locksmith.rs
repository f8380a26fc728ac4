//! What is done about the lock when a form is sent.

use super::{Event, Mark, Session, Ui};
use crate::browser::page;
use crate::browser::vault::{self, Refusal};
use crate::i18n::Msg;
use crate::store::Library;
use gloo_timers::callback::Timeout;
use yew::platform::spawn_local;

/// The least number of letters and signs in a new passphrase.
const LEAST: usize = 10;

/// How long the page has to show what is being done, in milliseconds, before it stands still for it.
const TO_BE_SEEN: u32 = 60;

/// The field for a new passphrase.
pub const NEW: &str = "new-passphrase";
/// The field for the new passphrase once more.
pub const AGAIN: &str = "new-passphrase-again";

/// What can be done about the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Open it in this page.
    Open,
    /// Set one.
    Set,
    /// Change its passphrase.
    Change,
    /// Take it off.
    Remove,
}

impl Task {
    /// The form's name in the program.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open-lock",
            Self::Set => "set-lock",
            Self::Change => "change-lock",
            Self::Remove => "remove-lock",
        }
    }

    /// The id of the field for the passphrase that holds now.
    #[must_use]
    pub fn passphrase(self) -> &'static str {
        match self {
            Self::Open | Self::Set => "passphrase",
            Self::Change => "passphrase-to-change",
            Self::Remove => "passphrase-to-remove",
        }
    }

    /// What there is to say once it is done; the page itself says the rest.
    fn is_done(self) -> Option<Msg> {
        match self {
            Self::Open | Self::Set => None,
            Self::Change => Some(Msg::LockChanged),
            Self::Remove => Some(Msg::LockRemoved),
        }
    }

    /// What is wrong with a new passphrase.
    fn objection(self, new: &str, again: &str) -> Option<Msg> {
        match self {
            Self::Open | Self::Remove => None,
            Self::Set | Self::Change if new.trim().chars().count() < LEAST => Some(Msg::LockShort),
            Self::Set | Self::Change => (new != again).then_some(Msg::LockDiffer),
        }
    }
}

/// Does what a form asks for, with what stands in its fields, and says how it went.
pub fn work(ui: &Ui, session: &Session, task: Task) {
    let working = Mark::Said(task.name().to_owned(), Some(Msg::LockWorking));
    if session.marks.has(&working) {
        return;
    }
    let fields = [task.passphrase(), NEW, AGAIN];
    let [now, new, again] = fields.map(page::typed_in);
    if let Some(objection) = task.objection(&new, &again) {
        return say(ui, task, Some(objection));
    }
    ui.send(Event::Mark(working));
    let (ui, library) = (ui.clone(), session.library.clone());
    let begin = move || {
        spawn_local(async move {
            let said = match perform(task, &library, &now, &new).await {
                Ok(()) => {
                    fields.into_iter().for_each(page::empty_field);
                    task.is_done()
                }
                Err(why) => Some(why),
            };
            say(&ui, task, said);
            ui.send(Event::LockChanged);
        });
    };
    Timeout::new(TO_BE_SEEN, begin).forget();
}

fn say(ui: &Ui, task: Task, said: Option<Msg>) {
    ui.send(Event::Mark(Mark::Said(task.name().to_owned(), said)));
}

async fn perform(task: Task, library: &Library, now: &str, new: &str) -> Result<(), Msg> {
    if task == Task::Set {
        let (record, cipher) = vault::make(new).await.map_err(refused)?;
        return library.set_lock(&record, cipher).map_err(not_taken);
    }
    let record = library.lock_record().map_err(not_taken)?;
    let record = record.ok_or(Msg::LockNotTaken)?;
    if task == Task::Change {
        let changed = vault::change(now, new, &record).await.map_err(refused)?;
        return library.change_lock(&changed).map_err(not_taken);
    }
    let cipher = vault::open(now, &record).await.map_err(refused)?;
    library.unlock(&record, cipher);
    if task == Task::Remove {
        return library.remove_lock().map_err(not_taken);
    }
    Ok(())
}

fn refused(why: Refusal) -> Msg {
    match why {
        Refusal::Wrong => Msg::LockWrong,
        Refusal::Unreadable | Refusal::Newer => Msg::LockUnreadable,
        Refusal::NotLoaded => Msg::LockNotLoaded,
        Refusal::NotPossible => Msg::LockNotPossible,
    }
}

fn not_taken<T>(_: T) -> Msg {
    Msg::LockNotTaken
}
