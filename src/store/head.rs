//! What home shows of a plan.

use crate::format::{Fields, Plan, Writer, number, text};
use crate::progress::{Place, Progress, progress};
use crate::route::parse_place;
use crate::worksheet::Text;

/// A difference in time below this, in milliseconds, is not worth writing a head for.
const WORTH_WRITING: u64 = 60_000;

/// What home shows of a plan. Made from the plan, and stored beside it so that a list of plans need
/// not open them all. Its `changed` may lag behind the plan's own by less than a minute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The plan's name; blank until the person names it.
    pub name: Text,
    /// Where the person stopped.
    pub place: Place,
    /// When the plan was last changed, in milliseconds since 1970.
    pub changed: u64,
    /// How far it is filled.
    pub progress: Progress,
}

impl Head {
    /// The head of a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        Self {
            name: plan.worksheet.name.clone(),
            place: plan.place,
            changed: plan.changed,
            progress: progress(&plan.worksheet),
        }
    }

    /// Whether this head is so far from a stored one that it has to be written.
    #[must_use]
    pub(super) fn differs(&self, stored: &Self) -> bool {
        let apart = self.changed.abs_diff(stored.changed) >= WORTH_WRITING;
        let changed = self.changed;
        let same_time = Self {
            changed,
            ..stored.clone()
        };
        apart || *self != same_time
    }

    /// Writes the head as JSON.
    #[must_use]
    pub fn encode(&self) -> String {
        let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        let mut json = Writer::default();
        json.open_object();
        json.key("name").text(&self.name);
        json.key("place").text(&self.place.to_string());
        json.key("changed").number(self.changed);
        json.key("filled").number(count(self.progress.filled));
        json.key("total").number(count(self.progress.total));
        json.close_object();
        json.finish()
    }

    /// Reads a head; `None` for anything that is not one, for it can be made again.
    #[must_use]
    pub fn decode(json: &str) -> Option<Self> {
        let fields = Fields::read(json).ok()?;
        let count = |key: &str| usize::try_from(number(fields.get(key)?)?).ok();
        let place = text(fields.get("place")?)?;
        Some(Self {
            name: text(fields.get("name")?)?.into(),
            place: parse_place(&place.split('/').collect::<Vec<_>>())?,
            changed: number(fields.get("changed")?)?,
            progress: Progress {
                filled: count("filled")?,
                total: count("total")?,
            },
        })
    }
}
