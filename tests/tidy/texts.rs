//! Every text and every kind of phrase is used.

use super::*;

/// The words of every member of every family.
fn families() -> Vec<&'static Phrases> {
    let mut families = Vec::new();
    families.extend(Company::ALL.map(Phrased::phrases));
    families.extend(Experiment::ALL.map(Phrased::phrases));
    families.extend(Extra::ALL.map(Phrased::phrases));
    families.extend(GoalField::ALL.map(Phrased::phrases));
    families.extend(Level::ALL.map(Phrased::phrases));
    families.extend(PieceField::ALL.map(Phrased::phrases));
    families.extend(Prompt::all().map(Phrased::phrases));
    families.extend(Scale::ALL.map(Phrased::phrases));
    families.extend(Section::ALL.map(Phrased::phrases));
    families.extend(StepField::ALL.map(Phrased::phrases));
    families.extend(Thought::ALL.map(Phrased::phrases));
    families.extend(Topic::ALL.iter().map(|topic| topic.phrases()));
    families.extend(Wording::ALL.map(Phrased::phrases));
    families
}

/// The fields of a member, each with its texts.
fn fields(phrases: &Phrases) -> [(&'static str, Vec<Msg>); 9] {
    let one = |text: Option<Msg>| text.into_iter().collect();
    [
        ("title", vec![phrases.title]),
        ("hint", one(phrases.hint)),
        ("example", one(phrases.example)),
        ("low", one(phrases.low)),
        ("high", one(phrases.high)),
        ("about", one(phrases.about)),
        ("after", one(phrases.after)),
        ("help", phrases.help.to_vec()),
        ("lines", phrases.lines.to_vec()),
    ]
}

/// Whether a path such as `Msg::Home` stands in some file, and not only as the beginning of a longer one.
fn is_used(sources: &[Source], path: &str) -> bool {
    sources.iter().any(|source| {
        source.code.match_indices(path).any(|(at, _)| {
            let next = source.code[at + path.len()..].chars().next();
            !next.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
        })
    })
}

/// What the build writes from data names texts too.
const FROM_DATA: &str = include_str!(concat!(env!("OUT_DIR"), "/crisis.rs"));

#[test]
fn every_text_is_used() {
    let mut sources = sources();
    let code = FROM_DATA.to_owned();
    sources.push(Source {
        path: PathBuf::from("crisis"),
        text: String::new(),
        code,
    });
    let of_families = families()
        .into_iter()
        .flat_map(fields)
        .flat_map(|(_, texts)| texts);
    let of_families: BTreeSet<Msg> = of_families.collect();
    let texts = Msg::ALL.iter().filter(|text| !of_families.contains(text));
    let texts = texts.map(|text| format!("Msg::{text:?}"));
    let plurals = Plural::ALL.iter().map(|text| format!("Plural::{text:?}"));
    let topics = Topic::ALL.iter().map(|topic| format!("Topic::{topic:?}"));
    let unused = texts.chain(plurals).chain(topics);
    let unused: Vec<_> = unused.filter(|path| !is_used(&sources, path)).collect();
    assert_none(unused);
}

#[test]
fn every_kind_of_phrase_is_shown() {
    let mut sources = sources();
    sources.retain(|source| source.is_in("ui"));
    let written = families().into_iter().flat_map(fields);
    let written = written
        .filter(|(_, texts)| !texts.is_empty())
        .map(|(field, _)| field);
    let written: BTreeSet<_> = written.collect();
    let read = |field: &&str| {
        let taken_apart = |source: &Source| {
            let patterns = source.code.split("Phrases {").skip(1);
            let names = patterns.filter_map(|pattern| pattern.split('}').next());
            names
                .flat_map(|names| names.split(','))
                .any(|name| name.trim() == *field)
        };
        is_used(&sources, &format!(".{field}")) || sources.iter().any(taken_apart)
    };
    let unused = written.into_iter().filter(|field| !read(field));
    assert_none(unused.map(str::to_owned).collect());
}

/// What a document of the project must not hold: the mark of a figure or a paragraph that is still to come.
const UNFINISHED: [&str; 5] = ["@@", "TODO", "TBD", "FIXME", "Lorem"];

#[test]
fn documents_are_finished() {
    let mut complaints = Vec::new();
    for folder in ["", "docs", "bench", "deploy"] {
        let entries = fs::read_dir(root().join(folder)).expect("a folder");
        for path in entries.map(|entry| entry.expect("an entry").path()) {
            if path.extension().is_none_or(|extension| extension != "md") {
                continue;
            }
            let text = fs::read_to_string(&path).expect("a text");
            for mark in UNFINISHED.iter().filter(|mark| text.contains(**mark)) {
                complaints.push(format!("{} has {mark}", path.display()));
            }
        }
    }
    assert_none(complaints);
}
