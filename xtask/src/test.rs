//! Running the tests, from the quickest to the slowest, up to the first failure.

use crate::{
    Outcome,
    bundle::{self, Edition},
    dist, fuzz,
    project::Project,
    run::{self, in_words, say},
    setup::{Kit, TestKit},
    size,
};
use std::{
    env,
    process::Command,
    time::{Duration, Instant},
};

/// A part of the tests that can be run alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Lint,
    Native,
    Fuzz,
    Browser,
    EndToEnd,
    Size,
    Same,
}

impl Part {
    const ALL: [Self; 7] = [
        Self::Lint,
        Self::Native,
        Self::Fuzz,
        Self::Browser,
        Self::EndToEnd,
        Self::Size,
        Self::Same,
    ];

    /// The part that is meant by a word on the command line.
    pub(crate) fn named(word: &str) -> Option<Self> {
        Some(match word {
            "native" => Self::Native,
            "fuzz" => Self::Fuzz,
            "browser" => Self::Browser,
            "e2e" => Self::EndToEnd,
            "same" => Self::Same,
            _ => return None,
        })
    }

    fn title(self) -> &'static str {
        match self {
            Self::Lint => "lint: form and warnings",
            Self::Native => "native: model, format, text, pages",
            Self::Fuzz => "fuzz: made-up bytes for everything that is read",
            Self::Browser => "browser: what only Chromium can tell",
            Self::EndToEnd => "e2e: the whole page in every browser",
            Self::Size => "size: what a first visit downloads",
            Self::Same => "same: a build in another folder, byte for byte",
        }
    }
}

/// Runs every part and closes with a summary.
pub(crate) fn all(project: &Project) -> Outcome {
    let started = Instant::now();
    let kit = Kit::ready(project)?;
    let browsers = TestKit::ready(project)?;
    complete_or_local(&browsers)?;
    let mut done: Vec<(Part, Duration)> = Vec::new();
    let mut failure = None;
    for part in Part::ALL {
        let began = Instant::now();
        say(&format!("\n== {}", part.title()));
        if let Err(why) = run(part, project, &kit, Some(&browsers), &[]) {
            failure = Some((part, why));
            break;
        }
        done.push((part, began.elapsed()));
    }
    summary(
        &done,
        failure.as_ref(),
        &browsers.missing,
        started.elapsed(),
    );
    failure.map_or(Ok(()), |(part, why)| {
        Err(format!("{}: {why}", part.title()))
    })
}

/// Runs one part, installing only what it needs. `filters` are handed to the test program.
pub(crate) fn one(project: &Project, part: Part, filters: &[String]) -> Outcome {
    let kit = Kit::ready(project)?;
    let needs_browsers = matches!(part, Part::Browser | Part::EndToEnd);
    let browsers = needs_browsers
        .then(|| TestKit::ready(project))
        .transpose()?;
    run(part, project, &kit, browsers.as_ref(), filters)?;
    for missing in browsers.iter().flat_map(|browsers| &browsers.missing) {
        say(&format!("Not tested: {missing}"));
    }
    Ok(())
}

fn run(
    part: Part,
    project: &Project,
    kit: &Kit,
    browsers: Option<&TestKit>,
    filters: &[String],
) -> Outcome {
    match (part, browsers) {
        (Part::Lint, _) => lint(project, kit),
        (Part::Native, _) => native(project, filters),
        (Part::Fuzz, _) => fuzz::short(project),
        (Part::Browser, Some(browsers)) => in_chromium(project, kit, browsers, filters),
        (Part::EndToEnd, Some(browsers)) => end_to_end(project, kit, browsers, filters),
        (Part::Size, _) => measure(project, kit),
        (Part::Same, _) => same(project, kit),
        (Part::Browser | Part::EndToEnd, None) => {
            Err("the browsers were not looked for.".to_owned())
        }
    }
}

/// On a person's own machine a browser may be missing; where changes are judged none may.
fn complete_or_local(browsers: &TestKit) -> Outcome {
    if env::var_os("CI").is_some() && !browsers.missing.is_empty() {
        return Err(browsers.missing.join("\n"));
    }
    Ok(())
}

