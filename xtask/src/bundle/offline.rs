//! The service worker of a built page, with its list of files.
//!
//! The list comes from the same place as that of `/checkup.html`: every file of the page but the checkup's
//! own. It is hashed, with the worker's text, into the name of the version.

use super::checkup;
use crate::{Outcome, project};
use serde_json::{Map, Value};
use std::path::Path;

/// The worker's name. It is the only file whose name must never change: browsers ask for it by that name.
pub(crate) const WORKER: &str = "worker.js";
/// Its text, and what stands in its place while the page is developed.
const TEXT: &str = include_str!("../../../public/worker.js");
const NONE: &str = include_str!("../../../public/no-worker.js");
/// How the names of caches begin.
const CACHE: &str = "first-light-";
/// How the worker names the page itself: some hosts lead `index.html` elsewhere.
const PAGE: &str = "./";

/// Writes the worker for the files of a built page. To be done once they are all as they will be served.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write(folder: &Path) -> Outcome {
    project::write(&folder.join(WORKER), &worker(&list(folder)?))
}

/// Writes a worker that keeps nothing.
pub(super) fn write_none(folder: &Path) -> Outcome {
    project::write(&folder.join(WORKER), &terse(NONE))
}

/// The name of the version, which is that of its cache; empty where nothing is kept.
pub(super) fn version(folder: &Path) -> Outcome<String> {
    let worker = project::read(&folder.join(WORKER))?;
    let named = worker.strip_prefix("const VERSION = \"");
    let name = named.and_then(|rest| rest.split('"').next());
    Ok(name.unwrap_or_default().to_owned())
}

/// Every file that the page may need, with its SHA-256.
fn list(folder: &Path) -> Outcome<Map<String, Value>> {
    let mut list = Map::new();
    for (name, bytes) in checkup::served(folder)? {
        if name == WORKER || checkup::is_for_hosts(&name) {
            continue;
        }
        let name = if name == "index.html" { PAGE } else { &name };
        list.insert(name.to_owned(), checkup::sha256(&bytes).into());
    }
    Ok(list)
}

fn worker(files: &Map<String, Value>) -> String {
    let text = terse(TEXT);
    let files = Value::Object(files.clone());
    let hash = checkup::sha256(format!("{files}{text}").as_bytes());
    format!(
        "const VERSION = \"{CACHE}{}\";\nconst FILES = {files};\n{text}",
        &hash[..16]
    )
}

/// A script without its comments and indents.
fn terse(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_line(worker: &str) -> &str {
        worker.lines().next().unwrap()
    }

    #[test]
    fn names_every_file_of_the_page_and_none_of_the_hosts() {
        let folder =
            std::env::temp_dir().join(format!("first-light-offline-{}", std::process::id()));
        for name in [
            "index.html",
            "index.html.br",
            "a-0123456789abcdef.js",
            "a-0123456789abcdef.js.gz",
            "checkup.html",
            "checkup.json",
            "icons/a.png",
            "worker.js",
            "_headers",
            "SHA256SUMS.txt",
        ] {
            project::write(&folder.join(name), "abc").unwrap();
        }
        let list = list(&folder).unwrap();
        let names: Vec<_> = list.keys().map(String::as_str).collect();
        assert_eq!(names, ["./", "a-0123456789abcdef.js", "icons/a.png"]);
        assert_eq!(list["./"], checkup::sha256(b"abc"));
        assert_eq!(version(&folder).unwrap(), "");
        write(&folder).unwrap();
        assert!(version(&folder).unwrap().starts_with(CACHE));
        project::remove_folder(&folder).unwrap();
    }

    #[test]
    fn another_file_makes_another_version() {
        let list = |hash: &str| Map::from_iter([("./".to_owned(), Value::from(hash))]);
        let (one, two) = (worker(&list("1")), worker(&list("2")));
        assert_ne!(first_line(&one), first_line(&two));
        assert_eq!(one, worker(&list("1")));
        assert!(first_line(&one).starts_with("const VERSION = \"first-light-"));
    }

    #[test]
    fn what_both_scripts_rely_on_is_said_by_both() {
        let page = include_str!("../../../public/offline.js");
        for said in ["\"take over\"", "\"started\"", "\"first-light-\""] {
            assert!(TEXT.contains(said) && page.contains(said), "{said}");
        }
        assert!(page.contains(&format!("\"{WORKER}\"")));
    }
}
