//! Sets of choices, of which there are only a few.

use std::fmt;
use std::marker::PhantomData;

/// A choice that can stand in an [`EnumSet`].
pub trait Member: Copy + 'static {
    /// Every such choice, at most 32, in the order in which a set gives them.
    const EVERY: &'static [Self];

    /// Its place in [`EVERY`](Self::EVERY), counted from 0.
    fn place(self) -> u32;
}

/// A set of choices, one bit for each. It reads like a set of the standard library and costs a page
/// that has to arrive over a slow line next to nothing.
pub struct EnumSet<T> {
    bits: u32,
    of: PhantomData<T>,
}

impl<T> EnumSet<T> {
    /// A set with nothing in it.
    #[must_use]
    pub const fn new() -> Self {
        let of = PhantomData;
        Self { bits: 0, of }
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bits == 0
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        self.bits = 0;
    }
}

impl<T: Member> EnumSet<T> {
    /// Whether a choice is in it.
    #[must_use]
    pub fn contains(&self, member: &T) -> bool {
        self.bits & bit(*member) != 0
    }

    /// Puts a choice in. Whether it was not there before.
    pub fn insert(&mut self, member: T) -> bool {
        let before = self.bits;
        self.bits |= bit(member);
        self.bits != before
    }

    /// Takes a choice out. Whether it was there before.
    pub fn remove(&mut self, member: &T) -> bool {
        let before = self.bits;
        self.bits &= !bit(*member);
        self.bits != before
    }

    /// What is in it, in the order of [`Member::EVERY`].
    pub fn iter(&self) -> impl Iterator<Item = T> + use<T> {
        let set = *self;
        let every = T::EVERY.iter().copied();
        every.filter(move |member| set.contains(member))
    }
}

fn bit(member: impl Member) -> u32 {
    1 << member.place()
}

// By hand, for what derives these asks the same of the choices.
impl<T> Clone for EnumSet<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for EnumSet<T> {}

impl<T> Default for EnumSet<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> PartialEq for EnumSet<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}

impl<T> Eq for EnumSet<T> {}

impl<T: Member + fmt::Debug> fmt::Debug for EnumSet<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_set().entries(self.iter()).finish()
    }
}

impl<T: Member> Extend<T> for EnumSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, members: I) {
        for member in members {
            self.insert(member);
        }
    }
}

impl<T: Member> FromIterator<T> for EnumSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(members: I) -> Self {
        let mut set = Self::new();
        set.extend(members);
        set
    }
}

impl<T: Member, const MANY: usize> From<[T; MANY]> for EnumSet<T> {
    fn from(members: [T; MANY]) -> Self {
        members.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Part;
    use crate::questionnaire::{Experiment, Section};
    use crate::worksheet::{Extra, Thought};

    fn every_place_is_its_own<T: Member + fmt::Debug + PartialEq>() {
        for (place, member) in T::EVERY.iter().enumerate() {
            assert_eq!(member.place() as usize, place, "{member:?}");
        }
        let all: EnumSet<T> = T::EVERY.iter().copied().collect();
        assert_eq!(all.iter().collect::<Vec<_>>(), T::EVERY);
    }

    #[test]
    fn members_stand_where_they_say() {
        every_place_is_its_own::<Experiment>();
        every_place_is_its_own::<Extra>();
        every_place_is_its_own::<Part>();
        every_place_is_its_own::<Section>();
        every_place_is_its_own::<Thought>();
    }

    #[test]
    fn what_is_put_in_is_there_until_it_is_taken_out() {
        let mut set = EnumSet::default();
        assert!(set.insert(Extra::Ladder) && !set.insert(Extra::Ladder));
        assert!(set.contains(&Extra::Ladder) && !set.contains(&Extra::Together));
        assert_eq!(set, [Extra::Ladder].into());
        assert!(!set.remove(&Extra::Together) && set.remove(&Extra::Ladder));
        assert!(set.is_empty());
    }
}