fn summary(
    done: &[(Part, Duration)],
    failure: Option<&(Part, String)>,
    missing: &[String],
    all: Duration,
) {
    say("\n== what ran");
    for (part, time) in done {
        say(&format!("  passed  {} ({})", part.title(), in_words(*time)));
    }
    if let Some((part, _)) = failure {
        say(&format!(
            "  FAILED  {}; what comes after it did not run",
            part.title()
        ));
    }
    for sentence in missing {
        say(&format!("  not tested  {sentence}"));
    }
    say(&format!("  {} in all", in_words(all)));
    say(&format!(
        "\nparts: {} passed, {} failed",
        done.len(),
        usize::from(failure.is_some())
    ));
}

/// Cargo for this machine, started in the repository.
pub(crate) fn cargo(project: &Project) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(&project.root);
    command
}

/// Formatting, and the compiler's and clippy's warnings on both sides.
pub(crate) fn lint(project: &Project, kit: &Kit) -> Outcome {
    run::openly(
        cargo(project).args(["fmt", "--all", "--check"]),
        "The check of the form (`cargo fmt --all` mends it)",
    )?;
    let clippy = ["--", "--deny", "warnings"];
    run::openly(
        cargo(project)
            .args(["clippy", "--workspace", "--all-targets"])
            .args(clippy),
        "Clippy",
    )?;
    if !kit.has_clippy() {
        say("Clippy for the browser's side is left out: the compiler in use for it has none.");
        return Ok(());
    }
    let mut browser_side = kit.command(project, "cargo");
    browser_side.args([
        "clippy",
        "--package",
        "first-light",
        "--target",
        "wasm32-unknown-unknown",
    ]);
    browser_side
        .args(["--lib", "--bins", "--test", "browser"])
        .args(clippy);
    run::openly(&mut browser_side, "Clippy for the browser's side")
}

fn native(project: &Project, filters: &[String]) -> Outcome {
    let mut command = cargo(project);
    command
        .args([
            "test",
            "--workspace",
            "--exclude",
            "e2e",
            "--no-fail-fast",
            "--",
        ])
        .args(filters);
    run::openly(&mut command, "The native tests")
}

fn in_chromium(project: &Project, kit: &Kit, browsers: &TestKit, filters: &[String]) -> Outcome {
    let Some(driver) = &browsers.browsers.chromedriver else {
        return Err(browsers.missing.join("\n"));
    };
    let mut command = kit.command(project, "cargo");
    command
        .args([
            "test",
            "--package",
            "first-light",
            "--target",
            "wasm32-unknown-unknown",
            "--test",
            "browser",
            "--",
        ])
        .args(filters)
        .env("CHROMEDRIVER", driver);
    run::openly(&mut command, "The tests in Chromium")
}

fn end_to_end(project: &Project, kit: &Kit, browsers: &TestKit, filters: &[String]) -> Outcome {
    let pseudo = bundle::build(project, kit, Edition::Pseudo)?;
    let mut command = in_browsers(project, kit, browsers)?;
    command.args(filters).env("FL_DIST_PSEUDO", pseudo);
    run::openly(&mut command, "The tests of the whole page")
}

/// Runs the tests in browsers whose names hold `what`, with these variables, and shows what they print.
pub(crate) fn torture(project: &Project, what: &str, variables: &[(&str, String)]) -> Outcome {
    let kit = Kit::ready(project)?;
    let browsers = TestKit::ready(project)?;
    let mut command = in_browsers(project, &kit, &browsers)?;
    command
        .args([what, "--nocapture", "--include-ignored"])
        .envs(variables.iter().map(|(name, value)| (name, value)));
    run::openly(&mut command, "The torture")
}

/// The tests of the whole page, which is built for them.
fn in_browsers(project: &Project, kit: &Kit, browsers: &TestKit) -> Outcome<Command> {
    let dist = bundle::build(project, kit, Edition::Release)?;
    let mut command = cargo(project);
    command
        .args(["test", "--package", "e2e", "--no-fail-fast", "--"])
        .envs(browsers.variables())
        .env("FL_DIST", dist);
    Ok(command)
}

/// Builds the page here and in another folder and compares them.
fn same(project: &Project, kit: &Kit) -> Outcome {
    let dist = bundle::build(project, kit, Edition::Release)?;
    dist::is_same_elsewhere(project, &dist)
}

/// Builds the page for visitors and measures it.
pub(crate) fn measure(project: &Project, kit: &Kit) -> Outcome {
    let dist = bundle::build(project, kit, Edition::Release)?;
    size::tell_costs(project, kit)?;
    size::check_budget(&dist)
}
