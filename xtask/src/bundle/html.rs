//! Reading the tags of the built page: what it loads, and whether the strict policy lets it.

use super::policy;
use crate::Outcome;

/// A start tag with its attributes, names in lower case.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    /// "script"
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute; empty when it has none.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether `rel` holds this word.
    pub(crate) fn is_link(&self, rel: &str) -> bool {
        self.name == "link"
            && self
                .attribute("rel")
                .is_some_and(|words| words.split_ascii_whitespace().any(|word| word == rel))
    }
}

/// What wasm-opt is told on the page's way to a visitor.
pub(crate) fn wasm_opt_options(html: &str) -> Outcome<Vec<String>> {
    let told = tags(html).iter().find_map(|tag| {
        let options = tag.attribute("data-wasm-opt-params")?;
        Some(
            options
                .split_ascii_whitespace()
                .map(str::to_owned)
                .collect(),
        )
    });
    told.ok_or_else(|| {
        "index.html has no data-wasm-opt-params, which name the program's features.".to_owned()
    })
}

/// All start tags of a page, in order. What stands inside scripts and styles is skipped.
pub(crate) fn tags(html: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            let (tag, after) = tag(rest);
            rest = after;
            if tag.name == "script" || tag.name == "style" {
                let end = format!("</{}", tag.name);
                rest = rest.find(&end).map_or("", |at| &rest[at..]);
            }
            found.push(tag);
        }
    }
    found
}

/// A script of a page that is in a file of its own.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NamedScript<'a> {
    /// The whole element.
    pub(crate) element: &'a str,
    /// The file's name, beside the page.
    pub(crate) file: &'a str,
}

impl NamedScript<'_> {
    /// The element with a text inside instead of the name.
    ///
    /// # Errors
    /// When the text would end the element.
    pub(crate) fn with(&self, script: &str) -> Outcome<String> {
        let (tag, _) = tag(&self.element[1..]);
        let attributes = tag.attributes.iter();
        let attributes = attributes.filter(|(name, _)| name != "src");
        let attributes = attributes.map(|(name, value)| format!(" {name}={value}"));
        let attributes: String = attributes.collect();
        let script = inert(script, "</script")?;
        Ok(format!("<script{attributes}>{script}</script>"))
    }
}

/// The first script of a page that is in a file of its own.
pub(crate) fn named_script(html: &str) -> Option<NamedScript<'_>> {
    scripts(html, "<script").find_map(|element| {
        let (tag, _) = tag(&element[1..]);
        let address = tag.attribute("src")?;
        let file = &element[element.find(address)?..][..address.len()];
        Some(NamedScript {
            element,
            file: file.trim_start_matches("./"),
        })
    })
}

/// The first script of a page whose element begins so.
pub(crate) fn script<'a>(html: &'a str, begins: &'a str) -> Option<&'a str> {
    scripts(html, begins).next()
}

fn scripts<'a>(html: &'a str, begins: &'a str) -> impl Iterator<Item = &'a str> {
    const END: &str = "</script>";
    html.match_indices(begins).filter_map(|(start, _)| {
        let length = html[start..].find(END)?;
        Some(&html[start..start + length + END.len()])
    })
}

/// A text that may stand in an element which ends like this.
///
/// # Errors
/// When it holds that end, or begins a comment.
pub(crate) fn inert<'t>(text: &'t str, end: &str) -> Outcome<&'t str> {
    let lower = text.to_ascii_lowercase();
    if lower.contains(end) || lower.contains("<!--") {
        return Err(format!(
            "A file that is to stand in the page holds {end} or <!--."
        ));
    }
    Ok(text.trim())
}

/// What stands in each `<style>` or `<script>` of a page, but for those that only name a file.
pub(crate) fn inside<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let (start, end) = (format!("<{name}"), format!("</{name}"));
    let after = html.split(&start).skip(1);
    let texts = after.filter_map(|after| after.split_once('>')?.1.split(&end).next());
    texts.filter(|text| !text.is_empty()).collect()
}

