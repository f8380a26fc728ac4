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

    /// What the processes have printed so far.
    #[must_use]
    pub fn printed(&self) -> String {
        std::fs::read(&self.log)
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default()
    }
}

impl Drop for Family {
    fn drop(&mut self) {
        drop(self.guardian.stdin.take());
        // The guardian ends itself with its group, so there is nothing more to do if this fails.
        let _ = self.guardian.wait();
    }
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
