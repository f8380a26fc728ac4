//! The ladder of a goal: five levels, and the gentle checks of what is written on them.

use super::Text;
use super::thought::{Cues, Spoken};
use litemap::LiteMap;

/// The five levels of goal attainment scaling (Kiresuk & Sherman 1968).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// -2: much less than expected.
    MuchLess,
    /// -1: less than expected.
    Less,
    /// 0: what is expected.
    Expected,
    /// +1: more than expected.
    More,
    /// +2: much more than expected.
    MuchMore,
}

impl Level {
    /// Every level, from the lowest.
    pub const ALL: [Self; 5] = [
        Self::MuchLess,
        Self::Less,
        Self::Expected,
        Self::More,
        Self::MuchMore,
    ];

    /// The level's name in the catalogue and in stored plans. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::MuchLess => "much-less",
            Self::Less => "less",
            Self::Expected => "expected",
            Self::More => "more",
            Self::MuchMore => "much-more",
        }
    }

    /// The level of that name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.slug() == slug)
    }

    /// The level's number, -2 to +2.
    #[must_use]
    pub fn number(self) -> i8 {
        match self {
            Self::MuchLess => -2,
            Self::Less => -1,
            Self::Expected => 0,
            Self::More => 1,
            Self::MuchMore => 2,
        }
    }
}

/// What each level of a goal looks like. Levels that are not written are absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ladder {
    levels: LiteMap<Level, Text>,
}

impl Ladder {
    /// Whether no level is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.levels.is_empty()
    }

    /// The words for a level; blank if there are none.
    #[must_use]
    pub fn get(&self, level: Level) -> Text {
        self.levels.get(&level).cloned().unwrap_or_default()
    }

    /// Puts words to a level; no character at all takes the level out.
    pub fn write(&mut self, level: Level, text: Text) {
        if text.is_empty() {
            self.levels.remove(&level);
        } else {
            self.levels.insert(level, text);
        }
    }

    /// The thoughts about this ladder, the most useful first; none for a ladder that is blank.
    ///
    /// A good ladder (Kiresuk, Smith & Cardillo 1994) is about one thing, its levels leave neither
    /// overlap nor wide gaps between them, and it has something on either side of what is expected.
    #[must_use]
    pub fn thoughts(&self, cues: &Cues) -> Vec<LadderThought> {
        let written: Vec<_> = Level::ALL
            .into_iter()
            .filter(|level| !self.get(*level).is_blank())
            .collect();
        if written.is_empty() {
            return Vec::new();
        }
        let rungs: Vec<_> = written
            .iter()
            .map(|level| Rung::new(&self.get(*level)))
            .collect();
        LadderThought::ALL
            .into_iter()
            .filter(|thought| match thought {
                LadderThought::Apart => overlap(&rungs),
                LadderThought::OneThing => {
                    rungs
                        .iter()
                        .filter(|rung| rung.spoken.have_any(cues.joins))
                        .count()
                        > 1
                }
                LadderThought::Three => written.len() < 3,
                LadderThought::BothSides => !on_both_sides(&written),
                LadderThought::Gap => has_gap(&written),
            })
            .collect()
    }
}

/// The gentle checks of a ladder, the most useful first. They are thoughts, never errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LadderThought {
    /// Two levels say the same, or overlap.
    Apart,
    /// The levels seem to be about more than one thing.
    OneThing,
    /// Fewer than three levels are written.
    Three,
    /// Nothing is written above what is expected, or nothing below it.
    BothSides,
    /// Two levels that are neighbours are both empty.
    Gap,
}

impl LadderThought {
    /// Every thought, the most useful first.
    pub const ALL: [Self; 5] = [
        Self::Apart,
        Self::OneThing,
        Self::Three,
        Self::BothSides,
        Self::Gap,
    ];
}

fn on_both_sides(written: &[Level]) -> bool {
    let any = |side: fn(i8) -> bool| written.iter().any(|level| side(level.number()));
    any(|number| number < 0) && any(|number| number > 0)
}

fn has_gap(written: &[Level]) -> bool {
    Level::ALL
        .windows(2)
        .any(|neighbours| neighbours.iter().all(|level| !written.contains(level)))
}

