//! What has changed from one report to the next.
//!
//! Machines are quicker on one day than on another, and so are both pages. So times are compared as ratios to the
//! plain page's in the same run, wherever that has any. Sizes do not depend on the day.

use super::report::{Figure, Report, Unit};

/// What counts as slower or larger: more than this many times what there was.
const LIMIT: f64 = 1.1;

/// One figure in two reports.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Change<'a> {
    /// The figure as it is now.
    pub(super) figure: &'a Figure,
    /// Whether these are ratios to what the plain page has, not amounts in the unit.
    pub(super) is_ratio: bool,
    /// What there was; none where the earlier report has no such figure.
    pub(super) before: Option<f64>,
    /// What there is.
    pub(super) now: f64,
}

impl Change<'_> {
    /// By how many percent it grew; none where there was nothing to grow from.
    pub(super) fn percent(&self) -> Option<f64> {
        let before = self.before.filter(|before| *before > 0.0)?;
        Some((self.now / before - 1.0) * 100.0)
    }

    /// Whether it became more than 10 % slower or larger.
    pub(super) fn is_worse(&self) -> bool {
        self.before.is_some_and(|before| self.now > before * LIMIT)
    }
}

/// Every figure of `now`, beside what it was `before`.
pub(super) fn changes<'a>(before: &Report, now: &'a Report) -> Vec<Change<'a>> {
    let change = |figure: &'a Figure| {
        let earlier = before.figure(&figure.group, &figure.name);
        let ratio_now = figure.ratio().filter(|_| figure.unit == Unit::Milliseconds);
        let ratios = match earlier {
            Some(earlier) => ratio_now.and_then(|now| Some((Some(earlier.ratio()?), now))),
            None => ratio_now.map(|now| (None, now)),
        };
        let (before, now) = ratios.unwrap_or((earlier.map(|earlier| earlier.ours), figure.ours));
        Change {
            figure,
            is_ratio: ratios.is_some(),
            before,
            now,
        }
    };
    now.figures.iter().map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(name: &str, unit: Unit, ours: f64, plain: f64) -> Figure {
        Figure {
            group: "Opening".to_owned(),
            name: name.to_owned(),
            unit,
            ours,
            plain,
        }
    }

    fn report(figures: Vec<Figure>) -> Report {
        Report { runs: 5, figures }
    }

    #[test]
    fn a_slow_day_is_no_slow_page() {
        let before = report(vec![figure("paint", Unit::Milliseconds, 300.0, 200.0)]);
        let now = report(vec![figure("paint", Unit::Milliseconds, 610.0, 400.0)]);
        let [change] = &changes(&before, &now)[..] else {
            panic!("one change")
        };
        assert!(change.is_ratio && !change.is_worse(), "{change:?}");
        assert_eq!(change.before, Some(1.5));
        // And the other way round: as quick as before, on a quicker day.
        let quick = report(vec![figure("paint", Unit::Milliseconds, 300.0, 100.0)]);
        assert!(changes(&before, &quick)[0].is_worse());
    }

    #[test]
    fn sizes_are_compared_as_they_are() {
        let before = report(vec![figure("packed", Unit::Bytes, 1000.0, 100.0)]);
        for (ours, worse) in [(1100.0, false), (1101.0, true), (900.0, false)] {
            let now = report(vec![figure("packed", Unit::Bytes, ours, 50.0)]);
            let change = &changes(&before, &now)[0];
            assert!(!change.is_ratio);
            assert_eq!(change.is_worse(), worse, "{change:?}");
        }
    }

    #[test]
    fn times_that_the_plain_page_has_none_of_are_compared_as_they_are() {
        let before = report(vec![figure("blocked", Unit::Milliseconds, 0.0, 0.0)]);
        let now = report(vec![figure("blocked", Unit::Milliseconds, 30.0, 2.0)]);
        let change = &changes(&before, &now)[0];
        assert!(!change.is_ratio && change.is_worse(), "{change:?}");
        assert_eq!(change.percent(), None);
    }

    #[test]
    fn what_is_new_is_not_worse() {
        let now = report(vec![figure("new", Unit::Milliseconds, 30.0, 3.0)]);
        let change = &changes(&Report::default(), &now)[0];
        assert_eq!((change.before, change.now), (None, 10.0));
        assert!(!change.is_worse());
    }
}
