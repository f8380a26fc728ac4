//! What hosts need beside the page: its policy in the header files of `deploy/`, the file `_headers`
//! where Netlify and Cloudflare Pages look for it, every file packed with brotli and with gzip for hosts that
//! send such files, and the list `SHA256SUMS.txt` of all of them.

use super::{Edition, checkup, html};
use crate::{
    Outcome, brotli_of, hosting, hosting::HEADER_FILE, project, project::Project, run::say,
};
use flate2::{Compression, GzBuilder};
use std::{
    fs, io,
    io::Write,
    path::{Path, PathBuf},
};

/// The header files that hold the page's policy, in the folder `deploy`.
const HEADER_FILES: [&str; 3] = [HEADER_FILE, "nginx.conf", "Caddyfile"];
/// How the policy begins, and what hosts add to it: a page cannot say this of itself.
const START: &str = "default-src ";
const ADDED: &str = "; frame-ancestors 'none'";
/// The best that brotli can do.
const BEST: i32 = 11;
/// How the names of packed files end.
const PACKED: [&str; 2] = [".br", ".gz"];
/// The list that `sha256sum --check SHA256SUMS.txt` reads.
pub(crate) const SUMS: &str = "SHA256SUMS.txt";

/// Puts the policy of the built page into the header files, and `_headers` into the page's folder. The
/// page for development has styles, and so a policy, of its own: hosts do not get that.
pub(super) fn write_headers(project: &Project, folder: &Path, edition: Edition) -> Outcome {
    let page = project::read(&folder.join("index.html"))?;
    let policy = html::policy(&page).ok_or("The built index.html states no policy.")?;
    for name in HEADER_FILES {
        let file = project.root.join("deploy").join(name);
        let old = project::read(&file)?;
        let new = with_policy(&old, &policy)
            .ok_or_else(|| format!("{} holds no policy.", file.display()))?;
        if new != old && edition != Edition::Dev {
            project::write(&file, &new)?;
            say(&format!("deploy/{name} now holds the page's policy."));
        }
        if name == HEADER_FILE {
            project::write(&folder.join(name), &new)?;
        }
    }
    Ok(())
}

/// The text with `policy` in place of the policy that it holds.
fn with_policy(text: &str, policy: &str) -> Option<String> {
    let (before, rest) = text.split_once(START)?;
    let (_, after) = rest.split_once(ADDED)?;
    Some(format!("{before}{policy}{ADDED}{after}"))
}

/// Lays a file packed with brotli, and one packed with gzip, beside every file for which that saves something.
pub(super) fn pack(folder: &Path) -> Outcome {
    for file in files(folder)? {
        let name = file.to_string_lossy().into_owned();
        let bytes = project::read_bytes(&folder.join(&file))?;
        if name == HEADER_FILE || !hosting::packs(&name) {
            continue;
        }
        let told = |error| format!("{name} cannot be packed: {error}.");
        let packed = [
            brotli_of(&bytes, BEST).map_err(told)?,
            gzip_of(&bytes).map_err(told)?,
        ];
        for (ending, small) in PACKED.iter().zip(packed) {
            if small.len() < bytes.len() {
                fs::write(folder.join(format!("{name}{ending}")), small).map_err(told)?;
            }
        }
    }
    Ok(())
}

