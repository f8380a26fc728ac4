//! Where the drivers, the browsers and the built app are.
//!
//! `cargo xtask test e2e` sets the variables; Debian's paths are tried otherwise, so that
//! `cargo test -p e2e` works by hand.

use std::env;
use std::fmt;
use std::path::{Path, PathBuf};

/// A file that the tests need, found through a variable or at one of its usual places.
#[derive(Clone, Copy, Debug)]
pub struct Tool {
    variable: &'static str,
    usual: &'static [&'static str],
}

impl Tool {
    /// The `chromedriver` program.
    pub const CHROMEDRIVER: Tool = Tool {
        variable: "FL_CHROMEDRIVER",
        usual: &["/usr/bin/chromedriver"],
    };
    /// The Chromium browser.
    pub const CHROMIUM: Tool = Tool {
        variable: "FL_CHROMIUM",
        usual: &["/usr/bin/chromium"],
    };
    /// The `geckodriver` program.
    pub const GECKODRIVER: Tool = Tool {
        variable: "FL_GECKODRIVER",
        usual: &[".tools/bin/geckodriver", "/usr/bin/geckodriver"],
    };
    /// The Firefox browser.
    pub const FIREFOX: Tool = Tool {
        variable: "FL_FIREFOX",
        usual: &["/usr/bin/firefox-esr", "/usr/bin/firefox"],
    };
    /// The `WebKitWebDriver` program of WebKitGTK.
    pub const WEBKITDRIVER: Tool = Tool {
        variable: "FL_WEBKITDRIVER",
        usual: &["/usr/bin/WebKitWebDriver"],
    };
    /// WebKitGTK's own small browser.
    pub const MINIBROWSER: Tool = Tool {
        variable: "FL_MINIBROWSER",
        usual: &[
            "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
            "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        ],
    };
    /// The screen without a screen that WebKitGTK draws on.
    pub const XVFB: Tool = Tool {
        variable: "FL_XVFB",
        usual: &["/usr/bin/Xvfb"],
    };
    /// Reads the text of a PDF file (poppler).
    pub const PDFTOTEXT: Tool = Tool {
        variable: "FL_PDFTOTEXT",
        usual: &["/usr/bin/pdftotext"],
    };
    /// The web server nginx.
    pub const NGINX: Tool = Tool {
        variable: "FL_NGINX",
        usual: &["/usr/sbin/nginx", ".tools/servers/usr/sbin/nginx"],
    };
    /// The web server Caddy.
    pub const CADDY: Tool = Tool {
        variable: "FL_CADDY",
        usual: &["/usr/bin/caddy", ".tools/servers/usr/bin/caddy"],
    };
    /// axe-core's `axe.min.js`.
    pub const AXE: Tool = Tool {
        variable: "FL_AXE",
        usual: &[".tools/node_modules/axe-core/axe.min.js"],
    };
    /// wfuzz's list of ways to make a page run something.
    pub const XSS: Tool = Tool {
        variable: "FL_XSS",
        usual: &[".tools/wfuzz/usr/share/wfuzz/wordlist/Injections/XSS.txt"],
    };
    /// The folder of the built app.
    pub const DIST: Tool = Tool {
        variable: "FL_DIST",
        usual: &["dist"],
    };
    /// The folder of the app built with the two made-up languages.
    pub const DIST_PSEUDO: Tool = Tool {
        variable: "FL_DIST_PSEUDO",
        usual: &["dist-pseudo"],
    };

    /// The path of the tool, if it is there.
    #[must_use]
    pub fn find(self) -> Option<PathBuf> {
        match env::var_os(self.variable) {
            Some(named) => Some(PathBuf::from(named)),
            None => self
                .usual
                .iter()
                .map(|usual| repository().join(usual))
                .find(|path| path.exists()),
        }
    }

    /// The path of the tool.
    ///
    /// Panics with what is missing and how to get it when there is none.
    #[must_use]
    pub fn path(self) -> PathBuf {
        self.find().unwrap_or_else(|| panic!("{self}"))
    }
}

/// Says that the tool is missing, and how to get it.
impl fmt::Display for Tool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} is not set and none of {:?} exists: `cargo xtask test e2e` installs it where it can",
            self.variable, self.usual
        )
    }
}

/// The root of the repository.
#[must_use]
pub fn repository() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Where pictures of failures go: `target/e2e` of the repository, or `FL_E2E_OUT`.
#[must_use]
pub fn out_folder() -> PathBuf {
    env::var_os("FL_E2E_OUT").map_or_else(|| repository().join("target/e2e"), PathBuf::from)
}
