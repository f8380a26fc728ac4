//! The vault: the program that makes and opens locks. Nobody without a lock downloads it, so it is built
//! apart from the page and put beside it.

use crate::{
    Outcome,
    bundle::html,
    project::{self, Project},
    run,
    setup::Kit,
};
use sha2::{Digest, Sha256};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// What stands in `index.html` where the vault's address belongs.
const PLACE: &str = "vault.wasm";

/// Builds the vault and puts it into the folder in which Trunk makes the page, under a name that holds a
/// hash of it. Trunk calls this when the page is finished and tells the folder.
pub(crate) fn put(project: &Project, kit: &Kit) -> Outcome {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("Only Trunk can call this: it tells the folder for the page.")?;
    let program = project::read_bytes(&build(project, kit)?)?;
    let name = name(&program);
    let page = staging.join("index.html");
    project::write(&page, &with_address(&project::read(&page)?, &name)?)?;
    write(&staging.join(name), &program)
}

/// The vault, small and quick; always as for visitors, since nobody could wait for the other.
fn build(project: &Project, kit: &Kit) -> Outcome<PathBuf> {
    run::openly(
        kit.command(project, "cargo").args([
            "build",
            "--release",
            "--package",
            "vault",
            "--lib",
            "--target",
            "wasm32-unknown-unknown",
        ]),
        "Building the vault",
    )?;
    let target = project.cargo_target();
    let before = target
        .join("wasm32-unknown-unknown")
        .join("release")
        .join("vault.wasm");
    let after = target.join("vault.wasm");
    let page = project::read(&project.root.join("index.html"))?;
    // Only what says what browsers can do: the rest of it suits the page's program.
    let options = html::wasm_opt_options(&page)?.into_iter();
    let features = options.filter(|option| option.starts_with("--enable-"));
    run::openly(
        kit.command(project, "wasm-opt")
            .arg("-O2")
            .args(features)
            .arg(&before)
            .arg("-o")
            .arg(&after),
        "Making the vault smaller",
    )?;
    Ok(after)
}

fn name(program: &[u8]) -> String {
    let hash = &Sha256::digest(program)[..8];
    let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("vault-{hash}.wasm")
}

fn with_address(page: &str, name: &str) -> Outcome<String> {
    if page.matches(PLACE).count() == 1 {
        Ok(page.replace(PLACE, name))
    } else {
        Err(format!("index.html must name {PLACE} once."))
    }
}

fn write(file: &Path, bytes: &[u8]) -> Outcome {
    fs::write(file, bytes)
        .map_err(|error| format!("{} cannot be written: {error}.", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_program_gets_another_name() {
        assert_eq!(name(b"one"), name(b"one"));
        assert_ne!(name(b"one"), name(b"two"));
        assert_eq!(name(b"").len(), "vault-0123456789abcdef.wasm".len());
    }

    #[test]
    fn the_page_names_the_vault_once() {
        let page = project::read(&Project::here().unwrap().root.join("index.html")).unwrap();
        let page = with_address(&page, "vault-1.wasm").unwrap();
        assert!(page.contains("vault-1.wasm") && !page.contains(PLACE));
        assert!(with_address("<p>", "vault-1.wasm").is_err());
    }
}
