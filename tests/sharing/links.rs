//! What mail and chat do to links: undone, or said.

use crate::BASE;
use first_light::sharing::envelope::{Damage, Kind};
use first_light::sharing::link::{find, write};

/// A payload whose envelope holds all kinds of letters, `-` and `_` among them.
fn payload() -> Vec<u8> {
    (0..=255).chain([0xfb, 0xef, 0xbe, 0xff, 0xff]).collect()
}

fn link() -> String {
    write(BASE, Kind::LockedCopy, &payload()).expect("it is short")
}

/// The letters after `#/copy/`.
fn envelope() -> String {
    let link = link();
    link.rsplit('/').next().expect("a link").to_owned()
}

fn wrapped(at: usize, by: &str) -> String {
    let letters: Vec<char> = link().chars().collect();
    let lines = letters.chunks(at).map(String::from_iter);
    lines.collect::<Vec<_>>().join(by)
}

fn percent(text: &str) -> String {
    let encode = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(encode).collect()
}

/// Ways in which mail and chat mangle a link that can be undone, each with its name.
fn repairable() -> Vec<(&'static str, String)> {
    let link = link();
    let quoted: String = wrapped(74, "=\r\n").replace("/#", "/=23");
    let proofpoint = percent(&link.replace('_', "%5F").replace('-', "%2D"))
        .replace("%255F", "_5F_")
        .replace('_', "/");
    let proofpoint = proofpoint.replace("/5F/", "%5F").replace("%252D", "%2D");
    let proofpoint = proofpoint.replace("%2F", "_").replace('%', "-");
    vec![
        ("as it is", link.clone()),
        ("%23 for #", link.replace('#', "%23")),
        ("%2523 for #", link.replace('#', "%2523")),
        ("# dropped", link.replace('#', "")),
        ("a full stop behind", format!("{link}.")),
        ("a bracket behind", format!("({link})")),
        ("angle brackets", format!("<{link}>")),
        ("a comma behind", format!("{link}, see you")),
        ("quotes", format!("\u{201c}{link}\u{201d}")),
        ("straight quotes", format!("\"{link}\"")),
        ("an exclamation mark behind", format!("{link}!")),
        ("Markdown", format!("[the copy]({link})")),
        ("broken lines", wrapped(72, "\n")),
        ("broken lines of Windows", wrapped(72, "\r\n")),
        ("broken lines, indented", wrapped(60, "\n    ")),
        ("a quoted reply", wrapped(70, "\n> ")),
        ("a reply quoted twice", wrapped(70, "\r\n> > ")),
        ("spaces put in", wrapped(40, " ")),
        ("soft hyphens", wrapped(20, "\u{ad}")),
        ("zero-width spaces", wrapped(20, "\u{200b}")),
        ("word joiners", wrapped(33, "\u{2060}")),
        ("a byte order mark", format!("\u{feff}{link}")),
        ("marks of direction", format!("\u{202a}{link}\u{202c}")),
        ("quoted-printable", quoted),
        ("=3D in front", link.replace("/#", "/?utm=3Dmail#")),
        ("<wbr>", wrapped(30, "<wbr>")),
        ("<br />", wrapped(60, "<br />\n")),
        ("&shy;", wrapped(30, "&shy;")),
        ("&#8203;", wrapped(30, "&#8203;")),
        (
            "entities",
            link.replace('#', "&#35;")
                .replace("/app/", "/app/?a=1&amp;b=2"),
        ),
        ("entities twice", link.replace('#', "&amp;#x23;")),
        (
            "the host in large letters",
            link.replace("first-light.example", "First-Light.EXAMPLE"),
        ),
        (
            "tracking in front of #",
            link.replace("#/", "?utm_source=mail&fbclid=IwAR0x#/"),
        ),
        (
            "tracking behind",
            format!("{link}?utm_source=chat&utm_medium=app"),
        ),
        (
            "tracking behind, with &",
            format!("{link}&fbclid=IwAR0abcdefghijklmnop"),
        ),
        ("percent-encoded", percent(&link)),
        ("percent-encoded twice", percent(&percent(&link))),
        (
            "Outlook's safe links",
            format!(
                "https://eur01.safelinks.protection.outlook.com/?url={}&data=05%7C02%7Csam%40example.org%7C0&sdata=x%2By%3D&reserved=0",
                percent(&link)
            ),
        ),
        (
            "Outlook's safe links, twice",
            format!(
                "https://eur01.safelinks.protection.outlook.com/?url={}&data=05",
                percent(&format!("https://safe.example/?url={}&x=1", percent(&link)))
            ),
        ),
        (
            "Proofpoint, version 2",
            format!("https://urldefense.proofpoint.com/v2/url?u={proofpoint}&d=DwMFaQ&c=x&r=y"),
        ),
        (
            "Proofpoint, version 3",
            format!(
                "https://urldefense.com/v3/__{}__;Iw!!AbC!dEf$",
                link.replace('#', "*")
            ),
        ),
        (
            "Barracuda",
            format!(
                "https://linkprotect.cudasvc.com/url?a={}&c=E,1,x&typo=1",
                percent(&link).to_owned()
            ),
        ),
        (
            "a social network",
            format!("https://l.example/l.php?u={}&h=AT0abc", percent(&link)),
        ),
        ("dashes made longer", link.replace('-', "\u{2013}")),
        ("hyphens that do not break", link.replace('-', "\u{2011}")),
        ("minus signs", link.replace('-', "\u{2212}")),
        (
            "full-width letters",
            link.replace('_', "\u{ff3f}").replace('#', "\u{ff03}"),
        ),
        ("escaped for Markdown", link.replace('_', "\\_")),
        ("twice", format!("{link} {link}")),
        ("twice, joined", format!("{link}{link}")),
        (
            "words around it",
            format!("Hi Sam,\nhere it is: {link}\nThe five words come by phone. Take care"),
        ),
        (
            "another address before it",
            format!("https://example.org/a/b#c {link}"),
        ),
        ("only the letters", envelope()),
        ("only the part after #", format!("#/copy/{}", envelope())),
    ]
}

