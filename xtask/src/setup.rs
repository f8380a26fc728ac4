//! Installing what the build and the tests need, into the ignored folder `.tools` of the repository.
//!
//! What is there already is found by looking at files, so a second run costs next to nothing.

mod browsers;
mod cargo_tools;
mod cpp;
mod debian;
mod node_tools;
mod rustc;
mod servers;
mod wasm_library;
mod xss;

pub(crate) use browsers::Browsers;
pub(crate) use servers::Servers;

use crate::{Outcome, project, project::Project};
use cargo_tools::CargoTool;
use std::{env, ffi::OsString, path::PathBuf, process::Command};
use wasm_library::WasmLibrary;

/// What a build for the browser needs: tools and the wasm32 library.
#[derive(Debug)]
pub(crate) struct Kit {
    /// Folders that go before those of PATH.
    folders: Vec<PathBuf>,
    library: WasmLibrary,
    /// The folder that holds `wasm-bindgen` and its test runner.
    wasm_bindgen: PathBuf,
}

impl Kit {
    /// Everything for `build` and `serve`. Installs what is missing.
    pub(crate) fn ready(project: &Project) -> Outcome<Self> {
        // Steps below start programs in it, also when nothing has been installed yet.
        project::make_folder(&project.tools())?;
        let library = wasm_library::ready(project)?;
        let wasm_bindgen_version = project.locked_version("wasm-bindgen")?;
        let trunk = CargoTool::trunk().ready(project)?;
        let wasm_bindgen = CargoTool::wasm_bindgen(wasm_bindgen_version).ready(project)?;
        let wasm_opt = node_tools::wasm_opt(project)?;
        let terser = node_tools::terser(project)?;
        forget_builds(project)?;
        let mut folders = vec![trunk, wasm_bindgen.clone(), wasm_opt, terser];
        if let Some(toolchain) = &library.toolchain {
            folders.insert(0, toolchain.clone());
        }
        Ok(Self {
            folders,
            library,
            wasm_bindgen,
        })
    }

    /// PATH with the kit's folders first.
    fn path(&self) -> OsString {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let all = self
            .folders
            .iter()
            .cloned()
            .chain(env::split_paths(&inherited));
        env::join_paths(all).unwrap_or(inherited)
    }

    /// The variables that make cargo and Trunk use this kit.
    pub(crate) fn variables(&self) -> Vec<(&'static str, OsString)> {
        let flags = self.library.rustflags();
        vec![
            ("PATH", self.path()),
            (
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
                flags.join(" ").into(),
            ),
            (
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                self.wasm_bindgen.join("wasm-bindgen-test-runner").into(),
            ),
        ]
    }

    /// A program that builds for the browser, started in the repository.
    pub(crate) fn command(&self, project: &Project, program: &str) -> Command {
        let mut command = Command::new(self.program(program));
        command
            .current_dir(&project.root)
            .envs(self.variables())
            // Would take the place of the flags above.
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS");
        if self.library.toolchain.is_some() {
            // Set by rustup's cargo for the compiler that is not used here.
            command
                .env_remove("RUSTC")
                .env_remove("RUSTUP_TOOLCHAIN")
                .env_remove("LD_LIBRARY_PATH");
        }
        command
    }

    /// The compiler for the browser is the one that also checks the code (it need not be).
    pub(crate) fn has_clippy(&self) -> bool {
        self.library.toolchain.is_none()
    }

    fn program(&self, name: &str) -> PathBuf {
        self.folders
            .iter()
            .map(|folder| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
            .find(|file| file.is_file())
            .unwrap_or_else(|| name.into())
    }
}

/// What the tests in browsers need beyond a [`Kit`].
#[derive(Debug)]
pub(crate) struct TestKit {
    /// The browsers that were found or installed, and their drivers.
    pub(crate) browsers: Browsers,
    /// The web servers that the header files are tested with.
    pub(crate) servers: Servers,
    /// The folder of geckodriver, when there is a Firefox.
    pub(crate) geckodriver: Option<PathBuf>,
    /// axe-core's file for the browser.
    pub(crate) axe: PathBuf,
    /// A list of hostile strings.
    pub(crate) xss: Option<PathBuf>,
    /// One sentence for each thing that could not be had.
    pub(crate) missing: Vec<String>,
}

impl TestKit {
    /// Everything for `test`. Installs what is missing and may be installed.
    pub(crate) fn ready(project: &Project) -> Outcome<Self> {
        let (browsers, mut missing) = Browsers::ready(project);
        let (servers, missing_servers) = Servers::ready(project);
        missing.extend(missing_servers);
        let axe = node_tools::axe(project)?;
        let xss = xss::ready(project).map_err(|why| missing.push(why)).ok();
        let geckodriver = match browsers.firefox {
            Some(_) => CargoTool::geckodriver()
                .ready(project)
                .map_err(|why| missing.push(why))
                .ok(),
            None => None,
        };
        forget_builds(project)?;
        let geckodriver = geckodriver
            .map(|folder| folder.join(format!("geckodriver{}", env::consts::EXE_SUFFIX)));
        Ok(Self {
            browsers,
            servers,
            geckodriver,
            axe,
            xss,
            missing,
        })
    }

    /// The variables that tell the browser tests what there is.
    pub(crate) fn variables(&self) -> Vec<(&'static str, PathBuf)> {
        let browsers = &self.browsers;
        [
            ("FL_CHROMIUM", &browsers.chromium),
            ("FL_CHROMEDRIVER", &browsers.chromedriver),
            ("FL_FIREFOX", &browsers.firefox),
            ("FL_GECKODRIVER", &self.geckodriver),
            ("FL_WEBKITDRIVER", &browsers.webkit_driver),
            ("FL_MINIBROWSER", &browsers.minibrowser),
            ("FL_XVFB", &browsers.xvfb),
            ("FL_PDFTOTEXT", &browsers.pdftotext),
            ("FL_NGINX", &self.servers.nginx),
            ("FL_CADDY", &self.servers.caddy),
            ("FL_XSS", &self.xss),
        ]
        .into_iter()
        .filter_map(|(name, file)| Some((name, file.clone()?)))
        .chain([("FL_AXE", self.axe.clone())])
        .collect()
    }
}

/// A compiler for C++, which fuzzing needs. Installs one where that is possible.
pub(crate) fn cpp_compiler(project: &Project) -> Outcome {
    project::make_folder(&project.tools())?;
    cpp::ready(project)
}

/// Where half-built tools lie, so that an interrupted set-up goes on where it was.
fn builds(project: &Project) -> PathBuf {
    project.tools().join("build")
}

/// Frees the space of what tools were built from.
fn forget_builds(project: &Project) -> Outcome {
    project::remove_folder(&builds(project))
}

/// Where the whole output of a long step is kept.
fn log(project: &Project, step: &str) -> PathBuf {
    project.tools().join("logs").join(format!("{step}.log"))
}
