//! The standard library for wasm32, without which nothing can be built for the browser.
//!
//! Found, or had in one of these ways, the ordinary ones first:
//! rustup; the distribution's package; built from the source that Debian keeps of the same compiler;
//! Debian's own compiler with its source. What we build ourselves lies in `.tools/sysroot`,
//! a sysroot of our own named by the compiler's version.

use super::{
    debian, log,
    rustc::{self, Rustc, WASM},
};
use crate::{
    Outcome, project,
    project::Project,
    run::{self, LongStep, tell},
};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

/// How to use the library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct WasmLibrary {
    /// Our own sysroot, unless the compiler's has the library.
    sysroot: Option<PathBuf>,
    /// Where rustup puts the library's source, and the name that it goes by in a program that was built where
    /// there is no source.
    source: Option<(PathBuf, String)>,
    /// A folder with another cargo and rustc than the ordinary ones, to go first in PATH.
    pub(super) toolchain: Option<PathBuf>,
}

impl WasmLibrary {
    /// What the compiler must be told. The names of folders on this machine stay out of the program;
    /// those of functions are written in full, so that `cargo xtask size` can tell whose they are.
    pub(super) fn rustflags(&self) -> Vec<String> {
        let sysroot = self
            .sysroot
            .iter()
            .map(|folder| format!("--sysroot={}", folder.display()));
        let sources = cargo_home().map(|home| home.join("registry").join("src"));
        let sources = sources.map(|folder| (folder, String::new()));
        let hidden = sources
            .iter()
            .chain(&self.source)
            .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
        let names = ["-Csymbol-mangling-version=v0".to_owned()];
        sysroot.chain(hidden).chain(names).collect()
    }

    /// The same, and where the source may lie of the compiler that has the library.
    fn with_source_of(mut self, rustc: &Rustc) -> Self {
        let folder = rustc.sysroot.join("lib/rustlib/src/rust");
        self.source = Some((folder, format!("/rustc/{}", rustc.commit)));
        self
    }
}

fn cargo_home() -> Option<PathBuf> {
    let home = || env::home_dir().map(|home| home.join(".cargo"));
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home)
}

/// Finds the library or gets it.
pub(super) fn ready(project: &Project) -> Outcome<WasmLibrary> {
    let rustc = Rustc::in_use()?;
    if let Some(library) = found(project, &rustc) {
        return Ok(library.with_source_of(&rustc));
    }
    tell(&format!(
        "The {WASM} library of Rust {} is missing.",
        rustc.version
    ));
    let ways: [fn(&Project, &Rustc) -> Outcome; 4] = [
        by_rustup,
        by_distribution,
        by_debian_source,
        by_debian_compiler,
    ];
    let mut reasons = Vec::new();
    for way in ways {
        match way(project, &rustc) {
            Ok(()) => match found(project, &rustc) {
                Some(library) => return Ok(library.with_source_of(&rustc)),
                None => reasons.push("What was installed holds no library for it.".to_owned()),
            },
            Err(reason) => {
                tell(&format!("  Not this way: {reason}"));
                reasons.push(reason);
            }
        }
    }
    Err(format!(
        "The {WASM} library of Rust is missing, without which nothing can be built for the browser; \
         get it with `rustup target add {WASM}`. Tried here:\n- {}",
        reasons.join("\n- ")
    ))
}

fn found(project: &Project, rustc: &Rustc) -> Option<WasmLibrary> {
    if rustc::has_wasm_library(&rustc.sysroot) {
        return Some(WasmLibrary::default());
    }
    let own = own_sysroot(project, rustc);
    if rustc::has_wasm_library(&own) {
        return Some(WasmLibrary {
            sysroot: Some(own),
            ..WasmLibrary::default()
        });
    }
    let toolchain = debian_toolchain(project);
    let debians = Rustc::at(&toolchain.join("rustc"), &toolchain.join("cargo"))?;
    let own = own_sysroot(project, &debians);
    rustc::has_wasm_library(&own).then_some(WasmLibrary {
        sysroot: Some(own),
        toolchain: Some(toolchain),
        ..WasmLibrary::default()
    })
}

fn own_sysroot(project: &Project, rustc: &Rustc) -> PathBuf {
    project.tools().join("sysroot").join(rustc.key())
}

fn debian_toolchain(project: &Project) -> PathBuf {
    project.tools().join("debian-rust").join("bin")
}

fn by_rustup(project: &Project, rustc: &Rustc) -> Outcome {
    let rustup = run::on_path("rustup").ok_or("rustup is not installed.")?;
    if !rustc.is_rustups() {
        return Err("the compiler in use does not come from rustup.".to_owned());
    }
    let step = LongStep {
        what: "rustup target add wasm32-unknown-unknown",
        usually: "10 s",
        log: log(project, "rustup"),
        at_most: Duration::from_secs(300),
    };
    step.run(Command::new(rustup).args(["target", "add", WASM]))
}

