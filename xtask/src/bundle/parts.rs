//! Taking the program apart: what is not needed at once goes into files of its own.
//!
//! The crate `parts` marks the ways into each part. The linker leaves in the program which function and which
//! text uses which, so everything that only a part uses can be found and taken out. What is left goes through
//! wasm-bindgen, as Trunk would have done it with the whole. Parts have the program's memory and its table of
//! functions, through which all call each other; they need no glue of their own. What several parts use,
//! and the rest of the program does not, is in files that those parts share.

mod imports;

use crate::{
    Outcome,
    bundle::html,
    project::{self, Project},
    run,
    setup::Kit,
};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use wasm_split_cli_support::{Options, transform};

pub(super) use imports::rename as rename_imports;

/// The name that the tool gives to what parts take from the rest of the program.
pub(super) const SHARED: &str = "__wasm_split";
/// What stands in `index.html` where the list of parts belongs.
const PLACE: &str = "no parts";

/// What lies beside the program after it was taken apart.
#[derive(Debug, Default)]
pub(super) struct Apart {
    /// The files, by their names without an ending.
    pub(super) files: BTreeMap<String, PathBuf>,
    /// Which files each part consists of.
    parts: BTreeMap<String, Vec<String>>,
}

impl Apart {
    /// The list of parts as the page names it: for each its name and its files, and a `;`.
    fn list(&self) -> String {
        let part = |(name, files): (&String, &Vec<String>)| format!("{name} {}", files.join(" "));
        self.parts.iter().map(part).collect::<Vec<_>>().join(";")
    }
}

/// Where the program lies before it has the names and the size in which it is shipped.
pub(crate) fn bound(project: &Project) -> PathBuf {
    work(project).join("first-light_bg.wasm")
}

fn work(project: &Project) -> PathBuf {
    project.cargo_target().join("parts")
}

/// Takes the program apart that Trunk has had built, and puts what is left in the place of what Trunk made
/// of it: the program and its glue.
pub(super) fn take_apart(
    project: &Project,
    kit: &Kit,
    program: &Path,
    glue: &Path,
) -> Outcome<Apart> {
    let work = work(project);
    project::remove_folder(&work)?;
    project::make_folder(&work)?;
    let main = work.join("main.wasm");
    let mut apart = split(project, &work, &main)?;
    run::openly(
        kit.command(project, "wasm-bindgen")
            // The table of functions is one of those exports; parts are to have it.
            .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
            .args(["--out-name", "first-light", "--out-dir"])
            .arg(&work)
            .arg(&main),
        "Writing the glue",
    )?;
    let page = project::read(&project.root.join("index.html"))?;
    let options = html::wasm_opt_options(&page)?;
    shrink(project, kit, &options, &bound(project), program)?;
    let made = work.join("first-light.js");
    fs::copy(&made, glue).map_err(|why| format!("{} cannot be copied: {why}.", made.display()))?;
    for file in apart.files.values_mut() {
        let small = file.with_extension("small.wasm");
        shrink(project, kit, &options, file, &small)?;
        *file = small;
    }
    Ok(apart)
}

fn split(project: &Project, work: &Path, main: &Path) -> Outcome<Apart> {
    let whole = project
        .cargo_target()
        .join("wasm32-unknown-unknown")
        .join("release")
        .join("first-light.wasm");
    let whole = project::read_bytes(&whole)?;
    let mut options = Options::new(&whole);
    options.output_dir = work;
    options.main_out_path = main;
    let split =
        transform(options).map_err(|why| format!("The program cannot be taken apart: {why:?}."))?;
    let name = |file: &PathBuf| {
        let stem = file.file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    };
    let files = split.split_modules.into_iter();
    Ok(Apart {
        files: files.map(|file| (name(&file), file)).collect(),
        parts: split.prefetch_map.into_iter().collect(),
    })
}

fn shrink(project: &Project, kit: &Kit, options: &[String], from: &Path, to: &Path) -> Outcome {
    let mut wasm_opt = kit.command(project, "wasm-opt");
    wasm_opt
        .arg("-Oz")
        .args(options)
        .arg(from)
        .arg("-o")
        .arg(to);
    run::openly(&mut wasm_opt, "Making the program smaller")
}

/// The page with the list of parts.
pub(super) fn with_list(page: &str, apart: &Apart) -> Outcome<String> {
    if page.matches(PLACE).count() == 1 {
        Ok(page.replace(PLACE, &apart.list()))
    } else {
        Err(format!("index.html must say {PLACE} once."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_every_part_with_its_files() {
        let mut apart = Apart::default();
        let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        apart
            .parts
            .insert("b".into(), names(&["chunk_1", "split_b"]));
        apart.parts.insert("a".into(), names(&["split_a"]));
        let page = project::read(&Project::here().unwrap().root.join("index.html")).unwrap();
        let page = with_list(&page, &apart).unwrap();
        assert!(page.contains("content=\"a split_a;b chunk_1 split_b\""));
        assert!(with_list("<p>", &apart).is_err());
    }
}