/// Reads one tag after its `<` and returns what follows its `>`.
fn tag(text: &str) -> (Tag, &str) {
    let ends_name = |letter: char| letter.is_ascii_whitespace() || letter == '>' || letter == '/';
    let (name, mut rest) = text.split_at(text.find(ends_name).unwrap_or(text.len()));
    let mut tag = Tag {
        name: name.to_ascii_lowercase(),
        attributes: Vec::new(),
    };
    loop {
        rest =
            rest.trim_start_matches(|letter: char| letter.is_ascii_whitespace() || letter == '/');
        if rest.is_empty() {
            return (tag, rest);
        }
        if let Some(after) = rest.strip_prefix('>') {
            return (tag, after);
        }
        let (attribute, after) = attribute(rest);
        tag.attributes.push(attribute);
        rest = after;
    }
}

fn attribute(text: &str) -> ((String, String), &str) {
    let ends_name = |letter: char| letter.is_ascii_whitespace() || letter == '>' || letter == '=';
    let (name, rest) = text.split_at(text.find(ends_name).unwrap_or(text.len()));
    let name = name.to_ascii_lowercase();
    let Some(value) = rest.trim_start().strip_prefix('=') else {
        return ((name, String::new()), rest);
    };
    let value = value.trim_start();
    for quote in ['"', '\''] {
        if let Some(quoted) = value.strip_prefix(quote) {
            let (value, after) = quoted.split_once(quote).unwrap_or((quoted, ""));
            return ((name, value.to_owned()), after);
        }
    }
    let ends_value = |letter: char| letter.is_ascii_whitespace() || letter == '>';
    let (value, after) = value.split_at(value.find(ends_value).unwrap_or(value.len()));
    ((name, value.to_owned()), after)
}

/// The policy that the page states for itself, in one line.
pub(crate) fn policy(html: &str) -> Option<String> {
    let stated = stated_policy(html)?;
    let words: Vec<&str> = stated.split_whitespace().collect();
    Some(words.join(" ").trim_end_matches(';').to_owned())
}

fn stated_policy(html: &str) -> Option<String> {
    let states = |tag: &Tag| tag.attribute("http-equiv") == Some("Content-Security-Policy");
    let tags = tags(html);
    let stated = tags.iter().find(|tag| states(tag))?.attribute("content")?;
    Some(stated.to_owned())
}

/// The policy that the page states for itself, as it stands there.
pub(crate) fn policy_as_written(html: &str) -> Option<&str> {
    let stated = stated_policy(html)?;
    let at = html.find(&stated)?;
    Some(&html[at..at + stated.len()])
}

/// Fails when the page holds anything that its own policy would block, or that slows its start.
pub(crate) fn check(html: &str) -> Outcome {
    check_policy(html)?;
    let tags = tags(html);
    for (rel, what) in [("modulepreload", "the glue"), ("preload", "the program")] {
        if !tags.iter().any(|tag| tag.is_link(rel)) {
            return Err(format!(
                "The built index.html has no <link rel={rel}> for {what}."
            ));
        }
    }
    let late = tags.iter().find(|tag| {
        tag.is_link("stylesheet") || tag.name == "script" && tag.attribute("src").is_some()
    });
    match late {
        Some(tag) => Err(format!(
            "The built index.html has a <{}> that names a file; the first page would wait for it.",
            tag.name
        )),
        None => Ok(()),
    }
}

/// Fails when a page holds anything that a strict policy would block.
pub(crate) fn check_policy(html: &str) -> Outcome {
    if let Some(wrong) = tags(html).iter().find_map(breach) {
        return Err(format!("The built page {wrong}"));
    }
    let policy = policy(html).unwrap_or_default();
    let lets_in = |text: &&str| policy.contains(&policy::source(text));
    for name in ["style", "script"] {
        if !inside(html, name).iter().all(lets_in) {
            return Err(format!(
                "The built page has an inline {name} that its policy does not name."
            ));
        }
    }
    Ok(())
}