/// Debian from 13 on has the library as a package beside its own compiler.
fn by_distribution(project: &Project, rustc: &Rustc) -> Outcome {
    if rustc.sysroot != Path::new("/usr") {
        return Err("the compiler in use does not come from the distribution.".to_owned());
    }
    debian::install(
        project,
        "The wasm32 library",
        "30 s",
        &["libstd-rust-dev-wasm32"],
    )
}

fn by_debian_source(project: &Project, rustc: &Rustc) -> Outcome {
    let source = debian::rust_source(project, &rustc.version)?;
    build(project, rustc, &source)
}

/// The last way: another compiler altogether, for the browser's side only.
fn by_debian_compiler(project: &Project, _: &Rustc) -> Outcome {
    debian::install_compiler(project)?;
    let toolchain = debian_toolchain(project);
    project::make_folder(&toolchain)?;
    for name in ["cargo", "rustc", "rustdoc"] {
        link(&Path::new("/usr/bin").join(name), &toolchain.join(name))?;
    }
    let rustc = Rustc::at(&toolchain.join("rustc"), &toolchain.join("cargo"))
        .ok_or("Debian's compiler does not start.")?;
    let source = rustc.sysroot.join("lib/rustlib/src/rust/library");
    build(project, &rustc, &source)
}

/// Builds the library from its source and lays a sysroot around it.
fn build(project: &Project, rustc: &Rustc, source: &Path) -> Outcome {
    let folder = super::builds(project).join("wasm-library");
    project::write(&folder.join("src/lib.rs"), "#![no_std]\n")?;
    // A workspace of its own, for it lies inside ours.
    let manifest = "[package]\nname = \"nothing\"\nedition = \"2021\"\n\n[workspace]\n";
    project::write(&folder.join("Cargo.toml"), manifest)?;

    // Names in error messages as in the libraries that Rust itself ships.
    let shipped = if rustc.commit.is_empty() {
        &rustc.version
    } else {
        &rustc.commit
    };
    let flags = format!(
        "-Cembed-bitcode=yes --remap-path-prefix={}=/rustc/{shipped}/library",
        source.display()
    );
    let target = folder.join("target");
    let mut command = Command::new(&rustc.cargo);
    command
        .current_dir(&folder)
        .args(["build", "--release", "--target", WASM])
        .args([
            "-Z",
            "build-std=std,panic_abort,panic_unwind,proc_macro,test",
        ])
        .env("RUSTC", &rustc.program)
        // A stable compiler builds its own library with this, as distributions do.
        .env("RUSTC_BOOTSTRAP", "1")
        // The source's place, which would otherwise have to be the compiler's own folder.
        .env("__CARGO_TESTS_ONLY_SRC_ROOT", source)
        .env("RUSTFLAGS", flags)
        .env("CARGO_TARGET_DIR", &target)
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    LongStep {
        what: "Building the wasm32 library",
        usually: "20 to 40 s",
        log: log(project, "wasm-library"),
        at_most: Duration::from_secs(900),
    }
    .run(&mut command)?;
    lay_sysroot(
        rustc,
        &target.join(WASM).join("release").join("deps"),
        &own_sysroot(project, rustc),
    )
}

/// A sysroot with our wasm32 libraries and, by a link, the linker and libraries of the real one.
fn lay_sysroot(rustc: &Rustc, libraries: &Path, sysroot: &Path) -> Outcome {
    let unfinished = sysroot.with_extension("unfinished");
    project::remove_folder(&unfinished)?;
    project::remove_folder(sysroot)?;
    let target = rustc::wasm_folder(&unfinished);
    project::make_folder(&target)?;
    let told = |error: std::io::Error| format!("{} cannot be filled: {error}.", target.display());
    for file in fs::read_dir(libraries).map_err(told)? {
        let file = file.map_err(told)?;
        let name = file.file_name().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libnothing-") {
            fs::copy(file.path(), target.join(name)).map_err(told)?;
        }
    }
    let host = Path::new("lib/rustlib").join(&rustc.host);
    link(&rustc.sysroot.join(&host), &unfinished.join(&host))?;
    // Only now does it count as there.
    fs::rename(&unfinished, sysroot).map_err(told)
}

#[cfg(unix)]
fn link(existing: &Path, new: &Path) -> Outcome {
    if new.is_symlink() {
        drop(fs::remove_file(new));
    }
    std::os::unix::fs::symlink(existing, new)
        .map_err(|error| format!("{} cannot be linked: {error}.", new.display()))
}

#[cfg(not(unix))]
fn link(existing: &Path, _: &Path) -> Outcome {
    Err(format!(
        "{} cannot be linked on this system.",
        existing.display()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiler_is_told_of_our_sysroot_only_when_there_is_one() {
        let own = WasmLibrary {
            sysroot: Some("/x".into()),
            source: Some(("/y".into(), "/rustc/1".to_owned())),
            toolchain: None,
        };
        let flags = own.rustflags();
        assert_eq!(flags[0], "--sysroot=/x");
        assert!(flags.contains(&"--remap-path-prefix=/y=/rustc/1".to_owned()));
        assert!(
            WasmLibrary::default()
                .rustflags()
                .iter()
                .all(|flag| !flag.contains("sysroot"))
        );
    }
}
