//! Turns the catalogues in `locales/` into Rust: one name for every text, so that a text that is
//! missing, or a name that is misspelt, stops the build. Does the same for the table of crisis lines.

#[path = "build/catalogue.rs"]
mod catalogue;
#[path = "build/crisis.rs"]
mod crisis;
#[path = "build/generate.rs"]
mod generate;

use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=data");
    if env::var_os("CARGO_FEATURE_PARTS").is_some() {
        // What is linked to what is needed to take the program apart (xtask/src/bundle/parts.rs).
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let source = fs::read_to_string("locales/en.toml")?;
    let catalogue =
        catalogue::Catalogue::parse(&source).map_err(|why| format!("locales/en.toml: {why}"))?;
    let out = env::var("OUT_DIR")?;
    fs::write(
        Path::new(&out).join("catalogue.rs"),
        generate::rust(&catalogue),
    )?;
    let lines = fs::read_to_string("data/crisis-lines.tsv")?;
    let lines = crisis::rust(&lines).map_err(|why| format!("data/crisis-lines.tsv: {why}"))?;
    fs::write(Path::new(&out).join("crisis.rs"), lines)?;
    Ok(())
}
