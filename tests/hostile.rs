//! Hostile input: the seeds of the fuzz targets, and the list of naughty strings in every field.

#[path = "../fuzz/src/lib.rs"]
#[allow(unreachable_pub, reason = "the fuzz targets use it from outside")]
mod decoders;
#[path = "support/naughty.rs"]
mod naughty;

use first_light::export;
use first_light::format::{Decoded, Plan, decode, encode};
use first_light::i18n::{Locale, Words};
use first_light::route::{PlanId, Route};
use first_light::store::{Library, MemoryStorage};
use naughty_strings::BLNS;
use std::fs;
use std::path::{Path, PathBuf};

/// A fuzz target by its name.
type Target = (&'static str, fn(&[u8]));

/// What is checked.
const DECODERS: [Target; 10] = [
    ("address", decoders::address::check),
    ("copy", decoders::copy::check),
    ("draft", decoders::draft::check),
    ("file", decoders::file::check),
    ("head", decoders::head::check),
    ("link", decoders::link::check),
    ("lock", decoders::lock::check),
    ("plan", decoders::plan::check),
    ("sealed", decoders::sealed::check),
    ("settings", decoders::settings::check),
];

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

/// The names of what is in a folder, without endings.
fn names(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).expect("a folder");
    let name = |path: PathBuf| {
        path.file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
    };
    let mut names: Vec<_> = files
        .filter_map(|file| name(file.expect("a file").path()))
        .collect();
    names.sort();
    names
}

fn whole(text: &str) -> Plan {
    match decode(text) {
        Decoded::Whole(plan) => plan,
        other => panic!("not whole: {other:?}"),
    }
}

#[test]
fn every_fuzz_target_is_replayed_here() {
    let here: Vec<_> = DECODERS
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    assert_eq!(names(&fuzz().join("fuzz_targets")), here);
    assert_eq!(names(&fuzz().join("seeds")), here);
}

#[test]
fn every_seed_holds_for_every_decoder() {
    let mut seeds = 0;
    for (name, _) in DECODERS {
        for file in fs::read_dir(fuzz().join("seeds").join(name)).expect("seeds") {
            let seed = fs::read(file.expect("a seed").path()).expect("a seed can be read");
            seeds += 1;
            DECODERS.iter().for_each(|(_, check)| check(&seed));
        }
    }
    assert!(seeds > 20, "{seeds} seeds");
}

/// Any string as anything that is read: as a plan, as what home shows, as settings, as an address.
#[test]
fn every_naughty_string_may_stand_where_something_is_read() {
    for naughty in BLNS {
        DECODERS
            .iter()
            .for_each(|(_, check)| check(naughty.as_bytes()));
        let hash = format!("#/{naughty}");
        DECODERS
            .iter()
            .for_each(|(_, check)| check(hash.as_bytes()));
        assert_eq!(
            Route::parse(&Route::parse(&hash).to_string()),
            match Route::parse(&hash) {
                Route::NotFound => Route::Home,
                route => route,
            }
        );
    }
}

#[test]
fn every_naughty_string_in_every_field_is_stored_and_given_out_unaltered() {
    assert!(BLNS.len() > 400, "{} strings", BLNS.len());
    assert!(naughty::room() > 60, "{} places", naughty::room());
    for naughty in BLNS {
        let plan = whole(&naughty::plan_of(&[naughty]));
        decoders::plan::check(encode(&plan).as_bytes());
        let id = PlanId(7);
        let library = Library::new(MemoryStorage::default());
        library.save(id, &plan).expect("room");
        let raw = library
            .raw(id)
            .expect("memory works")
            .expect("it is stored");
        assert_eq!(whole(&raw), plan, "{naughty:?}");
        let sheet = export::with_everything(&plan.worksheet);
        let text = export::text(&sheet, Words::new(Locale::English), &|date| {
            date.to_string()
        });
        let blank = naughty.trim().is_empty();
        assert!(
            blank || text.matches(naughty).count() > 50,
            "{naughty:?} in {text}"
        );
    }
}

/// As many keys that are not known as are read at all, and a few more.
#[test]
fn as_many_unknown_keys_as_are_read_are_written_back() {
    for count in (880..1_020).step_by(3) {
        let keys: Vec<_> = (0..count).map(|key| format!("\"k{key}\":0")).collect();
        let keys = keys.join(",");
        decoders::plan::check(format!("{{\"first-light\":1,{keys}}}").as_bytes());
        let answers = format!("{{\"first-light\":1,\"answers\":{{{keys}}}}}");
        decoders::plan::check(answers.as_bytes());
    }
}
