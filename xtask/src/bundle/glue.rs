//! Making the glue small: the script that wasm-bindgen writes, through which the program calls the browser.
//!
//! Program and glue name some 150 functions to each other, most with a number of 16 digits that no
//! packer can shorten. wasm-opt gives the program's side names of a letter or two and says which; here the
//! glue's side gets the same ones. What then is left of the glue goes through a minifier that reads all
//! of today's JavaScript, which Trunk's own does not.

use super::parts;
use crate::{Outcome, bundle::html, project, project::Project, run, scripts, setup::Kit};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// How the names of programs end.
const PROGRAM: &str = "_bg.wasm";

/// Takes the program of a built page apart, and shortens its glue and the names in it.
pub(super) fn shorten(project: &Project, kit: &Kit, folder: &Path) -> Outcome {
    let program = the_one(folder, PROGRAM)?;
    let glue = program.with_file_name(name_of(&program).replace(PROGRAM, ".js"));
    let apart = parts::take_apart(project, kit, &program, &glue)?;
    let names = shorten_program(project, kit, &program)?;
    let renamed = names.put_into(&project::read(&glue)?)?;
    project::write(&glue, &is_brief(&can_end(&renamed)?)?)?;
    minify(project, kit, &glue)?;
    let stem = name_of(&program).trim_end_matches(PROGRAM).to_owned();
    let mut files = vec![program, glue];
    for (name, file) in &apart.files {
        let bytes = project::read_bytes(file)?;
        let short = parts::rename_imports(&bytes, (parts::SHARED, MODULE), &names.exports);
        let short = short.ok_or_else(|| {
            format!("{name} takes from the program what is not known here; see xtask/src/bundle/parts.rs.")
        })?;
        let place = folder.join(format!("{stem}-{name}.wasm"));
        fs::write(&place, short)
            .map_err(|error| format!("{} cannot be written: {error}.", place.display()))?;
        files.push(place);
    }
    name_anew(folder, &stem, &files)?;
    let page = folder.join("index.html");
    project::write(&page, &parts::with_list(&project::read(&page)?, &apart)?)
}

/// How the glue declares what it calls.
const CALLED: &str = "let wasmModule, wasmInstance, wasm;";
/// In place of the program once it has stopped: whatever is called does nothing. `public/crash.js` says when.
const NOTHING: &str = "addEventListener(\"first-light-silent\", () => { wasm = new Proxy({}, { get: () => () => {} }); });";

/// The glue, with a way to cut the program off for good: a promise, a message of another tab or anything
/// else that the page cannot hold back never reaches it then.
///
/// # Errors
/// The glue does not declare what it calls in the way that is known here.
fn can_end(glue: &str) -> Outcome<String> {
    if glue.matches(CALLED).count() == 1 {
        return Ok(glue.replace(CALLED, &format!("{CALLED}\n{NOTHING}")));
    }
    Err("wasm-bindgen's script declares the program otherwise than until now; see xtask/src/bundle/glue.rs."
        .to_owned())
}

/// What the glue answers when Yew asks for the namespace of an element.
const NAMESPACE: &str = "const ret = arg1.namespaceURI;";
/// The same, but nothing for an element of HTML.
const NAMESPACE_BUT_HTML: &str =
    "const ret = arg1 instanceof HTMLElement ? undefined : arg1.namespaceURI;";

/// The glue, with a shorter answer. For each element that it makes, Yew asks twice for the namespace of the
/// one around it, in case that is SVG or MathML. Nearly all are HTML, and to say so took a fifth as long as all
/// other calls by which a page is made.
///
/// # Errors
/// The glue does not answer in the way that is known here.
fn is_brief(glue: &str) -> Outcome<String> {
    if glue.matches(NAMESPACE).count() == 1 {
        return Ok(glue.replace(NAMESPACE, NAMESPACE_BUT_HTML));
    }
    Err("wasm-bindgen's script tells namespaces otherwise than until now; see xtask/src/bundle/glue.rs."
        .to_owned())
}

