//! What a first visit downloads, packed, held against the budget; and what each dependency costs of it.

mod first_visit;
mod wasm;

use crate::{
    Outcome, brotli_of,
    bundle::{checkup, html, parts},
    hosting,
    project::{self, Project},
    run::{self, say},
    setup::Kit,
};
use std::path::Path;

/// What a first visit ought to download at the most: 150 KB, packed with brotli.
const GOAL: usize = 150_000;
/// What it may download before a build fails: the goal, and room for what a standard library that was built on
/// another machine may differ by. This number goes down, never up.
const BUDGET: usize = 150_400;
/// What one part that comes on demand may have, packed with brotli: what a person waits for at once.
const PART: usize = 60_000;
/// What names in the code of links, copies and set-ups hold, wherever it stands.
const SHARING: [&str; 7] = [
    "sharing",
    "nvitation",
    "own_question",
    "OwnQuestion",
    "OwnAnswer",
    "OwnEdit",
    "raft",
];
/// A text of a page that comes on demand (`privacy.lead`): it must stand in the part with the words, and nowhere else.
const OF_A_PART: &str = "There is no account, and no server that keeps them.";
/// Brotli's highest quality, as a host uses for files that it packs once.
const QUALITY: i32 = 11;
/// Crates below this many bytes share one line.
const SMALLEST_LINE: usize = 1_000;

/// The files that a first visit fetches, by name, `index.html` first.
pub(crate) fn first_visit(dist: &Path) -> Outcome<Vec<String>> {
    first_visit::files(dist)
}

/// How much a first visit fetches.
pub(crate) struct Visit {
    /// Bytes, packed with brotli.
    pub(crate) bytes: usize,
    /// Files, `index.html` among them.
    pub(crate) files: usize,
}

/// How much a first visit to the page in `dist` fetches.
pub(crate) fn visit(dist: &Path) -> Outcome<Visit> {
    let files = weighed(dist)?;
    Ok(Visit {
        bytes: files.iter().map(|file| file.packed).sum(),
        files: files.len(),
    })
}

/// A file of a first visit.
struct Weighed {
    name: String,
    bytes: Vec<u8>,
    /// How many bytes it has once packed.
    packed: usize,
}

/// The files of a first visit to the page in `dist`.
fn weighed(dist: &Path) -> Outcome<Vec<Weighed>> {
    let weigh = |name: String| {
        let bytes = project::read_bytes(&dist.join(&name))?;
        let packed = packed_size(&bytes)?;
        Ok(Weighed {
            name,
            bytes,
            packed,
        })
    };
    first_visit::files(dist)?.into_iter().map(weigh).collect()
}

/// Prints every file of a first visit and fails over the budget.
pub(crate) fn check_budget(dist: &Path) -> Outcome {
    say("\nWhat a first visit downloads, in bytes:\n");
    say("      plain     brotli  file");
    let files = weighed(dist)?;
    for file in &files {
        let Weighed {
            name,
            bytes,
            packed,
        } = file;
        if holds(bytes, OF_A_PART) {
            return Err(format!("{name} holds words that are to come on demand."));
        }
        say(&format!("{:>11}{packed:>11}  {name}", bytes.len()));
    }
    let whole: usize = files.iter().map(|file| file.bytes.len()).sum();
    let total: usize = files.iter().map(|file| file.packed).sum();
    say(&format!(
        "{whole:>11}{total:>11}  together; the budget is {BUDGET}, the goal {GOAL}\n"
    ));
    let first: Vec<String> = files.into_iter().map(|file| file.name).collect();
    tell_background(dist, &first)?;
    if total > BUDGET {
        return Err(format!(
            "A first visit downloads {} bytes more than the budget of {BUDGET}.",
            total - BUDGET
        ));
    }
    check_parts(dist)
}

/// Prints every file of the program that comes on demand, and fails when one of them takes too long to wait for.
fn check_parts(dist: &Path) -> Outcome {
    let mut sizes = Vec::new();
    for file in project::files(dist)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if comes_on_demand(&name) {
            let bytes = project::read_bytes(&file)?;
            if holds(&bytes, OF_A_PART) != name.ends_with("-split_words.wasm") {
                return Err(format!("Words stand in the wrong part: {name}."));
            }
            sizes.push((packed_size(&bytes)?, bytes.len(), name.into_owned()));
        }
    }
    sizes.sort_unstable();
    say("What comes on demand, in bytes:\n");
    say("      plain     brotli  file");
    for (small, whole, name) in &sizes {
        say(&format!("{whole:>11}{small:>11}  {name}"));
    }
    say(&format!("                        each may have {PART}\n"));
    match sizes.last() {
        None => Err("Nothing was taken out of the program.".to_owned()),
        Some((small, _, name)) if *small > PART => Err(format!(
            "{name} has {} bytes more than a part may have.",
            small - PART
        )),
        Some(_) => Ok(()),
    }
}

