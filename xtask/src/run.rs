//! Starting other programs: with their output shown, hidden behind a progress line, or read.

use crate::{Outcome, project};
use std::{
    env,
    fs::File,
    io::{BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

/// How often a long step says that it is still going.
const SIGN_OF_LIFE: Duration = Duration::from_secs(10);
/// How many of a failed program's last lines are shown.
const LAST_LINES: usize = 25;

/// Runs a program and shows all that it prints.
pub(crate) fn openly(command: &mut Command, what: &str) -> Outcome {
    let status = command
        .status()
        .map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{what} failed (see above)."))
    }
}

/// What a program prints, trimmed; `None` when it is not there or fails.
pub(crate) fn output_of(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// A step that takes long: what it is called, how long it usually takes, where its output goes.
pub(crate) struct LongStep<'a> {
    /// "Building trunk 0.21.14"
    pub(crate) what: &'a str,
    /// "2 to 3 minutes"
    pub(crate) usually: &'a str,
    /// The file that keeps the whole output.
    pub(crate) log: PathBuf,
    /// After this the program is stopped.
    pub(crate) at_most: Duration,
}

impl LongStep<'_> {
    /// Runs the program with a sign of life every ten seconds. Its last lines are shown when it fails.
    pub(crate) fn run(&self, command: &mut Command) -> Outcome {
        tell(&format!("{} (usually {}) ...", self.what, self.usually));
        let started = Instant::now();
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| cannot_start(command, &error))?;
        let lines = self.watch(&mut child, started)?;
        let status = child
            .wait()
            .map_err(|error| format!("{} was lost: {error}.", self.what))?;
        if status.success() {
            tell(&format!(
                "{}: done in {}",
                self.what,
                in_words(started.elapsed())
            ));
            return Ok(());
        }
        let last = &lines[lines.len().saturating_sub(LAST_LINES)..];
        let shown: String = last.iter().map(|line| format!("    {line}\n")).collect();
        Err(format!(
            "{} failed. Its last words:\n{shown}  All of them: {}",
            self.what,
            self.log.display()
        ))
    }

    /// Collects the program's lines into the log until it ends.
    fn watch(&self, child: &mut Child, started: Instant) -> Outcome<Vec<String>> {
        if let Some(folder) = self.log.parent() {
            project::make_folder(folder)?;
        }
        let mut log = File::create(&self.log)
            .map_err(|error| format!("{} cannot be written: {error}.", self.log.display()))?;
        let (sender, receiver) = mpsc::channel();
        pass_on(child.stdout.take(), &sender);
        pass_on(child.stderr.take(), &sender);
        drop(sender);

        let mut lines: Vec<String> = Vec::new();
        let mut next_sign = started + SIGN_OF_LIFE;
        loop {
            match receiver.recv_timeout(next_sign.saturating_duration_since(Instant::now())) {
                Ok(line) => {
                    // A full disk shows soon enough elsewhere.
                    drop(writeln!(log, "{line}"));
                    lines.push(line);
                }
                Err(RecvTimeoutError::Timeout) => {
                    next_sign += SIGN_OF_LIFE;
                    tell(&format!(
                        "  {}, {}",
                        in_words(started.elapsed()),
                        how_far(&lines)
                    ));
                    if started.elapsed() > self.at_most {
                        drop(child.kill());
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return Ok(lines),
            }
        }
    }
}

fn pass_on(pipe: Option<impl Read + Send + 'static>, sender: &mpsc::Sender<String>) {
    let (Some(pipe), sender) = (pipe, sender.clone()) else {
        return;
    };
    thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                return;
            }
        }
    });
}

/// One line of what a command is for.
pub(crate) fn say(text: &str) {
    println!("{text}");
}

/// One line for the person who waits; it goes to standard error, out of the way of results.
pub(crate) fn tell(text: &str) {
    eprintln!("{text}");
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    // The system gives the same error for a missing program and for a missing folder to start it in.
    if let Some(folder) = command.get_current_dir().filter(|folder| !folder.is_dir()) {
        return format!("{} is not there.", folder.display());
    }
    format!(
        "{} cannot be started: {error}.",
        command.get_program().to_string_lossy()
    )
}

/// How far a program is, told from what it printed.
fn how_far(lines: &[String]) -> String {
    let compiled = lines
        .iter()
        .filter(|line| line.trim_start().starts_with("Compiling "))
        .count();
    match (compiled, lines.last()) {
        (0, None) => "waiting for its first words".to_owned(),
        (0, Some(last)) => last.trim().chars().take(90).collect(),
        (count, _) => format!("{count} crates compiled or being compiled"),
    }
}

/// "45 s" or "2 min 5 s".
pub(crate) fn in_words(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{seconds} s")
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}

/// The first file of this name in the folders of PATH.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&name))
        .find(|file| file.is_file())
}

/// Whether some program prints this version when asked: `trunk 0.21.14`.
pub(crate) fn has_version(program: &Path, version: &str) -> bool {
    output_of(Command::new(program).arg("--version"))
        .is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_how_far() {
        let lines = ["  Compiling a v1", "  Compiling b v1"].map(str::to_owned);
        assert_eq!(how_far(&lines), "2 crates compiled or being compiled");
        assert_eq!(how_far(&["  Unpacking x".to_owned()]), "Unpacking x");
    }

    #[test]
    fn names_the_folder_that_is_missing_and_not_the_program() {
        let mut command = Command::new("cargo");
        let told = openly(command.current_dir("/no/such/folder"), "Nothing").unwrap_err();
        assert_eq!(told, "/no/such/folder is not there.");
    }

    #[test]
    fn says_times_in_words() {
        assert_eq!(in_words(Duration::from_secs(9)), "9 s");
        assert_eq!(in_words(Duration::from_secs(125)), "2 min 5 s");
    }

    #[test]
    fn a_long_step_keeps_the_output_and_reports_a_failure() {
        let log = env::temp_dir().join(format!("first-light-step-{}.log", std::process::id()));
        let step = LongStep {
            what: "Asking",
            usually: "1 s",
            log,
            at_most: Duration::from_secs(60),
        };
        let rustc = env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
        step.run(Command::new(&rustc).arg("--version")).unwrap();
        assert!(
            std::fs::read_to_string(&step.log)
                .unwrap()
                .starts_with("rustc ")
        );
        let told = step
            .run(Command::new(&rustc).arg("--no-such-option"))
            .unwrap_err();
        assert!(told.contains("no-such-option"), "{told}");
        std::fs::remove_file(&step.log).unwrap();
    }
}
