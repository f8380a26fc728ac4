//! Files that open again here: one plan, or all of them.
//!
//! A file with one plan is the plan's stored text and nothing else. A file with all plans is one JSON
//! object, whose strings hold the stored texts, so that each comes back byte for byte:
//!
//! ```json
//! {"first-light-plans": 1, "made": "2026-11-22", "plans": [{"id": "00000000000000a1", "text": "…"}]}
//! ```
//!
//! Also read: what "Everything that is stored" gives (keys of storage with their texts), and locked copies, and a
//! therapist's set-up, which is a file of its own. What was saved behind a lock opens with that lock's passphrase.

use super::envelope::{Damage, Kind};
use super::link;
use crate::format::{self, Decoded, DecodedDraft, Fields, Json, Plan, Writer, each, number, text};
use crate::route::PlanId;
use crate::store::{Cipher, is_lock, is_sealed, plan_at};
use crate::worksheet::{Date, Draft};

/// The version that [`write`] writes.
const VERSION: u64 = 1;
/// The key whose value is the version.
const VERSION_KEY: &str = "first-light-plans";
/// The most plans of one file that are read.
const MOST: usize = 10_000;
/// The longest file that is read, in bytes: several times what a browser stores for one site.
pub const LONGEST: usize = 32 * 1024 * 1024;

/// What is in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inside {
    /// Plans; at least one.
    Plans(Vec<Found>),
    /// A locked copy, as the vault takes it.
    Locked(Vec<u8>),
    /// What was saved behind a lock.
    BehindLock(BehindLock),
    /// A therapist's link, as its envelope held it.
    Invitation(Vec<u8>),
    /// A set-up that a therapist saved.
    SetUp(Draft),
}

/// One plan in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The name that it had where it was saved, if the file says so.
    pub id: Option<PlanId>,
    /// Its text, exactly as it was stored.
    pub text: String,
    /// What the text turned out to be.
    pub state: FoundState,
}

/// What the text of a plan in a file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FoundState {
    /// A plan, all of it.
    Whole(Plan),
    /// A plan, parts of which cannot be read. Its text holds them still.
    Mended(Plan),
    /// A newer program wrote it.
    Newer,
    /// It cannot be read.
    Unreadable,
}

impl Found {
    /// A plan's text as it stands in a file.
    #[must_use]
    pub fn new(id: Option<PlanId>, text: String) -> Self {
        let state = match format::decode(&text) {
            Decoded::Whole(plan) => FoundState::Whole(plan),
            Decoded::Mended { plan, .. } => FoundState::Mended(plan),
            Decoded::Newer { .. } => FoundState::Newer,
            Decoded::Unreadable { .. } => FoundState::Unreadable,
        };
        Self { id, text, state }
    }

    /// The plan, as far as it can be read.
    #[must_use]
    pub fn plan(&self) -> Option<&Plan> {
        match &self.state {
            FoundState::Whole(plan) | FoundState::Mended(plan) => Some(plan),
            FoundState::Newer | FoundState::Unreadable => None,
        }
    }
}

/// What was saved of a browser's storage while its plans were locked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BehindLock {
    /// The lock, as it was stored.
    pub lock: String,
    /// The storage's key of each plan, the plan's name, and its text, sealed or not.
    plans: Vec<(String, PlanId, String)>,
}

impl BehindLock {
    /// The plans, opened with the lock's own cipher. What it does not open is given as it is.
    #[must_use]
    pub fn opened(&self, cipher: &dyn Cipher) -> Vec<Found> {
        let open = |(key, id, text): &(String, PlanId, String)| {
            let opened = cipher.open(key, text);
            Found::new(Some(*id), opened.unwrap_or_else(|_| text.clone()))
        };
        self.plans.iter().map(open).collect()
    }
}

/// All plans as one file.
#[must_use]
pub fn write<'a>(plans: impl IntoIterator<Item = (PlanId, &'a str)>, made: Option<Date>) -> String {
    let mut json = Writer::default();
    json.open_object();
    json.key(VERSION_KEY).number(VERSION);
    if let Some(made) = made {
        json.key("made").text(&made.to_string());
    }
    json.key("plans").open_array();
    for (id, text) in plans {
        json.open_object();
        json.key("id").text(&id.to_string());
        json.key("text").text(text);
        json.close_object();
    }
    json.close_array();
    json.close_object();
    json.finish()
}

