//! Fuzzing: made-up bytes for every decoder, led by which parts of the program they reach.
//!
//! The targets in `fuzz/` are laid out for cargo-fuzz. It is not needed: its flags for measuring what is
//! reached are given here, and they work with the stable compiler.

use crate::{
    Outcome, project,
    project::Project,
    run::{self, in_words, say},
    setup,
};
use std::{
    env,
    fs::File,
    path::{Path, PathBuf},
    process::Command,
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

/// How long each target runs in the tests.
const SHORT: Duration = Duration::from_secs(60);
/// How often each target is called at length.
const LONG: u64 = 10_000_000;
/// How many targets run at a time.
const AT_A_TIME: usize = 2;
/// What LLVM is told, so that libFuzzer sees which blocks are reached.
const COVERAGE: &str = "--cfg fuzzing -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-simplifycfg-branch-fold-threshold=0";
/// And so that it sees what is compared there. It finds its way sooner, but each call takes three times as long: for a
/// short run, not for a long one, which goes on from what was found.
const COMPARES: &str = "-Cllvm-args=-sanitizer-coverage-trace-compares";
/// No input may take longer than this many seconds, or more than this many megabytes.
const BOUNDS: [&str; 3] = ["-timeout=10", "-rss_limit_mb=512", "-max_len=4096"];

/// One minute for each target.
pub(crate) fn short(project: &Project) -> Outcome {
    let coverage = format!("{COVERAGE} {COMPARES}");
    let how_long = format!("-max_total_time={}", SHORT.as_secs());
    all(project, &coverage, &how_long)
}

/// Ten million calls, or as many as are asked for, of each target.
pub(crate) fn long(project: &Project, times: Option<u64>) -> Outcome {
    let how_long = format!("-runs={}", times.unwrap_or(LONG));
    all(project, COVERAGE, &how_long)
}

fn all(project: &Project, coverage: &str, how_long: &str) -> Outcome {
    if let Err(why) = can_fuzz(project) {
        say(&format!("Not fuzzed: {why}"));
        // On a person's own machine something may be missing; where changes are judged nothing may.
        return env::var_os("CI").map_or(Ok(()), |_| Err(why));
    }
    let programs = build(project, coverage)?;
    let waiting = Mutex::new(programs.into_iter());
    let next = || waiting.lock().ok()?.next();
    let failures: Mutex<Vec<String>> = Mutex::default();
    thread::scope(|scope| {
        for _ in 0..AT_A_TIME {
            scope.spawn(|| {
                while let Some(program) = next() {
                    let told = target(project, &program, how_long);
                    if let (Err(why), Ok(mut failures)) = (told, failures.lock()) {
                        failures.push(why);
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().unwrap_or_default();
    if failures.is_empty() {
        Ok(())
    } else {
        Err(failures.join("\n"))
    }
}

fn can_fuzz(project: &Project) -> Outcome {
    if cfg!(windows) {
        return Err("libFuzzer is built here for Linux and macOS only.".to_owned());
    }
    setup::cpp_compiler(project)
}

/// Builds every target and gives the programs.
fn build(project: &Project, coverage: &str) -> Outcome<Vec<PathBuf>> {
    let host = host()?;
    let target = project.cargo_target().join("fuzz");
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command
        .current_dir(&project.root)
        .args(["build", "--release", "--manifest-path"])
        .arg(project.root.join("fuzz").join("Cargo.toml"))
        // With a target named, the flags are not for the build scripts.
        .args(["--target", &host])
        .env("CARGO_TARGET_DIR", &target)
        .env("RUSTFLAGS", coverage)
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    run::openly(&mut command, "Building the fuzz targets")?;
    let built = target.join(&host).join("release");
    Ok(names(project)?
        .iter()
        .map(|name| built.join(name))
        .collect())
}

/// The machine's own name for itself: "x86_64-unknown-linux-gnu".
fn host() -> Outcome<String> {
    let told = run::output_of(Command::new("rustc").arg("-vV")).unwrap_or_default();
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned)
        .ok_or_else(|| "rustc does not say what machine this is.".to_owned())
}

/// The names of the targets, in order.
fn names(project: &Project) -> Outcome<Vec<String>> {
    let folder = project.root.join("fuzz").join("fuzz_targets");
    let told = |error| format!("{} cannot be read: {error}.", folder.display());
    let mut names = Vec::new();
    for entry in folder.read_dir().map_err(told)? {
        let path = entry.map_err(told)?.path();
        names.extend(
            path.file_stem()
                .map(|name| name.to_string_lossy().into_owned()),
        );
    }
    names.sort();
    Ok(names)
}

/// Runs one target and says how it went.
fn target(project: &Project, program: &Path, how_long: &str) -> Outcome {
    let name = program.file_name().unwrap_or_default().to_string_lossy();
    let folder = project
        .cargo_target()
        .join("fuzz")
        .join("found")
        .join(&*name);
    let corpus = folder.join("corpus");
    project::make_folder(&corpus)?;
    let log = folder.join("log.txt");
    let told = |error| format!("{} cannot be written: {error}.", log.display());
    let output = File::create(&log).map_err(told)?;
    let started = Instant::now();
    let status = Command::new(program)
        .arg(how_long)
        .args(BOUNDS)
        .arg("-print_final_stats=1")
        .arg(format!("-artifact_prefix={}/", folder.display()))
        .arg(corpus)
        .arg(project.root.join("fuzz").join("seeds").join(&*name))
        .stdout(output.try_clone().map_err(told)?)
        .stderr(output)
        .status()
        .map_err(|error| format!("{name} could not be started: {error}."))?;
    // Inputs need not be UTF-8, and a failed one is in the log.
    let printed = String::from_utf8_lossy(&project::read_bytes(&log)?).into_owned();
    if status.success() {
        say(&format!(
            "  {name}: {}",
            figures(&printed, started.elapsed())
        ));
        return Ok(());
    }
    let last: Vec<&str> = printed.lines().filter(|line| says_why(line)).collect();
    Err(format!(
        "{name} failed; the input is in {}, the whole log in {}\n{}",
        folder.display(),
        log.display(),
        last.join("\n")
    ))
}

/// The lines of a log that say what went wrong.
fn says_why(line: &str) -> bool {
    ["panicked at", "ERROR:", "SUMMARY:", "Test unit written"]
        .iter()
        .any(|part| line.contains(part))
}

/// How often the target was called and how much of it was reached, in words.
fn figures(printed: &str, time: Duration) -> String {
    let called = printed
        .lines()
        .find_map(|line| line.strip_prefix("stat::number_of_executed_units:"))
        .map_or("?", str::trim);
    let reached = printed
        .rsplit_once(" cov: ")
        .and_then(|(_, rest)| rest.split_whitespace().next())
        .unwrap_or("?");
    format!(
        "called {called} times in {}, {reached} places reached, nothing found",
        in_words(time)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_figures() {
        let printed = "#2\tINITED cov: 12 ft: 13\n#9\tDONE   cov: 34 ft: 56 corp: 7/8b\n\
            stat::number_of_executed_units: 900\n";
        assert_eq!(
            figures(printed, Duration::from_secs(60)),
            format!(
                "called 900 times in {}, 34 places reached, nothing found",
                in_words(Duration::from_secs(60))
            )
        );
    }

    #[test]
    fn every_target_has_seeds() {
        let project = Project::here().unwrap();
        let names = names(&project).unwrap();
        assert!(names.contains(&"plan".to_owned()), "{names:?}");
        for name in names {
            let seeds = project.root.join("fuzz").join("seeds").join(&name);
            assert!(seeds.read_dir().unwrap().count() > 2, "{name}");
        }
    }
}
