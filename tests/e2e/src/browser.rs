//! One visit of a person to the app: a browser with a fresh profile, driven step by step.

mod arrange;
mod command;

use std::fs;
use std::future::Future;
use std::time::Duration;

use base64::Engine as _;
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::engine::{DOWNLOADS, Driver, Engine, Setup};
use crate::home::Home;
use crate::process::poll;
use command::Command;

/// How long a page may take to get where a test expects it, on a busy machine with two cores.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long one command may take before the browser counts as hanging.
const COMMAND_LIMIT: Duration = Duration::from_secs(120);

/// A browser that a test drives. Ends, with all its processes and files, when dropped.
// The order of the fields is the order of the end: session, processes, files.
#[derive(Debug)]
pub struct Browser {
    engine: Engine,
    setup: Setup,
    client: Option<Client>,
    runtime: Runtime,
    driver: Driver,
    home: Home,
}

impl Browser {
    /// Starts `engine` in the circumstances of `setup`, with a fresh profile.
    #[must_use]
    pub fn start(engine: Engine, setup: Setup) -> Browser {
        Browser::start_at(engine, setup, Home::fresh())
    }

    /// Starts `engine` with the profile that it had before, as somebody does who comes back to their
    /// computer. WebKit forgets everything between two automated visits.
    #[must_use]
    pub fn start_at(engine: Engine, setup: Setup, home: Home) -> Browser {
        let driver = engine.drive(setup, &home);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime starts");
        let client = connect(engine, &runtime, &driver);
        let browser = Browser {
            engine,
            setup,
            client: Some(client),
            runtime,
            driver,
            home,
        };
        browser.arrange(setup);
        browser
    }

    /// The engine of this browser.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The folder that this browser keeps everything in.
    #[must_use]
    pub fn home(&self) -> Home {
        self.home.clone()
    }

    /// Kills the whole browser with all its processes (SIGKILL), as a computer does that runs out of
    /// memory, and gives back its home.
    #[must_use]
    pub fn kill(mut self) -> Home {
        self.driver.family.kill();
        // There is nobody left to ask for a polite end.
        self.client = None;
        self.home()
    }

    /// Kills the processes that show pages (SIGKILL), as when a tab crashes. The browser itself goes on, in
    /// Firefox and WebKit with a new tab. Chromium's driver does not lead out of there: go on with
    /// [`Browser::ends`].
    pub fn kill_tabs(&mut self) {
        let engine = self.engine;
        let killed = self.driver.browser().kill_some(|line| engine.is_tab(line));
        assert!(killed > 0, "{engine} has no process that shows pages");
        match engine {
            Engine::Chromium => {}
            Engine::Firefox => {
                let crashed = "return gBrowser.selectedTab.hasAttribute('crashed')";
                self.wait_for("Firefox to see the crash", || {
                    (self.in_firefox_itself(crashed) == json!(true)).then_some(())
                });
                self.open_tab();
            }
            Engine::WebKit => {
                // The driver ends its session once it has heard of the crash. The browser gets another one.
                self.wait_for("the end of the session", || self.handles().err());
                self.say_goodbye();
                self.client = Some(connect(engine, &self.runtime, &self.driver));
                self.arrange(self.setup);
            }
        }
    }

    fn handles(&self) -> Result<Value, String> {
        self.try_command(Command {
            path: "window/handles",
            body: None,
            method: Method::GET,
        })
    }

    /// Runs a script in Firefox's own window instead of the page.
    fn in_firefox_itself(&self, script: &str) -> Value {
        self.post("moz/context", json!({ "context": "chrome" }));
        let answer = self.script(script, json!([]));
        self.post("moz/context", json!({ "context": "content" }));
        answer
    }

    /// Ends the browser in order, as somebody does who closes its window, and gives back its home.
    #[must_use]
    pub fn ends(mut self) -> Home {
        self.say_goodbye();
        self.home()
    }

