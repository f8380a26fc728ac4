//! What was measured, run by run, and what stands in the middle of it.

use super::report::{Figure, Report, Unit};

/// One of the two pages that are measured side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// First Light.
    Ours,
    /// The plain page of `bench/plain/`.
    Plain,
}

/// Something that is measured of both pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Under what heading it stands in the report.
    pub group: &'static str,
    /// What it is called there.
    pub name: &'static str,
    /// In what it is counted.
    pub unit: Unit,
}

/// All that was measured so far.
#[derive(Clone, Debug, Default)]
pub struct Samples(Vec<(Measure, [Vec<f64>; 2])>);

impl Samples {
    /// Notes one more value, in the unit of the measure.
    pub fn add(&mut self, side: Side, measure: Measure, value: f64) {
        let known = self.0.iter().position(|(known, _)| *known == measure);
        let place = known.unwrap_or_else(|| {
            self.0.push((measure, [Vec::new(), Vec::new()]));
            self.0.len() - 1
        });
        self.0[place].1[side as usize].push(value);
    }

    /// The medians of all runs, in the order in which things were first measured. What was measured of one page
    /// only is left out.
    #[must_use]
    pub fn report(&self, runs: usize) -> Report {
        let figures = self.0.iter().filter_map(|(measure, [ours, plain])| {
            Some(Figure {
                group: measure.group.to_owned(),
                name: measure.name.to_owned(),
                unit: measure.unit,
                ours: median(ours)?,
                plain: median(plain)?,
            })
        });
        Report {
            runs,
            figures: figures.collect(),
        }
    }
}

/// The value in the middle, or halfway between the two in the middle; none of no values.
#[must_use]
pub fn median(values: &[f64]) -> Option<f64> {
    let sorted = sorted(values);
    let upper = sorted.get(sorted.len() / 2)?;
    let lower = sorted.get(sorted.len().saturating_sub(1) / 2)?;
    Some(f64::midpoint(*lower, *upper))
}

/// The smallest value that so many percent of all values do not exceed; none of no values.
#[must_use]
pub fn percentile(values: &[f64], percent: usize) -> Option<f64> {
    let sorted = sorted(values);
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied()
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_middle() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0]), Some(3.0));
        assert_eq!(median(&[9.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[9.0, 1.0, 2.0, 4.0]), Some(3.0));
    }

    #[test]
    fn finds_what_most_stay_below() {
        let hundred: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        assert_eq!(percentile(&hundred, 95), Some(95.0));
        assert_eq!(percentile(&hundred, 100), Some(100.0));
        assert_eq!(percentile(&[5.0, 7.0], 95), Some(7.0));
        assert_eq!(percentile(&[5.0], 0), Some(5.0));
        assert_eq!(percentile(&[], 95), None);
    }

    #[test]
    fn reports_medians_in_order_and_only_what_both_have() {
        let measure = |name| Measure {
            group: "Opening",
            name,
            unit: Unit::Milliseconds,
        };
        let mut samples = Samples::default();
        for value in [5.0, 1.0, 3.0] {
            samples.add(Side::Ours, measure("paint"), value);
            samples.add(Side::Plain, measure("paint"), value / 2.0);
            samples.add(Side::Ours, measure("alone"), value);
        }
        let report = samples.report(3);
        assert_eq!(report.runs, 3);
        let [paint] = &report.figures[..] else {
            panic!("{report:?}");
        };
        assert_eq!((&*paint.group, &*paint.name), ("Opening", "paint"));
        assert_eq!((paint.ours, paint.plain), (3.0, 1.5));
    }
}
