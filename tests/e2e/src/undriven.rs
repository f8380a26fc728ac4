//! WebKit without a driver, as people use it: it keeps what pages store, and nobody can ask it anything. What
//! happens in it has to come from the page and tell the server.

use std::ffi::OsStr;

use crate::engine::{at_home, screen};
use crate::home::Home;
use crate::process::Family;
use crate::tools::Tool;

/// A WebKit that shows one page. Ends with all its processes when dropped.
#[derive(Debug)]
pub struct Undriven {
    browser: Family,
    _screen: Family,
}

impl Undriven {
    /// Opens an address in a browser that keeps everything in this folder.
    #[must_use]
    pub fn visits(home: &Home, address: &str) -> Undriven {
        let home = home.path();
        let (screen, display) = screen(home);
        let environment: [(&str, &OsStr); 4] = [
            ("DISPLAY", display.as_ref()),
            ("GDK_BACKEND", "x11".as_ref()),
            ("NO_AT_BRIDGE", "1".as_ref()),
            ("LIBGL_ALWAYS_SOFTWARE", "1".as_ref()),
        ];
        let browser = Family::start(
            &Tool::MINIBROWSER.path(),
            &[address],
            &at_home(home, &environment),
            &home.join("browser.log"),
        );
        Undriven {
            browser,
            _screen: screen,
        }
    }

    /// Kills the whole browser with all its processes (SIGKILL).
    pub fn kill(mut self) {
        self.browser.kill();
    }
}
