//! How each of the three engines is started, with a fresh profile or in a home that it had before.

use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};

use crate::home::Home;
use crate::process::{Family, free_port, poll};
use crate::tools::Tool;

/// How long a driver or a screen may take to come up.
const START_LIMIT: Duration = Duration::from_secs(30);

/// The folder under a browser's home that saved files go to.
pub(crate) const DOWNLOADS: &str = "Downloads";

/// The engines that people use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge, Opera, Samsung Internet.
    Chromium,
    /// Firefox and Tor Browser.
    Firefox,
    /// Safari, all browsers on iPhones, GNOME Web.
    WebKit,
}

/// What the person has asked the system for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colours {
    /// Light surfaces.
    #[default]
    Light,
    /// Dark surfaces.
    Dark,
}

/// The room that the page has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// A laptop.
    #[default]
    Wide,
    /// 320 CSS pixels: a small phone, or 1280 pixels at 400 % zoom.
    Narrow,
}

/// Whether the browser lets the page keep anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StorageAccess {
    /// localStorage works.
    #[default]
    Allowed,
    /// The person or the browser has switched localStorage off.
    Blocked,
}

/// The circumstances of one visit.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setup {
    /// Light or dark.
    pub colours: Colours,
    /// Wide or narrow.
    pub width: Width,
    /// localStorage works or not.
    pub storage: StorageAccess,
}

/// A driver that answers on loopback, and what it needs to keep running.
#[derive(Debug)]
pub(crate) struct Driver {
    pub(crate) address: String,
    pub(crate) capabilities: Value,
    pub(crate) family: Family,
    /// The browser, where the driver does not start it.
    browser: Option<Family>,
    _screen: Option<Family>,
}

impl Driver {
    /// What the driver and its browser have printed, for failure messages.
    pub(crate) fn printed(&self) -> String {
        self.family.printed()
    }

    /// The browser's processes.
    pub(crate) fn browser(&self) -> &Family {
        self.browser.as_ref().unwrap_or(&self.family)
    }
}

impl Engine {
    /// Whether its driver can print to PDF (W3C WebDriver, Print Page).
    ///
    /// WebKitGTK's cannot: version 2.50.6 (Debian's webkit2gtk-driver 2.50.6-1~deb12u2) answers
    /// `POST /session/{id}/print` with 404 and `{"error":"unknown command","message":"Unknown command:
    /// /session/…/print"}`, and among the paths in the program itself there is none for printing.
    #[must_use]
    pub fn prints(self) -> bool {
        self != Engine::WebKit
    }

    /// The first of its programs that is not there.
    #[must_use]
    pub fn missing(self) -> Option<Tool> {
        let needed: &[Tool] = match self {
            Engine::Chromium => &[Tool::CHROMEDRIVER, Tool::CHROMIUM],
            Engine::Firefox => &[Tool::GECKODRIVER, Tool::FIREFOX],
            Engine::WebKit => &[Tool::WEBKITDRIVER, Tool::MINIBROWSER, Tool::XVFB],
        };
        needed.iter().copied().find(|tool| tool.find().is_none())
    }

    /// Starts the driver; everything it writes goes under `home`.
    pub(crate) fn drive(self, setup: Setup, home: &Home) -> Driver {
        fs::create_dir_all(home.path().join(DOWNLOADS)).expect("a folder can be created at home");
        match self {
            Engine::Chromium => chromium(setup, home),
            Engine::Firefox => firefox(setup, home),
            Engine::WebKit => webkit(setup, home),
        }
    }
}

impl Engine {
    /// Whether a process with this command line shows a page.
    pub(crate) fn is_tab(self, command_line: &str) -> bool {
        match self {
            Engine::Chromium => {
                command_line.contains("--type=renderer")
                    && !command_line.contains("--extension-process")
            }
            Engine::Firefox => {
                command_line.contains("-contentproc") && command_line.trim_end().ends_with(" tab")
            }
            Engine::WebKit => command_line.contains("WebKitWebProcess"),
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        })
    }
}

fn chromium(setup: Setup, home: &Home) -> Driver {
    let (profile, home) = (home.profile(), home.path());
    let mut arguments: Vec<String> = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-prefers-reduced-motion",
        "--window-size=1280,900",
        "--lang=en-GB",
    ]
    .map(str::to_owned)
    .to_vec();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    let blocked = setup.storage == StorageAccess::Blocked;
    let capabilities = json!({
        "goog:chromeOptions": {
            "binary": Tool::CHROMIUM.path(),
            "args": arguments,
            // 2 is "block all site data", which throws on `window.localStorage` itself.
            "prefs": {
                "profile.default_content_setting_values.cookies": if blocked { 2 } else { 1 },
                "download.default_directory": home.join(DOWNLOADS),
                "download.prompt_for_download": false,
            },
        },
        "goog:loggingPrefs": { "browser": "ALL" },
    });
    let port = free_port();
    start(
        &Tool::CHROMEDRIVER.path(),
        &[format!("--port={port}")],
        &[],
        home,
        port,
        capabilities,
        None,
    )
}

