//! Which style and which script in the page itself its policy lets in. The first paint waits for nothing
//! but the page, so what it needs of the style sheet stands there, and so do the few lines that look up the
//! chosen looks before it. The policy names both by their hash: those very bytes, and nothing else.

use super::html;
use crate::{Outcome, project};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use std::{env, fs, path::PathBuf};

/// What the policy says of styles and of scripts before the page is built.
const OWN_FILES: [&str; 2] = ["style-src 'self'", "script-src 'self'"];

/// How the name of the script begins that runs before the first paint, `public/boot.js`.
const FIRST_SCRIPT: &str = "boot-";

/// Completes the page that Trunk has just built and not yet put in its place.
pub(crate) fn complete_built_page() -> Outcome {
    let folder = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder =
        folder.ok_or("Trunk calls this, and says in TRUNK_STAGING_DIR which page it built.")?;
    let page = folder.join("index.html");
    let text = project::read(&page)?;
    let (tag, name) = html::script(&text, FIRST_SCRIPT)
        .ok_or("The built index.html does not name the script for the first paint.")?;
    let script = folder.join(name);
    let inside = format!("<script>{}</script>", terse(&project::read(&script)?));
    let text = text.replacen(tag, &inside, 1);
    project::write(&page, &completed(&text)?)?;
    fs::remove_file(&script)
        .map_err(|error| format!("{} cannot be taken away: {error}.", script.display()))
}

/// A script without its comments and indents. A minifier would save little more, and Trunk's finds other
/// names at every build, so that the policy would never be the same twice.
fn terse(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The page with a policy that lets its own style and its own script in.
fn completed(page: &str) -> Outcome<String> {
    let mut completed = page.to_owned();
    let inside = [html::inside(page, "style"), html::inside(page, "script")];
    for (own_files, inside) in OWN_FILES.into_iter().zip(inside) {
        let [text] = inside.as_slice() else {
            return Err(format!(
                "The built index.html has {} places for {own_files} inside it; the first paint needs one.",
                inside.len()
            ));
        };
        if page.matches(own_files).count() != 1 {
            return Err(format!("The page's policy does not say {own_files}."));
        }
        completed = completed.replacen(own_files, &format!("{own_files} {}", source(text)), 1);
    }
    Ok(completed)
}

/// A style or a script in the page, as a policy names it.
pub(crate) fn source(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    format!("'sha256-{}'", BASE64_STANDARD.encode(hash))
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = "<meta content=\"script-src 'self'; style-src 'self'; img-src 'self'\">";
    const OWN: &str = "<style>p{}</style><script>go()</script>";

    #[test]
    fn names_a_text_as_browsers_do() {
        // From the standard's own example, https://www.w3.org/TR/CSP3/#external-hash, for "alert('Hello, world.');".
        assert_eq!(
            source("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn leaves_comments_and_indents_out() {
        let script = "// Why.\n(function () {\n  go(\"//\");\n\n  // Then.\n  stay();\n})();\n";
        assert_eq!(terse(script), "(function () {\ngo(\"//\");\nstay();\n})();");
    }

    #[test]
    fn lets_in_what_stands_in_the_page_and_nothing_else() {
        let completed = completed(&format!("{POLICY}{OWN}<script src=a.js></script>")).unwrap();
        assert!(completed.contains(&format!("style-src 'self' {};", source("p{}"))));
        assert!(completed.contains(&format!("script-src 'self' {};", source("go()"))));
        assert!(completed.contains(OWN));
    }

    #[test]
    fn refuses_a_page_without_its_own_or_without_a_policy() {
        for page in [
            POLICY.to_owned(),
            OWN.to_owned(),
            format!("{POLICY}{OWN}<style>b{{}}</style>"),
            format!("{POLICY}{OWN}<script>stay()</script>"),
            format!("{POLICY}<style>p{{}}</style><script src=a.js></script>"),
        ] {
            assert!(completed(&page).is_err(), "{page}");
        }
    }
}
