//! Tools that are Rust programs: trunk, wasm-bindgen, geckodriver.

use super::{builds, log};
use crate::{
    Outcome,
    project::Project,
    run::{self, LongStep, tell},
};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

/// Settings for a build that is soon done. Trunk so built takes a third of the time and works as well:
/// the work is done by cargo, wasm-bindgen and wasm-opt.
const CHEAP: [(&str, &str); 6] = [
    ("CARGO_PROFILE_DEV_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_DEV_DEBUG", "0"),
    ("CARGO_PROFILE_DEV_STRIP", "true"),
    ("CARGO_PROFILE_DEV_LTO", "off"),
    ("CARGO_PROFILE_DEV_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_DEV_INCREMENTAL", "false"),
];

/// A Rust program in exactly one version.
pub(super) struct CargoTool {
    /// The package: "wasm-bindgen-cli".
    package: &'static str,
    /// The program that we call: "wasm-bindgen".
    program: &'static str,
    version: String,
    /// How long building it takes on two cores.
    usually: &'static str,
    /// It needs none of its package's default features.
    bare: bool,
    why: &'static str,
}

impl CargoTool {
    /// Builds the page out of program, styles and files.
    pub(super) fn trunk() -> Self {
        Self {
            package: "trunk",
            program: "trunk",
            // 0.22 needs a newer compiler than this project.
            version: "0.21.14".to_owned(),
            usually: "2 to 3 minutes",
            // Without its web client: it shall not download anything.
            bare: true,
            why: "which builds the page",
        }
    }

    /// Makes the program callable from JavaScript. Its version must be that of the library.
    pub(super) fn wasm_bindgen(version: String) -> Self {
        Self {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version,
            usually: "about 1 minute",
            bare: false,
            why: "which joins the program and the browser",
        }
    }

    /// Steers Firefox in tests.
    pub(super) fn geckodriver() -> Self {
        Self {
            package: "geckodriver",
            program: "geckodriver",
            version: "0.37.1".to_owned(),
            usually: "1 to 2 minutes",
            bare: false,
            why: "which steers Firefox in the tests",
        }
    }

    /// The folder that holds the program: ours, one of PATH, or ours after installing.
    pub(super) fn ready(&self, project: &Project) -> Outcome<PathBuf> {
        let root = project
            .tools()
            .join(format!("{}-{}", self.package, self.version));
        let own = root.join("bin");
        if self.is_in(&own) {
            return Ok(own);
        }
        if let Some(folder) = self.folder_on_path() {
            return Ok(folder);
        }
        if self.by_binstall(project, &root).is_ok() && self.is_in(&own) {
            return Ok(own);
        }
        self.by_building(project, &root)?;
        if self.is_in(&own) {
            Ok(own)
        } else {
            Err(self.sentence("it was installed without its program"))
        }
    }

    fn is_in(&self, folder: &Path) -> bool {
        folder
            .join(format!("{}{}", self.program, env::consts::EXE_SUFFIX))
            .is_file()
    }

    fn folder_on_path(&self) -> Option<PathBuf> {
        let program = run::on_path(self.program)?;
        run::has_version(&program, &self.version)
            .then(|| program.parent().map(Path::to_path_buf))?
    }

    fn by_binstall(&self, project: &Project, root: &Path) -> Outcome {
        run::on_path("cargo-binstall").ok_or("cargo binstall is not installed.")?;
        let mut command = Command::new("cargo-binstall");
        command
            .args([
                "binstall",
                "--no-confirm",
                "--disable-strategies",
                "compile",
                "--root",
            ])
            .arg(root)
            .arg(format!("{}@{}", self.package, self.version));
        let what = format!("Downloading {} {}", self.package, self.version);
        self.step(project, &what, "10 s")
            .run(&mut command)
            .inspect_err(|why| tell(why))
    }

    fn by_building(&self, project: &Project, root: &Path) -> Outcome {
        let what = format!("Building {} {}", self.package, self.version);
        let step = self.step(project, &what, self.usually);
        step.run(self.install(project, root).arg("--locked"))
            .or_else(|why| {
                // A version that its author once locked may be gone from the registry.
                tell(&format!(
                    "{why}\n  Once more, with the versions that the registry has."
                ));
                step.run(&mut self.install(project, root))
                    .map_err(|why| self.sentence(&why))
            })
    }

    fn install(&self, project: &Project, root: &Path) -> Command {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command
            .current_dir(project.tools())
            .args(["install", "--debug", "--root"])
            .arg(root)
            .arg(format!("{}@{}", self.package, self.version))
            .envs(CHEAP)
            .env("CARGO_TARGET_DIR", builds(project).join("cargo"))
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS");
        if self.bare {
            command.arg("--no-default-features");
        }
        command
    }

    fn step<'a>(&self, project: &Project, what: &'a str, usually: &'a str) -> LongStep<'a> {
        LongStep {
            what,
            usually,
            log: log(project, self.package),
            at_most: Duration::from_secs(3600),
        }
    }

    fn sentence(&self, why: &str) -> String {
        let (package, version) = (self.package, &self.version);
        format!(
            "{package} {version} is missing, {}; get it with `cargo install {package}@{version}`. {why}",
            self.why
        )
    }
}
