//! Tools from npm: wasm-opt, which makes the program smaller, terser, which does so with the script
//! around it, and axe-core, which finds barriers.

use super::log;
use crate::{
    Outcome, project,
    project::Project,
    run::{self, LongStep},
};
use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

const BINARYEN: &str = "132.0.0";
/// The oldest wasm-opt that is good enough when there is one on PATH.
const OLDEST_WASM_OPT: u32 = 132;
const AXE: &str = "4.14.1";
const TERSER: &str = "5.51.2";
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// The folder that holds wasm-opt.
pub(super) fn wasm_opt(project: &Project) -> Outcome<PathBuf> {
    let own = packages(project).join(".bin");
    if has_package(project, "binaryen", BINARYEN) {
        return Ok(own);
    }
    if let Some(folder) = wasm_opt_on_path() {
        return Ok(folder);
    }
    install(project).map_err(|why| {
        format!(
            "wasm-opt {OLDEST_WASM_OPT} is missing, which makes the program smaller; install node with npm \
             (https://nodejs.org) and try again, or put wasm-opt on PATH. {why}"
        )
    })?;
    Ok(own)
}

/// The folder that holds terser.
pub(super) fn terser(project: &Project) -> Outcome<PathBuf> {
    if !has_package(project, "terser", TERSER) {
        install(project).map_err(|why| {
            format!(
                "terser is missing, which makes the script around the program smaller; install node with \
                 npm (https://nodejs.org) and try again. {why}"
            )
        })?;
    }
    Ok(packages(project).join(".bin"))
}

/// axe-core's script for the browser.
pub(super) fn axe(project: &Project) -> Outcome<PathBuf> {
    if !has_package(project, "axe-core", AXE) {
        install(project).map_err(|why| {
            format!(
                "axe-core is missing, which looks for barriers in every page; install node with npm \
                 (https://nodejs.org) and try again. {why}"
            )
        })?;
    }
    Ok(packages(project).join("axe-core").join("axe.min.js"))
}

fn folder(project: &Project) -> PathBuf {
    project.tools().join("node")
}

fn packages(project: &Project) -> PathBuf {
    folder(project).join("node_modules")
}

fn has_package(project: &Project, name: &str, version: &str) -> bool {
    project::read(&packages(project).join(name).join("package.json"))
        .is_ok_and(|text| text.contains(&format!("\"version\": \"{version}\"")))
}

fn wasm_opt_on_path() -> Option<PathBuf> {
    let program = run::on_path("wasm-opt")?;
    let told = run::output_of(Command::new(&program).arg("--version"))?;
    (version_of_wasm_opt(&told)? >= OLDEST_WASM_OPT)
        .then(|| program.parent().map(Path::to_path_buf))?
}

/// 132 of "wasm-opt version 132 (version_132)".
fn version_of_wasm_opt(told: &str) -> Option<u32> {
    told.split_whitespace().nth(2)?.parse().ok()
}

fn install(project: &Project) -> Outcome {
    let wanted = format!(
        "{{\n  \"private\": true,\n  \"dependencies\": {{ \"axe-core\": \"{AXE}\", \"binaryen\": \"{BINARYEN}\", \
         \"terser\": \"{TERSER}\" }}\n}}\n"
    );
    project::write(&folder(project).join("package.json"), &wanted)?;
    LongStep {
        what: "npm install (wasm-opt, terser and axe-core)",
        usually: "10 s",
        log: log(project, "npm"),
        at_most: Duration::from_secs(600),
    }
    .run(
        Command::new(NPM)
            .current_dir(folder(project))
            .args([
                "install",
                "--no-package-lock",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
            ])
            .args(["--loglevel=error"]),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_version_of_wasm_opt() {
        assert_eq!(
            version_of_wasm_opt("wasm-opt version 132 (version_132)"),
            Some(132)
        );
        assert_eq!(version_of_wasm_opt("wasm-opt version 108"), Some(108));
        assert_eq!(version_of_wasm_opt("wasm-opt"), None);
    }
}
