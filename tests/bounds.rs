//! However large or deep a text is, reading it takes time and memory in proportion to its length.
//!
//! One test, alone in its program: its memory is nobody else's.

use first_light::format::decode;
use std::fs;
use std::time::{Duration, Instant};

/// The most time for reading a megabyte. Built without optimizing, on a slow machine; what takes time by
/// the square of the length takes hours.
const FOR_A_MEGABYTE: Duration = Duration::from_secs(4);
/// The most memory, in bytes, for each byte that is read, and for anything at all.
const FOR_A_BYTE: usize = 24;
const FOR_ANYTHING: usize = 32 << 20;

/// The time that this thread was at work; on other systems than Linux, the time on the clock.
fn at_work(since: Instant) -> Duration {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = stat.and_then(|stat| stat.split(' ').next()?.parse().ok());
    nanos.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

/// The most memory since it was last asked to forget, in bytes, where Linux tells it.
fn peak_memory() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: usize = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kilobytes << 10)
}

fn forget_peak() -> bool {
    fs::write("/proc/self/clear_refs", "5").is_ok()
}

/// Texts that are made to cost much, some of them longer than any storage holds.
fn bombs() -> Vec<(&'static str, String)> {
    let million = 1_000_000;
    let inside = |part: &str, text: &str| format!("{{\"first-light\":1,\"{part}\":{text}}}");
    let items = |item: &str, count| format!("{{\"items\":[{}]}}", vec![item; count].join(","));
    let keys = |count: usize| {
        let keys: Vec<_> = (0..count)
            .map(|key| format!("\"k{key}\":{{\"text\":\"x\"}}"))
            .collect();
        format!("{{{}}}", keys.join(","))
    };
    let goal = r#"{"id":0,"steps":{"items":[{"id":0},{"id":0}]}}"#;
    vec![
        ("depth", "[".repeat(3 * million)),
        ("depth of objects", "{\"a\":".repeat(million)),
        (
            "depth in a part",
            inside(
                "goals",
                &("[".repeat(2 * million) + &"]".repeat(2 * million)),
            ),
        ),
        (
            "depth beside the parts",
            inside("k", &("[".repeat(2 * million) + &"]".repeat(million))),
        ),
        (
            "depth that breaks off",
            inside("goals", &"[{\"a\":".repeat(million)),
        ),
        (
            "an array of 5 MB",
            inside("signs", &format!("[{}0]", "0,".repeat(5 * million / 2))),
        ),
        (
            "items of 5 MB",
            inside("signs", &items("0", 5 * million / 2)),
        ),
        (
            "a million goals",
            inside("goals", &items("{\"id\":0}", million)),
        ),
        (
            "a hundred thousand goals with steps",
            inside("goals", &items(goal, 100_000)),
        ),
        (
            "a million signs",
            inside("signs", &items("{\"id\":4294967295}", 300_000)),
        ),
        (
            "a million pieces",
            inside(
                "pieces",
                &format!("[{}{{}}]", "{\"of\":\"sign/0\"},".repeat(300_000)),
            ),
        ),
        ("keys", keys(200_000)),
        ("answers", inside("answers", &keys(200_000))),
        (
            "one key many times",
            format!("{{{}\"first-light\":1}}", "\"name\":\"\",".repeat(million)),
        ),
        (
            "choices",
            inside(
                "experiments",
                &format!("[{}0]", "\"as-if\",".repeat(million)),
            ),
        ),
        ("a number", inside("changed", &"9".repeat(4 * million))),
        (
            "escapes",
            inside("name", &format!("\"{}\"", "\\u0000".repeat(million))),
        ),
        (
            "escapes without end",
            format!(
                "{{\"first-light\":1,\"name\":\"{}",
                "\\\\".repeat(2 * million)
            ),
        ),
        ("lines", "\n".repeat(4 * million)),
        (
            "lines, then rubbish",
            format!("{}{{\"first-light\":1,,", "\n".repeat(4 * million)),
        ),
        (
            "commas",
            format!("{{\"first-light\":1{}", ",".repeat(4 * million)),
        ),
        ("byte order marks", "\u{feff}".repeat(2 * million)),
    ]
}

fn reads(text: &str) {
    drop(decode(text));
}

/// The same for locks and sealed texts.
fn sealed_bombs() -> Vec<(&'static str, String)> {
    let million = 1_000_000;
    let lock = |id: &str, rest: &str| format!("lock1${id}$argon2id$v=19$m=47104,t=3,p=1${rest}");
    vec![
        (
            "a long sealed text",
            format!("sealed1${}", "A".repeat(8 * million)),
        ),
        (
            "a long sealed text that ends wrong",
            format!("sealed1${}=", "A".repeat(8 * million)),
        ),
        (
            "a long version",
            format!("sealed{}$", "1".repeat(4 * million)),
        ),
        (
            "a lock with a long name",
            lock(&"A".repeat(4 * million), "A$A"),
        ),
        (
            "a lock with much behind",
            lock("A", &"A$".repeat(2 * million)),
        ),
        (
            "a lock of dollars",
            format!("lock1{}", "$".repeat(4 * million)),
        ),
        (
            "a lock with a long effort",
            format!("lock1$A$argon2id$v=19$m={}", "1,t=".repeat(million)),
        ),
        (
            "a lock of a long version",
            format!("lock{}$", "9".repeat(4 * million)),
        ),
    ]
}

fn opens(text: &str) {
    let key = vault::Key::new([7; 32]);
    assert!(vault::unseal(&key, "first-light.plan.1", text).is_err());
    assert!(vault::record::Record::read(text).is_err());
}

#[test]
fn reading_takes_time_and_memory_in_proportion() {
    let plans = bombs().into_iter().map(|bomb| (bomb, reads as fn(&str)));
    let sealed = sealed_bombs()
        .into_iter()
        .map(|bomb| (bomb, opens as fn(&str)));
    for ((name, bomb), read) in plans.chain(sealed) {
        let megabytes = u32::try_from(bomb.len() >> 20).expect("a few") + 1;
        let is_measured = forget_peak();
        let (before, began) = (peak_memory(), Instant::now());
        let worked = at_work(began);
        read(&bomb);
        let took = at_work(began).saturating_sub(worked);
        let peak = peak_memory();
        assert!(took < FOR_A_MEGABYTE * megabytes, "{name}: {took:?}");
        if let (true, Some(before), Some(peak)) = (is_measured, before, peak) {
            let took = peak.saturating_sub(before);
            assert!(
                took < FOR_A_BYTE * bomb.len() + FOR_ANYTHING,
                "{name}: {took} bytes"
            );
        }
    }
}