fn holds(program: &[u8], text: &str) -> bool {
    program
        .windows(text.len())
        .any(|part| part == text.as_bytes())
}

fn comes_on_demand(name: &str) -> bool {
    name.ends_with(".wasm") && !name.ends_with("_bg.wasm")
}

/// Prints what the service worker fetches besides, once, after the first page is there: so that everything works
/// without a network. Nobody waits for it, and who saves data is not sent it.
fn tell_background(dist: &Path, first: &[String]) -> Outcome {
    let mut total = 0;
    say("Later, once, in the background, so that everything works without a network:\n");
    for (file, bytes) in checkup::served(dist)? {
        if first.contains(&file) || checkup::is_for_hosts(&file) {
            continue;
        }
        let small = if hosting::packs(&file) {
            packed_size(&bytes)?
        } else {
            bytes.len()
        };
        say(&format!("{:>11}{small:>11}  {file}", bytes.len()));
        total += small;
    }
    say(&format!("{total:>22}  together; no budget\n"));
    Ok(())
}

/// Prints how many bytes of the program each crate's code takes.
pub(crate) fn tell_costs(project: &Project, kit: &Kit) -> Outcome {
    let named = program_with_names(project, kit)?;
    let program = wasm::Program::read(&named)
        .ok_or("The program's sections cannot be read, so its parts cannot be told.")?;
    let mut parts = wasm::parts(&program);
    if parts.iter().all(|part| part.name == wasm::NAMELESS) {
        return Err(
            "The program holds no names of functions; [profile.release] must not strip them."
                .to_owned(),
        );
    }
    parts.sort_by_key(|part| std::cmp::Reverse(part.bytes.len()));
    let (large, small): (Vec<_>, Vec<_>) = parts
        .into_iter()
        .partition(|part| part.bytes.len() >= SMALLEST_LINE);

    say(
        "\nWhat the program is made of. Code that other crates were made to write for the app's own\n\
         types stands under first_light. The column brotli packs each part alone; together they\n\
         come to a little more than the whole.\n",
    );
    say("      plain     brotli  part");
    for part in &large {
        say(&format!(
            "{:>11}{:>11}  {}",
            part.bytes.len(),
            packed_size(&part.bytes)?,
            part.name
        ));
    }
    let rest: Vec<u8> = small
        .iter()
        .flat_map(|part| part.bytes.iter().copied())
        .collect();
    if !rest.is_empty() {
        let names: Vec<_> = small.iter().map(|part| part.name.as_str()).collect();
        say(&format!(
            "{:>11}{:>11}  {}",
            rest.len(),
            packed_size(&rest)?,
            names.join(", ")
        ));
    }
    let sharing = wasm::named_like(&program, &SHARING);
    say(&format!(
        "\nOf this, links, copies and set-ups add to the first load, by the names of functions:\n\
         {:>11}{:>11}  bytes; the rest of them is in the parts share and therapists",
        sharing.len(),
        packed_size(&sharing)?
    ));
    Ok(())
}

fn packed_size(bytes: &[u8]) -> Outcome<usize> {
    brotli_of(bytes, QUALITY)
        .map(|small| small.len())
        .map_err(|error| format!("brotli failed: {error}."))
}

/// The program as shipped, but with the names of its functions, which Trunk's last step drops.
fn program_with_names(project: &Project, kit: &Kit) -> Outcome<Vec<u8>> {
    let page = project::read(&project.root.join("index.html"))?;
    let options = html::wasm_opt_options(&page)?;
    let target = project.cargo_target();
    let before = parts::bound(project);
    let after = target.join("named.wasm");
    let mut wasm_opt = kit.command(project, "wasm-opt");
    wasm_opt
        .args(["-Oz", "-g"])
        .args(options)
        .arg(&before)
        .arg("-o")
        .arg(&after);
    run::openly(&mut wasm_opt, "Measuring the program")?;
    project::read_bytes(&after)
}
