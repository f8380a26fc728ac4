//! The fixtures open for ever.

use super::*;

#[test]
fn fixtures_read_back_as_the_stories_they_hold() {
    for (name, plan) in stories::all() {
        let text = fixture(name);
        assert_eq!(whole(text.trim_end()), plan, "{name}");
    }
}

/// Stored plans do not change by being opened and saved. A fixture is written once and kept for ever:
/// `WRITE_FIXTURES=1` writes those that are missing.
#[test]
fn fixtures_are_written_byte_for_byte_the_same() {
    for (name, plan) in stories::all() {
        let path = fixtures().join(name).with_extension("json");
        if !path.exists() && std::env::var_os("WRITE_FIXTURES").is_some() {
            fs::write(&path, encode(&plan) + "\n").expect("a fixture can be written");
        }
        assert_eq!(fixture(name).trim_end(), encode(&plan), "{name}");
    }
}

#[test]
fn every_fixture_is_a_story_or_is_named_here() {
    let known: BTreeSet<_> = stories::all()
        .into_iter()
        .map(|(name, _)| name.to_owned())
        .collect();
    let files = fs::read_dir(fixtures()).expect("fixtures can be listed");
    let stems: BTreeSet<_> = files
        .map(|file| file.expect("a file").path())
        .map(|path| {
            path.file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    assert_eq!(stems, known);
}
