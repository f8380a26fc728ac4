//! The page's own scripts made small. Trunk could do it too, but chooses other names at every build, so that
//! no build would be like the one before.

use crate::{Outcome, project, project::Project, run, setup::Kit};

/// The scripts in `public/` that the page names after they were made small.
const SCRIPTS: [&str; 3] = ["leave.js", "crash.js", "offline.js"];
/// Where they go, from the repository's root.
const SMALL: &str = "target/scripts";

/// Makes the scripts small and writes the results, unless they are there already: a watcher would start anew.
pub(crate) fn shorten(project: &Project, kit: &Kit) -> Outcome {
    for name in SCRIPTS {
        let script = project.root.join("public").join(name);
        let target = project.root.join(SMALL).join(name);
        let mut terser = kit.command(project, "terser");
        // In the language of the oldest browsers: these scripts tell them that they are too old.
        terser
            .arg(&script)
            .args(["--mangle", "--compress", "passes=2"]);
        let small = run::output_of(&mut terser)
            .filter(|small| !small.is_empty())
            .ok_or_else(|| format!("terser could not make {} small.", script.display()))?;
        if project::read(&target).is_ok_and(|old| old == small) {
            continue;
        }
        project::write(&target, &small)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_every_one_of_them() {
        let project = Project::here().unwrap();
        let page = project::read(&project.root.join("index.html")).unwrap();
        for name in SCRIPTS {
            let named = format!("src=\"{SMALL}/{name}\" data-no-minify");
            assert!(page.contains(&named), "{named}");
        }
    }
}
