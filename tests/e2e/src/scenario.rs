//! Runs one scenario in one engine and keeps a picture of what went wrong.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::server::Server;
use crate::tools::out_folder;
use crate::{Browser, Engine, Home, Setup};

/// A browser and the server that it visits.
#[derive(Debug)]
pub struct Visit {
    /// The browser.
    pub browser: Browser,
    /// The server with its log of requests.
    pub server: Server,
}

impl Visit {
    /// Opens a page of the app by its fragment (such as `#/settings`).
    pub fn open(&self, fragment: &str) {
        self.browser.open(&self.server.url(fragment));
    }

    /// Ends the browser in some way, and starts it again with the same profile.
    #[must_use]
    pub fn comes_back(self, end: fn(Browser) -> Home) -> Visit {
        let engine = self.browser.engine();
        let home = end(self.browser);
        Visit {
            browser: Browser::start_at(engine, Setup::default(), home),
            server: self.server,
        }
    }
}

/// Does what `scenario` says, which starts browsers of this engine by itself, one at a time.
pub fn run_alone(engine: Engine, scenario: impl FnOnce(Engine)) {
    if let Some(_turn) = turn(engine) {
        scenario(engine);
    }
}

/// Waits until no other test uses this engine. `None` when it is not there and need not be.
fn turn(engine: Engine) -> Option<MutexGuard<'static, ()>> {
    static TURNS: [Mutex<()>; 3] = [const { Mutex::new(()) }; 3];
    if let Some(tool) = engine.missing()
        && std::env::var_os("CI").is_none()
    {
        // On a person's own machine a browser may be missing; where changes are judged none may.
        eprintln!("not tested in {engine}: {tool}");
        return None;
    }
    let turn = TURNS[engine as usize].lock();
    Some(turn.unwrap_or_else(PoisonError::into_inner))
}

/// Visits the files under `root` with `engine` and does what `scenario` says.
///
/// One browser of an engine runs at a time. When the scenario panics, a picture and the page's
/// source are put in `target/e2e` under the scenario's name.
pub fn run(engine: Engine, name: &str, root: &Path, setup: Setup, scenario: fn(&Visit)) {
    let Some(_turn) = turn(engine) else {
        return;
    };
    let visit = Visit {
        server: Server::start(root),
        browser: Browser::start(engine, setup),
    };
    if let Err(failure) = catch_unwind(AssertUnwindSafe(|| scenario(&visit))) {
        keep_evidence(&visit, engine, name);
        resume_unwind(failure);
    }
}

fn keep_evidence(visit: &Visit, engine: Engine, name: &str) {
    let stem = out_folder().join(format!("{}-{engine}", name.replace("::", "-")));
    // The browser itself may be what failed; then the panic message has to do.
    let _ = catch_unwind(AssertUnwindSafe(|| {
        fs::create_dir_all(out_folder()).expect("the folder for evidence can be created");
        fs::write(stem.with_extension("png"), visit.browser.picture())
            .expect("the picture can be written");
        let page = visit
            .browser
            .text_of("return document.documentElement.outerHTML");
        let requests = visit.server.requests().join("\n");
        let violations = visit.server.violations().join("\n");
        fs::write(
            stem.with_extension("txt"),
            format!(
                "{}\n\n{requests}\n\n{violations}\n\n{page}\n",
                visit.browser.fragment()
            ),
        )
        .expect("the page can be written");
        eprintln!("{engine}: see {}.png and .txt", stem.display());
    }));
}
