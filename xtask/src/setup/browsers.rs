//! Three browsers with their drivers, and what the tests use beside them.

use super::debian;
use crate::{project::Project, run};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Browsers, drivers and helpers on this machine. What is not there is `None`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Browsers {
    pub(crate) chromium: Option<PathBuf>,
    pub(crate) chromedriver: Option<PathBuf>,
    pub(crate) firefox: Option<PathBuf>,
    pub(crate) webkit_driver: Option<PathBuf>,
    pub(crate) minibrowser: Option<PathBuf>,
    pub(crate) xvfb: Option<PathBuf>,
    pub(crate) pdftotext: Option<PathBuf>,
}

/// What has to be there, the Debian packages that hold it, and why it is needed.
struct Need {
    packages: &'static [&'static str],
    why: &'static str,
    is_met: fn(&Browsers) -> bool,
}

const NEEDS: [Need; 5] = [
    Need {
        packages: &["chromium", "chromium-driver"],
        why: "Chromium and chromedriver are missing, in which most tests run",
        is_met: |found| found.chromium.is_some() && found.chromedriver.is_some(),
    },
    Need {
        packages: &["firefox-esr"],
        why: "Firefox is missing, in which the whole story is tested",
        is_met: |found| found.firefox.is_some(),
    },
    Need {
        packages: &["webkit2gtk-driver", "xvfb"],
        why: "WebKitGTK's driver and browser (with Xvfb to show them in) are missing, in which the whole story is tested",
        is_met: |found| {
            found.webkit_driver.is_some() && found.minibrowser.is_some() && found.xvfb.is_some()
        },
    },
    Need {
        packages: &["poppler-utils"],
        why: "pdftotext is missing, which reads the printed page",
        is_met: |found| found.pdftotext.is_some(),
    },
    Need {
        packages: &[
            "fonts-noto-core",
            "fonts-noto-color-emoji",
            "fonts-droid-fallback",
            "fonts-urw-base35",
        ],
        why: "fonts are missing: for Arabic and Japanese script and emoji, of which tests would see boxes, and P052, in which the styles set words on Linux",
        is_met: |_| has_fonts(),
    },
];

impl Browsers {
    /// What there is, after installing what is missing where that is allowed; with it one sentence
    /// for each thing that is still missing.
    pub(super) fn ready(project: &Project) -> (Self, Vec<String>) {
        let found = Self::found();
        let packages: Vec<&str> = NEEDS
            .iter()
            .filter(|need| !(need.is_met)(&found))
            .flat_map(|need| need.packages)
            .copied()
            .collect();
        if packages.is_empty() {
            return (found, Vec::new());
        }
        let installed = debian::install(
            project,
            "Browsers and their drivers",
            "1 to 2 minutes",
            &packages,
        );
        let why_not = installed.err().unwrap_or_default();
        let found = Self::found();
        let missing = NEEDS
            .iter()
            .filter(|need| !(need.is_met)(&found))
            .map(|need| {
                format!(
                    "{} (Debian's {}): {why_not}",
                    need.why,
                    need.packages.join(" and ")
                )
            })
            .collect();
        (found, missing)
    }

    fn found() -> Self {
        Self {
            chromium: first(
                &["chromium", "chromium-browser", "google-chrome"],
                &["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
            ),
            chromedriver: first(
                &["chromedriver"],
                &["/usr/lib/chromium-browser/chromedriver"],
            ),
            firefox: first(
                &["firefox-esr", "firefox"],
                &["/Applications/Firefox.app/Contents/MacOS/firefox"],
            ),
            webkit_driver: first(&["WebKitWebDriver"], &[]),
            minibrowser: minibrowser(),
            xvfb: first(&["Xvfb"], &[]),
            pdftotext: first(&["pdftotext"], &[]),
        }
    }
}

fn first(names: &[&str], places: &[&str]) -> Option<PathBuf> {
    let on_path = names.iter().find_map(|name| run::on_path(name));
    on_path.or_else(|| places.iter().map(PathBuf::from).find(|file| file.is_file()))
}

/// WebKitGTK's small browser, which lies in no folder of PATH.
fn minibrowser() -> Option<PathBuf> {
    let mut folders = vec![
        PathBuf::from("/usr/libexec"),
        PathBuf::from("/usr/lib"),
        PathBuf::from("/usr/lib64"),
    ];
    if let Ok(machines) = fs::read_dir("/usr/lib") {
        folders.extend(machines.flatten().map(|machine| machine.path()));
    }
    ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"]
        .iter()
        .flat_map(|version| {
            folders
                .iter()
                .map(move |folder| folder.join(version).join("MiniBrowser"))
        })
        .find(|file| file.is_file())
}

/// Only Debian is asked to install fonts; desktops elsewhere have some.
fn has_fonts() -> bool {
    let fonts = Path::new("/usr/share/fonts");
    let are_there = [
        "truetype/noto/NotoNaskhArabic-Regular.ttf",
        "truetype/noto/NotoColorEmoji.ttf",
        "truetype/droid/DroidSansFallbackFull.ttf",
        "opentype/urw-base35/P052-Roman.otf",
    ]
    .iter()
    .all(|font| fonts.join(font).is_file());
    !debian::is_here() || are_there
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_need_is_unmet_on_an_empty_machine_and_met_when_all_is_there() {
        let some = || Some(PathBuf::from("/x"));
        let all = Browsers {
            chromium: some(),
            chromedriver: some(),
            firefox: some(),
            webkit_driver: some(),
            minibrowser: some(),
            xvfb: some(),
            pdftotext: some(),
        };
        for need in &NEEDS[..4] {
            assert!(!(need.is_met)(&Browsers::default()), "{}", need.why);
            assert!((need.is_met)(&all), "{}", need.why);
        }
    }
}
