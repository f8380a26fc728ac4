//! Building the page with Trunk, and looking at the result with a strict eye.

pub(crate) mod checkup;
mod first_frame;
mod glue;
pub(crate) mod hosts;
pub(crate) mod html;
pub mod offline;
pub(crate) mod parts;
pub(crate) mod policy;

use crate::{
    Outcome, dist, project,
    project::Project,
    run::{self, say},
    setup::Kit,
};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// What stands in a program that has faults on demand in it.
const FAULT: &[u8] = b"fault-of-the-tests";

/// Which page is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edition {
    /// For visitors.
    Release,
    /// The same with the two made-up languages and faults on demand, for the browser tests.
    Pseudo,
    /// Quickly built, with the made-up languages and everything that helps to find mistakes.
    Dev,
}

impl Edition {
    /// The folder that the page goes to.
    pub(crate) fn folder(self, project: &Project) -> PathBuf {
        match self {
            Self::Release => project.dist(),
            Self::Pseudo => project.dist_pseudo(),
            Self::Dev => project.dist_dev(),
        }
    }

    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Release => &["--release", "--features", "parts"],
            Self::Pseudo => &["--release", "--features", "parts,pseudo-locales,faults"],
            Self::Dev => &["--features", "pseudo-locales"],
        }
    }
}

/// Builds one edition and returns its folder.
pub(crate) fn build(project: &Project, kit: &Kit, edition: Edition) -> Outcome<PathBuf> {
    let folder = edition.folder(project);
    say(&format!("Building the page into {}", folder.display()));
    let mut trunk = trunk(project, kit);
    trunk
        .args(["build", "--dist"])
        .arg(&folder)
        .args(edition.arguments());
    run::openly(&mut trunk, "Building the page")?;
    let page = project::read(&folder.join("index.html"))?;
    html::check(&page)?;
    first_frame::check(&page)?;
    if edition != Edition::Dev {
        glue::shorten(project, kit, &folder)?;
    }
    if edition == Edition::Release {
        has_no_faults(&folder)?;
    }
    hosts::write_headers(project, &folder, edition)?;
    match edition {
        Edition::Dev => offline::write_none(&folder)?,
        Edition::Release | Edition::Pseudo => offline::write(&folder)?,
    }
    checkup::write(project, &folder)?;
    if edition == Edition::Release {
        dist::tells_no_place(project, &folder)?;
        hosts::pack(&folder)?;
        hosts::write_sums(&folder)?;
    }
    Ok(folder)
}

/// Fails when the program has faults on demand in it (`src/browser/faults.rs`).
fn has_no_faults(folder: &Path) -> Outcome {
    let programs = project::files(folder)?;
    let mut programs = programs
        .iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "wasm"));
    let with_faults =
        programs.find(|file| project::read_bytes(file).is_ok_and(|bytes| names_faults(&bytes)));
    with_faults.map_or(Ok(()), |file| {
        Err(format!(
            "{} has faults for the tests in it; build it without that feature.",
            file.display()
        ))
    })
}

fn names_faults(program: &[u8]) -> bool {
    program.windows(FAULT.len()).any(|part| part == FAULT)
}

fn trunk(project: &Project, kit: &Kit) -> Command {
    let mut command = kit.command(project, "trunk");
    // Trunk takes only "true" or "false" for what may hold anything.
    if env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    command
}
