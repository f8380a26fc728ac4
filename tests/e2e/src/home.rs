//! The folder that a browser keeps everything in.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use tempfile::TempDir;

/// The folder that a browser keeps everything in: its profile, its caches, saved files. It can outlive the
/// browser, and goes away with the last that holds it.
#[derive(Clone, Debug)]
pub struct Home(Rc<TempDir>);

impl Home {
    /// An empty one.
    #[must_use]
    pub fn fresh() -> Home {
        let folder = tempfile::Builder::new()
            .prefix("first-light-e2e-")
            .tempdir()
            .expect("a temporary folder can be created");
        Home(Rc::new(folder))
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// The browser's profile, where it lets us say where that is (not WebKit).
    pub(crate) fn profile(&self) -> PathBuf {
        let profile = self.path().join("profile");
        fs::create_dir_all(&profile).expect("a folder can be created");
        // What a killed browser leaves there to say that it is running, and on which port it answers.
        for left in [
            "SingletonLock",
            "SingletonCookie",
            "SingletonSocket",
            "DevToolsActivePort",
            "lock",
            ".parentlock",
            "MarionetteActivePort",
            "WebDriverBiDiServer.json",
        ] {
            // Most of them are not there.
            let _ = fs::remove_file(profile.join(left));
        }
        profile
    }
}
