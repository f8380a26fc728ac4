//! Writing Rust.

use super::catalogue::{Catalogue, Entry, FAMILIES, Phrases, camel};
use std::fmt::Write;

/// The parts of a day stand inside `Prompt::Moment`.
const MOMENTS: [&str; 5] = ["waking", "morning", "midday", "evening", "bedtime"];

/// What stands between two texts, and before each form of a text that has several: see `Catalogue`.
const END: &str = "\0";
const FORM: char = '\u{1}';

/// The Rust source of a catalogue: names, texts, and which text belongs to what.
pub(crate) fn rust(catalogue: &Catalogue) -> String {
    let mut out = String::new();
    names(
        &mut out,
        "Msg",
        "Names one text of the catalogue.",
        catalogue.texts.keys(),
    );
    names(
        &mut out,
        "Plural",
        "Names one text that follows a number.",
        catalogue.plurals.keys(),
    );
    texts(&mut out, catalogue);
    cues(&mut out, catalogue);
    for (family, home) in FAMILIES {
        let Some(members) = catalogue.families.get(*family) else {
            continue;
        };
        if *family == "topic" {
            let variants: Vec<_> = members.keys().map(|member| camel(member)).collect();
            names(
                &mut out,
                "Topic",
                "Names the words at the head of a page that asks more than one question.",
                &variants,
            );
        }
        let _ = writeln!(
            out,
            "impl Phrased for {home} {{\n fn phrases(self) -> &'static Phrases {{ match self {{"
        );
        for (member, phrases) in members {
            let variant = if *family == "prompt" && MOMENTS.contains(&member.as_str()) {
                format!("Moment(crate::worksheet::Moment::{})", camel(member))
            } else {
                camel(member)
            };
            let _ = writeln!(out, "  Self::{variant} => &{},", literal(phrases));
        }
        out.push_str(" }}\n}\n");
    }
    out
}

fn names<'a>(
    out: &mut String,
    name: &str,
    doc: &str,
    variants: impl IntoIterator<Item = &'a String>,
) {
    let variants: Vec<_> = variants.into_iter().collect();
    let _ = writeln!(
        out,
        "/// {doc}\n#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]"
    );
    let _ = writeln!(
        out,
        "#[allow(missing_docs, reason = \"the text itself says what it is\")]\n#[rustfmt::skip]\npub enum {name} {{"
    );
    for variant in &variants {
        let _ = writeln!(out, "    {variant},");
    }
    let _ = writeln!(
        out,
        "}}\nimpl {name} {{\n    /// Every one, by name.\n    pub const ALL: &[Self] = &["
    );
    for variant in &variants {
        let _ = writeln!(out, "        Self::{variant},");
    }
    out.push_str("    ];\n}\n");
}

/// Whether a text is among those of a first visit: of what stands around every page, the list of plans, urgent
/// help, and the names of pages. `tests/first_words.rs` draws those pages without the rest.
fn is_first(name: &str) -> bool {
    const GROUPS: [&str; 15] = [
        "App",
        "Countries",
        "DeleteAllDone",
        "Home",
        "ListBringBack",
        "ListTakenOut",
        "LockNow",
        "Nav",
        "Newer",
        "Part",
        "PlanMenu",
        "Save",
        "Sky",
        "Trouble",
        "Urgent",
    ];
    const NAMES: [&str; 15] = [
        "AboutTitle",
        "BuilderTitle",
        "CopyTitle",
        "HandOverTitle",
        "InvitationTitle",
        "LockClosedTitle",
        "LockTitle",
        "NotFoundPlanTitle",
        "NotFoundTitle",
        "PaperByHand",
        "PaperBlankTitle",
        "PaperTitle",
        "PrivacyTitle",
        "SettingsTitle",
        "TherapistsTitle",
    ];
    // Of those groups, what only parts show: pages of a plan, copies, and where nothing can be shown.
    const LATER: [&str; 19] = [
        "NavAllPages",
        "NavBack",
        "NavContinue",
        "NavFinish",
        "NavPagesLabel",
        "NavPart",
        "NavPlace",
        "NavStateBegun",
        "NavStateDone",
        "NavStateNone",
        "NavToGoal",
        "NavToPlan",
        "NavToSummary",
        "TroubleCopied",
        "TroubleCopyFailed",
        "TroubleDamagedText",
        "TroubleDamagedTitle",
        "TroubleNewerText",
        "TroubleNewerTitle",
    ];
    if LATER.contains(&name) {
        return false;
    }
    GROUPS.iter().any(|group| name.starts_with(group))
        || NAMES.contains(&name)
        || ["Title", "TherapistsDeleted", "PrivacyStoredLabel"]
            .iter()
            .any(|group| name.starts_with(group))
        || (name.starts_with("Section") && name.ends_with("Title"))
}

fn texts(out: &mut String, catalogue: &Catalogue) {
    let forms = |forms: &[&String]| forms.iter().map(|form| format!("{FORM}{form}")).collect();
    let texts = catalogue.texts.values().map(|entry| match entry {
        Entry::Plain(text) => text.clone(),
        Entry::ByWording(texts) => forms(&texts.each_ref()),
    });
    let plurals = catalogue.plurals.values();
    let plurals = plurals.map(|plural| forms(&[&plural.one, &plural.other]));
    let all: Vec<String> = texts.chain(plurals).collect();
    let names = catalogue.texts.keys().chain(catalogue.plurals.keys());
    let first: Vec<bool> = names.map(|name| is_first(name)).collect();
    for (name, wanted) in [("FIRST", true), ("REST", false)] {
        let texts = all.iter().zip(&first);
        let texts = texts.map(|(text, first)| if *first == wanted { text } else { "" });
        let texts: Vec<&str> = texts.collect();
        let _ = writeln!(out, "static {name}: &str = {:?};", texts.join(END));
    }
    let _ = writeln!(out, "const MESSAGES: usize = {};", catalogue.texts.len());
}

fn cues(out: &mut String, catalogue: &Catalogue) {
    out.push_str("static CUES: Cues = Cues {\n");
    for (name, words) in &catalogue.cues {
        let _ = writeln!(out, "    {name}: {:?},", words.join("\n"));
    }
    out.push_str("};\n");
}

fn literal(phrases: &Phrases) -> String {
    let one = |field: &str| match phrases.fields.get(field) {
        Some(name) => format!("Some(Msg::{name})"),
        None => "None".to_owned(),
    };
    let many = |field: &str| {
        let names = phrases.lists.get(field).map_or(&[][..], Vec::as_slice);
        names
            .iter()
            .map(|name| format!("Msg::{name}, "))
            .collect::<String>()
    };
    format!(
        "Phrases {{ title: Msg::{}, hint: {}, example: {}, low: {}, high: {}, about: {}, after: {}, help: &[{}], lines: &[{}] }}",
        phrases.fields["title"],
        one("hint"),
        one("example"),
        one("low"),
        one("high"),
        one("about"),
        one("after"),
        many("help"),
        many("lines"),
    )
}
