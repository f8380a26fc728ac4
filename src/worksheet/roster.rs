//! An ordered list whose items keep their identity while they are edited, moved, removed and brought back.

use std::rc::Rc;

/// Names one item of one [`Roster`]; never used again for another item of the same roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub u32);

/// Something that can stand in a [`Roster`].
pub trait Item: Clone + Default + PartialEq {
    /// The most items that one roster holds: far more than anybody writes, and few enough that no
    /// stored text, however hostile, fills the memory.
    const LIMIT: usize = 1_000;

    /// One change to one item.
    type Edit;

    /// Carries out one change. Total: it never fails.
    fn edit(&mut self, edit: Self::Edit);

    /// Forgets what was removed from rosters inside the item.
    fn forget_removed(&mut self) {}
}

/// Names from here on are not taken from storage, so that those above it never run out.
const HIGHEST_STORED: u32 = u32::MAX / 2;

/// An ordered list of items with lasting identities.
///
/// What was removed is kept in memory beside the list, so that it can be brought back exactly. It is
/// not part of what is stored: words that a person removed do not outlive the open page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster<T> {
    items: Vec<(ItemId, Rc<T>)>,
    removed: Vec<Removed<T>>,
    next: u32,
}

/// An item that was taken out, and where it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed<T> {
    /// The item's name.
    pub id: ItemId,
    /// The item as it was.
    pub item: Rc<T>,
    /// Its place in the list, counted from 0.
    pub place: usize,
}

/// One change to a roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RosterAction<T, E> {
    /// Puts a new item at the end, unless the roster is [full](Roster::is_full).
    Add(T),
    /// Changes one item.
    Edit(ItemId, E),
    /// Changes one item; with the name that the next item will get, makes that item first, unless the
    /// roster is [full](Roster::is_full). So an empty row can be shown, and is stored only once it is used.
    Write(ItemId, E),
    /// Moves one item by one place.
    Move(ItemId, Toward),
    /// Takes one item out; it can be brought back.
    Remove(ItemId),
    /// Puts a removed item back where it stood, unless the roster is [full](Roster::is_full).
    BringBack(ItemId),
}

/// A direction in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// Toward the first item.
    Start,
    /// Toward the last item.
    End,
}

impl<T> Default for Roster<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            removed: Vec::new(),
            next: 0,
        }
    }
}

impl<T> Roster<T> {
    /// The items with their names, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (ItemId, &Rc<T>)> + ExactSizeIterator {
        self.items.iter().map(|(id, item)| (*id, item))
    }

    /// The items' names, in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = ItemId> + '_ {
        self.items.iter().map(|(id, _)| *id)
    }

    /// The item of that name.
    #[must_use]
    pub fn get(&self, id: ItemId) -> Option<&Rc<T>> {
        self.items
            .iter()
            .find(|(name, _)| *name == id)
            .map(|(_, item)| item)
    }

    /// The place of an item, counted from 0.
    #[must_use]
    pub fn place(&self, id: ItemId) -> Option<usize> {
        self.items.iter().position(|(name, _)| *name == id)
    }

    /// How many items there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are no items.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The name that the next added item will get.
    #[must_use]
    pub fn next_id(&self) -> ItemId {
        ItemId(self.next)
    }

    /// What was removed last and can be brought back.
    #[must_use]
    pub fn last_removed(&self) -> Option<&Removed<T>> {
        self.removed.last()
    }

    /// A roster as it was stored: its items, and the name that the next added item was to get.
    ///
    /// Every name is unique afterwards, whatever was read: an item whose name is taken already, or is
    /// so high that names would run out, gets a new one.
    #[must_use]
    pub fn restore(next: u32, stored: impl IntoIterator<Item = (ItemId, T)>) -> Self {
        let (mut ids, items): (Vec<_>, Vec<_>) = stored.into_iter().unzip();
        let next = make_unique(&mut ids, next);
        let items = items.into_iter().map(Rc::new);
        Self {
            items: ids.into_iter().zip(items).collect(),
            removed: Vec::new(),
            next,
        }
    }

    fn take_id(&mut self) -> ItemId {
        let id = ItemId(self.next);
        self.next = self.next.saturating_add(1);
        id
    }
}

