//! What stands in the page itself, and the policy that lets it in. First words, first page and “Leave now” wait
//! for nothing but `index.html`: its styles and scripts stand in it. The policy names each by its hash: those
//! very bytes, and nothing else.

use super::html;
use crate::{Outcome, project};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use std::{env, fs, path::PathBuf};

/// What the policy says of styles and of scripts before the page is built, and the elements that hold them.
const OWN_FILES: [(&str, &str); 2] = [
    ("style-src 'self'", "style"),
    ("script-src 'self'", "script"),
];

/// Completes the page that Trunk has just built and not yet put in its place.
pub(crate) fn complete_built_page() -> Outcome {
    let folder = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder =
        folder.ok_or("Trunk calls this, and says in TRUNK_STAGING_DIR which page it built.")?;
    let page = folder.join("index.html");
    let mut text = project::read(&page)?;
    while let Some(script) = html::named_script(&text) {
        let file = folder.join(script.file);
        text = text.replacen(script.element, &script.with(&project::read(&file)?)?, 1);
        fs::remove_file(&file)
            .map_err(|error| format!("{} cannot be taken away: {error}.", file.display()))?;
    }
    project::write(&page, &completed(&text)?)
}

/// The page with a policy that lets its own styles and its own scripts in.
fn completed(page: &str) -> Outcome<String> {
    let mut completed = page.to_owned();
    for (own_files, element) in OWN_FILES {
        let inside = html::inside(page, element);
        if inside.is_empty() {
            return Err(format!(
                "The built index.html holds no {element}; the first paint needs one."
            ));
        }
        if page.matches(own_files).count() != 1 {
            return Err(format!("The page's policy does not say {own_files}."));
        }
        let sources: Vec<String> = inside.into_iter().map(source).collect();
        let let_in = format!("{own_files} {}", sources.join(" "));
        completed = completed.replacen(own_files, &let_in, 1);
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
    fn lets_in_what_stands_in_the_page_and_nothing_else() {
        let completed = completed(&format!("{POLICY}{OWN}<script>stay()</script><p>")).unwrap();
        let scripts = format!("{} {}", source("go()"), source("stay()"));
        assert!(completed.contains(&format!("style-src 'self' {};", source("p{}"))));
        assert!(completed.contains(&format!("script-src 'self' {scripts};")));
        assert!(completed.contains(OWN));
    }

    #[test]
    fn refuses_a_page_without_its_own_or_without_a_policy() {
        for page in [
            POLICY.to_owned(),
            OWN.to_owned(),
            format!("{POLICY}<style>p{{}}</style><script src=a.js></script>"),
        ] {
            assert!(completed(&page).is_err(), "{page}");
        }
    }
}