    /// Opens an empty tab and goes on there; returns the name of the tab.
    pub fn open_tab(&self) -> String {
        self.open_new("tab")
    }

    /// Opens an empty window beside this one and goes on there; returns its name.
    pub fn open_window(&self) -> String {
        self.open_new("window")
    }

    fn open_new(&self, kind: &str) -> String {
        let tab = self.post("window/new", json!({ "type": kind }));
        let name = tab["handle"].as_str().expect("a new tab has a name");
        self.switch_to(name);
        name.to_owned()
    }

    /// The name of the tab or window that is driven now.
    #[must_use]
    pub fn tab(&self) -> String {
        let tab = self.get("window");
        tab.as_str().expect("a tab has a name").to_owned()
    }

    /// Goes on in the tab or window of that name.
    pub fn switch_to(&self, tab: &str) {
        self.post("window", json!({ "handle": tab }));
    }

    /// A command of Chromium's own protocol, which the driver passes on, and its answer.
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.post(
            "goog/cdp/execute",
            json!({ "cmd": command, "params": parameters }),
        )
    }

    /// Opens an address as if typed in the address bar, and waits for the page's `load`.
    pub fn open(&self, url: &str) {
        self.post("url", json!({ "url": url }));
    }

    /// Loads the page again.
    pub fn reload(&self) {
        self.post("refresh", json!({}));
    }

    /// The browser's own back button.
    pub fn back(&self) {
        self.post("back", json!({}));
    }

    /// The browser's own forward button.
    pub fn forward(&self) {
        self.post("forward", json!({}));
    }

    /// The fragment of the address, with its `#`; empty when there is none.
    #[must_use]
    pub fn fragment(&self) -> String {
        self.text_of("return location.hash")
    }

    /// Runs `script` in the page (its arguments are in `arguments`) and gives what it returns.
    pub fn script(&self, script: &str, arguments: Value) -> Value {
        self.post(
            "execute/sync",
            json!({ "script": script, "args": arguments }),
        )
    }

    /// Runs a script that calls its last argument with the result when it is done.
    pub fn script_with_callback(&self, script: &str, arguments: Value) -> Value {
        self.post(
            "execute/async",
            json!({ "script": script, "args": arguments }),
        )
    }

    /// The text that `script` returns; empty for anything else.
    #[must_use]
    pub fn text_of(&self, script: &str) -> String {
        match self.script(script, json!([])) {
            Value::String(text) => text,
            _ => String::new(),
        }
    }

    /// Whether `script` returns `true`.
    #[must_use]
    pub fn is_true(&self, script: &str) -> bool {
        self.script(script, json!([])) == Value::Bool(true)
    }

    /// Waits until `question` has an answer; `what` says in a failure what was waited for.
    #[track_caller]
    pub fn wait_for<T>(&self, what: &str, question: impl FnMut() -> Option<T>) -> T {
        poll(PATIENCE, question).unwrap_or_else(|| {
            panic!(
                "{}: waited {} s in vain for {what}, at {}",
                self.engine,
                PATIENCE.as_secs(),
                self.fragment()
            )
        })
    }

    /// Waits until `script` returns `true`.
    #[track_caller]
    pub fn wait_until(&self, what: &str, script: &str) {
        self.wait_for(what, || self.is_true(script).then_some(()));
    }

    /// Waits until the page's service worker has every file and answers for the host. From then on nothing is
    /// asked for any more but the worker itself.
    #[track_caller]
    pub fn waits_for_the_worker(&self) {
        self.wait_until(
            "the service worker",
            "return !!navigator.serviceWorker.controller",
        );
    }

    /// A picture of what is on the screen, as PNG.
    pub fn picture(&self) -> Vec<u8> {
        let encoded = self.get("screenshot");
        base64::engine::general_purpose::STANDARD
            .decode(encoded.as_str().unwrap_or_default())
            .expect("a screenshot is base64")
    }

    /// Waits for the file that the page saved through the browser's own download, and reads it.
    #[must_use]
    #[track_caller]
    pub fn saved_file(&self, name: &str) -> String {
        let path = self.home.path().join(DOWNLOADS).join(name);
        self.wait_for(&format!("the saved file {name}"), || {
            let text = fs::read_to_string(&path).ok()?;
            // Firefox makes an empty file first, to keep the name.
            (!text.is_empty()).then_some(text)
        })
    }

    /// Waits for a file that the page saved, whatever its name, reads it, and takes it away.
    #[must_use]
    #[track_caller]
    pub fn any_saved_file(&self) -> String {
        let folder = self.home.path().join(DOWNLOADS);
        let (path, text) = self.wait_for("a saved file", || {
            let path = fs::read_dir(&folder).ok()?.flatten().next()?.path();
            let unfinished = path.extension().is_some_and(|ending| {
                ending == "part" || ending == "crdownload" || ending == "wkdownload"
            });
            let text = fs::read_to_string(&path).ok()?;
            (!unfinished && !text.is_empty()).then_some((path, text))
        });
        fs::remove_file(path).expect("a saved file can be taken away");
        text
    }

    /// What the page and the browser wrote to the console as errors (Chromium only; empty elsewhere).
    #[must_use]
    pub fn console_errors(&self) -> Vec<String> {
        if self.engine != Engine::Chromium {
            return Vec::new();
        }
        let entries = self.post("se/log", json!({ "type": "browser" }));
        entries
            .as_array()
            .into_iter()
            .flatten()
            .filter(|entry| entry["level"] == "SEVERE")
            .map(|entry| entry["message"].to_string())
            .collect()
    }

    /// Sends a command of the session by POST.
    #[track_caller]
    pub(crate) fn post(&self, path: &'static str, body: Value) -> Value {
        self.command(Command {
            path,
            body: Some(body),
            method: Method::POST,
        })
    }

    /// Asks for something of the session by GET.
    #[track_caller]
    pub(crate) fn get(&self, path: &'static str) -> Value {
        self.command(Command {
            path,
            body: None,
            method: Method::GET,
        })
    }

    #[track_caller]
    fn command(&self, command: Command) -> Value {
        let path = command.path;
        match self.try_command(command) {
            Ok(value) => value,
            Err(problem) => panic!("{}: {path}: {problem}", self.engine),
        }
    }

    fn try_command(&self, command: Command) -> Result<Value, String> {
        let client = self.client.as_ref().ok_or("the session is closed")?;
        self.block_on(client.issue_cmd(command))
    }

    /// A polite end lets the browser close its files; its processes end in any case.
    fn say_goodbye(&mut self) {
        if let Some(client) = self.client.take() {
            let _ = self.runtime.block_on(async {
                tokio::time::timeout(Duration::from_secs(10), client.close()).await
            });
        }
    }

    fn block_on(
        &self,
        work: impl Future<Output = Result<Value, CmdError>>,
    ) -> Result<Value, String> {
        self.runtime
            .block_on(async { tokio::time::timeout(COMMAND_LIMIT, work).await })
            .map_err(|_| format!("no answer. The driver said: {}", self.driver.printed()))?
            .map_err(|error| error.to_string())
    }
}

/// Begins a session.
fn connect(engine: Engine, runtime: &Runtime, driver: &Driver) -> Client {
    let Value::Object(capabilities) = driver.capabilities.clone() else {
        unreachable!("capabilities are an object");
    };
    runtime
        .block_on(async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(capabilities);
            tokio::time::timeout(COMMAND_LIMIT, builder.connect(&driver.address)).await
        })
        .unwrap_or_else(|_| panic!("{engine} did not start: {}", driver.printed()))
        .unwrap_or_else(|error| {
            panic!(
                "{engine} did not start: {error}. It said: {}",
                driver.printed()
            )
        })
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.say_goodbye();
    }
}
