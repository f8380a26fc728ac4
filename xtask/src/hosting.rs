//! How hosts are asked to answer: what kind each file is, and the headers of `deploy/_headers`.
//!
//! The same rules serve `cargo xtask serve`, the tests in browsers and the list that `/checkup.html`
//! compares a host with.

use std::path::Path;

/// The file with the headers, as the build puts it beside `index.html`.
pub const HEADER_FILE: &str = "_headers";

/// The rules of a `_headers` file as Netlify and Cloudflare Pages read it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeaderRules {
    rules: Vec<Rule>,
}

/// The addresses that a rule is for, and its headers.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Rule {
    pattern: String,
    headers: Vec<(String, String)>,
}

impl HeaderRules {
    /// Reads the text of a file.
    ///
    /// # Errors
    /// Names the first line that is no comment, no address and no header below an address.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut rules: Vec<Rule> = Vec::new();
        for (line, number) in text.lines().zip(1..) {
            let words = line.trim();
            if words.is_empty() || words.starts_with('#') {
                continue;
            }
            if line.starts_with('/') && words.matches('*').count() <= 1 {
                rules.push(Rule {
                    pattern: words.to_owned(),
                    headers: Vec::new(),
                });
                continue;
            }
            let header = line.starts_with(' ').then(|| words.split_once(": "));
            let (Some(Some((name, value))), Some(rule)) = (header, rules.last_mut()) else {
                return Err(format!("{HEADER_FILE}, line {number}, is no rule: {line}"));
            };
            rule.headers.push((name.to_owned(), value.to_owned()));
        }
        Ok(Self { rules })
    }

    /// The rules that lie beside a page; none when there is no such file.
    ///
    /// # Errors
    /// As [`HeaderRules::read`].
    pub fn beside(page: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(page.with_file_name(HEADER_FILE)).unwrap_or_default();
        Self::read(&text)
    }

    /// The headers of an answer to a request for `path` (such as `/index.html`), in the file's order.
    /// Values of the same header are joined with commas, as hosts do.
    #[must_use]
    pub fn headers_for(&self, path: &str) -> Vec<(&str, String)> {
        let mut found: Vec<(&str, String)> = Vec::new();
        for rule in self.rules.iter().filter(|rule| rule.is_for(path)) {
            for (name, value) in &rule.headers {
                match found.iter_mut().find(|(own, _)| own == name) {
                    Some((_, own)) => {
                        own.push_str(", ");
                        own.push_str(value);
                    }
                    None => found.push((name, value.clone())),
                }
            }
        }
        found
    }
}

impl Rule {
    fn is_for(&self, path: &str) -> bool {
        match self.pattern.split_once('*') {
            Some((start, end)) => {
                path.len() >= start.len() + end.len()
                    && path.starts_with(start)
                    && path.ends_with(end)
            }
            None => self.pattern == path,
        }
    }
}

/// The media type that a file must be served with, with its character set where it is text.
#[must_use]
pub fn media_type(file: &str) -> &'static str {
    match ending(file) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Whether packing helps: pictures and fonts are packed already.
#[must_use]
pub fn packs(file: &str) -> bool {
    !matches!(ending(file), "png" | "ico" | "woff2")
}

/// Whether the build put a hash of the contents into the name, so that the file can never change.
#[must_use]
pub fn is_lasting(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    let stem = name.split('.').next().unwrap_or(name);
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    // The name of a part of the program may follow the hash.
    stem.rsplit('-').take(2).any(|hash| {
        // Sixteen digits, but for zeros in front, which Trunk leaves out.
        (12..=16).contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

fn ending(file: &str) -> &str {
    file.rsplit_once('.').map_or("", |(_, ending)| ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str =
        "# All\n/*\n  A: one\n  B: x; y, z\n\n/a-*\n  C: two\n/b/*.js\n  A: three\n/\n  C: no\n";

    #[test]
    fn gives_each_address_the_headers_of_every_rule_that_matches() {
        let rules = HeaderRules::read(FILE).unwrap();
        let headers = |path| {
            let headers = rules.headers_for(path).into_iter();
            let headers: Vec<_> = headers
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            headers.join(" ")
        };
        assert_eq!(headers("/"), "A=one B=x; y, z C=no");
        assert_eq!(headers("/a-1.js"), "A=one B=x; y, z C=two");
        assert_eq!(headers("/b/c.js"), "A=one, three B=x; y, z");
        assert_eq!(headers("/a.js"), "A=one B=x; y, z");
    }

    #[test]
    fn names_the_line_that_is_no_rule() {
        for wrong in ["  A: one", "/*\nA: one", "/*\n  A", "/*/*\n  A: one"] {
            assert!(HeaderRules::read(wrong).is_err(), "{wrong}");
        }
        assert_eq!(HeaderRules::read(""), Ok(HeaderRules::default()));
    }

    #[test]
    fn knows_the_types_that_browsers_insist_on() {
        assert_eq!(media_type("a_bg.wasm"), "application/wasm");
        assert_eq!(media_type("a.js"), "text/javascript; charset=utf-8");
        assert_eq!(
            media_type("manifest.webmanifest"),
            "application/manifest+json"
        );
        assert_eq!(media_type("unknown"), "application/octet-stream");
    }

    #[test]
    fn only_hashed_names_last() {
        assert!(is_lasting("first-light-6cf8b79ac4e0abda.js"));
        assert!(is_lasting("x/first-light-6cf8b79ac4e0abda_bg.wasm"));
        assert!(is_lasting("page-e9a05c45161f5bf.js"));
        assert!(is_lasting("first-light-6cf8b79ac4e0abda-split_aside.wasm"));
        assert!(is_lasting("first-light-6cf8b79ac4e0abda-chunk_3.wasm"));
        assert!(!is_lasting("index.html"));
        assert!(!is_lasting("icons/apple-touch-icon.png"));
    }
}
