//! The store: nothing that was stored is lost, whatever the storage does.

mod changes;
mod failing;
mod full;
mod originals;
mod settings;
mod shelf;
#[path = "../support/mod.rs"]
mod support;
mod visit;

use first_light::format::{Part, Plan, Unreadable, decode, encode};
use first_light::progress::{Place, progress};
use first_light::questionnaire::{Page, Prompt};
use first_light::route::PlanId;
use first_light::store::{
    Country, Deleted, Head, Keep, LOCK_AFTER, Library, MemoryStorage, Opened, Paper, Settings,
    State, Storage, StorageError, TextSize, Theme,
};
use first_light::worksheet::{Action, EnumSet};
use litemap::LiteMap;
use proptest::prelude::*;
use support::stories;

const ONE: PlanId = PlanId(1);
const TWO: PlanId = PlanId(2);
const MINUTE: u64 = 60_000;

fn key(kind: &str, id: PlanId) -> String {
    format!("first-light.{kind}.{id}")
}

fn plan(words: &str, changed: u64) -> Plan {
    let mut plan = Plan::new(changed);
    let answer = Action::Answer(Prompt::BestHopes, words.into());
    plan.worksheet.apply(answer);
    plan.worksheet
        .apply(Action::Rename(format!("Plan {words}").as_str().into()));
    plan
}

fn library() -> (Library, MemoryStorage) {
    let storage = MemoryStorage::default();
    (Library::new(storage.clone()), storage)
}

/// A library over what one plan left behind, as after a reload.
fn reloaded(storage: &MemoryStorage) -> Library {
    Library::new(storage.clone())
}

fn loaded(library: &Library, id: PlanId) -> Plan {
    match library.open(id) {
        Ok(Opened::Loaded {
            plan,
            broken,
            not_kept,
        }) => {
            assert!(
                broken.is_empty() && not_kept.is_none(),
                "{broken:?} {not_kept:?}"
            );
            plan
        }
        other => panic!("not loaded: {other:?}"),
    }
}

fn shelf_ids(library: &Library) -> Vec<PlanId> {
    library
        .shelf()
        .plans
        .into_iter()
        .map(|shelved| shelved.id)
        .collect()
}

fn damaged() -> String {
    encode(&plan("kept", 7)).replace("\"changed\":7", "\"changed\":\"seven\"")
}
