//! Where the drivers, the browsers and the built app are.
//!
//! `cargo xtask test e2e` sets the variables; Debian's paths are tried otherwise, so that
//! `cargo test -p e2e` works by hand.

use std::env;
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
    /// axe-core's `axe.min.js`.
    pub const AXE: Tool = Tool {
        variable: "FL_AXE",
        usual: &[".tools/node_modules/axe-core/axe.min.js"],
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

    /// The path of the tool.
    ///
    /// Panics with what is missing and how to name it when there is none.
    #[must_use]
    pub fn path(self) -> PathBuf {
        if let Some(named) = env::var_os(self.variable) {
            return PathBuf::from(named);
        }
        self.usual
            .iter()
            .map(|usual| repository().join(usual))
            .find(|path| path.exists())
            .unwrap_or_else(|| {
                panic!(
                    "{} is not set and none of {:?} exists: run `cargo xtask test e2e`, which installs it",
                    self.variable, self.usual
                )
            })
    }
}

/// The root of the repository.
fn repository() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Where pictures of failures go: `target/e2e` of the repository, or `FL_E2E_OUT`.
#[must_use]
pub fn out_folder() -> PathBuf {
    env::var_os("FL_E2E_OUT").map_or_else(|| repository().join("target/e2e"), PathBuf::from)
}
