//! The page's own scripts made small. Trunk could do it too, but chooses other names at every build, so that
//! no build would be like the one before.

use crate::{Outcome, project, project::Project, run, setup::Kit};

/// A script that stands in the page (`policy.rs` puts it there).
struct Script {
    /// What `index.html` calls it.
    name: &'static str,
    /// What it is made of, from `public/`. Packed together they are a tenth smaller.
    parts: &'static [&'static str],
    /// In what language it is written.
    language: Language,
}

/// In what language a script is.
enum Language {
    /// That of the oldest browsers: such scripts tell them that they are too old.
    Oldest,
    /// The newest that every browser understands which runs the program at all.
    OfProgram,
}

const SCRIPTS: [Script; 4] = [
    Script {
        name: "boot.js",
        parts: &["boot.js"],
        language: Language::Oldest,
    },
    Script {
        name: "page.js",
        parts: &["leave.js", "crash.js", "early.js"],
        language: Language::Oldest,
    },
    Script {
        name: "offline.js",
        parts: &["offline.js"],
        language: Language::Oldest,
    },
    Script {
        name: "start.js",
        parts: &["start.js"],
        language: Language::OfProgram,
    },
];
/// Where they go, from the repository's root.
const SMALL: &str = "target/scripts";

/// Makes the scripts small and writes the results, unless they are there already: a watcher would start anew.
pub(crate) fn shorten(project: &Project, kit: &Kit) -> Outcome {
    for script in &SCRIPTS {
        let public = project.root.join("public");
        let target = project.root.join(SMALL).join(script.name);
        let mut terser = kit.command(project, "terser");
        terser
            .args(script.parts.iter().map(|part| public.join(part)))
            .args(script.language.options());
        let small = run::output_of(&mut terser)
            .filter(|small| !small.is_empty())
            .ok_or_else(|| format!("terser could not make {} small.", script.name))?;
        if project::read(&target).is_ok_and(|old| old == small) {
            continue;
        }
        project::write(&target, &small)?;
    }
    Ok(())
}

impl Language {
    /// What the minifier is told.
    fn options(&self) -> &'static [&'static str] {
        match self {
            Self::Oldest => &["--mangle", "--compress", "passes=2"],
            Self::OfProgram => MODULE,
        }
    }
}

/// How scripts are made small that come as modules. They have no functions that are called with a `this` of their
/// own, so all may become arrows.
pub(crate) const MODULE: &[&str] = &[
    "--module",
    "--mangle",
    "--compress",
    "passes=3,ecma=2021,unsafe_arrows",
    "--ecma",
    "2021",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_every_one_of_them() {
        let project = Project::here().unwrap();
        let page = project::read(&project.root.join("index.html")).unwrap();
        for script in SCRIPTS {
            let named = format!("src=\"{SMALL}/{}\" data-no-minify", script.name);
            assert!(page.contains(&named), "{named}");
        }
    }
}
