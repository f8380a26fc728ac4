//! A compiler for C++, in which libFuzzer is written.

use super::debian;
use crate::{Outcome, project::Project, run};
use std::env;

/// Makes sure that there is one.
pub(super) fn ready(project: &Project) -> Outcome {
    if is_here() {
        return Ok(());
    }
    debian::install(project, "A compiler for C++", "20 s", &["g++"])
        .map_err(|why| format!("a compiler for C++ is missing, for libFuzzer: {why}"))
}

fn is_here() -> bool {
    let usual = ["c++", "g++", "clang++"];
    env::var_os("CXX").is_some() || usual.iter().any(|name| run::on_path(name).is_some())
}
