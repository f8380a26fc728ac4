//! The lists that grow: signs, witnesses, goals, steps, supporters.

use super::Target;
use crate::i18n::{Msg, Words};
use crate::worksheet::{
    Action, Goal, GoalEdit, ItemId, Line, OwnEdit, RosterAction, Step, StepField, Supporter,
    SupporterField, Text, Toward, Witness, WitnessField,
};
use std::cell::Cell;
use std::fmt;

/// A list of the worksheet. It is plain data, so that a row with unchanged words need not be drawn again.
///
/// An empty list shows one empty row with the name that its next item will get
/// ([`Roster::next_id`](crate::worksheet::Roster::next_id)). The first key press in it makes the item,
/// under the same name, so the row stays as it is and nothing is stored before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// The signs.
    Signs,
    /// Who would notice.
    Witnesses,
    /// The goals.
    Goals,
    /// The steps of a goal.
    Steps(ItemId),
    /// Who can help.
    Supporters,
    /// The lines that answer a therapist's own question.
    Own(ItemId),
}

impl List {
    /// The change that puts an empty item at the end.
    #[must_use]
    pub fn add(self) -> Action {
        match self {
            Self::Signs => Action::Signs(RosterAction::Add(Line::default())),
            Self::Witnesses => Action::Witnesses(RosterAction::Add(Witness::default())),
            Self::Goals => Action::Goals(RosterAction::Add(Goal::default())),
            Self::Steps(goal) => steps(goal, RosterAction::Add(Step::default())),
            Self::Supporters => Action::Supporters(RosterAction::Add(Supporter::default())),
            Self::Own(id) => own(id, RosterAction::Add(Line::default())),
        }
    }

    /// The change that moves an item by one place.
    #[must_use]
    pub fn shift(self, id: ItemId, toward: Toward) -> Action {
        match self {
            Self::Signs => Action::Signs(RosterAction::Move(id, toward)),
            Self::Witnesses => Action::Witnesses(RosterAction::Move(id, toward)),
            Self::Goals => Action::Goals(RosterAction::Move(id, toward)),
            Self::Steps(goal) => steps(goal, RosterAction::Move(id, toward)),
            Self::Supporters => Action::Supporters(RosterAction::Move(id, toward)),
            Self::Own(question) => own(question, RosterAction::Move(id, toward)),
        }
    }

    /// The change that takes an item out.
    #[must_use]
    pub fn remove(self, id: ItemId) -> Action {
        match self {
            Self::Signs => Action::Signs(RosterAction::Remove(id)),
            Self::Witnesses => Action::Witnesses(RosterAction::Remove(id)),
            Self::Goals => Action::Goals(RosterAction::Remove(id)),
            Self::Steps(goal) => steps(goal, RosterAction::Remove(id)),
            Self::Supporters => Action::Supporters(RosterAction::Remove(id)),
            Self::Own(question) => own(question, RosterAction::Remove(id)),
        }
    }

    /// What the buttons beside an item are called: up, down, remove. Goals, steps and lines are called by
    /// their number (from 1); people by the name that was typed, or by their number.
    #[must_use]
    pub fn tool_labels(self, words: Words, number: usize, name: &str) -> [String; 3] {
        let number = number.to_string();
        let numbered = |up, down, remove| {
            [up, down, remove].map(|label| words.fill(label, &[("n", number.as_str())]))
        };
        let named = |unnamed| {
            let unnamed = words.fill(unnamed, &[("n", number.as_str())]);
            let thing = if name.trim().is_empty() {
                unnamed.as_str()
            } else {
                name
            };
            [
                Msg::ListMoveThingUp,
                Msg::ListMoveThingDown,
                Msg::ListRemoveThing,
            ]
            .map(|label| words.fill(label, &[("thing", thing)]))
        };
        match self {
            Self::Signs | Self::Own(_) => {
                numbered(Msg::ListMoveUp, Msg::ListMoveDown, Msg::ListRemove)
            }
            Self::Goals => numbered(Msg::GoalsMoveUp, Msg::GoalsMoveDown, Msg::GoalsRemove),
            Self::Steps(_) => numbered(Msg::StepsMoveUp, Msg::StepsMoveDown, Msg::StepsRemove),
            Self::Witnesses => named(Msg::OthersUnnamed),
            Self::Supporters => named(Msg::SupportPerson),
        }
    }

