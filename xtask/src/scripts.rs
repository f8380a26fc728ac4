//! The page's own scripts made small. Trunk could do it too, but chooses other names at every build, so that
//! no build would be like the one before.

use crate::{Outcome, project, project::Project, run, setup::Kit};

/// What the page names, and the scripts in `public/` that it is made of. Those that are needed in every edition
/// are one file: packed together they are a tenth smaller.
const SCRIPTS: [(&str, &[&str]); 2] = [
    ("page.js", &["leave.js", "crash.js", "early.js"]),
    ("offline.js", &["offline.js"]),
];
/// Where they go, from the repository's root.
const SMALL: &str = "target/scripts";

/// Makes the scripts small and writes the results, unless they are there already: a watcher would start anew.
pub(crate) fn shorten(project: &Project, kit: &Kit) -> Outcome {
    for (name, parts) in SCRIPTS {
        let public = project.root.join("public");
        let target = project.root.join(SMALL).join(name);
        let mut terser = kit.command(project, "terser");
        // In the language of the oldest browsers: these scripts tell them that they are too old.
        terser
            .args(parts.iter().map(|part| public.join(part)))
            .args(["--mangle", "--compress", "passes=2"]);
        let small = run::output_of(&mut terser)
            .filter(|small| !small.is_empty())
            .ok_or_else(|| format!("terser could not make {} small.", parts.join(", ")))?;
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
        for (name, _) in SCRIPTS {
            let named = format!("src=\"{SMALL}/{name}\" data-no-minify");
            assert!(page.contains(&named), "{named}");
        }
    }
}
