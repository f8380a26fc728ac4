//! What home shows of a plan.

use crate::format::{Fields, Plan, Writer, number, text};
use crate::progress::{Place, Progress, is_on, progress};
use crate::questionnaire::{DateField, Section};
use crate::route::parse_place;
use crate::worksheet::{Date, Text, Worksheet};

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
    /// The days on which the person planned to look back, in no order, with a space between each two.
    pub days: Text,
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
            days: days(&plan.worksheet),
        }
    }

    /// The last day on which the person planned to look back, if it has come, and nothing was changed since.
    #[must_use]
    pub fn look_back(&self, changed: Option<Date>, today: Date) -> Option<Date> {
        let days = self.days.split(' ').filter_map(|day| day.parse().ok());
        days.filter(|day| Some(*day) > changed && *day <= today)
            .max()
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
        json.key("days").text(&self.days);
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
            days: text(fields.get("days")?)?.into(),
        })
    }
}

/// The days for looking back: the next review of an agreement, and those of the goals.
fn days(worksheet: &Worksheet) -> Text {
    let review = worksheet.dates.get(&DateField::NextReview);
    let review = review.filter(|_| is_on(&worksheet.setup, Section::Agreement));
    let goals = worksheet.goals.iter();
    let days = goals.filter_map(|(_, goal)| goal.look_again.as_ref());
    let days: Vec<String> = review
        .into_iter()
        .chain(days)
        .map(Date::to_string)
        .collect();
    days.join(" ").into()
}
