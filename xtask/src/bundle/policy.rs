//! Which style the page's policy lets in. The first paint waits for nothing but the page, so what it needs
//! of the style sheet stands in the page itself. The policy names it by its hash: those very bytes are
//! styles, and nothing else that stands in the page is.

use super::html;
use crate::{Outcome, project};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use std::{env, path::PathBuf};

/// What the policy says before the page is built.
const OWN_FILES: &str = "style-src 'self'";

/// Completes the page that Trunk has just built and not yet put in its place.
pub(crate) fn complete_built_page() -> Outcome {
    let folder = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder =
        folder.ok_or("Trunk calls this, and says in TRUNK_STAGING_DIR which page it built.")?;
    let page = folder.join("index.html");
    project::write(&page, &completed(&project::read(&page)?)?)
}

/// The page with a policy that lets its own styles in.
fn completed(page: &str) -> Outcome<String> {
    let sources: Vec<String> = html::styles(page).into_iter().map(source).collect();
    let [source] = sources.as_slice() else {
        return Err(format!(
            "The built index.html has {} inline styles; one is what the first paint needs.",
            sources.len()
        ));
    };
    if page.matches(OWN_FILES).count() != 1 {
        return Err(format!("The page's policy does not say {OWN_FILES}."));
    }
    Ok(page.replacen(OWN_FILES, &format!("{OWN_FILES} {source}"), 1))
}

/// A style, as a policy names it.
pub(super) fn source(style: &str) -> String {
    let hash = Sha256::digest(style.as_bytes());
    format!("'sha256-{}'", BASE64_STANDARD.encode(hash))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_a_style_as_browsers_do() {
        // From the standard's own example, https://www.w3.org/TR/CSP3/#external-hash, for "alert('Hello, world.');".
        assert_eq!(
            source("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn lets_in_the_style_of_the_page_and_nothing_else() {
        let page = "<meta content=\"style-src 'self'; img-src 'self'\"><style>p{}</style>";
        let completed = completed(page).unwrap();
        assert!(completed.contains(&format!("style-src 'self' {};", source("p{}"))));
        assert!(completed.ends_with("<style>p{}</style>"));
    }

    #[test]
    fn refuses_a_page_without_its_style_or_policy() {
        for page in [
            "<meta content=\"style-src 'self'\">",
            "<meta content=\"style-src 'self'\"><style>p{}</style><style>b{}</style>",
            "<style>p{}</style>",
        ] {
            assert!(completed(page).is_err(), "{page}");
        }
    }
}
