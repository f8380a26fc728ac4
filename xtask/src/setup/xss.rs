//! A list of ways to make a page run something, with which the tests try.
//!
//! It is wfuzz's, unpacked from Debian's package and never made part of this program.

use super::debian;
use crate::{Outcome, project::Project};
use std::path::PathBuf;

/// Where the list lies in the package.
const LIST: &str = "usr/share/wfuzz/wordlist/Injections/XSS.txt";

/// The list, after getting it when it is not there.
pub(super) fn ready(project: &Project) -> Outcome<PathBuf> {
    let folder = project.tools().join("wfuzz");
    let list = folder.join(LIST);
    if list.is_file() {
        return Ok(list);
    }
    debian::unpack(project, "Strings to test with", &["wfuzz"], &folder)
        .map_err(|why| format!("wfuzz's list of hostile strings is missing: {why}"))?;
    if list.is_file() {
        Ok(list)
    } else {
        Err("Debian's wfuzz holds no list of hostile strings any more.".to_owned())
    }
}
