//! What Debian's archive can give: packages for the system, and the source of Rust's libraries.

use super::log;
use crate::{
    Outcome, project,
    project::Project,
    run::{self, LongStep},
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

/// Debian's keys; where they are missing the archive cannot be trusted.
const KEYS: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";
/// Where newer Rust sources are looked for, the smaller lists first.
const SUITES: [&str; 4] = ["trixie-backports", "forky", "trixie", "sid"];
/// The compiler that Debian keeps for building browsers, in its ordinary suites.
const COMPILER: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"];

/// Whether packages can be installed the Debian way at all.
pub(super) fn is_here() -> bool {
    cfg!(target_os = "linux") && run::on_path("apt-get").is_some() && run::on_path("dpkg").is_some()
}

/// Installs packages for the whole system, if this person may. Nothing is ever removed for them.
pub(super) fn install(project: &Project, what: &str, usually: &str, packages: &[&str]) -> Outcome {
    let ask = format!("install with: sudo apt-get install {}", packages.join(" "));
    if !is_here() {
        return Err(format!(
            "this system has no apt, so nothing is installed by itself ({what})."
        ));
    }
    let rights = Rights::now().ok_or_else(|| format!("only an administrator may; {ask}."))?;
    let step = |what, usually, name| LongStep {
        what,
        usually,
        log: log(project, name),
        at_most: Duration::from_secs(1800),
    };
    step("Reading Debian's package lists", "10 s", "apt-update")
        .run(rights.apt_get().arg("update"))?;
    step(
        &format!("{what}: apt-get install {}", packages.join(" ")),
        usually,
        "apt-install",
    )
    .run(
        rights
            .apt_get()
            .args(["install", "-y", "--no-install-recommends", "--no-remove"])
            .args(packages),
    )
    .map_err(|why| format!("{why}\n  To try by hand, {ask}."))
}

/// Downloads packages and unpacks their files under `folder`. The system itself does not change.
pub(super) fn unpack(project: &Project, what: &str, packages: &[&str], folder: &Path) -> Outcome {
    let ask = format!("install with: sudo apt-get install {}", packages.join(" "));
    if !is_here() {
        return Err(format!(
            "this system has no apt, so nothing is downloaded by itself ({what})."
        ));
    }
    let downloads = folder.join("packages");
    project::make_folder(&downloads)?;
    let step = |what: &str, name, command: &mut Command| {
        let step = LongStep {
            what,
            usually: "10 s",
            log: log(project, name),
            at_most: Duration::from_secs(600),
        };
        step.run(command)
    };
    // Without the right to read the lists anew, those that are there have to do.
    if let Some(rights) = Rights::now() {
        step(
            "Reading Debian's package lists",
            "apt-update",
            rights.apt_get().arg("update"),
        )?;
    }
    step(
        &format!("{what}: apt-get download {}", packages.join(" ")),
        "apt-download",
        Command::new("apt-get")
            .current_dir(&downloads)
            .args(["-o", "APT::Sandbox::User=root", "download"])
            .args(packages),
    )
    .map_err(|why| format!("{why}\n  To try by hand, {ask}."))?;
    let told = |error| format!("{} cannot be read: {error}.", downloads.display());
    for file in fs::read_dir(&downloads).map_err(told)?.flatten() {
        run::openly(
            Command::new("dpkg").arg("-x").args([&file.path(), folder]),
            "Unpacking a Debian package",
        )?;
    }
    project::remove_folder(&downloads)
}

/// How this person may install packages.
#[derive(Clone, Copy)]
enum Rights {
    Root,
    Sudo,
}

impl Rights {
    fn now() -> Option<Self> {
        if run::output_of(Command::new("id").arg("-u")).as_deref() == Some("0") {
            return Some(Self::Root);
        }
        run::output_of(Command::new("sudo").args(["-n", "true"])).map(|_| Self::Sudo)
    }

    fn apt_get(self) -> Command {
        let mut command = match self {
            Self::Root => Command::new("apt-get"),
            Self::Sudo => {
                let mut sudo = Command::new("sudo");
                sudo.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
                sudo
            }
        };
        command
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["-o", "DPkg::Lock::Timeout=300"]);
        command
    }
}

/// The folder `library` of Rust's source in exactly this version, from Debian's package `rust-src`.
///
/// The package is only unpacked into `.tools`, through an apt of our own: nobody's system changes.
pub(super) fn rust_source(project: &Project, version: &str) -> Outcome<PathBuf> {
    if !is_here() || !Path::new(KEYS).is_file() {
        return Err(
            "this is no Debian, whose archive has the source of Rust's libraries.".to_owned(),
        );
    }
    let folder = super::builds(project).join("rust-src");
    let library = folder
        .join("usr/src")
        .join(format!("rustc-{version}"))
        .join("library");
    if library.is_dir() {
        return Ok(library);
    }
    let apt = PrivateApt::new(project)?;
    let package = SUITES
        .iter()
        .find_map(|suite| apt.find(suite, version))
        .ok_or_else(|| format!("Debian's archive has no rust-src {version}."))?;
    let file = apt.download(&package)?;
    let unfinished = folder.with_extension("unfinished");
    project::remove_folder(&unfinished)?;
    project::make_folder(&unfinished)?;
    run::openly(
        Command::new("dpkg").arg("-x").args([&file, &unfinished]),
        "Unpacking Rust's source",
    )?;
    project::remove_folder(&folder)?;
    fs::rename(&unfinished, &folder)
        .map_err(|error| format!("Rust's source cannot be moved: {error}."))?;
    project::remove_folder(&apt.folder)?;
    if library.is_dir() {
        Ok(library)
    } else {
        Err(format!("{package} holds no {}.", library.display()))
    }
}