/// The gzip form of some bytes, without a time or a name in it.
fn gzip_of(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packer = GzBuilder::new().write(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    packer.finish()
}

/// Whether a file is another one, packed.
pub(super) fn is_packed(name: &str) -> bool {
    PACKED.iter().any(|ending| name.ends_with(ending))
}

/// Writes the list of every file with its SHA-256. Nothing may be changed afterwards.
pub(super) fn write_sums(folder: &Path) -> Outcome {
    let mut sums = String::new();
    for file in files(folder)? {
        let name = file.to_string_lossy().replace('\\', "/");
        if name != SUMS {
            let bytes = project::read_bytes(&folder.join(&file))?;
            sums.push_str(&format!("{}  {name}\n", checkup::sha256(&bytes)));
        }
    }
    project::write(&folder.join(SUMS), &sums)
}

/// Every file under a folder, relative to it, in the order of their names.
pub(crate) fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let told = |error| format!("{} cannot be read: {error}.", folder.display());
    let mut found = Vec::new();
    let mut unread = vec![PathBuf::new()];
    while let Some(inside) = unread.pop() {
        for entry in fs::read_dir(folder.join(&inside)).map_err(told)? {
            let entry = entry.map_err(told)?;
            let path = inside.join(entry.file_name());
            if entry.path().is_dir() {
                unread.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text without the hashes of styles: only the built page has them.
    fn without_hashes(text: &str) -> String {
        let (mut kept, mut rest) = (String::new(), text);
        while let Some((before, after)) = rest.split_once(" 'sha256-") {
            kept.push_str(before);
            rest = after.split_once('\'').unwrap().1;
        }
        kept + rest
    }

    #[test]
    fn the_header_files_hold_the_pages_policy() {
        let project = Project::here().unwrap();
        let page = project::read(&project.root.join("index.html")).unwrap();
        let policy = html::policy(&page).unwrap();
        for name in HEADER_FILES {
            let text = project::read(&project.root.join("deploy").join(name)).unwrap();
            let text = without_hashes(&text);
            let expected = with_policy(&text, &policy).unwrap();
            assert_eq!(
                text, expected,
                "deploy/{name}: `cargo xtask build` mends it"
            );
        }
    }

    #[test]
    fn the_header_files_name_the_same_headers() {
        let project = Project::here().unwrap();
        let read = |name| project::read(&project.root.join("deploy").join(name)).unwrap();
        let rules = hosting::HeaderRules::read(&read(HEADER_FILE)).unwrap();
        for name in ["nginx.conf", "Caddyfile"] {
            let text = read(name);
            for (header, value) in rules.headers_for("/other") {
                let line = format!("{header} \"{value}\"");
                assert!(text.contains(&line), "deploy/{name} lacks {line}");
            }
        }
    }

    #[test]
    fn exchanges_nothing_but_the_policy() {
        let text = "a \"default-src 'none'; x; frame-ancestors 'none'\"; b";
        let new = with_policy(text, "default-src 'self'").unwrap();
        assert_eq!(new, "a \"default-src 'self'; frame-ancestors 'none'\"; b");
        assert_eq!(with_policy("nothing", "default-src 'self'"), None);
    }

    #[test]
    fn packs_what_gets_smaller_and_only_that() {
        let folder = std::env::temp_dir().join(format!("first-light-pack-{}", std::process::id()));
        project::write(&folder.join("icons/a.svg"), &"<path/>".repeat(50)).unwrap();
        project::write(&folder.join("b.js"), "1").unwrap();
        project::write(&folder.join("c.png"), &"c".repeat(500)).unwrap();
        project::write(&folder.join(HEADER_FILE), &"# c\n".repeat(50)).unwrap();
        pack(&folder).unwrap();
        let names: Vec<_> = files(&folder).unwrap();
        let names: Vec<_> = names.iter().map(|name| name.to_string_lossy()).collect();
        let all = [
            "_headers",
            "b.js",
            "c.png",
            "icons/a.svg",
            "icons/a.svg.br",
            "icons/a.svg.gz",
        ];
        assert_eq!(names, all);
        // Bytes 4 to 8 of a gzip file are a time; here there is none, so that builds do not differ.
        let packed = project::read_bytes(&folder.join("icons/a.svg.gz")).unwrap();
        assert_eq!(packed[..8], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
        write_sums(&folder).unwrap();
        let sums = project::read(&folder.join(SUMS)).unwrap();
        assert_eq!(sums.lines().count(), all.len());
        assert!(sums.contains(&format!("{}  b.js\n", checkup::sha256(b"1"))));
        project::remove_folder(&folder).unwrap();
    }
}
