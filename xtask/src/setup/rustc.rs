//! The Rust compiler in use.

use crate::{Outcome, run};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The target that the app is built for.
pub(super) const WASM: &str = "wasm32-unknown-unknown";

/// A compiler, the cargo beside it, and what it says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rustc {
    /// The compiler.
    pub(super) program: PathBuf,
    /// The cargo that goes with it.
    pub(super) cargo: PathBuf,
    /// "1.95.0"
    pub(super) version: String,
    /// The commit it was built from; empty when a distribution leaves it out.
    pub(super) commit: String,
    /// The machine it runs on: "x86_64-unknown-linux-gnu".
    pub(super) host: String,
    /// The folder of its libraries.
    pub(super) sysroot: PathBuf,
}

impl Rustc {
    /// The compiler that cargo would use.
    pub(super) fn in_use() -> Outcome<Self> {
        let program = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        Self::at(Path::new(&program), Path::new(&cargo)).ok_or_else(|| {
            "rustc is missing, which builds the app; get it from https://rustup.rs.".to_owned()
        })
    }

    /// The compiler at some place, if there is one.
    pub(super) fn at(program: &Path, cargo: &Path) -> Option<Self> {
        let told = run::output_of(Command::new(program).arg("-vV"))?;
        let sysroot = run::output_of(Command::new(program).args(["--print", "sysroot"]))?;
        Some(Self {
            program: program.to_path_buf(),
            cargo: cargo.to_path_buf(),
            version: field(&told, "release")?.to_owned(),
            commit: field(&told, "commit-hash")
                .filter(|hash| *hash != "unknown")
                .unwrap_or_default()
                .to_owned(),
            host: field(&told, "host")?.to_owned(),
            sysroot: sysroot.into(),
        })
    }

    /// A name that changes with every upgrade: "1.95.0-59807616e".
    pub(super) fn key(&self) -> String {
        let commit: String = self.commit.chars().take(9).collect();
        if commit.is_empty() {
            format!("{}-distribution", self.version)
        } else {
            format!("{}-{commit}", self.version)
        }
    }

    /// The compiler came through rustup.
    pub(super) fn is_rustups(&self) -> bool {
        self.sysroot
            .parent()
            .is_some_and(|folder| folder.ends_with("toolchains"))
    }
}

/// Whether a sysroot holds the standard library for wasm32.
pub(super) fn has_wasm_library(sysroot: &Path) -> bool {
    let Ok(files) = fs::read_dir(wasm_folder(sysroot)) else {
        return false;
    };
    files
        .flatten()
        .any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
}

/// Where a sysroot keeps the libraries for wasm32.
pub(super) fn wasm_folder(sysroot: &Path) -> PathBuf {
    sysroot.join("lib").join("rustlib").join(WASM).join("lib")
}

fn field<'a>(told: &'a str, name: &str) -> Option<&'a str> {
    told.lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOLD: &str = "rustc 1.95.0 (59807616e 2026-04-14)\nbinary: rustc\n\
        commit-hash: 59807616e1fa2540724bfbac14d7976d7e4a3860\nhost: x86_64-unknown-linux-gnu\nrelease: 1.95.0";

    #[test]
    fn reads_what_the_compiler_says() {
        assert_eq!(field(TOLD, "release"), Some("1.95.0"));
        assert_eq!(field(TOLD, "host"), Some("x86_64-unknown-linux-gnu"));
        assert_eq!(field(TOLD, "LLVM version"), None);
    }

    #[test]
    fn knows_the_compiler_in_use() {
        let rustc = Rustc::in_use().unwrap();
        assert!(rustc.key().starts_with(&format!("{}-", rustc.version)));
        assert!(rustc.sysroot.is_dir());
    }
}