/// An apt with lists, cache and state of its own.
struct PrivateApt {
    folder: PathBuf,
    logs: PathBuf,
}

impl PrivateApt {
    fn new(project: &Project) -> Outcome<Self> {
        let folder = project.tools().join("apt");
        for part in ["lists/partial", "cache/archives/partial"] {
            project::make_folder(&folder.join(part))?;
        }
        project::write(&folder.join("status"), "")?;
        Ok(Self {
            folder,
            logs: log(project, "apt-source"),
        })
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.folder).env("LC_ALL", "C");
        let settings = [
            ("Dir::State", ""),
            ("Dir::State::lists", "lists"),
            ("Dir::State::status", "status"),
            ("Dir::Cache", "cache"),
            ("Dir::Etc::sourcelist", "sources.list"),
        ];
        for (name, file) in settings {
            command
                .arg("-o")
                .arg(format!("{name}={}", self.folder.join(file).display()));
        }
        command.args([
            "-o",
            "Dir::Etc::sourceparts=/dev/null",
            "-o",
            "Dir::Etc::preferencesparts=/dev/null",
        ]);
        command.args(["-o", "APT::Sandbox::User=root"]);
        command
    }

    /// The full version of `rust-src` in a suite: "1.95.0+dfsg1-2~bpo13+1".
    fn find(&self, suite: &str, version: &str) -> Option<String> {
        let source = format!("deb [signed-by={KEYS}] http://deb.debian.org/debian {suite} main\n");
        project::write(&self.folder.join("sources.list"), &source).ok()?;
        let what = format!("Looking for the source of Rust {version} in Debian's {suite}");
        let step = LongStep {
            what: &what,
            usually: "2 s",
            log: self.logs.clone(),
            at_most: Duration::from_secs(180),
        };
        step.run(self.command("apt-get").arg("update")).ok()?;
        let listed = run::output_of(self.command("apt-cache").args(["madison", "rust-src"]))?;
        listed_version(&listed, version).map(|full| format!("rust-src={full}"))
    }

    fn download(&self, package: &str) -> Outcome<PathBuf> {
        let what = format!("Downloading {package} (45 MB)");
        let step = LongStep {
            what: &what,
            usually: "10 s",
            log: self.logs.clone(),
            at_most: Duration::from_secs(900),
        };
        step.run(self.command("apt-get").args(["download", package]))?;
        let files = fs::read_dir(&self.folder)
            .map_err(|error| format!("{}: {error}.", self.folder.display()))?;
        files
            .flatten()
            .map(|file| file.path())
            .find(|file| file.extension().is_some_and(|ending| ending == "deb"))
            .ok_or_else(|| format!("{package} was downloaded, but there is no file."))
    }
}

/// Installs Debian's compiler for browsers, with its source and its linker.
pub(super) fn install_compiler(project: &Project) -> Outcome {
    let depends = run::output_of(Command::new("apt-cache").args(["depends", "rust-web-llvm"]))
        .ok_or("Debian's lists name no rustc-web, a compiler with its source; `apt-get update` may help.")?;
    let linker = linker_for(&depends).ok_or("Debian's rust-web-llvm names no version of LLVM.")?;
    let packages: Vec<&str> = COMPILER.into_iter().chain([linker.as_str()]).collect();
    install(project, "A compiler with its source", "30 s", &packages)
}

/// The first version in `apt-cache madison`'s list that is this release of the source.
fn listed_version(listed: &str, version: &str) -> Option<String> {
    let release = format!("{version}+");
    listed
        .lines()
        .filter_map(|line| line.split('|').nth(1))
        .map(str::trim)
        .find(|full| full.starts_with(&release))
        .map(str::to_owned)
}

/// "lld-22" when `apt-cache depends` says "Depends: llvm-22".
fn linker_for(depends: &str) -> Option<String> {
    depends
        .lines()
        .find_map(|line| line.trim().strip_prefix("Depends: llvm-"))
        .map(|version| format!("lld-{version}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTED: &str = " rust-src | 1.96.1+dfsg1-2~bpo13+1 | http://deb.debian.org/debian trixie-backports/main\n \
        rust-src | 1.95.0+dfsg1-2~bpo13+1 | http://deb.debian.org/debian trixie-backports/main";

    #[test]
    fn takes_only_the_same_release() {
        assert_eq!(
            listed_version(LISTED, "1.95.0").as_deref(),
            Some("1.95.0+dfsg1-2~bpo13+1")
        );
        assert_eq!(listed_version(LISTED, "1.95"), None);
        assert_eq!(listed_version(LISTED, "1.97.0"), None);
        assert_eq!(listed_version("", "1.95.0"), None);
    }

    #[test]
    fn the_linker_goes_with_the_compiler() {
        let depends =
            "rust-web-llvm\n  Depends: libc6\n  Depends: llvm-22\n  Conflicts: <rust-llvm>";
        assert_eq!(linker_for(depends).as_deref(), Some("lld-22"));
        assert_eq!(linker_for("rust-web-llvm"), None);
    }
}