    /// Where the words of a line go, in a list of lines.
    #[must_use]
    pub fn line(self, id: ItemId) -> Target {
        match self {
            Self::Witnesses => Target::Witness(id, WitnessField::Who),
            Self::Own(question) => Target::OwnLine(question, id),
            _ => Target::Sign(id),
        }
    }

    /// The id of a line's row.
    #[must_use]
    pub fn row_id(self, id: ItemId) -> String {
        format!("{self}-{}-row", id.0)
    }

    /// The id of the link to a goal's own page.
    #[must_use]
    pub fn goal_link(id: ItemId) -> String {
        format!("goal-{}-open", id.0)
    }

    /// The id of the button that adds an item.
    #[must_use]
    pub fn add_id(self) -> String {
        format!("{self}-add")
    }
}

/// Writes the list's id in the page: `signs`, `steps-3`.
impl fmt::Display for List {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Signs => formatter.write_str("signs"),
            Self::Witnesses => formatter.write_str("witnesses"),
            Self::Goals => formatter.write_str("goals"),
            Self::Steps(ItemId(goal)) => write!(formatter, "steps-{goal}"),
            Self::Supporters => formatter.write_str("supporters"),
            Self::Own(ItemId(id)) => write!(formatter, "own-{id}"),
        }
    }
}

fn steps(goal: ItemId, action: RosterAction<Step, crate::worksheet::StepEdit>) -> Action {
    Action::Goals(RosterAction::Edit(goal, GoalEdit::Steps(action)))
}

fn own(question: ItemId, action: RosterAction<Line, Text>) -> Action {
    Action::Own(question, OwnEdit::Lines(action))
}

/// How a list that is shown has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new item stands at the end.
    Added(ItemId),
    /// An item that was taken out is back.
    Back(ItemId),
    /// An item was taken out; this one now stands in its place, or is the last.
    Removed(Option<ItemId>),
}

impl Change {
    /// What changed between two states of a list; `None` if no item came or went.
    #[must_use]
    pub fn between(before: &[ItemId], after: &[ItemId]) -> Option<Self> {
        if let Some(gone) = before.iter().position(|id| !after.contains(id)) {
            return Some(Self::Removed(after.get(gone).or(after.last()).copied()));
        }
        let new = after.iter().find(|id| !before.contains(id))?;
        let is_latest = before.iter().all(|id| id < new);
        Some(if is_latest && after.last() == Some(new) {
            Self::Added(*new)
        } else {
            Self::Back(*new)
        })
    }
}

/// Where the focus goes when items of a list come and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follow {
    /// To the line, in a list of lines.
    Lines(List),
    /// To this field of a person who would notice.
    Witness(WitnessField),
    /// To the link to the goal. A new goal has a page of its own, or stays beside the line that it was
    /// made from.
    Goals,
    /// To the first field of the step.
    Steps(ItemId),
    /// To the supporter's name.
    Supporters,
}

impl Follow {
    /// The id of the element that gets the focus; `None` if it stays where it is.
    #[must_use]
    pub fn place(self, change: Change) -> Option<String> {
        match (self, change) {
            (Self::Lines(list), Change::Added(id) | Change::Back(id)) => {
                Some(list.line(id).to_string())
            }
            // The row, not its field: on a telephone the keyboard would cover the way to bring the line back.
            (Self::Lines(list), Change::Removed(id)) => id.map(|id| list.row_id(id)),
            (Self::Witness(field), Change::Added(id) | Change::Back(id)) => {
                Some(Target::Witness(id, field).to_string())
            }
            (Self::Witness(_), Change::Removed(_)) | (Self::Goals, Change::Added(_)) => None,
            (Self::Goals, Change::Back(id) | Change::Removed(Some(id))) => {
                Some(List::goal_link(id))
            }
            (Self::Goals, Change::Removed(None)) => Some(List::Goals.add_id()),
            (Self::Steps(goal), Change::Removed(None)) => Some(List::Steps(goal).add_id()),
            (Self::Supporters, Change::Removed(None)) => Some(List::Supporters.add_id()),
            (
                Self::Steps(goal),
                Change::Added(id) | Change::Back(id) | Change::Removed(Some(id)),
            ) => Some(Target::Step(goal, id, StepField::What).to_string()),
            (
                Self::Supporters,
                Change::Added(id) | Change::Back(id) | Change::Removed(Some(id)),
            ) => Some(Target::Supporter(id, SupporterField::Who).to_string()),
        }
    }
}

