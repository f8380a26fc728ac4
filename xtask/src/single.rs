//! The edition that is one HTML file with everything inside, to be opened from a disk or an e-mail.
//!
//! It is made of the files of the page for visitors, where styles and scripts stand in the page already. The
//! program and its parts stand in it as text. The policy lets nothing else in, and nothing out.

use crate::{
    Outcome,
    bundle::{self, Edition, checkup, html, policy},
    project::{self, Project},
    run::say,
    setup::Kit,
};
use base64::{Engine, prelude::BASE64_STANDARD};
use std::path::Path;

/// What starts the program.
const START: &str = include_str!("../../public/single.js");
/// What stands in it where the glue's own name for its beginning belongs.
const BEGIN: &str = "BEGIN";
/// How the script begins that looks after the service worker, `public/offline.js`.
const OFFLINE: &str = "<script id=offline";
/// What the page may do but for its own styles and scripts. Pictures: the icon in the tab.
const POLICY: &str = "img-src data:; connect-src 'none'; worker-src 'none'; base-uri 'none'; form-action 'none'; \
    object-src 'none'; frame-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// Builds the page for visitors and writes it as one file into `target/`.
pub(crate) fn make(project: &Project) -> Outcome {
    let dist = bundle::build(project, &Kit::ready(project)?, Edition::Release)?;
    let file = project.root.join("target").join("first-light.html");
    let page = page(&dist)?;
    project::write(&file, &page)?;
    say(&format!(
        "{} is all of First Light in one file of {} KB; its SHA-256 is {}",
        file.display(),
        page.len().div_ceil(1000),
        checkup::sha256(page.as_bytes())
    ));
    Ok(())
}

/// The one file, made of a built page.
///
/// # Errors
/// When the page is not made as it was until now.
pub fn page(dist: &Path) -> Outcome<String> {
    let mut page = Page::new(dist)?;
    page.scripts()?;
    page.icon()?;
    page.programs()?;
    page.complete()
}

/// A page on its way into one file.
struct Page<'a> {
    dist: &'a Path,
    text: String,
    /// What goes to the end of the page, in order.
    end: String,
}

impl<'a> Page<'a> {
    fn new(dist: &'a Path) -> Outcome<Self> {
        Ok(Self {
            dist,
            text: project::read(&dist.join("index.html"))?,
            end: String::new(),
        })
    }

    fn read(&self, name: &str) -> Outcome<String> {
        project::read(&self.dist.join(name.trim_start_matches("./")))
    }

    /// The tags that begin so, each as it stands there, and what it names.
    fn tags(&self, begins: &str, names: &str) -> Vec<(String, String)> {
        let starts = self.text.match_indices(begins);
        let tags = starts.filter_map(|(at, _)| {
            let tag = &self.text[at..at + self.text[at..].find('>')? + 1];
            let named = html::tags(tag).first()?.attribute(names)?.to_owned();
            Some((tag.to_owned(), named))
        });
        tags.collect()
    }

    /// The glue and what starts the program, as the last script. A page from the disk starts in another way, and
    /// has no service worker.
    fn scripts(&mut self) -> Outcome {
        for begins in ["<script type=module", OFFLINE] {
            let element = html::script(&self.text, begins)
                .ok_or_else(|| format!("index.html holds no {begins}."))?
                .to_owned();
            self.text = self.text.replacen(&element, "", 1);
        }
        let mut glue = None;
        for (tag, file) in self.tags("<link", "href") {
            if html::tags(&tag)[0].is_link("modulepreload") {
                glue = Some(self.read(&file)?);
                self.text = self.text.replacen(&tag, "", 1);
            }
        }
        let glue = glue.ok_or("index.html names no glue.")?;
        let start = starting(&glue)?;
        let start = html::inert(&start, "</script")?;
        self.end
            .push_str(&format!("<script type=module>{start}</script>\n"));
        Ok(())
    }

    /// The icon in the tab; what only an installed app has goes.
    fn icon(&mut self) -> Outcome {
        for (tag, file) in self.tags("<link", "href") {
            let link = &html::tags(&tag)[0];
            if link.is_link("manifest") || link.is_link("apple-touch-icon") {
                self.text = self.text.replacen(&tag, "", 1);
            } else if link.is_link("icon") {
                let icon = BASE64_STANDARD.encode(self.read(&file)?);
                let inside = format!(
                    "<link rel=icon type=image/svg+xml href=\"data:image/svg+xml;base64,{icon}\">"
                );
                self.text = self.text.replacen(&tag, &inside, 1);
            }
        }
        Ok(())
    }

    /// Every program as text in an element of its name. Browsers neither run nor show what has this type.
    fn programs(&mut self) -> Outcome {
        for (tag, file) in self.tags("<link", "href") {
            if html::tags(&tag)[0].is_link("preload") {
                // The program looks here for its own name.
                let named = format!("<link type=application/wasm href=\"{file}\">");
                self.text = self.text.replacen(&tag, &named, 1);
            }
        }
        let mut programs = String::new();
        for (name, bytes) in checkup::served(self.dist)? {
            if name.ends_with(".wasm") {
                let text = BASE64_STANDARD.encode(bytes);
                programs.push_str(&format!(
                    "<script type=application/octet-stream id={name}>{text}</script>\n"
                ));
            }
        }
        self.end.insert_str(0, &programs);
        Ok(())
    }

