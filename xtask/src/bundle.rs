//! Building the page with Trunk, and looking at the result with a strict eye.

mod checkup;
mod glue;
mod hosts;
pub(crate) mod html;
pub(crate) mod policy;

use crate::{
    Outcome, project,
    project::Project,
    run::{self, say},
    setup::Kit,
};
use std::{env, path::PathBuf, process::Command};

/// Which page is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edition {
    /// For visitors.
    Release,
    /// The same with the two made-up languages, for the browser tests.
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
            Self::Release => &["--release"],
            Self::Pseudo => &["--release", "--features", "pseudo-locales"],
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
    html::check(&project::read(&folder.join("index.html"))?)?;
    if edition != Edition::Dev {
        glue::shorten(project, kit, &folder)?;
    }
    hosts::write_headers(project, &folder, edition)?;
    checkup::write(project, &folder)?;
    if edition == Edition::Release {
        hosts::pack(&folder)?;
    }
    Ok(folder)
}

fn trunk(project: &Project, kit: &Kit) -> Command {
    let mut command = kit.command(project, "trunk");
    // Trunk takes only "true" or "false" for what may hold anything.
    if env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    command
}
