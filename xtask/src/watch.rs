//! Noticing changes of the sources, for development.

use crate::project::Project;
use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, SystemTime},
};

/// What the page is made from.
const SOURCES: [&str; 10] = [
    "src",
    "styles",
    "locales",
    "public",
    "data",
    "build",
    "build.rs",
    "vault/src",
    "index.html",
    "Cargo.toml",
];
const PAUSE: Duration = Duration::from_millis(500);

/// When the newest source was changed.
pub(crate) fn newest(project: &Project) -> Option<SystemTime> {
    SOURCES
        .iter()
        .filter_map(|source| newest_in(&project.root.join(source)))
        .max()
}

/// Waits until a source is newer than this.
pub(crate) fn wait_for_change(project: &Project, since: Option<SystemTime>) {
    while newest(project) <= since {
        thread::sleep(PAUSE);
    }
}

fn newest_in(path: &Path) -> Option<SystemTime> {
    if path.is_dir() {
        let inside: Vec<PathBuf> = fs::read_dir(path)
            .ok()?
            .flatten()
            .map(|file| file.path())
            .collect();
        return inside.iter().filter_map(|path| newest_in(path)).max();
    }
    fs::metadata(path).ok()?.modified().ok()
}
