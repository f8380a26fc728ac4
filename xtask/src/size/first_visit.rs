//! Which files a browser fetches on a first visit.

use crate::{
    Outcome,
    bundle::html::{self, Tag},
    project,
};
use std::path::Path;

/// The files by name, `index.html` first: what the page names, and what its styles and scripts name in turn.
pub(super) fn files(dist: &Path) -> Outcome<Vec<String>> {
    let mut files = vec!["index.html".to_owned()];
    let mut next = 0;
    while let Some(file) = files.get(next).cloned() {
        for named in named_in(dist, &file)? {
            if !files.contains(&named) {
                files.push(named);
            }
        }
        next += 1;
    }
    Ok(files)
}

fn named_in(dist: &Path, file: &str) -> Outcome<Vec<String>> {
    let read = || project::read(&dist.join(file));
    let names = match Path::new(file)
        .extension()
        .and_then(|ending| ending.to_str())
    {
        Some("html") => html::tags(&read()?)
            .iter()
            .filter_map(fetched)
            .map(str::to_owned)
            .collect(),
        Some("css") => urls(&read()?),
        Some("js") => imports(&read()?),
        _ => Vec::new(),
    };
    let folder = Path::new(file).parent().unwrap_or(Path::new(""));
    let inside = names.iter().filter_map(|name| in_folder(folder, name));
    // A script may name what is not a file at all.
    Ok(inside.filter(|name| dist.join(name).is_file()).collect())
}

/// The address that a tag makes the browser fetch at once.
fn fetched(tag: &Tag) -> Option<&str> {
    const AT_ONCE: [&str; 5] = ["stylesheet", "modulepreload", "preload", "icon", "manifest"];
    match tag.name.as_str() {
        "link" if AT_ONCE.iter().any(|rel| tag.is_link(rel)) => tag.attribute("href"),
        "script" | "img" => tag.attribute("src"),
        _ => None,
    }
}

/// Every `url(...)` of a style sheet.
fn urls(css: &str) -> Vec<String> {
    css.split("url(")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .map(|address| address.trim_matches(['"', '\'', ' ']).to_owned())
        .collect()
}

/// Every text in a script that begins like a relative address.
fn imports(script: &str) -> Vec<String> {
    script
        .split(['"', '\'', '`'])
        .filter(|text| text.starts_with("./"))
        .map(str::to_owned)
        .collect()
}

/// The name in the served folder of an address found in one of its files.
fn in_folder(folder: &Path, address: &str) -> Option<String> {
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let name = folder.join(address.trim_start_matches("./"));
    name.to_str()
        .map(|name| name.replace('\\', "/"))
        .filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use std::fs;

    #[test]
    fn follows_the_page_its_styles_and_its_scripts() {
        let dist = std::env::temp_dir().join(format!("first-light-visit-{}", std::process::id()));
        fs::create_dir_all(dist.join("icons")).unwrap();
        let page = "<link rel=stylesheet href=./a.css><link rel='shortcut icon' href=icons/f.svg>\
            <link rel=apple-touch-icon href=later.png><a href=./other.html></a><script src=start.js></script>";
        let files = [
            ("index.html", page),
            ("a.css", "p { background: url('icons/b.svg?x') }"),
            ("start.js", "import('./crash.js'); fetch(`./gone.json`)"),
            ("icons/f.svg", ""),
            ("icons/b.svg", ""),
            ("crash.js", "import './start.js'"),
            ("other.html", ""),
            ("later.png", ""),
        ];
        for (name, text) in files {
            fs::write(dist.join(name), text).unwrap();
        }
        let found = super::files(&dist).unwrap();
        assert_eq!(
            found,
            [
                "index.html",
                "a.css",
                "icons/f.svg",
                "start.js",
                "icons/b.svg",
                "crash.js"
            ]
        );
        fs::remove_dir_all(dist).unwrap();
    }
}