/// Looks into a file, or into a text that somebody pasted.
///
/// # Errors
/// Why nothing in it can be used. A plan that is damaged is no error: its text is there, and is given.
pub fn read(file: &str) -> Result<Inside, Damage> {
    if file.len() > LONGEST {
        return Err(Damage::Missing);
    }
    let file = file.trim_start_matches('\u{feff}');
    if file.trim_start().starts_with('{') {
        return match format::decode_draft(file) {
            DecodedDraft::Whole(draft) => Ok(Inside::SetUp(draft)),
            DecodedDraft::Mended(_) => Err(Damage::Changed),
            DecodedDraft::Unreadable => plans(file),
        };
    }
    match link::find(file)? {
        (Kind::LockedCopy, payload) => Ok(Inside::Locked(payload)),
        (Kind::Invitation, payload) => Ok(Inside::Invitation(payload)),
    }
}

fn plans(file: &str) -> Result<Inside, Damage> {
    let Ok(fields) = Fields::read(file) else {
        // A plan that breaks off may be read up to there.
        let found = Found::new(None, file.to_owned());
        return match found.state {
            FoundState::Unreadable => Err(Damage::Incomplete),
            _ => Ok(Inside::Plans(vec![found])),
        };
    };
    match fields.get(VERSION_KEY).and_then(number) {
        Some(VERSION) => listed(&fields).map(Inside::Plans),
        Some(_) => Err(Damage::Newer),
        None => {
            let inner = fields.get("stored").and_then(Fields::of);
            match stored(inner.as_ref().unwrap_or(&fields)) {
                Some(inside) => Ok(inside),
                None => alone(file).map(Inside::Plans),
            }
        }
    }
}

fn alone(file: &str) -> Result<Vec<Found>, Damage> {
    let found = Found::new(None, file.to_owned());
    match found.state {
        FoundState::Unreadable => Err(Damage::Missing),
        FoundState::Newer => Err(Damage::Newer),
        FoundState::Whole(_) | FoundState::Mended(_) => Ok(vec![found]),
    }
}

/// The plans of a file that holds all of them. If one of its entries is no plan, something was changed.
fn listed(fields: &Fields<'_>) -> Result<Vec<Found>, Damage> {
    let mut plans = Vec::new();
    let mut take = |json: Json<'_>| {
        let entry = Fields::of(json).unwrap_or_default();
        let id = entry.get("id").and_then(text);
        let text = entry.get("text").and_then(text);
        let found = text.map(|text| Found::new(id.as_deref().and_then(PlanId::parse), text));
        let is_read = found.is_some();
        plans.extend(found);
        is_read
    };
    let list = fields.get("plans").ok_or(Damage::Changed)?;
    match each(list, MOST, &mut take) {
        Some(true) if plans.is_empty() => Err(Damage::Missing),
        Some(true) => Ok(plans),
        Some(false) | None => Err(Damage::Changed),
    }
}

/// The plans of a file that holds everything as it was stored, under the names of the storage; `None` if there are
/// none. The page that tells of a fault (`public/crash.js`) puts it into a field of that name.
fn stored(fields: &Fields<'_>) -> Option<Inside> {
    let plan = |(key, json): &(String, Json<'_>)| {
        let id = plan_at(key)?;
        Some((key.clone(), id, text(*json)?))
    };
    let plans: Vec<_> = fields.entries.iter().filter_map(plan).collect();
    let lock = fields.entries.iter().find(|(key, _)| is_lock(key));
    match lock.and_then(|(_, json)| text(*json)) {
        _ if plans.is_empty() => None,
        Some(lock) if plans.iter().any(|(.., text)| is_sealed(text)) => {
            Some(Inside::BehindLock(BehindLock { lock, plans }))
        }
        _ => {
            let plans = plans.into_iter();
            let found = plans.map(|(_, id, text)| Found::new(Some(id), text));
            Some(Inside::Plans(found.collect()))
        }
    }
}