/// Puts the hash of all files into their names in place of Trunk's, which knew nothing of all this: a
/// browser keeps files by their names, and one part must never meet another program than its own.
fn name_anew(folder: &Path, old: &str, files: &[PathBuf]) -> Outcome {
    let mut all = Sha256::new();
    for file in files {
        all.update(project::read_bytes(file)?);
    }
    let hash: String = all.finalize()[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let new = format!("first-light-{hash}");
    for file in files {
        let renamed = file.with_file_name(name_of(file).replace(old, &new));
        fs::rename(file, &renamed)
            .map_err(|error| format!("{} cannot be renamed: {error}.", file.display()))?;
    }
    let page = folder.join("index.html");
    let text = project::read(&page)?;
    if text.matches(old).count() != 2 {
        return Err(format!("index.html ought to name {old} twice."));
    }
    project::write(&page, &text.replace(old, &new))
}

/// The only file in the folder whose name ends so.
fn the_one(folder: &Path, ending: &str) -> Outcome<PathBuf> {
    let told = |error| format!("{} cannot be read: {error}.", folder.display());
    let files = fs::read_dir(folder).map_err(told)?.flatten();
    let mut found = files
        .map(|file| file.path())
        .filter(|file| name_of(file).ends_with(ending));
    match (found.next(), found.next()) {
        (Some(file), None) => Ok(file),
        _ => Err(format!(
            "{} ought to hold one file *{ending}.",
            folder.display()
        )),
    }
}

fn name_of(file: &Path) -> &str {
    file.file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default()
}

/// Gives the program short names, and says which.
fn shorten_program(project: &Project, kit: &Kit, program: &Path) -> Outcome<Names> {
    let page = project::read(&project.root.join("index.html"))?;
    let options = html::wasm_opt_options(&page)?;
    let mut wasm_opt = kit.command(project, "wasm-opt");
    wasm_opt
        .args(
            options
                .iter()
                .filter(|option| option.starts_with("--enable-")),
        )
        .arg("--minify-imports-and-exports-and-modules")
        .arg(program)
        .arg("-o")
        .arg(program);
    let told = run::output_of(&mut wasm_opt)
        .ok_or("wasm-opt could not shorten the names of the program.")?;
    Ok(Names::told(&told))
}

fn minify(project: &Project, kit: &Kit, glue: &Path) -> Outcome {
    let mut terser = kit.command(project, "terser");
    terser
        .arg(glue)
        .args(scripts::MODULE)
        .arg("--output")
        .arg(glue);
    run::openly(&mut terser, "Minifying a script")
}

/// Long names and the short ones that wasm-opt put in their places.
#[derive(Debug, Default, PartialEq, Eq)]
struct Names {
    /// The module that everything is imported from.
    module: String,
    /// What the program calls.
    imports: BTreeMap<String, String>,
    /// What the glue calls.
    exports: BTreeMap<String, String>,
}

/// The name that wasm-opt gives that module.
const MODULE: &str = "a";
/// What the glue writes before the name of something that the program exports.
const EXPORT: &str = "wasm.";

impl Names {
    /// Reads what wasm-opt says: a line `["module", "long", "short"],` for each import, and
    /// `["long", "short"],` for each export.
    fn told(text: &str) -> Self {
        let mut names = Self::default();
        for line in text.lines() {
            let line = line.trim().trim_end_matches(',');
            let Some(row) = line
                .strip_prefix("[\"")
                .and_then(|row| row.strip_suffix("\"]"))
            else {
                continue;
            };
            match row.split("\", \"").collect::<Vec<_>>()[..] {
                [module, long, short] => {
                    module.clone_into(&mut names.module);
                    names.imports.insert(long.to_owned(), short.to_owned())
                }
                [long, short] => names.exports.insert(long.to_owned(), short.to_owned()),
                _ => None,
            };
        }
        names
    }

    /// The glue with short names.
    ///
    /// # Errors
    /// The glue does not name what the program imports, each once: then it is not what we take it for.
    fn put_into(&self, glue: &str) -> Outcome<String> {
        let mut found = 0;
        let mut short = String::with_capacity(glue.len());
        let mut rest = glue;
        while let Some(start) = rest.find(is_of_a_name) {
            let (before, from) = rest.split_at(start);
            let end = from.find(|letter| !is_of_a_name(letter));
            let (name, after) = from.split_at(end.unwrap_or(from.len()));
            short.push_str(before);
            let new = if short.ends_with(EXPORT) {
                self.exports.get(name)
            } else {
                let new = self.imports.get(name);
                found += usize::from(new.is_some());
                new
            };
            short.push_str(new.map_or(name, String::as_str));
            rest = after;
        }
        short.push_str(rest);
        let quoted = format!("\"{}\"", self.module);
        if found != self.imports.len() || found == 0 || short.matches(&quoted).count() != 1 {
            return Err(format!(
                "wasm-bindgen's script names {found} of the {} functions that the program calls, or not as \
                 they were until now; see xtask/src/bundle/glue.rs.",
                self.imports.len()
            ));
        }
        Ok(short.replace(&quoted, &format!("\"{MODULE}\"")))
    }
}

fn is_of_a_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOLD: &str = "{\n \"imports\": [\n  [\"./x_bg.js\", \"__wbg_now_1f\", \"$\"],\n  \
        [\"./x_bg.js\", \"__wbg_now_1f2\", \"aa\"]\n ],\n\"exports\": [\n  [\"memory\", \"b\"],\n  [\"main\", \"c\"]\n ]\n}";
    const GLUE: &str = "const import0 = { __wbg_now_1f: function() { return now(); }, \
        __wbg_now_1f2: main };\nlet memory = wasm.memory; return { \"./x_bg.js\": import0 };";

    #[test]
    fn both_sides_get_the_same_names() {
        let short = Names::told(TOLD).put_into(GLUE).unwrap();
        assert_eq!(
            short,
            "const import0 = { $: function() { return now(); }, \
             aa: main };\nlet memory = wasm.b; return { \"a\": import0 };"
        );
    }

    #[test]
    fn the_program_can_be_cut_off() {
        let glue = format!("{CALLED} wasm.main();");
        let ended = can_end(&glue).unwrap();
        assert!(
            ended.starts_with(CALLED) && ended.contains(NOTHING) && ended.ends_with("wasm.main();")
        );
        assert!(can_end("let program;").is_err());
    }

    #[test]
    fn elements_of_html_need_no_namespace() {
        let brief = is_brief(&format!("(arg1) => {{ {NAMESPACE} return ret; }}")).unwrap();
        assert!(brief.contains(NAMESPACE_BUT_HTML) && brief.ends_with("return ret; }"));
        assert!(is_brief("element.namespaceURI").is_err());
    }

    #[test]
    fn a_script_of_another_kind_is_refused() {
        let names = Names::told(TOLD);
        assert!(names.put_into("nothing").is_err());
        assert!(names.put_into(&GLUE.replace("x_bg", "y_bg")).is_err());
        assert!(Names::default().put_into(GLUE).is_err());
    }
}