fn firefox(setup: Setup, home: &Home) -> Driver {
    let (profile, home) = (home.profile(), home.path());
    let dark = setup.colours == Colours::Dark;
    let blocked = setup.storage == StorageAccess::Blocked;
    let capabilities = json!({
        "moz:firefoxOptions": {
            "binary": surviving_firefox(home),
            "args": ["-headless", "--width=1280", "--height=900", "-profile", profile],
            "prefs": {
                "layout.css.prefers-color-scheme.content-override": if dark { 0 } else { 1 },
                "ui.prefersReducedMotion": 1,
                // 2 is "block all cookies and site data", which throws on `window.localStorage` itself.
                "network.cookie.cookieBehavior": if blocked { 2 } else { 5 },
                // Otherwise Tab skips links on some desktops.
                "accessibility.tabfocus": 7,
                "intl.accept_languages": "en-GB, en",
                // 2 is "the folder named in `browser.download.dir`".
                "browser.download.folderList": 2,
                "browser.download.dir": home.join(DOWNLOADS),
                "browser.download.alwaysOpenPanel": false,
            },
        },
    });
    let port = free_port();
    start(
        &Tool::GECKODRIVER.path(),
        &[
            format!("--port={port}"),
            "--websocket-port=0".to_owned(),
            // Lets a test change the window's own smallest width, which is more than 320 pixels.
            "--allow-system-access".to_owned(),
        ],
        &[],
        home,
        port,
        capabilities,
        None,
    )
}

/// Starts Firefox so that it goes on when a tab crashes, as it does for everybody. The driver asks it to end then.
fn surviving_firefox(home: &Path) -> PathBuf {
    let script = home.join("firefox");
    let firefox = Tool::FIREFOX.path();
    let text = format!(
        "#!/bin/sh\nunset MOZ_CRASHREPORTER_SHUTDOWN\nexec '{}' \"$@\"\n",
        firefox.display()
    );
    fs::write(&script, text).expect("a script can be written at home");
    let may_run = fs::Permissions::from_mode(0o755);
    fs::set_permissions(&script, may_run).expect("a script can be made to run");
    script
}

/// No motion, and a tool bar so small that the window can be 320 pixels wide.
const DESKTOP: [(&str, &str); 2] = [
    ("settings.ini", "[Settings]\ngtk-enable-animations=0\n"),
    (
        "gtk.css",
        "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }\n",
    ),
];

fn webkit(setup: Setup, home: &Home) -> Driver {
    let home = home.path();
    let (screen, display) = screen(home);
    let desktop = home.join("gtk-3.0");
    fs::create_dir_all(&desktop).expect("a folder can be created in the profile");
    for (name, text) in DESKTOP {
        fs::write(desktop.join(name), text).expect("a file can be written in the profile");
    }
    let mut arguments = vec!["--automation".to_owned()];
    if setup.colours == Colours::Dark {
        arguments.push("--dark-mode".to_owned());
    }
    if setup.storage == StorageAccess::Blocked {
        arguments.push("--enable-html5-local-storage=false".to_owned());
    }
    fs::write(
        home.join("user-dirs.dirs"),
        format!("XDG_DOWNLOAD_DIR=\"{}\"\n", home.join(DOWNLOADS).display()),
    )
    .expect("a file can be written in the profile");
    // The driver ends with a tab that crashes, and the browser with the driver, if that has started it.
    let inspector = format!("127.0.0.1:{}", free_port());
    let environment: [(&str, &OsStr); 5] = [
        ("DISPLAY", display.as_ref()),
        ("GDK_BACKEND", "x11".as_ref()),
        ("NO_AT_BRIDGE", "1".as_ref()),
        ("LIBGL_ALWAYS_SOFTWARE", "1".as_ref()),
        ("WEBKIT_INSPECTOR_SERVER", inspector.as_ref()),
    ];
    let browser = Family::start(
        &Tool::MINIBROWSER.path(),
        &arguments,
        &at_home(home, &environment),
        &home.join("browser.log"),
    );
    poll(START_LIMIT, || TcpStream::connect(&inspector).ok()).unwrap_or_else(|| {
        panic!(
            "MiniBrowser does not answer. It said: {}",
            browser.printed()
        )
    });
    let port = free_port();
    let driver = start(
        &Tool::WEBKITDRIVER.path(),
        &[format!("--port={port}"), format!("--target={inspector}")],
        &environment,
        home,
        port,
        json!({}),
        Some(screen),
    );
    Driver {
        browser: Some(browser),
        ..driver
    }
}

/// A screen in memory, and its name for `DISPLAY`.
pub(crate) fn screen(home: &Path) -> (Family, String) {
    let size = "1280x1000x24";
    let screen = Family::start(
        &Tool::XVFB.path(),
        &["-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"],
        &[],
        &home.join("screen.log"),
    );
    let number = poll(START_LIMIT, || {
        let printed = screen.printed();
        let (whole_lines, _) = printed.rsplit_once('\n')?;
        whole_lines
            .lines()
            .find_map(|line| line.parse::<u32>().ok())
    });
    let number =
        number.unwrap_or_else(|| panic!("Xvfb did not come up. It said: {}", screen.printed()));
    (screen, format!(":{number}"))
}

fn start(
    program: &Path,
    arguments: &[String],
    environment: &[(&str, &OsStr)],
    home: &Path,
    port: u16,
    capabilities: Value,
    screen: Option<Family>,
) -> Driver {
    let environment = at_home(home, environment);
    let family = Family::start(program, arguments, &environment, &home.join("driver.log"));
    poll(START_LIMIT, || TcpStream::connect(("127.0.0.1", port)).ok()).unwrap_or_else(|| {
        panic!(
            "{} does not answer. It said: {}",
            program.display(),
            family.printed()
        )
    });
    Driver {
        address: format!("http://127.0.0.1:{port}"),
        capabilities,
        family,
        browser: None,
        _screen: screen,
    }
}

/// Whatever a browser keeps for its user, it keeps there, and it goes away with the visit.
pub(crate) fn at_home<'a>(
    home: &'a Path,
    more: &[(&'a str, &'a OsStr)],
) -> Vec<(&'a str, &'a OsStr)> {
    let names = [
        "HOME",
        "TMPDIR",
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "XDG_DATA_HOME",
        "XDG_RUNTIME_DIR",
    ];
    let home = names.map(|name| (name, home.as_os_str()));
    more.iter().copied().chain(home).collect()
}