    /// The page with its end, and with a policy for all of it.
    fn complete(self) -> Outcome<String> {
        let old = html::policy_as_written(&self.text).ok_or("index.html states no policy.")?;
        let (before, after) = self
            .text
            .rsplit_once("</body>")
            .ok_or("index.html has no </body>.")?;
        let page = format!("{before}{}</body>{after}", self.end);
        let sources = |name: &str| {
            let inside = html::inside(&page, name).into_iter();
            // Programs are no scripts.
            let run = inside.filter(|text| !is_program(text));
            run.map(policy::source).collect::<Vec<_>>().join(" ")
        };
        let new = format!(
            "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; {POLICY}",
            sources("script"),
            sources("style")
        );
        let page = page.replacen(old, &new, 1);
        match html::tags(&page).iter().find_map(loads) {
            Some(address) => Err(format!("The one file still asks for {address}.")),
            None => Ok(page),
        }
    }
}

/// Whether the text of a script is a program in base64: at its beginning stand "\0asm" and a version.
fn is_program(text: &str) -> bool {
    text.starts_with("AGFzbQEAAA")
}

/// What a tag would make a browser ask for.
fn loads(tag: &html::Tag) -> Option<String> {
    let address = match tag.name.as_str() {
        "link" if tag.attribute("rel").is_some() => tag.attribute("href")?,
        "script" | "img" => tag.attribute("src")?,
        _ => return None,
    };
    // What begins with "#" stands in the page itself.
    let is_here = address.starts_with('#') || address.starts_with("data:");
    (!is_here).then(|| address.to_owned())
}

/// The glue and what starts the program, as one script.
fn starting(glue: &str) -> Outcome<String> {
    let told = || "the glue does not end with its exports, as it did until now.".to_owned();
    let (glue, exports) = glue.trim_end().rsplit_once("export{").ok_or_else(told)?;
    let exports = exports.trim_end_matches(';').strip_suffix('}');
    let mut exports = exports.ok_or_else(told)?.split(',');
    let begin = exports.find_map(|one| one.strip_suffix(" as default"));
    let begin = begin.ok_or_else(told)?;
    let start: Vec<&str> = START
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .collect();
    Ok(format!(
        "{glue}\n{}",
        start
            .join("\n")
            .replace(&format!("await {BEGIN}("), &format!("await {begin}("))
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, path::PathBuf};

    fn dist(page: &str) -> PathBuf {
        let dist = std::env::temp_dir().join(format!("first-light-single-{}", std::process::id()));
        for (name, text) in [
            ("index.html", page),
            (
                "x-1.js",
                "const q=import.meta.url;export{J as initSync,O as default};\n",
            ),
            ("favicon.svg", "<svg/>"),
        ] {
            project::write(&dist.join(name), text).unwrap();
        }
        fs::write(dist.join("x-1_bg.wasm"), b"\0asm\x01\0\0\0").unwrap();
        fs::write(dist.join("vault-1.wasm"), b"\0asm\x01\0\0\0v").unwrap();
        dist
    }

    const BUILT: &str = "<html><head><meta content=\"default-src 'none'; script-src 'self'\" http-equiv=Content-Security-Policy>\
        <style>b{}</style><script>boot()</script><link rel=expect href=#app>\
        <link href=./favicon.svg rel=icon><link href=./manifest.webmanifest rel=manifest>\
        <link href=./x-1.js rel=modulepreload><link as=fetch href=./x-1_bg.wasm rel=preload type=application/wasm>\
        </head><body><p>A<script>crash();</script><script id=offline>offline();</script>\
        <script type=module>start();</script></body></html>";

    #[test]
    fn everything_stands_in_the_page_and_nothing_is_asked_for() {
        let dist = dist(BUILT);
        let page = page(&dist).unwrap();
        let policy = html::policy(&page).unwrap();
        for text in ["boot()", "crash();"] {
            assert!(policy.contains(&policy::source(text)), "{text}: {policy}");
        }
        assert!(policy.contains(&policy::source("b{}")), "{policy}");
        assert!(!policy.contains("'self'") && policy.contains("connect-src 'none'"));
        assert!(!page.contains("offline();") && !page.contains("start();"));
        assert!(page.contains("await O({") && !page.contains("export{"));
        assert!(page.contains("id=vault-1.wasm>AGFzbQEAAAB2</script>"));
        assert_eq!(html::tags(&page).iter().find_map(loads), None);
        // The program comes after the scripts that do without it.
        assert!(page.find("crash();").unwrap() < page.find("await O(").unwrap());
        for odd in [
            BUILT.replace("</body>", ""),
            BUILT.replace("modulepreload", "other"),
            BUILT.replace("id=offline", ""),
            BUILT.replace("<p>", "<img src=./a.png>"),
        ] {
            project::write(&dist.join("index.html"), &odd).unwrap();
            assert!(super::page(&dist).is_err(), "{odd}");
        }
        project::remove_folder(&dist).unwrap();
    }

    #[test]
    fn refuses_glue_of_another_kind() {
        assert!(starting("nothing").is_err());
    }
}
