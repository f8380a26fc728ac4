//! `/checkup.html`: on a host that does everything right it says so, and of each fault it names just that.

use std::fs;
use std::path::Path;

use e2e::host::{Host, Program};
use e2e::scenario::run;
use e2e::{Browser, Colours, Engine, Setup, Visit, Width};
use serde_json::json;
use tempfile::TempDir;

use crate::{app, in_every_engine};

/// What one fault on a host is, and what the page must say of it: the parts that need mending, and words
/// that must stand there.
struct Fault {
    name: &'static str,
    /// Alters the files, which are a copy.
    files: fn(&Path),
    /// Alters nginx's settings.
    site: fn(String) -> String,
    /// The parts of the page that must say "To mend", in order.
    parts: &'static [&'static str],
    /// Words that must stand in those parts.
    says: &'static [&'static str],
}

const NO_FAULT: Fault = Fault {
    name: "",
    files: |_| {},
    site: |site| site,
    parts: &[],
    says: &[],
};

const FAULTS: [Fault; 19] = [
    Fault {
        name: "no policy",
        site: |site| without_header(&site, "Content-Security-Policy"),
        parts: &["content-security-policy"],
        says: &["Every file: not sent", "frame-ancestors 'none'"],
        ..NO_FAULT
    },
    Fault {
        name: "a policy that may be framed",
        site: |site| replaced(&site, "; frame-ancestors 'none'", ""),
        parts: &["content-security-policy"],
        says: &["Every file: sent: default-src 'none'"],
        ..NO_FAULT
    },
    Fault {
        name: "no Referrer-Policy",
        site: |site| without_header(&site, "Referrer-Policy"),
        parts: &["referrer-policy"],
        says: &["Every file: not sent", "Referrer-Policy: no-referrer"],
        ..NO_FAULT
    },
    Fault {
        name: "a weak Referrer-Policy",
        site: |site| replaced(&site, "\"no-referrer\"", "\"unsafe-url\""),
        parts: &["referrer-policy"],
        says: &["Every file: sent: unsafe-url"],
        ..NO_FAULT
    },
    Fault {
        name: "no Cross-Origin-Opener-Policy",
        site: |site| without_header(&site, "Cross-Origin-Opener-Policy"),
        parts: &["cross-origin-opener-policy"],
        says: &["Cross-Origin-Opener-Policy: same-origin"],
        ..NO_FAULT
    },
    Fault {
        name: "no Cross-Origin-Resource-Policy",
        site: |site| without_header(&site, "Cross-Origin-Resource-Policy"),
        parts: &["cross-origin-resource-policy"],
        says: &["Cross-Origin-Resource-Policy: same-origin"],
        ..NO_FAULT
    },
    Fault {
        name: "no Permissions-Policy",
        site: |site| without_header(&site, "Permissions-Policy"),
        parts: &["permissions-policy"],
        says: &["Every file: not sent", "camera=()"],
        ..NO_FAULT
    },
    Fault {
        name: "a Permissions-Policy without the microphone",
        site: |site| replaced(&site, "microphone=(), ", ""),
        parts: &["permissions-policy"],
        says: &["Every file: sent: accelerometer=()"],
        ..NO_FAULT
    },
    Fault {
        name: "no X-Content-Type-Options",
        site: |site| without_header(&site, "X-Content-Type-Options"),
        parts: &["x-content-type-options"],
        says: &["X-Content-Type-Options: nosniff"],
        ..NO_FAULT
    },
    Fault {
        name: "no caching",
        site: |site| without_header(&site, "Cache-Control"),
        parts: &["caching"],
        says: &[
            "index.html: not sent · right: no-cache",
            "· right: public, max-age=31536000, immutable",
        ],
        ..NO_FAULT
    },
    Fault {
        name: "the page cached for ten minutes",
        site: |site| replaced(&site, "\"no-cache\"", "\"max-age=600\""),
        parts: &["caching"],
        says: &["index.html: sent: max-age=600 · right: no-cache"],
        ..NO_FAULT
    },
    Fault {
        name: "the wrong type of the program",
        site: |site| replaced(&site, "application/wasm wasm;", ""),
        parts: &["types", "packing"],
        says: &[
            "_bg.wasm: sent: application/octet-stream · right: application/wasm",
            "_bg.wasm: not sent",
        ],
        ..NO_FAULT
    },
    Fault {
        name: "the wrong character set",
        site: |site| replaced(&site, "charset utf-8;", "charset iso-8859-1;"),
        parts: &["types"],
        says: &["sent: text/javascript; charset=iso-8859-1"],
        ..NO_FAULT
    },
    Fault {
        name: "no packing",
        site: |site| replaced(&site, "gzip on;", "gzip off;"),
        parts: &["packing"],
        says: &["Every file: not sent"],
        ..NO_FAULT
    },
    Fault {
        name: "the program altered by one byte",
        files: |folder| {
            let program = file(folder, "_bg.wasm");
            let mut bytes = fs::read(&program).expect("the program can be read");
            let last = bytes.len() - 1;
            bytes[last] ^= 1;
            fs::write(&program, bytes).expect("the program can be written");
        },
        parts: &["files"],
        says: &["_bg.wasm: altered"],
        ..NO_FAULT
    },
    Fault {
        name: "a file that is missing",
        files: |folder| fs::remove_file(file(folder, ".css")).expect("a file can be removed"),
        parts: &["files"],
        says: &[".css: missing (404)"],
        ..NO_FAULT
    },
    Fault {
        name: "no list",
        files: |folder| {
            fs::remove_file(file(folder, "checkup.json")).expect("a file can be removed")
        },
        parts: &["files"],
        says: &["checkup.json"],
        ..NO_FAULT
    },
    Fault {
        name: "a stranger's script in the page",
        files: |folder| {
            let script = "<script src=https://stats.example/count.js></script></body>";
            alter(&folder.join("index.html"), "</body>", script);
        },
        parts: &["files", "strangers"],
        says: &[
            "./: altered",
            "index.html: altered",
            "https://stats.example/count.js",
        ],
        ..NO_FAULT
    },
    Fault {
        name: "a stranger's script in this page",
        files: |folder| {
            let script = "<script>count()</script></body>";
            alter(&folder.join("checkup.html"), "</body>", script);
        },
        parts: &["files", "strangers"],
        says: &[
            "checkup.html: altered",
            "this page: a script without an address",
        ],
        ..NO_FAULT
    },
];

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
    run(
        Engine::Chromium,
        module_path!(),
        &app(),
        Setup::default(),
        |visit| {
            let host = Host::start(Program::Caddy, &app());
            let page = Checkup::open(&visit.browser, &host);
            assert_eq!(page.verdict, "All is well.", "{}", page.text);
        },
    );
}

