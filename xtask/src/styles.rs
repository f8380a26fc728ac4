//! One style sheet out of many, with the files that it imports put in their place. It stands in the page itself.
//! What documents look like on paper, what therapists use and the like comes with the part of the program that
//! draws it (`src/browser/styles.rs`).

use crate::{Outcome, project, project::Project};
use std::path::Path;

/// The sheet that imports the others.
const SHEET: &str = "styles/main.css";
/// Where the joined sheet goes. `index.html` names it where it is put.
const JOINED: &str = "target/styles/main.css";

/// Joins the sheet and writes the result, unless it is there already: a watcher would start anew.
pub(crate) fn join(project: &Project) -> Outcome {
    let joined = joined(&project.root.join(SHEET), &|file| project::read(file))?;
    let target = project.root.join(JOINED);
    if project::read(&target).is_ok_and(|old| old == joined) {
        return Ok(());
    }
    project::write(&target, &joined)
}

/// The text of `file` with every `@import "other.css";` line replaced by that file, in order.
fn joined(file: &Path, read: &dyn Fn(&Path) -> Outcome<String>) -> Outcome<String> {
    let folder = file.parent().unwrap_or(Path::new(""));
    let mut text = String::new();
    for line in read(file)?.lines() {
        if line.trim_start().starts_with("@import") {
            let name = imported(line).ok_or_else(|| {
                format!(
                    "{}: only imports of the form @import \"file.css\"; alone on a line are understood, not: {line}",
                    file.display()
                )
            })?;
            text.push_str(&joined(&folder.join(name), read)?);
        } else {
            text.push_str(line);
            text.push('\n');
        }
    }
    Ok(text)
}

fn imported(line: &str) -> Option<&str> {
    let name = line
        .trim()
        .strip_prefix("@import")?
        .trim()
        .strip_suffix(';')?
        .trim();
    let name = name.strip_prefix('"')?.strip_suffix('"')?;
    (!name.contains('"')).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheets(file: &Path) -> Outcome<String> {
        match file.to_str() {
            Some("styles/main.css") => {
                Ok("@layer a, b;\n@import \"a.css\";\n@import \"parts/b.css\";\np {}\n".into())
            }
            Some("styles/a.css") => Ok("a {}".into()),
            Some("styles/parts/b.css") => Ok("@import \"c.css\";\nb {}\n".into()),
            Some("styles/parts/c.css") => Ok("c {}\n".into()),
            _ => Err(format!("no {}", file.display())),
        }
    }

    #[test]
    fn keeps_the_order_and_follows_folders() {
        let text = joined(Path::new("styles/main.css"), &sheets).unwrap();
        assert_eq!(text, "@layer a, b;\na {}\nc {}\nb {}\np {}\n");
    }

    #[test]
    fn refuses_what_it_does_not_understand() {
        let odd = |_: &Path| Ok("@import url(a.css) print;\n".to_owned());
        assert!(
            joined(Path::new("main.css"), &odd)
                .unwrap_err()
                .contains("not: @import url")
        );
        let gone = |file: &Path| match file.to_str() {
            Some("main.css") => Ok("@import \"gone.css\";".to_owned()),
            _ => Err("no gone.css".to_owned()),
        };
        assert_eq!(
            joined(Path::new("main.css"), &gone).unwrap_err(),
            "no gone.css"
        );
    }

    /// Every file in a folder and the folders in it, one after another.
    fn read_all(folder: &Path, all: &mut String) {
        for file in std::fs::read_dir(folder).unwrap().flatten() {
            if file.path().is_dir() {
                read_all(&file.path(), all);
            } else {
                all.push_str(&project::read(&file.path()).unwrap());
            }
        }
    }

    #[test]
    fn every_real_sheet_stands_in_the_page_or_comes_with_parts() {
        let project = Project::here().unwrap();
        let styles = project.root.join("styles");
        let joined = joined(&project.root.join(SHEET), &|file| project::read(file)).unwrap();
        assert!(!joined.contains("@import"));
        let mut code = String::new();
        read_all(&project.root.join("src"), &mut code);
        for folder in ["", "components", "pages"] {
            for file in std::fs::read_dir(styles.join(folder)).unwrap().flatten() {
                let name = file.file_name().into_string().unwrap();
                if !name.ends_with(".css") || SHEET.ends_with(&name) {
                    continue;
                }
                let text = project::read(&file.path()).unwrap();
                let found = usize::from(joined.contains(&text));
                let part = format!("styles/{folder}/{name}\")").replace("//", "/");
                // Two parts may bring the same few rules along.
                let included = usize::from(code.contains(&part));
                assert_eq!(found + included, 1, "{name}");
            }
        }
    }
}
