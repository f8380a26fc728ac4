//! What can be wrong on a host, one fault at a time.

use std::fs;
use std::path::Path;

/// What one fault on a host is, and what the page must say of it: the parts that need mending, and words
/// that must stand there.
pub(super) struct Fault {
    pub(super) name: &'static str,
    /// Alters the files, which are a copy.
    pub(super) files: fn(&Path),
    /// Alters nginx's settings.
    pub(super) site: fn(String) -> String,
    /// The parts of the page that must say "To mend", in order.
    pub(super) parts: &'static [&'static str],
    /// Words that must stand in those parts.
    pub(super) says: &'static [&'static str],
}

const NO_FAULT: Fault = Fault {
    name: "",
    files: |_| {},
    site: |site| site,
    parts: &[],
    says: &[],
};

/// Every fault that the page must find.
pub(super) const FAULTS: [Fault; 19] = [
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
        files: |folder| {
            fs::remove_file(file(folder, "favicon.svg")).expect("a file can be removed")
        },
        parts: &["files"],
        says: &["favicon.svg: missing (404)"],
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

pub(super) fn replaced(site: &str, old: &str, new: &str) -> String {
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