#[test]
fn each_fault_is_named_and_nothing_else() {
    run(
        Engine::Chromium,
        module_path!(),
        &app(),
        Setup::default(),
        |visit| {
            for fault in &FAULTS {
                names_just(visit, fault);
            }
        },
    );
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
    run(
        Engine::Chromium,
        module_path!(),
        &app(),
        Setup::default(),
        |visit| {
            let host = Host::start(Program::Nginx, &app());
            // Loopback by a name that browsers do not trust.
            let address = host.url("checkup.html").replace("127.0.0.1", "0.0.0.0");
            let page = Checkup::at(&visit.browser, &address);
            assert_eq!(page.mend, ["https"], "{}", page.text);
            assert_eq!(page.unknown, ["files", "worker"], "{}", page.text);
        },
    );
}

#[test]
fn another_sites_service_worker_is_found() {
    run(
        Engine::Chromium,
        module_path!(),
        &app(),
        Setup::default(),
        |visit| {
            let folder = copy_of(&app());
            for (name, text) in [
                (
                    "other.html",
                    "<!doctype html><title>Other</title><script src=other.js></script>",
                ),
                (
                    "other.js",
                    "navigator.serviceWorker.register('worker.js').then(() => navigator.serviceWorker.ready).then(() => document.title = 'Ready')",
                ),
                ("worker.js", "onactivate = () => {};"),
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
        },
    );
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

fn replaced(site: &str, old: &str, new: &str) -> String {
    assert!(site.contains(old), "nginx.conf has no {old}");
    site.replace(old, new)
}

fn without_header(site: &str, name: &str) -> String {
    let start = format!("add_header {name} ");
    assert_eq!(site.matches(&start).count(), 1, "{start}");
    let lines = site.lines().filter(|line| !line.contains(&start));
    lines.collect::<Vec<_>>().join("\n")
}

fn alter(file: &Path, old: &str, new: &str) {
    let text = fs::read_to_string(file).expect("a page can be read");
    assert!(text.contains(old), "{} has no {old}", file.display());
    fs::write(file, text.replace(old, new)).expect("a page can be written");
}

/// The file in a folder whose name ends like this, and that carries a hash where others do not.
fn file(folder: &Path, ending: &str) -> std::path::PathBuf {
    let files = fs::read_dir(folder)
        .expect("a folder can be read")
        .flatten();
    let mut found: Vec<_> = files
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .filter(|path| ending.starts_with("checkup") || !path.to_string_lossy().contains("checkup"))
        .collect();
    found.sort();
    found
        .into_iter()
        .next()
        .unwrap_or_else(|| panic!("there is no file …{ending}"))
}

fn copy_of(folder: &Path) -> TempDir {
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
        } else {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}