fn breach(tag: &Tag) -> Option<String> {
    if tag.attribute("style").is_some() {
        return Some(format!(
            "has a style attribute (at <{}>), which its policy blocks.",
            tag.name
        ));
    }
    if let Some((handler, _)) = tag
        .attributes
        .iter()
        .find(|(name, _)| name.starts_with("on"))
    {
        return Some(format!(
            "has an inline {handler} handler, which its policy blocks."
        ));
    }
    let loads = if tag.name == "link" {
        tag.attribute("href")
    } else {
        tag.attribute("src")
    };
    let elsewhere =
        loads.filter(|address| address.contains("//") || address.starts_with("data:"))?;
    Some(format!(
        "loads {elsewhere}, but nothing may come from elsewhere."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: &str = "<!doctype html><meta charset=utf-8><link rel='modulepreload' href=\"./a.js\">\
        <link as=fetch crossorigin href=./a.wasm rel=preload>";

    #[test]
    fn reads_attributes_however_they_are_written() {
        let tags = tags("<!-- <b> --><A href = './x' hidden><br/><img src=a.png alt=\"a > b\">");
        assert_eq!(
            tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(),
            ["a", "br", "img"]
        );
        assert_eq!(tags[0].attribute("href"), Some("./x"));
        assert_eq!(tags[0].attribute("hidden"), Some(""));
        assert_eq!(tags[2].attribute("alt"), Some("a > b"));
    }

    #[test]
    fn puts_a_script_in_its_place() {
        for (element, inside) in [
            ("<script src=./a-1.js></script>", "<script>go()</script>"),
            (
                "<script src=\"./a-1.js\" type=\"module\"></script>",
                "<script type=module>go()</script>",
            ),
        ] {
            let page = format!("<script>x</script>{element}<p>");
            let script = named_script(&page).unwrap();
            assert_eq!((script.element, script.file), (element, "a-1.js"));
            assert_eq!(script.with("go()\n").unwrap(), inside);
            assert!(script.with("a </SCRIPT> b").is_err());
            assert!(script.with("a <!-- b").is_err());
        }
        assert_eq!(named_script("<script>go()</script>"), None);
    }

    #[test]
    fn finds_the_policy() {
        let page = "<meta charset=utf-8><meta content=\"default-src 'none';\n  img-src 'self';\" http-equiv=Content-Security-Policy>";
        let stated = policy(page);
        assert_eq!(
            stated.as_deref(),
            Some("default-src 'none'; img-src 'self'")
        );
        assert_eq!(policy(START), None);
    }

    #[test]
    fn skips_what_stands_inside_scripts() {
        assert_eq!(tags("<script>if (a <b) {}</script><p>").len(), 2);
    }

    #[test]
    fn takes_a_page_that_keeps_to_its_policy() {
        assert_eq!(check(START), Ok(()));
    }

    #[test]
    fn refuses_what_the_policy_would_block() {
        for wrong in [
            "<script>start()</script>",
            "<script type=module>import 'x'</script>",
            "<style>p {}</style>",
            "<p style='color: red'>",
            "<body onload=go()>",
            "<script src=https://example.org/a.js></script>",
            "<link rel=icon href=data:,>",
        ] {
            assert!(check(&format!("{START}{wrong}")).is_err(), "{wrong}");
        }
    }

    #[test]
    fn takes_what_the_policy_names_and_no_other() {
        for name in ["style", "script"] {
            let named = |text: &str| {
                let source = policy::source("p {}");
                format!(
                    "<meta http-equiv=Content-Security-Policy content=\"{name}-src {source}\"><{name}>{text}</{name}>{START}"
                )
            };
            assert_eq!(check(&named("p {}")), Ok(()));
            assert!(check(&named("p { }")).is_err());
            assert!(check(&format!("{}<{name}>b {{}}</{name}>", named("p {}"))).is_err());
        }
    }

    #[test]
    fn misses_the_links_that_make_downloads_start_at_once() {
        assert!(
            check(&START.replace("modulepreload", "other"))
                .unwrap_err()
                .contains("modulepreload")
        );
        assert!(check("<p>").is_err());
    }

    #[test]
    fn refuses_what_the_first_page_would_wait_for() {
        for late in [
            "<script src=./a.js></script>",
            "<link href=./a.css rel=stylesheet>",
        ] {
            assert!(
                check(&format!("{START}{late}"))
                    .unwrap_err()
                    .contains("wait")
            );
        }
    }
}
