//! One style sheet out of many: `styles/main.css` with the files that it imports put in their place.

use crate::{Outcome, project, project::Project};
use std::path::{Path, PathBuf};

/// Where the joined sheet goes, from the repository's root. `index.html` names this file.
pub(crate) const JOINED: &str = "target/styles/main.css";

/// Joins the sheets and writes the result, unless it is there already: a watcher would start anew.
pub(crate) fn join(project: &Project) -> Outcome<PathBuf> {
    let main = project.root.join("styles").join("main.css");
    let joined = joined(&main, &|file| project::read(file))?;
    let target = project.root.join(JOINED);
    if project::read(&target).is_ok_and(|old| old == joined) {
        return Ok(target);
    }
    project::write(&target, &joined)?;
    Ok(target)
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

    #[test]
    fn the_real_sheets_can_be_joined() {
        let project = Project::here().unwrap();
        let main = project.root.join("styles").join("main.css");
        let text = joined(&main, &|file| project::read(file)).unwrap();
        assert!(!text.contains("@import"));
    }
}
