//! What each way of writing costs when the whole browser dies, measured in Chromium's own files.
//!
//! `cargo xtask torture patterns --times 600` watches for 600 seconds. `docs/durability.md` has the figures.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use e2e::chance::{tell, times};
use e2e::{Browser, Engine, Setup, process, scenario, server::Server};
use serde::Deserialize;
use serde_json::json;

const WAYS: [&str; 6] = [
    "every-key",
    "100-after-the-last",
    "within-250",
    "within-100",
    "within-100-pages-wait",
    "within-5000-pages-wait",
];

/// How often the files are looked at.
const LOOK: Duration = Duration::from_millis(50);

/// What the page has done.
#[derive(Deserialize)]
struct Seen {
    /// When each key was pressed, in milliseconds since 1970.
    keys: Vec<u64>,
    writes: usize,
}

/// A commit: when it was seen on disk, in milliseconds since 1970, and how many keys it holds.
type Commit = (u64, usize);

#[test]
#[ignore = "takes ten minutes, and answers a question instead of guarding something"]
fn chromium() {
    scenario::run_alone(Engine::Chromium, compare);
}

fn compare(engine: Engine) {
    let root = PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/patterns"
    ));
    let browser = Browser::start(engine, Setup::default());
    // Each way has an origin of its own, and with it Chromium's limits for itself.
    let servers = WAYS.map(|_| Server::start(&root));
    let windows = WAYS.map(|way| {
        let place = WAYS
            .iter()
            .position(|other| *other == way)
            .unwrap_or_default();
        let window = browser.open_window();
        browser.open(&servers[place].url(&format!("?{way}")));
        window
    });
    let time = Duration::from_secs(times(600).try_into().expect("a number of seconds"));
    let commits = watch(&browser.home().path().join("profile"), time);
    let end = now();
    tell("way | writes | commits | lost with the browser: mean s | worst s");
    for (way, window) in WAYS.iter().zip(&windows) {
        browser.switch_to(window);
        let seen = browser.script("return seen()", json!([]));
        let seen: Seen = serde_json::from_value(seen).expect("the page says what it did");
        let none = Vec::new();
        let commits = commits.get(*way).unwrap_or(&none);
        let (mean, worst) = losses(&seen.keys, commits, end);
        tell(format_args!(
            "{way} | {} | {} | {mean:.1} | {worst:.1}",
            seen.writes,
            commits.len()
        ));
        assert!(!commits.is_empty(), "{way} was never written to disk");
    }
}

/// What would be lost if the browser were killed, in seconds: over all moments at which something is, and at
/// the worst moment.
fn losses(keys: &[u64], commits: &[Commit], end: u64) -> (f64, f64) {
    let first = keys.first().copied().unwrap_or(end);
    let mut lost = Vec::new();
    for moment in (first..end).step_by(100) {
        let on_disk = commits.iter().rev().find(|(at, _)| *at <= moment);
        let on_disk = on_disk.map_or(0, |(_, keys)| *keys);
        // Typing that was lost: from the first key that is gone to the last that was pressed.
        let pressed = keys.partition_point(|at| *at <= moment);
        if let Some(gone) = keys[..pressed].get(on_disk..)
            && let (Some(first), Some(last)) = (gone.first(), gone.last())
        {
            lost.push((last - first) as f64 / 1000.0);
        } else {
            lost.push(0.0);
        }
    }
    let worst = lost.iter().copied().fold(0.0, f64::max);
    (lost.iter().sum::<f64>() / lost.len().max(1) as f64, worst)
}

/// Reads what Chromium appends to the journal of its storage (LevelDB, not compressed).
fn watch(profile: &Path, time: Duration) -> BTreeMap<String, Vec<Commit>> {
    let folder = profile.join("Default/Local Storage/leveldb");
    let mut read: BTreeMap<PathBuf, usize> = BTreeMap::new();
    let mut commits: BTreeMap<String, Vec<Commit>> = BTreeMap::new();
    let end = Instant::now() + time;
    while Instant::now() < end {
        // Nothing tells of a change in a file without a crate for it.
        process::poll(LOOK, || None::<()>);
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.extension().is_none_or(|ending| ending != "log") {
                continue;
            }
            let bytes = fs::read(&path).unwrap_or_default();
            let from = read.insert(path, bytes.len()).unwrap_or_default();
            for (way, keys) in found(bytes.get(from..).unwrap_or_default()) {
                commits.entry(way).or_default().push((now(), keys));
            }
        }
    }
    commits
}

/// The ways and the numbers of keys in some bytes of the journal, the last of each way.
fn found(bytes: &[u8]) -> BTreeMap<String, usize> {
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let mut found = BTreeMap::new();
    for entry in text.split("way=").skip(1) {
        let mut words = entry.split(' ');
        let way = words.next().unwrap_or_default();
        let keys = words.next().and_then(|word| word.strip_prefix("keys="));
        if let Some(keys) = keys.and_then(|keys| keys.parse().ok()) {
            found.insert(way.to_owned(), keys);
        }
    }
    found
}

fn now() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.map_or(0, |now| u64::try_from(now.as_millis()).unwrap_or(u64::MAX))
}
