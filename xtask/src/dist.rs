//! The folder to upload, and the proof that building it again gives the same bytes.

use crate::{
    Outcome,
    bundle::{self, Edition, hosts},
    project::{self, Project},
    run::{self, say},
    setup::Kit,
};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The folder of a copy of the sources.
const ELSEWHERE: &str = "another-folder";

/// Builds the page for visitors and says what to do with it.
pub(crate) fn make(project: &Project) -> Outcome {
    let folder = bundle::build(project, &Kit::ready(project)?, Edition::Release)?;
    say(&format!(
        "Upload {} as it is. docs/hosting.md says how, for nginx, Caddy, GitHub and GitLab Pages, Netlify and \
         Cloudflare; deploy/ has their headers. Then open /checkup.html there.",
        folder.display()
    ));
    Ok(())
}

/// Builds the page in two copies of the sources, with nothing built before, and compares every byte. This
/// takes some minutes.
pub(crate) fn make_twice(project: &Project) -> Outcome {
    Kit::ready(project)?;
    let (one, other) = (build_copy(project, "one")?, build_copy(project, ELSEWHERE)?);
    same(project, &one, &other)
}

/// Builds the page once more, in a copy of the sources with nothing built before, and compares every byte
/// with the page in `folder`.
pub(crate) fn is_same_elsewhere(project: &Project, folder: &Path) -> Outcome {
    same(project, folder, &build_copy(project, ELSEWHERE)?)
}

/// Fails when two built pages differ, else says what they are and removes the copies.
fn same(project: &Project, one: &Path, other: &Path) -> Outcome {
    let files = compared(one, other)?;
    let sums = project::read_bytes(&one.join(hosts::SUMS))?;
    say(&format!(
        "Two builds in two folders are the same: {files} files, byte for byte. {} has the SHA-256 {}.",
        hosts::SUMS,
        bundle::checkup::sha256(&sums)
    ));
    project::remove_folder(&copies(project))
}

/// The copies of the sources. Their names are of different lengths: what depends on where it was built shows.
fn copies(project: &Project) -> PathBuf {
    project.root.join("target").join("twice")
}

/// Copies the sources to a new folder and builds the page there; returns its folder.
fn build_copy(project: &Project, name: &str) -> Outcome<PathBuf> {
    let copy = &copies(project).join(name);
    project::remove_folder(copy)?;
    for file in sources(project)? {
        let (from, to) = (project.root.join(&file), copy.join(&file));
        if let Some(folder) = to.parent() {
            project::make_folder(folder)?;
        }
        fs::copy(&from, &to)
            .map_err(|error| format!("{} cannot be copied: {error}.", from.display()))?;
    }
    share_tools(&project.tools(), &copy.join(".tools"))?;
    let mut build = Command::new("cargo");
    build
        .args(["xtask", "dist"])
        .current_dir(copy)
        .env("CARGO_TARGET_DIR", copy.join("target"));
    run::openly(&mut build, &format!("Building in {}", copy.display()))?;
    Ok(copy.join("dist"))
}

/// Everything that git keeps, or would keep.
fn sources(project: &Project) -> Outcome<Vec<PathBuf>> {
    let mut git = Command::new("git");
    git.current_dir(&project.root)
        .args(["ls-files", "--cached", "--others", "--exclude-standard"]);
    let listed = run::output_of(&mut git).ok_or("git could not list the sources.")?;
    let files = listed.lines().map(PathBuf::from);
    Ok(files
        .filter(|file| project.root.join(file).is_file())
        .collect())
}

#[cfg(unix)]
fn share_tools(from: &Path, to: &Path) -> Outcome {
    std::os::unix::fs::symlink(from, to)
        .map_err(|error| format!("{} cannot be made: {error}.", to.display()))
}

/// Without links the copy sets up tools of its own.
#[cfg(not(unix))]
fn share_tools(_: &Path, _: &Path) -> Outcome {
    Ok(())
}

/// How many files both folders hold.
///
/// # Errors
/// Names every file that only one of them holds, or that is not the same in both.
fn compared(one: &Path, other: &Path) -> Outcome<usize> {
    let (files, others) = (hosts::files(one)?, hosts::files(other)?);
    let only_one = files.iter().filter(|file| !others.contains(file));
    let only_other = others.iter().filter(|file| !files.contains(file));
    let mut different: Vec<String> = only_one
        .chain(only_other)
        .map(|file| format!("{}: only in one of them", file.display()))
        .collect();
    for file in files.iter().filter(|file| others.contains(file)) {
        if project::read_bytes(&one.join(file))? != project::read_bytes(&other.join(file))? {
            different.push(format!("{}: not the same", file.display()));
        }
    }
    if different.is_empty() {
        return Ok(files.len());
    }
    Err(format!(
        "Two builds are not the same:\n{}\nThey lie in {} and {}.",
        different.join("\n"),
        one.display(),
        other.display()
    ))
}

/// Fails when a file of a built page tells where it was built. Part of every build for visitors: the quick half
/// of what `--twice` shows.
pub(crate) fn tells_no_place(project: &Project, folder: &Path) -> Outcome {
    let places = [Some(project.root.clone()), env::home_dir()];
    names_no_place(folder, places.iter().flatten())
}

/// Fails when a file names one of these folders of this machine: then a build elsewhere differs, and the file
/// tells who built it.
fn names_no_place<'a>(folder: &Path, places: impl Iterator<Item = &'a PathBuf>) -> Outcome {
    let places: Vec<String> = places
        .map(|place| format!("{}/", place.display()))
        .filter(|place| place.len() > "/root".len())
        .collect();
    for file in hosts::files(folder)? {
        let bytes = project::read_bytes(&folder.join(&file))?;
        let names = |place: &&String| {
            bytes
                .windows(place.len())
                .any(|part| part == place.as_bytes())
        };
        if let Some(place) = places.iter().find(names) {
            return Err(format!("{} names {place}.", file.display()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("first-light-dist-{name}-{}", std::process::id()));
        for (file, text) in files {
            project::write(&folder.join(file), text).unwrap();
        }
        folder
    }

    #[test]
    fn tells_which_files_differ() {
        let one = folder("one", &[("a.js", "1"), ("b/c.css", "2"), ("d", "")]);
        let same = folder("same", &[("a.js", "1"), ("b/c.css", "2"), ("d", "")]);
        let other = folder("other", &[("a.js", "1"), ("b/c.css", "3"), ("e", "")]);
        assert_eq!(compared(&one, &same), Ok(3));
        let told = compared(&one, &other).unwrap_err();
        for file in [
            "c.css: not the same",
            "d: only in one of them",
            "e: only in one of them",
        ] {
            assert!(told.contains(file), "{told}");
        }
        assert!(!told.contains("a.js"), "{told}");
        for folder in [one, same, other] {
            project::remove_folder(&folder).unwrap();
        }
    }

    #[test]
    fn finds_a_file_that_tells_where_it_was_built() {
        let dist = folder(
            "place",
            &[("a.wasm", "\0panicked at /home/sam/first-light/src/a.rs")],
        );
        let place = |place: &str| PathBuf::from(place);
        assert!(names_no_place(&dist, [place("/home/sam")].iter()).is_err());
        assert_eq!(names_no_place(&dist, [place("/home/ada")].iter()), Ok(()));
        project::remove_folder(&dist).unwrap();
    }

    #[test]
    fn knows_its_sources() {
        let sources = sources(&Project::here().unwrap()).unwrap();
        assert!(sources.contains(&PathBuf::from("index.html")));
        assert!(!sources.iter().any(|file| file.starts_with("target")));
    }
}