thread_local! {
    /// The lists of the page that is being drawn.
    static DRAWN: Cell<Lists> = const { Cell::new(Lists(Vec::new())) };
}

/// Has the keyboard's focus follow a list of the page that is being drawn, when its items come and go.
pub fn follow(follow: Follow, ids: Vec<ItemId>) {
    let mut lists = Lists::drawn();
    lists.0.push(Followed {
        follow,
        ids,
        place: Follow::place,
    });
    DRAWN.set(lists);
}

/// A list on a page.
#[derive(Debug)]
struct Followed {
    follow: Follow,
    /// The items that are shown.
    ids: Vec<ItemId>,
    /// [`Follow::place`]: it comes with the pages that have lists, not with the first visit.
    place: fn(Follow, Change) -> Option<String>,
}

/// The lists that the focus follows on a page.
#[derive(Debug, Default)]
pub struct Lists(Vec<Followed>);

impl Lists {
    /// Takes the lists that were drawn since the last time.
    #[must_use]
    pub fn drawn() -> Self {
        DRAWN.take()
    }

    /// The id of the element that gets the focus after what changed in a list. Nothing happens when a list is
    /// first shown, nor when items are moved.
    #[must_use]
    pub fn place_since(&self, before: &Self) -> Option<String> {
        self.0.iter().find_map(|list| {
            let mut before = before.0.iter();
            let before = before.find(|before| before.follow == list.follow)?;
            let change = Change::between(&before.ids, &list.ids)?;
            (list.place)(list.follow, change)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(before: &[u32], after: &[u32]) -> Option<Change> {
        let ids = |list: &[u32]| list.iter().copied().map(ItemId).collect::<Vec<_>>();
        Change::between(&ids(before), &ids(after))
    }

    #[test]
    fn a_new_item_at_the_end_is_added() {
        assert_eq!(between(&[], &[0]), Some(Change::Added(ItemId(0))));
        assert_eq!(between(&[4, 1], &[4, 1, 5]), Some(Change::Added(ItemId(5))));
    }

    #[test]
    fn an_older_item_is_back() {
        assert_eq!(between(&[1, 2], &[0, 1, 2]), Some(Change::Back(ItemId(0))));
        assert_eq!(between(&[1, 4], &[1, 4, 3]), Some(Change::Back(ItemId(3))));
    }

    #[test]
    fn the_next_item_takes_the_place_of_one_that_is_gone_or_else_the_last() {
        assert_eq!(
            between(&[0, 1, 2], &[0, 2]),
            Some(Change::Removed(Some(ItemId(2))))
        );
        assert_eq!(
            between(&[0, 1, 2], &[0, 1]),
            Some(Change::Removed(Some(ItemId(1))))
        );
        assert_eq!(between(&[0], &[]), Some(Change::Removed(None)));
        // The empty row that stands in for an empty list.
        assert_eq!(between(&[0], &[1]), Some(Change::Removed(Some(ItemId(1)))));
    }

    #[test]
    fn moving_is_no_change() {
        assert_eq!(between(&[0, 1], &[1, 0]), None);
    }

    #[test]
    fn a_list_that_is_first_shown_moves_no_focus() {
        let signs = |ids: &[u32]| {
            follow(
                Follow::Lines(List::Signs),
                ids.iter().copied().map(ItemId).collect(),
            );
            Lists::drawn()
        };
        let (none, one, two) = (Lists::drawn(), signs(&[0]), signs(&[0, 1]));
        assert_eq!(one.place_since(&none), None);
        assert_eq!(one.place_since(&one), None);
        assert_eq!(
            two.place_since(&one),
            Some(List::Signs.line(ItemId(1)).to_string())
        );
        assert_eq!(none.place_since(&one), None);
    }
}