/// The words of one level, made ready for comparing.
struct Rung {
    spoken: Spoken,
    /// The words without their numbers.
    rest: String,
    /// The least and the greatest number among the words.
    range: Option<(u32, u32)>,
}

impl Rung {
    fn new(words: &Text) -> Self {
        let spoken = Spoken::new(words);
        let (numbers, others): (Vec<_>, Vec<_>) = spoken
            .as_str()
            .split_whitespace()
            .partition(|word| word.parse::<u32>().is_ok());
        let numbers = || numbers.iter().filter_map(|word| word.parse::<u32>().ok());
        Self {
            range: numbers().min().zip(numbers().max()),
            rest: others.join(" "),
            spoken,
        }
    }

    /// Whether both say the same, or count the same thing in ranges that share a number.
    fn overlaps(&self, other: &Self) -> bool {
        self.rest == other.rest
            && match (self.range, other.range) {
                (Some((least, most)), Some((other_least, other_most))) => {
                    least <= other_most && other_least <= most
                }
                (None, None) => true,
                _ => false,
            }
    }
}

fn overlap(rungs: &[Rung]) -> bool {
    let pairs = rungs.iter().enumerate();
    pairs
        .into_iter()
        .any(|(number, rung)| rungs[number + 1..].iter().any(|other| rung.overlaps(other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CUES: Cues = Cues {
        gone: "",
        feelings: "",
        others: "",
        absolutes: "",
        endings: "",
        easy: "",
        times: "",
        joins: "and",
    };

    /// The thoughts about a ladder with these words, from -2 to +2.
    fn thoughts(words: [&str; 5]) -> Vec<LadderThought> {
        let mut ladder = Ladder::default();
        for (level, words) in Level::ALL.into_iter().zip(words) {
            ladder.write(level, words.into());
        }
        ladder.thoughts(&CUES)
    }

    #[test]
    fn a_ladder_that_is_blank_or_keeps_the_rules_is_left_alone() {
        assert_eq!(thoughts([""; 5]), []);
        assert_eq!(thoughts([" \n", "", "", "", ""]), []);
        assert_eq!(thoughts(["none", "one", "two", "three", "four"]), []);
        assert_eq!(thoughts(["", "1 walk", "2 walks", "3 walks", ""]), []);
        assert_eq!(
            thoughts(["0-1 walks", "", "2-3 walks", "", "4-5 walks"]),
            []
        );
    }

    #[test]
    fn at_least_three_levels_are_written() {
        assert_eq!(thoughts(["", "one", "", "two", ""]), [LadderThought::Three]);
    }

    #[test]
    fn something_stands_on_each_side_of_what_is_expected() {
        use LadderThought::{BothSides, Gap};
        assert_eq!(thoughts(["", "", "one", "two", "three"]), [BothSides, Gap]);
        assert_eq!(thoughts(["one", "two", "three", "", ""]), [BothSides, Gap]);
    }

    #[test]
    fn two_empty_neighbours_are_a_gap() {
        assert_eq!(
            thoughts(["one", "", "", "two", "three"]),
            [LadderThought::Gap]
        );
        assert_eq!(thoughts(["one", "two", "", "three", ""]), []);
    }

    #[test]
    fn levels_that_say_the_same_are_not_apart() {
        let same = thoughts(["none", "one walk", "One  walk.", "two", "three"]);
        assert_eq!(same, [LadderThought::Apart]);
    }

    #[test]
    fn ranges_that_share_a_number_are_not_apart() {
        let shared = thoughts(["0 walks", "1-2 walks", "2\u{2013}3 walks", "4 walks", ""]);
        assert_eq!(shared, [LadderThought::Apart]);
        // Other words may make the difference.
        assert_eq!(
            thoughts(["0 walks", "2 walks", "2 long walks", "4 walks", ""]),
            []
        );
    }

    #[test]
    fn levels_that_join_things_may_be_about_more_than_one() {
        let joined = thoughts(["none", "walk", "walk and read", "walk and read daily", ""]);
        assert_eq!(joined, [LadderThought::OneThing]);
        assert_eq!(thoughts(["none", "walk", "there and back", "two", ""]), []);
    }
}
