//! First Light beside a plain page: what a first visit downloads, and how long everything takes.
//!
//! The page is built as for visitors. The program `bench` of `tests/e2e` then drives a browser through both pages,
//! which take turns, and hands over its figures as a [`Report`]. What is decided here needs no browser: the table,
//! and what became slower or larger since the report before.

mod compare;
mod report;
mod samples;
mod table;

pub use report::{Figure, Report, Unit};
pub use samples::{Measure, Samples, Side, median, percentile};

use crate::{
    Outcome,
    bundle::{self, Edition},
    project::{self, Project},
    run::{self, say},
    setup::{Kit, TestKit},
    size, test,
};
use std::path::{Path, PathBuf};

/// The variable with the file that the program `bench` writes its figures to.
pub const OUT: &str = "FL_BENCH_OUT";
/// How often everything is measured, if nothing else is asked for.
const RUNS: usize = 5;
/// The most that may be asked for: a day and a night.
const MOST_RUNS: usize = 500;

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Options {
    /// How often everything is measured.
    runs: usize,
    /// Whether the report is kept where it can be committed.
    saves: bool,
}

impl Options {
    /// Reads the words after `bench`.
    pub(crate) fn read(mut words: &[&str]) -> Outcome<Self> {
        let mut asked = Self {
            runs: RUNS,
            saves: false,
        };
        loop {
            words = match words {
                [] => return Ok(asked),
                ["--save", rest @ ..] => {
                    asked.saves = true;
                    rest
                }
                ["--runs", runs, rest @ ..] => {
                    let number = runs.parse().ok();
                    let number = number.filter(|number| (1..=MOST_RUNS).contains(number));
                    asked.runs = number.ok_or_else(|| {
                        format!("--runs takes a number from 1 to {MOST_RUNS}, not {runs}.")
                    })?;
                    rest
                }
                [other, ..] => {
                    return Err(format!("`bench` takes --runs N and --save, not {other}."));
                }
            }
        }
    }
}

/// Where reports are kept.
struct Reports {
    /// That of the last run on this machine.
    last: PathBuf,
    /// That which came with the repository.
    committed: PathBuf,
    /// What the browser is still being asked for.
    times: PathBuf,
}

impl Reports {
    fn of(project: &Project) -> Self {
        let own = project.root.join("target").join("bench");
        Self {
            last: own.join("last.json"),
            committed: folder(project).join("report.json"),
            times: own.join("times.json"),
        }
    }

    /// The report to compare with, and where it stands.
    fn earlier(&self) -> Outcome<Option<(Report, &Path)>> {
        let files = [&self.last, &self.committed].into_iter();
        let mut there = files.filter(|file| file.is_file());
        there
            .next()
            .map(|file| Ok((read(file)?, file.as_path())))
            .transpose()
    }
}

fn folder(project: &Project) -> PathBuf {
    project.root.join("bench")
}

fn read(file: &Path) -> Outcome<Report> {
    Report::from_json(&project::read(file)?).map_err(|why| format!("{}: {why}", file.display()))
}

/// Builds the page, measures it beside the plain one, prints the figures and what has changed.
pub(crate) fn tell(project: &Project, options: Options) -> Outcome {
    let reports = Reports::of(project);
    // Before all else: nobody wants to hear after half an hour that an old report cannot be read.
    let earlier = reports.earlier()?;
    let dist = bundle::build(project, &Kit::ready(project)?, Edition::Release)?;
    let times = measure(project, &dist, &reports.times, options.runs)?;
    let sizes = [&dist, &folder(project).join("plain")].map(|folder| size::visit(folder));
    let [ours, plain] = sizes;
    let report = Report {
        figures: [first_visit(ours?, plain?), times.figures].concat(),
        ..times
    };
    say(&format!("\n{}", table::figures(&report)));
    if let Some((earlier, file)) = earlier {
        say(&format!(
            "\nSince {}; x is times what the plain page has:",
            file.display()
        ));
        say(&table::changes(&compare::changes(&earlier, &report)));
    }
    project::write(&reports.last, &report.to_json())?;
    if options.saves {
        project::write(&reports.committed, &report.to_json())?;
        say(&format!("\nKept in {}", reports.committed.display()));
    }
    Ok(())
}

/// Has the browser driven through both pages.
fn measure(project: &Project, dist: &Path, out: &Path, runs: usize) -> Outcome<Report> {
    let browsers = TestKit::ready(project)?;
    if browsers.browsers.chromium.is_none() || browsers.browsers.chromedriver.is_none() {
        return Err(browsers.missing.join("\n"));
    }
    project::write(out, "")?;
    let mut command = test::cargo(project);
    command
        .args(["run", "--quiet", "--package", "e2e", "--bin", "bench"])
        .envs(browsers.variables())
        .env("FL_DIST", dist)
        .env("FL_TIMES", runs.to_string())
        .env(OUT, out);
    run::openly(&mut command, "Measuring")?;
    read(out)
}

/// What a first visit downloads.
fn first_visit(ours: size::Visit, plain: size::Visit) -> Vec<Figure> {
    let figure = |name: &str, unit, count: fn(&size::Visit) -> usize| Figure {
        group: "A first visit".to_owned(),
        name: name.to_owned(),
        unit,
        ours: count(&ours) as f64,
        plain: count(&plain) as f64,
    };
    vec![
        figure("downloads, packed", Unit::Bytes, |visit| visit.bytes),
        figure("asks for", Unit::Files, |visit| visit.files),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_asked_for() {
        let asked = |words: &[&str]| {
            Options::read(words)
                .ok()
                .map(|asked| (asked.runs, asked.saves))
        };
        assert_eq!(asked(&[]), Some((RUNS, false)));
        assert_eq!(asked(&["--save", "--runs", "3"]), Some((3, true)));
        for wrong in [&["--runs"][..], &["--runs", "0"], &["--runs", "x"], &["3"]] {
            assert_eq!(asked(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn the_plain_page_is_one_small_file() {
        let project = Project::here().unwrap();
        let visit = size::visit(&folder(&project).join("plain")).unwrap();
        assert_eq!(visit.files, 1);
        assert!(visit.bytes < 3_000, "{}", visit.bytes);
    }
}
