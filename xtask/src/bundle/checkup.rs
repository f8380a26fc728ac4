//! The page for hosts, `/checkup.html`, and the list of files and headers that it compares a host with.

use super::{hosts, html, offline};
use crate::{
    Outcome,
    hosting::{self, HEADER_FILE, HeaderRules},
    project,
    project::Project,
    run::say,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::path::Path;

/// The page and what it loads, in the folder `public/checkup`.
const FILES: [&str; 3] = ["checkup.html", "checkup.css", "checkup.js"];
/// The list, which lies beside the page.
const LIST: &str = "checkup.json";

/// Puts the page beside the built app and writes its list. The last step of a build: what changes a file
/// later makes the list wrong.
pub(super) fn write(project: &Project, folder: &Path) -> Outcome {
    for name in FILES {
        let file = project.root.join("public").join("checkup").join(name);
        project::write(&folder.join(name), &project::read(&file)?)?;
    }
    let rules = HeaderRules::read(&project::read(&folder.join(HEADER_FILE))?)?;
    let list = format!("{:#}\n", list(folder, &rules)?);
    project::write(&folder.join(LIST), &list)?;
    say(&format!(
        "{LIST} names every file; its SHA-256 is {}",
        sha256(list.as_bytes())
    ));
    Ok(())
}

fn list(folder: &Path, rules: &HeaderRules) -> Outcome<Value> {
    let mut files = Vec::new();
    for (path, bytes) in served(folder)? {
        let headers = rules.headers_for(&format!("/{path}"));
        let caching = headers.iter().find(|(name, _)| *name == "Cache-Control");
        files.push(json!({
            "path": path,
            "sha256": sha256(&bytes),
            "bytes": bytes.len(),
            "type": hosting::media_type(&path),
            "packs": hosting::packs(&path),
            "caching": caching.map(|(_, value)| value),
        }));
    }
    let headers = rules.headers_for("/").into_iter();
    let headers: Vec<_> = headers
        .filter(|(name, _)| *name != "Cache-Control")
        .collect();
    let page = project::read(&folder.join("index.html"))?;
    let scripts = html::inside(&page, "script");
    let version = offline::version(folder)?;
    Ok(json!({ "headers": headers, "files": files, "scripts": scripts, "version": version }))
}

/// Every file that browsers ask a host for, by its path, in the order of their names.
pub(crate) fn served(folder: &Path) -> Outcome<Vec<(String, Vec<u8>)>> {
    let mut served = Vec::new();
    for file in hosts::files(folder)? {
        let path = file.to_string_lossy().replace('\\', "/");
        if [HEADER_FILE, LIST, hosts::SUMS].contains(&&*path) || hosts::is_packed(&path) {
            continue;
        }
        let bytes = project::read_bytes(&folder.join(&file))?;
        served.push((path, bytes));
    }
    Ok(served)
}

/// Whether a file belongs to the page for hosts.
pub(crate) fn is_for_hosts(path: &str) -> bool {
    path == LIST || FILES.contains(&path)
}

/// The hash as lower-case hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> String {
        let project = Project::here().unwrap();
        project::read(&project.root.join("public/checkup/checkup.html")).unwrap()
    }

    #[test]
    fn hashes_as_everybody_does() {
        // FIPS 180-4, the example "abc".
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256(b"abc"), hash);
    }

    #[test]
    fn lists_every_file_but_those_that_browsers_do_not_ask_for() {
        let folder = std::env::temp_dir().join(format!("first-light-list-{}", std::process::id()));
        for name in [
            "index.html",
            "index.html.br",
            "icons/a.png",
            offline::WORKER,
            HEADER_FILE,
            LIST,
        ] {
            project::write(&folder.join(name), "abc").unwrap();
        }
        let text = "/*\n  A: one\n/\n  Cache-Control: x\n/icons/*\n  Cache-Control: y\n";
        let list = list(&folder, &HeaderRules::read(text).unwrap()).unwrap();
        let files = list["files"].as_array().unwrap();
        let paths: Vec<_> = files.iter().map(|file| &file["path"]).collect();
        assert_eq!(paths, ["icons/a.png", "index.html", "worker.js"]);
        assert_eq!(files[0]["caching"], "y");
        assert_eq!(files[0]["sha256"], sha256(b"abc"));
        assert_eq!(list["headers"], json!([["A", "one"]]));
        project::remove_folder(&folder).unwrap();
    }

    #[test]
    fn the_page_keeps_the_strict_policy_and_has_a_part_for_every_header() {
        let page = page();
        assert_eq!(html::check_policy(&page), Ok(()));
        let policy = html::policy(&page).unwrap();
        assert!(policy.starts_with("default-src 'none'; script-src 'self';"));
        assert!(!policy.contains("unsafe"), "{policy}");
        let project = Project::here().unwrap();
        let rules = project::read(&project.root.join("deploy").join(HEADER_FILE)).unwrap();
        for (name, _) in HeaderRules::read(&rules).unwrap().headers_for("/other") {
            let part = format!("id=\"{}\"", name.to_lowercase());
            assert!(page.contains(&part), "checkup.html has no part for {name}");
        }
    }
}
