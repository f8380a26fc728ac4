//! nginx and Caddy, with which the header files in `deploy/` are tested.
//!
//! Where they are missing, Debian's packages are only unpacked into `.tools`: installed, they would start
//! as services of the system.

use super::debian;
use crate::{project::Project, run};
use std::path::{Path, PathBuf};

/// The servers on this machine. What is not there is `None`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Servers {
    pub(crate) nginx: Option<PathBuf>,
    pub(crate) caddy: Option<PathBuf>,
}

impl Servers {
    /// What there is, after getting what is missing where that is possible; with it one sentence for
    /// each server that is still missing.
    pub(crate) fn ready(project: &Project) -> (Self, Vec<String>) {
        let folder = project.tools().join("servers");
        let found = Self::found(&folder);
        let packages = found.missing();
        if packages.is_empty() {
            return (found, Vec::new());
        }
        let unpacked = debian::unpack(project, "Web servers to test with", &packages, &folder);
        let why_not = unpacked.err().unwrap_or_default();
        let found = Self::found(&folder);
        let told = |name| {
            format!(
                "{name} is missing, with which its header file is tested (Debian's {name}): {why_not}"
            )
        };
        let missing = found.missing().into_iter().map(told).collect();
        (found, missing)
    }

    fn found(folder: &Path) -> Self {
        let program = |name: &str| {
            let places = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"];
            let system = places.iter().map(PathBuf::from);
            let own = ["usr/sbin", "usr/bin"].iter().map(|part| folder.join(part));
            run::on_path(name).or_else(|| {
                let files = system.chain(own).map(|place| place.join(name));
                files.into_iter().find(|file| file.is_file())
            })
        };
        Self {
            nginx: program("nginx"),
            caddy: program("caddy"),
        }
    }

    /// The names of those that are not there, which are also the names of their packages.
    fn missing(&self) -> Vec<&'static str> {
        [("nginx", &self.nginx), ("caddy", &self.caddy)]
            .into_iter()
            .filter(|(_, file)| file.is_none())
            .map(|(name, _)| name)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_is_missing() {
        assert_eq!(Servers::default().missing(), ["nginx", "caddy"]);
        let one = Servers {
            nginx: Some("/x".into()),
            caddy: None,
        };
        assert_eq!(one.missing(), ["caddy"]);
    }

    #[test]
    fn finds_what_was_unpacked() {
        let folder =
            std::env::temp_dir().join(format!("first-light-servers-{}", std::process::id()));
        crate::project::write(&folder.join("usr/sbin/nginx"), "").unwrap();
        crate::project::write(&folder.join("usr/bin/caddy"), "").unwrap();
        assert_eq!(Servers::found(&folder).missing(), Vec::<&str>::new());
        crate::project::remove_folder(&folder).unwrap();
    }
}