/// Gives every name that is taken already, or too high, for a new one. The name for the next item.
fn make_unique(ids: &mut [ItemId], next: u32) -> u32 {
    let lasting = |id: &&ItemId| id.0 < HIGHEST_STORED;
    let after = ids.iter().filter(lasting).map(|id| id.0 + 1).max();
    let mut next = next.min(HIGHEST_STORED).max(after.unwrap_or(0));
    for at in 0..ids.len() {
        let (before, rest) = ids.split_at_mut(at);
        // A roster is short, so that looking through it is quick.
        if let Some(id) = rest.first_mut()
            && (id.0 >= HIGHEST_STORED || before.contains(id))
        {
            *id = ItemId(next);
            next = next.saturating_add(1);
        }
    }
    next
}

impl<T: Item> Roster<T> {
    /// Whether there is no room for another item.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.items.len() >= T::LIMIT
    }

    /// Forgets what was removed, here and inside the items. What remains is what is stored.
    pub fn forget_removed(&mut self) {
        self.removed.clear();
        for (_, item) in &mut self.items {
            Rc::make_mut(item).forget_removed();
        }
    }

    /// Carries out one change. A change that names an item that is not there does nothing.
    pub fn apply(&mut self, action: RosterAction<T, T::Edit>) {
        match action {
            RosterAction::Add(_) | RosterAction::BringBack(_) if self.is_full() => {}
            RosterAction::Add(item) => {
                let id = self.take_id();
                self.items.push((id, Rc::new(item)));
            }
            RosterAction::Write(id, edit) => {
                if id == self.next_id() && !self.is_full() {
                    self.apply(RosterAction::Add(T::default()));
                }
                self.apply(RosterAction::Edit(id, edit));
            }
            RosterAction::Edit(id, edit) => {
                if let Some((_, item)) = self.items.iter_mut().find(|(name, _)| *name == id) {
                    Rc::make_mut(item).edit(edit);
                }
            }
            RosterAction::Move(id, toward) => self.shift(id, toward),
            RosterAction::Remove(id) => self.remove(id),
            RosterAction::BringBack(id) => self.bring_back(id),
        }
    }

    fn shift(&mut self, id: ItemId, toward: Toward) {
        let Some(from) = self.place(id) else { return };
        let to = match toward {
            Toward::Start => from.checked_sub(1),
            Toward::End => Some(from + 1).filter(|to| *to < self.items.len()),
        };
        if let Some(to) = to {
            self.items.swap(from, to);
        }
    }

    fn remove(&mut self, id: ItemId) {
        if let Some(place) = self.place(id) {
            let (id, item) = self.items.remove(place);
            self.removed.push(Removed { id, item, place });
        }
    }

    fn bring_back(&mut self, id: ItemId) {
        if let Some(index) = self.removed.iter().rposition(|removed| removed.id == id) {
            let Removed { id, item, place } = self.removed.remove(index);
            self.items.insert(place.min(self.items.len()), (id, item));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::worksheet::Line;

    #[test]
    fn writing_to_the_next_name_makes_the_item() {
        let mut roster = Roster::<Line>::default();
        let id = roster.next_id();
        roster.apply(RosterAction::Write(id, "a".into()));
        roster.apply(RosterAction::Write(id, "ab".into()));
        assert_eq!(roster.ids().collect::<Vec<_>>(), [id]);
        assert_eq!(
            roster.get(id).map(|line| line.text.to_string()).as_deref(),
            Some("ab")
        );
    }

    #[test]
    fn writing_to_what_was_removed_does_nothing() {
        let mut roster = Roster::<Line>::default();
        let id = roster.next_id();
        roster.apply(RosterAction::Write(id, "a".into()));
        roster.apply(RosterAction::Remove(id));
        roster.apply(RosterAction::Write(id, "b".into()));
        assert!(roster.is_empty());
    }
}
