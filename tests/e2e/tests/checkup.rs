//! `/checkup.html`: on a host that does everything right it says so, and of each fault it names just that.

mod faults;

use std::fs;
use std::path::Path;

use e2e::host::{Host, Program};
use e2e::scenario::run;
use e2e::{Browser, Colours, Engine, Setup, Visit, Width};
use serde_json::json;
use tempfile::TempDir;

use crate::{app, in_chromium, in_every_engine};
use faults::{FAULTS, Fault, replaced};

in_every_engine!(
    all_is_well_on_nginx,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let host = Host::start(Program::Nginx, &app());
        let page = Checkup::open(&visit.browser, &host);
        assert_eq!(page.mend, Vec::<String>::new(), "{}", page.text);
        assert_eq!(page.verdict, "All is well.", "{}", page.text);
        assert!(
            page.text.contains(&sha256_of_list(&visit.browser)),
            "{}",
            page.text
        );
        assert_eq!(visit.browser.axe_violations(), Vec::<String>::new());
        assert_eq!(visit.browser.console_errors(), Vec::<String>::new());
    }
);

in_every_engine!(
    an_altered_file_on_nginx,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let fault = FAULTS
            .iter()
            .find(|fault| fault.name.starts_with("the program altered"));
        names_just(visit, fault.expect("that fault is in the table"));
    }
);

#[test]
fn all_is_well_on_caddy() {
    in_chromium(module_path!(), |visit| {
        let host = Host::start(Program::Caddy, &app());
        let page = Checkup::open(&visit.browser, &host);
        assert_eq!(page.verdict, "All is well.", "{}", page.text);
    });
}

#[test]
fn each_fault_is_named_and_nothing_else() {
    in_chromium(module_path!(), |visit| {
        for fault in &FAULTS {
            names_just(visit, fault);
        }
    });
}

#[test]
fn dark_and_narrow() {
    let setup = Setup {
        colours: Colours::Dark,
        width: Width::Narrow,
        ..Setup::default()
    };
    run(Engine::Chromium, module_path!(), &app(), setup, |visit| {
        // Everything that can be said: a host that sends no header at all.
        let host = Host::start_changed(Program::Nginx, &app(), |site| {
            let lines = site.lines().filter(|line| !line.contains("add_header"));
            lines.collect::<Vec<_>>().join("\n")
        });
        let page = Checkup::open(&visit.browser, &host);
        assert_eq!(page.verdict, "Things to mend: 7.", "{}", page.text);
        assert_eq!(visit.browser.axe_violations(), Vec::<String>::new());
        let widths = "const root = document.documentElement; return [innerWidth, root.scrollWidth - root.clientWidth]";
        assert_eq!(visit.browser.script(widths, json!([])), json!([320, 0]));
    });
}

#[test]
fn over_plain_http_it_says_what_it_cannot_see() {
    in_chromium(module_path!(), |visit| {
        let host = Host::start(Program::Nginx, &app());
        // Loopback by a name that browsers do not trust.
        let address = host.url("checkup.html").replace("127.0.0.1", "0.0.0.0");
        let page = Checkup::at(&visit.browser, &address);
        assert_eq!(page.mend, ["https"], "{}", page.text);
        assert_eq!(page.unknown, ["files", "worker"], "{}", page.text);
    });
}

in_every_engine!(
    its_own_service_worker_is_well_and_its_files_are_compared,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let host = Host::start(Program::Nginx, &app());
        visit.browser.open(&host.url(""));
        visit.browser.waits_for_the_worker();
        let page = Checkup::open(&visit.browser, &host);
        assert_eq!(page.mend, Vec::<String>::new(), "{}", page.text);
        // Somebody's extension or program has been at the files in this browser.
        let altered = visit.browser.script_with_callback(
            "const done = arguments[arguments.length - 1];
             (async () => {
                 const cache = await caches.open((await caches.keys())[0]);
                 await cache.put('./favicon.svg', new Response('<svg/>'));
             })().then(() => done(true), (error) => done(String(error)));",
            json!([]),
        );
        assert_eq!(altered, json!(true));
        let page = Checkup::open(&visit.browser, &host);
        assert_eq!(page.mend, ["worker"], "{}", page.text);
        assert!(
            page.text
                .contains("kept in this browser: favicon.svg: altered"),
            "{}",
            page.text
        );
    }
);

