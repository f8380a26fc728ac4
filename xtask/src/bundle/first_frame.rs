//! What the first frame of the built page waits for, in browsers that can wait (`rel="expect"`).

use super::html::{self, Tag};
use crate::Outcome;

/// What `public/boot.js` has it wait for where the address asks for the first page of a plan.
const FIRST_PAGE: &str = "#first-page";

/// Fails when the page names nothing to wait for, or something that it does not have: such a page is not waited for,
/// and an empty frame is drawn first.
pub(crate) fn check(page: &str) -> Outcome {
    let tags = html::tags(page);
    let links = tags.iter().filter(|tag| tag.is_link("expect"));
    let mut awaited: Vec<&str> = links.filter_map(|tag| tag.attribute("href")).collect();
    if awaited.is_empty() {
        return Err(
            "The built index.html has no <link rel=expect> for the first words.".to_owned(),
        );
    }
    awaited.push(FIRST_PAGE);
    let is_there = |address: &str| {
        let id = address.strip_prefix('#');
        let has_it = |tag: &Tag| id.is_some() && tag.attribute("id") == id;
        tags.iter().any(has_it)
    };
    match awaited.iter().find(|address| !is_there(address)) {
        Some(missing) => Err(format!(
            "The built index.html has no {missing}, for which its first frame waits."
        )),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<link href=#app rel=expect blocking=render><body><div id=app></div>\
        <script id=first-page>show()</script>";

    #[test]
    fn takes_a_page_that_has_what_is_awaited() {
        assert_eq!(check(PAGE), Ok(()));
    }

    #[test]
    fn refuses_a_page_that_waits_for_nothing_or_for_what_is_not_there() {
        for (part, other) in [
            ("rel=expect", "rel=other"),
            ("id=app", "id=other"),
            ("id=first-page", "id=other"),
            ("href=#app", "href=app"),
        ] {
            assert!(check(&PAGE.replace(part, other)).is_err(), "{part}");
        }
    }
}
