//! Reports as plain text, for a terminal.

use super::{
    compare::Change,
    report::{Figure, Report, Unit},
};

/// How wide the column with the names is, in letters, and each of the others.
const NAMES: usize = 46;
const COLUMN: usize = 14;

/// First Light beside the plain page.
pub(super) fn figures(report: &Report) -> String {
    let heading = format!("Medians of {}", runs(report.runs));
    let mut lines = vec![row(&heading, ["First Light", "plain page", "ratio"])];
    let mut group = "";
    for figure in &report.figures {
        begin(&mut lines, &mut group, &figure.group);
        let ratio = figure.ratio().map(times).unwrap_or_default();
        let [ours, plain] = [figure.ours, figure.plain].map(|value| amount(value, figure.unit));
        lines.push(row(&name(figure), [&ours, &plain, &ratio]));
    }
    lines.join("\n")
}

/// What has changed, and how much of it is worse by more than 10 %.
pub(super) fn changes(changes: &[Change]) -> String {
    let mut lines = vec![row("What has changed", ["before", "now", ""])];
    let mut group = "";
    for change in changes {
        let figure = change.figure;
        begin(&mut lines, &mut group, &figure.group);
        let shown = |value| match change.is_ratio {
            true => times(value),
            false => amount(value, figure.unit),
        };
        let before = change.before.map_or_else(|| "none".to_owned(), shown);
        let percent = change.percent();
        let percent = percent.map_or_else(String::new, |percent| format!("{percent:+.0} %"));
        let line = row(&name(figure), [&before, &shown(change.now), &percent]);
        lines.push(format!("{line}{}", mark(change)));
    }
    let worse = changes.iter().filter(|change| change.is_worse()).count();
    lines.push(match worse {
        0 => "\nNothing became more than 10 % slower or larger.".to_owned(),
        count => format!(
            "\n{count} of {} became more than 10 % slower or larger.",
            changes.len()
        ),
    });
    lines.join("\n")
}

fn mark(change: &Change) -> &'static str {
    match (change.is_worse(), change.figure.unit) {
        (false, _) => "",
        (true, Unit::Milliseconds) => "  SLOWER",
        (true, Unit::Bytes | Unit::Files | Unit::Megabytes) => "  LARGER",
    }
}

fn begin<'a>(lines: &mut Vec<String>, group: &mut &'a str, next: &'a str) {
    if *group != next {
        lines.push(format!("\n{next}"));
        *group = next;
    }
}

fn row(name: &str, columns: [&str; 3]) -> String {
    let columns = columns.map(|text| format!("{text:>COLUMN$}")).concat();
    format!("{name:NAMES$}{columns}").trim_end().to_owned()
}

fn name(figure: &Figure) -> String {
    format!("  {} ({})", figure.name, figure.unit.sign())
}

fn runs(count: usize) -> String {
    match count {
        1 => "one run".to_owned(),
        count => format!("{count} runs"),
    }
}

fn times(ratio: f64) -> String {
    format!("{ratio:.2} x")
}

/// A number with as many digits as mean something.
fn amount(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Bytes | Unit::Files => thousands(value),
        Unit::Milliseconds | Unit::Megabytes if value < 10.0 => format!("{value:.2}"),
        Unit::Milliseconds | Unit::Megabytes if value < 100.0 => format!("{value:.1}"),
        Unit::Milliseconds | Unit::Megabytes => thousands(value),
    }
}

/// “149,870”
fn thousands(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::compare;

    fn report(ours: f64) -> Report {
        let figure = |name: &str, unit, ours, plain| Figure {
            group: "Opening".to_owned(),
            name: name.to_owned(),
            unit,
            ours,
            plain,
        };
        Report {
            runs: 5,
            figures: vec![
                figure("packed", Unit::Bytes, 149_870.0, 1_000.0),
                figure("first paint", Unit::Milliseconds, ours, 300.0),
                figure("blocked", Unit::Milliseconds, 0.0, 0.0),
            ],
        }
    }

    #[test]
    fn a_table_says_what_both_have() {
        let expected = "\
Medians of 5 runs                                First Light    plain page         ratio

Opening
  packed (bytes)                                     149,870         1,000      149.87 x
  first paint (ms)                                       345           300        1.15 x
  blocked (ms)                                          0.00          0.00";
        assert_eq!(figures(&report(345.0)), expected);
    }

    #[test]
    fn what_became_slower_is_marked() {
        let (before, now) = (report(300.0), report(345.0));
        let expected = "\
What has changed                                      before           now

Opening
  packed (bytes)                                     149,870       149,870          +0 %
  first paint (ms)                                    1.00 x        1.15 x         +15 %  SLOWER
  blocked (ms)                                          0.00          0.00

1 of 3 became more than 10 % slower or larger.";
        assert_eq!(changes(&compare::changes(&before, &now)), expected);
        let same = changes(&compare::changes(&now, &now));
        assert!(
            same.ends_with("Nothing became more than 10 % slower or larger."),
            "{same}"
        );
    }

    #[test]
    fn numbers_have_the_digits_that_mean_something() {
        let shown = |value| amount(value, Unit::Milliseconds);
        assert_eq!([0.974, 17.26, 1789.4].map(shown), ["0.97", "17.3", "1,789"]);
        assert_eq!(thousands(1_234_567.0), "1,234,567");
        assert_eq!(thousands(12.0), "12");
    }
}