#[test]
fn another_sites_service_worker_is_found() {
    in_chromium(module_path!(), |visit| {
        let folder = copy_of(&app());
        for (name, text) in [
            (
                "other.html",
                "<!doctype html><title>Other</title><script src=other.js></script>",
            ),
            (
                "other.js",
                "navigator.serviceWorker.register('stranger.js').then(() => navigator.serviceWorker.ready).then(() => document.title = 'Ready')",
            ),
            ("stranger.js", "onactivate = () => {};"),
        ] {
            fs::write(folder.path().join(name), text).expect("a file can be written");
        }
        // Its page is without our headers, for its location has one of its own.
        let host = Host::start_changed(Program::Nginx, folder.path(), |site| {
            let location =
                "location = /other.html { add_header X-Other yes; }\n    index index.html;";
            replaced(&site, "index index.html;", location)
        });
        visit.browser.open(&host.url("other.html"));
        visit
            .browser
            .wait_until("the worker", "return document.title === 'Ready'");
        let page = Checkup::open(&visit.browser, &host);
        assert_eq!(page.mend, ["worker"], "{}", page.text);
        assert!(page.text.contains(&host.url("")), "{}", page.text);
    });
}

/// What the page says when it has looked at everything.
struct Checkup {
    verdict: String,
    mend: Vec<String>,
    unknown: Vec<String>,
    text: String,
}

impl Checkup {
    fn open(browser: &Browser, host: &Host) -> Checkup {
        Checkup::at(browser, &host.url("checkup.html"))
    }

    fn at(browser: &Browser, address: &str) -> Checkup {
        browser.open(address);
        let done = "return document.documentElement.dataset.done === ''";
        browser.wait_until("the verdict", done);
        let parts = |states: &[&str]| {
            let script = "return [...document.querySelectorAll('.check')]
                .filter((part) => arguments[0].includes(part.dataset.state)).map((part) => part.id)";
            let parts = browser.script(script, json!([states]));
            serde_json::from_value::<Vec<String>>(parts).expect("a list of ids")
        };
        assert_eq!(parts(&["waiting"]), Vec::<String>::new());
        Checkup {
            verdict: browser.text_of("return document.getElementById('verdict').textContent"),
            mend: parts(&["mend", "list"]),
            unknown: parts(&["unknown"]),
            text: browser.text_of("return document.querySelector('main').innerText"),
        }
    }
}

#[track_caller]
fn names_just(visit: &Visit, fault: &Fault) {
    let folder = copy_of(&app());
    (fault.files)(folder.path());
    let host = Host::start_changed(Program::Nginx, folder.path(), fault.site);
    let page = Checkup::open(&visit.browser, &host);
    assert_eq!(page.mend, fault.parts, "{}: {}", fault.name, page.text);
    for words in fault.says {
        assert!(
            page.text.contains(words),
            "{}: no {words} in {}",
            fault.name,
            page.text
        );
    }
    let verdict = match fault.parts.len() {
        1 => "One thing to mend.".to_owned(),
        more => format!("Things to mend: {more}."),
    };
    assert!(
        page.verdict.starts_with(&verdict),
        "{}: {}",
        fault.name,
        page.verdict
    );
}

/// The hash of the list as the browser itself sees it.
fn sha256_of_list(browser: &Browser) -> String {
    let script = "const done = arguments[arguments.length - 1];
        fetch('checkup.json').then((answer) => answer.arrayBuffer())
            .then((bytes) => crypto.subtle.digest('SHA-256', bytes))
            .then((hash) => done([...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')));";
    let hash = browser.script_with_callback(script, json!([]));
    hash.as_str().expect("a hash is text").to_owned()
}

/// A copy without the packed files: a host would send those in the place of what a test has altered.
pub(crate) fn copy_of(folder: &Path) -> TempDir {
    let copy = tempfile::Builder::new()
        .prefix("first-light-copy-")
        .tempdir()
        .expect("a temporary folder can be created");
    copy_into(folder, copy.path());
    copy
}

fn copy_into(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder can be read").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir(&target).expect("a folder can be created");
            copy_into(&entry.path(), &target);
        } else if target.extension().is_none_or(|it| it != "br" && it != "gz") {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}
