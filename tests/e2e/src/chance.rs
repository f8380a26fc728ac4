//! Chance that can be had again: everything drawn follows from one seed, which is printed.

use std::env;
use std::fmt::Display;
use std::io::{Write, stderr};
use std::ops::Range;
use std::time::{SystemTime, UNIX_EPOCH};

/// A row of numbers that look like chance (SplitMix64).
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The seed that was asked for in `FL_SEED`, or one from the clock. It is printed under `what`.
    #[must_use]
    pub fn announced(what: &str) -> Chance {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let seed =
            asked("FL_SEED").unwrap_or_else(|| now.map_or(0, |now| now.as_secs() % 1_000_000));
        tell(format_args!(
            "{what}: seed {seed} (--seed {seed} does the same again)"
        ));
        Chance(seed)
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number of a range that is not empty.
    pub fn within(&mut self, range: Range<usize>) -> usize {
        let span = u64::try_from(range.len()).expect("a range fits").max(1);
        range.start + usize::try_from(self.number() % span).expect("less than the range")
    }

    /// One of several.
    pub fn one_of<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.within(0..things.len())]
    }
}

/// How often something is tried: as often as `FL_TIMES` says, or `usually`.
#[must_use]
pub fn times(usually: usize) -> usize {
    asked("FL_TIMES").map_or(usually, |times| {
        usize::try_from(times).unwrap_or(usize::MAX)
    })
}

/// Says something to whoever runs the tests, also when the test passes.
pub fn tell(line: impl Display) {
    // A closed output is no reason to fail.
    let _ = writeln!(stderr(), "{line}");
}

fn asked(variable: &str) -> Option<u64> {
    let value = env::var(variable).ok()?;
    Some(
        value
            .parse()
            .unwrap_or_else(|_| panic!("{variable} is a number, not {value}")),
    )
}
