//! Two made-up languages for development and tests. A text that does not change under them is hard-coded.

use super::Locale;
use super::catalogue::{Catalogue, changed};
use std::cell::OnceCell;

/// Right-to-left override and its end: the letters stay readable, and run the other way.
const MIRROR: (char, char) = ('\u{202e}', '\u{202c}');

thread_local! {
    static ACCENTED: OnceCell<&'static Catalogue> = const { OnceCell::new() };
    static MIRRORED: OnceCell<&'static Catalogue> = const { OnceCell::new() };
}

/// The made-up catalogue. It is made once and kept for the life of the page, hence the leaks.
pub(super) fn catalogue(locale: Locale, english: &'static str) -> &'static Catalogue {
    match locale {
        Locale::Mirrored => MIRRORED.with(|cell| *cell.get_or_init(|| translate(english, mirror))),
        _ => ACCENTED.with(|cell| *cell.get_or_init(|| translate(english, accent))),
    }
}

fn translate(english: &'static str, change: fn(&str) -> String) -> &'static Catalogue {
    Catalogue::new(String::leak(changed(english, change)))
}

/// Changes the text outside `{names}`, which must stay as they are.
fn outside_names(text: &str, mut change: impl FnMut(char, &mut String)) -> String {
    let mut changed = String::new();
    let mut inside = false;
    for letter in text.chars() {
        inside |= letter == '{';
        if inside {
            changed.push(letter)
        } else {
            change(letter, &mut changed)
        }
        inside &= letter != '}';
    }
    changed
}

/// "Continue" to "[Ĉöñţîñûé one]": accents, and about a third longer.
fn accent(text: &str) -> String {
    let accented = outside_names(text, |letter, out| {
        out.push(match letter {
            'a' => 'å',
            'c' => 'ç',
            'e' => 'é',
            'i' => 'î',
            'n' => 'ñ',
            'o' => 'ö',
            's' => 'š',
            'u' => 'û',
            'y' => 'ý',
            'A' => 'Å',
            'E' => 'É',
            'I' => 'Î',
            'O' => 'Ö',
            'S' => 'Š',
            'W' => 'Ŵ',
            'Y' => 'Ý',
            other => other,
        });
    });
    let padding: String = " one two three four five six"
        .chars()
        .cycle()
        .take(text.chars().count() / 3)
        .collect();
    format!("[{accented}{padding}]")
}

/// Every paragraph between a right-to-left override and its end.
fn mirror(text: &str) -> String {
    let (start, end) = MIRROR;
    let lines: Vec<_> = text
        .split('\n')
        .map(|line| format!("{start}{line}{end}"))
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{accent, mirror};

    #[test]
    fn names_of_values_stay() {
        assert!(accent("Page {number} of {total}").contains("{number} öf {total}"));
    }

    #[test]
    fn every_paragraph_is_mirrored() {
        assert_eq!(mirror("a\nb"), "\u{202e}a\u{202c}\n\u{202e}b\u{202c}");
    }
}
