//! Where things are: the repository, its tools, what is built.

use crate::Outcome;
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// The repository on this machine.
#[derive(Clone, Debug)]
pub(crate) struct Project {
    /// The folder that holds the workspace's `Cargo.toml`.
    pub(crate) root: PathBuf,
}

impl Project {
    /// The repository that this program was built from.
    pub(crate) fn here() -> Outcome<Self> {
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .map(|root| Self {
                root: root.to_path_buf(),
            })
            .ok_or_else(|| "xtask must lie in a folder of the repository.".to_owned())
    }

    /// The ignored folder for everything that set-up installs.
    pub(crate) fn tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    /// The page as a visitor gets it.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The same with the two made-up languages, for the browser tests.
    pub(crate) fn dist_pseudo(&self) -> PathBuf {
        self.root.join("target").join("dist-pseudo")
    }

    /// A quick build for development.
    pub(crate) fn dist_dev(&self) -> PathBuf {
        self.root.join("target").join("dist-dev")
    }

    /// Where cargo puts what it builds.
    pub(crate) fn cargo_target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.root.join("target"), PathBuf::from)
    }

    /// The version that `Cargo.lock` holds of a dependency.
    pub(crate) fn locked_version(&self, name: &str) -> Outcome<String> {
        let lock = read(&self.root.join("Cargo.lock"))?;
        version_in_lock(&lock, name)
            .ok_or_else(|| format!("Cargo.lock names no {name}; run `cargo generate-lockfile`."))
    }
}

/// A file's text, or a sentence that names the file.
pub(crate) fn read(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}.", file.display()))
}

/// A file's bytes, or a sentence that names the file.
pub(crate) fn read_bytes(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|error| format!("{} cannot be read: {error}.", file.display()))
}

/// The files that lie in a folder, those of folders in it left out.
pub(crate) fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let told = |error| format!("{} cannot be read: {error}.", folder.display());
    let entries = fs::read_dir(folder).map_err(told)?;
    let paths = entries.map(|entry| Ok(entry.map_err(told)?.path()));
    paths.collect()
}

/// Writes a file and the folders above it.
pub(crate) fn write(file: &Path, text: &str) -> Outcome {
    if let Some(folder) = file.parent() {
        make_folder(folder)?;
    }
    fs::write(file, text).map_err(|error| format!("{} cannot be written: {error}.", file.display()))
}

/// Makes a folder and those above it.
pub(crate) fn make_folder(folder: &Path) -> Outcome {
    fs::create_dir_all(folder)
        .map_err(|error| format!("{} cannot be made: {error}.", folder.display()))
}

/// Removes a folder and all in it. That it was never there is as good.
pub(crate) fn remove_folder(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .map_err(|error| format!("{} cannot be removed: {error}.", folder.display()))?;
    }
    Ok(())
}

fn version_in_lock(lock: &str, name: &str) -> Option<String> {
    let heading = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != heading);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    Some(version.trim_end_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_version_by_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(
            version_in_lock(lock, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
        assert_eq!(version_in_lock(lock, "bindgen"), None);
    }

    #[test]
    fn the_real_lock_names_wasm_bindgen() {
        let version = Project::here()
            .unwrap()
            .locked_version("wasm-bindgen")
            .unwrap();
        assert!(version.starts_with("0.2."), "{version}");
    }
}