#[test]
fn what_can_be_undone_is_undone() {
    let ways = repairable();
    assert!(ways.len() >= 40, "{}", ways.len());
    assert!(link().contains('-') && link().contains('_'));
    for (way, mangled) in ways {
        assert_eq!(
            find(&mangled),
            Ok((Kind::LockedCopy, payload())),
            "{way}: {mangled}"
        );
    }
}

#[test]
fn what_cannot_is_said_and_nothing_is_given() {
    let link = link();
    let cut = |by: usize| link[..link.len() - by].to_owned();
    let middle = link.len() - 100;
    let without = |mark: &str| format!("{}{mark}{}", &link[..middle], &link[middle + 40..]);
    let other = match envelope().as_bytes()[40] {
        b'A' => 'B',
        _ => 'A',
    };
    let mut changed = envelope();
    changed.replace_range(40..41, &other.to_string());
    for (way, mangled, damage) in [
        ("cut at the end", cut(1), Damage::Incomplete),
        ("cut by half", cut(180), Damage::Incomplete),
        ("cut, with dots", cut(30) + "...", Damage::Incomplete),
        (
            "cut, with an ellipsis",
            cut(30) + "\u{2026}",
            Damage::Incomplete,
        ),
        (
            "cut, and words behind",
            cut(30) + " and then we talk about it on Monday as always",
            Damage::Incomplete,
        ),
        (
            "an ellipsis in the middle",
            without("\u{2026}"),
            Damage::Incomplete,
        ),
        ("dots in the middle", without("..."), Damage::Incomplete),
        ("a part left out", without(""), Damage::Incomplete),
        (
            "underscores taken for italics",
            link.replace('_', ""),
            Damage::Incomplete,
        ),
        ("in small letters", link.to_lowercase(), Damage::Changed),
        ("in large letters", link.to_uppercase(), Damage::Changed),
        (
            "a letter changed",
            format!("{BASE}#/copy/{changed}"),
            Damage::Changed,
        ),
        ("two letters swapped", swapped(), Damage::Changed),
        (
            "without what stands after #",
            BASE.to_owned(),
            Damage::Missing,
        ),
        ("nothing", String::new(), Damage::Missing),
        (
            "only words",
            "I will send you the copy tomorrow, all right".to_owned(),
            Damage::Missing,
        ),
        (
            "an address of somebody else",
            "https://example.org/copywriting/AAAAAAAAAAAA".to_owned(),
            Damage::Missing,
        ),
    ] {
        assert_eq!(find(&mangled), Err(damage), "{way}: {mangled}");
    }
}

fn swapped() -> String {
    let mut letters: Vec<char> = envelope().chars().collect();
    let at = (50..)
        .find(|at| letters[*at] != letters[at + 1])
        .expect("letters differ");
    letters.swap(at, at + 1);
    format!("{BASE}#/copy/{}", String::from_iter(letters))
}

/// Every place at which a link can be cut, and every letter of it that can be lost.
#[test]
fn a_link_is_never_taken_in_part() {
    let link = link();
    let begin = link.len() - envelope().len();
    for at in begin..link.len() {
        assert!(find(&link[..at]).is_err(), "cut at {at}");
        let without = format!("{}{}", &link[..at], &link[at + 1..]);
        assert!(find(&without).is_err(), "without the letter at {at}");
    }
}

#[test]
fn a_link_is_found_after_a_long_letter() {
    let letter = "Dear Ada, what you wrote stays with me; here it is. ".repeat(100);
    let found = Ok((Kind::LockedCopy, payload()));
    assert_eq!(find(&format!("{letter}{}", link())), found);
    assert_eq!(find(&format!("{letter}\n{}\n{letter}", link())), found);
}

#[test]
fn long_texts_are_searched_quickly() {
    let began = std::time::Instant::now();
    for noise in [
        "%25", "/copy/", "&amp;", "=3D", "a/", "\u{2014}", "/copy/Eg",
    ] {
        let text = noise.repeat(60_000 / noise.len());
        assert!(find(&text).is_err());
    }
    let took = began.elapsed();
    assert!(took < std::time::Duration::from_secs(4), "{took:?}");
}
