//! A report: the figures of one run of `cargo xtask bench`, and the form in which it is kept.

use crate::Outcome;
use serde_json::{Value, json};

/// In what a figure is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Bytes, packed with brotli.
    Bytes,
    /// Files that the browser asks for.
    Files,
    /// Thousandths of a second.
    Milliseconds,
    /// Millions of bytes in the computer's memory.
    Megabytes,
}

impl Unit {
    const ALL: [Self; 4] = [
        Self::Bytes,
        Self::Files,
        Self::Milliseconds,
        Self::Megabytes,
    ];

    /// How it is written, in the table and in the file.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::Files => "files",
            Self::Milliseconds => "ms",
            Self::Megabytes => "MB",
        }
    }
}

/// One figure of both pages: the median of all runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Under what heading it stands.
    pub group: String,
    /// What it is called there.
    pub name: String,
    /// In what it is counted.
    pub unit: Unit,
    /// What First Light has, in that unit.
    pub ours: f64,
    /// What the plain page has, in that unit.
    pub plain: f64,
}

impl Figure {
    /// How many times what the plain page has; none where that has nothing.
    pub(super) fn ratio(&self) -> Option<f64> {
        (self.plain > 0.0).then(|| self.ours / self.plain)
    }

    fn to_json(&self) -> Value {
        json!({
            "group": self.group, "name": self.name, "unit": self.unit.sign(), "ours": self.ours, "plain": self.plain,
        })
    }

    fn from_json(value: &Value) -> Option<Self> {
        let text = |key: &str| value[key].as_str().map(str::to_owned);
        let sign = value["unit"].as_str()?;
        Some(Self {
            group: text("group")?,
            name: text("name")?,
            unit: Unit::ALL.into_iter().find(|unit| unit.sign() == sign)?,
            ours: value["ours"].as_f64()?,
            plain: value["plain"].as_f64()?,
        })
    }
}

/// All figures of one run of the command.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// How often everything was measured.
    pub runs: usize,
    /// The figures, in the order of the table.
    pub figures: Vec<Figure>,
}

impl Report {
    /// The text of the file that keeps it.
    #[must_use]
    pub fn to_json(&self) -> String {
        let figures: Vec<Value> = self.figures.iter().map(Figure::to_json).collect();
        format!("{:#}\n", json!({ "runs": self.runs, "figures": figures }))
    }

    /// Reads the text of such a file.
    ///
    /// # Errors
    /// One sentence when the text is no report.
    pub fn from_json(text: &str) -> Outcome<Self> {
        Self::read(text).ok_or_else(|| "this is no report of `cargo xtask bench`.".to_owned())
    }

    fn read(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        let figures = value["figures"].as_array()?.iter().map(Figure::from_json);
        Some(Self {
            runs: usize::try_from(value["runs"].as_u64()?).ok()?,
            figures: figures.collect::<Option<_>>()?,
        })
    }

    /// The figure of that name under that heading.
    pub(super) fn figure(&self, group: &str, name: &str) -> Option<&Figure> {
        let is_it = |figure: &&Figure| figure.group == group && figure.name == name;
        self.figures.iter().find(is_it)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_kept_and_read_again() {
        let figures = Unit::ALL.map(|unit| Figure {
            group: "Opening".to_owned(),
            name: format!("in {}", unit.sign()),
            unit,
            ours: 1.25,
            plain: 0.0,
        });
        let report = Report {
            runs: 5,
            figures: figures.into(),
        };
        assert_eq!(Report::from_json(&report.to_json()), Ok(report));
    }

    #[test]
    fn anything_else_is_no_report() {
        for text in [
            "",
            "[]",
            r#"{"runs":1}"#,
            r#"{"runs":1,"figures":[{"group":"a"}]}"#,
        ] {
            assert!(Report::from_json(text).is_err(), "{text}");
        }
    }
}
