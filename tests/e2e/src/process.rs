//! Child processes that always end with the test that started them.

use std::ffi::OsStr;
use std::fs::File;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Waits for its input to close, then ends every process of its own group.
///
/// The input is a pipe from the test. It closes when the [`Family`] is dropped, and also when the
/// test process itself is killed, so nothing is left behind either way.
const GUARDIAN: &str = r#""$@" </dev/null & read -r _; kill -KILL 0"#;

/// How long a killed process may take to be gone, on a busy machine.
const KILL_LIMIT: Duration = Duration::from_secs(30);

/// A program and all the processes that it starts, as one process group.
#[derive(Debug)]
pub struct Family {
    guardian: Child,
    log: PathBuf,
}

impl Family {
    /// Starts `program` with `arguments` and `environment`; what it prints goes to the file `log`.
    #[must_use]
    pub fn start<A: AsRef<OsStr>>(
        program: &Path,
        arguments: &[A],
        environment: &[(&str, &OsStr)],
        log: &Path,
    ) -> Family {
        let output = File::create(log).expect("the log of a child process can be created");
        let errors = output.try_clone().expect("a file handle can be copied");
        let guardian = Command::new("sh")
            .args(["-c", GUARDIAN, "sh"])
            .arg(program)
            .args(arguments)
            .envs(environment.iter().copied())
            .stdin(Stdio::piped())
            .stdout(output)
            .stderr(errors)
            .process_group(0)
            .spawn()
            .expect("sh starts");
        Family {
            guardian,
            log: log.to_owned(),
        }
    }

    /// Kills every process of the group at once (SIGKILL), and returns when all of them are gone.
    pub fn kill(&mut self) {
        let group = self.guardian.id();
        self.end();
        poll(KILL_LIMIT, || members(group).is_empty().then_some(()))
            .expect("a killed process ends");
    }

    /// Kills the processes of the group whose command line `chosen` accepts (SIGKILL), and returns when
    /// they are gone. Returns how many there were.
    pub fn kill_some(&self, chosen: impl Fn(&str) -> bool) -> usize {
        let victims: Vec<u32> = members(self.guardian.id())
            .into_iter()
            .filter(|&process| chosen(&command_line(process)))
            .collect();
        if victims.is_empty() {
            return 0;
        }
        let killed = Command::new("kill")
            .arg("-KILL")
            .args(victims.iter().map(u32::to_string))
            .status()
            .expect("`kill` starts");
        assert!(killed.success(), "the processes {victims:?} can be killed");
        poll(KILL_LIMIT, || {
            victims.iter().all(|&process| !lives(process)).then_some(())
        })
        .expect("a killed process ends");
        victims.len()
    }

    /// What the processes have printed so far.
    #[must_use]
    pub fn printed(&self) -> String {
        std::fs::read(&self.log)
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default()
    }
}

impl Family {
    fn end(&mut self) {
        drop(self.guardian.stdin.take());
        // The guardian ends itself with its group, so there is nothing more to do if this fails.
        let _ = self.guardian.wait();
    }
}

impl Drop for Family {
    fn drop(&mut self) {
        self.end();
    }
}

/// The processes of a group that have not ended.
fn members(group: u32) -> Vec<u32> {
    let processes = std::fs::read_dir("/proc").expect("Linux shows its processes under /proc");
    processes
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter(|&process| status(process).is_some_and(|status| status.group == group))
        .filter(|&process| lives(process))
        .collect()
}

/// Whether a process has not ended. One that nobody has buried yet (a zombie) has.
fn lives(process: u32) -> bool {
    status(process).is_some_and(|status| !matches!(status.state, 'Z' | 'X'))
}

struct Status {
    state: char,
    group: u32,
}

/// What Linux says of a process (proc(5), `/proc/PID/stat`): after the name in brackets come the state,
/// the parent and the group.
fn status(process: u32) -> Option<Status> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
    Some(Status {
        state: fields.next()?.chars().next()?,
        group: fields.nth(1)?.parse().ok()?,
    })
}

/// The words that a process was started with, a space between them.
fn command_line(process: u32) -> String {
    let words = std::fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    String::from_utf8_lossy(&words).replace('\0', " ")
}

/// A port of 127.0.0.1 that nobody listens on.
#[must_use]
pub fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .expect("loopback has a free port")
        .port()
}

/// Asks `question` again and again until it has an answer, at most for `limit`.
pub fn poll<T>(limit: Duration, mut question: impl FnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + limit;
    loop {
        if let Some(answer) = question() {
            return Some(answer);
        }
        if Instant::now() >= deadline {
            return None;
        }
        thread::park_timeout(Duration::from_millis(20));
    }
}
