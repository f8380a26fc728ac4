//! A point on a scale from 0 to 10.

use std::fmt;

/// A point on a scaling question: 0 to 10, in half points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

impl Score {
    /// The foot of the scale.
    pub const MIN: Self = Self(0);
    /// The top of the scale.
    pub const MAX: Self = Self(20);

    /// A score from half points: 0 is 0, 1 is 0.5, 20 is 10. `None` above 20.
    #[must_use]
    pub fn from_halves(halves: u8) -> Option<Self> {
        (halves <= Self::MAX.0).then_some(Self(halves))
    }

    /// A score from whole points, 0 to 10. `None` above 10.
    #[must_use]
    pub fn whole(points: u8) -> Option<Self> {
        points.checked_mul(2).and_then(Self::from_halves)
    }

    /// The number of half points, 0 to 20.
    #[must_use]
    pub fn halves(self) -> u8 {
        self.0
    }

    /// Half a point higher; `None` at 10.
    #[must_use]
    pub fn half_up(self) -> Option<Self> {
        Self::from_halves(self.0 + 1)
    }

    /// Half a point lower; `None` at 0.
    #[must_use]
    pub fn half_down(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }
}

/// Writes "4" or "4.5".
impl fmt::Display for Score {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let half = if self.0 % 2 == 1 { ".5" } else { "" };
        write!(formatter, "{}{half}", self.0 / 2)
    }
}
