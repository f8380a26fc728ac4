//! Reading JSON piece by piece, so that one piece that is wrong takes no other with it.
//!
//! `serde_json` looks at a whole text once and says whether it is JSON. From then on a value stays text
//! until somebody asks for it, and is then read as what they expect: what is known to be JSON is quickly
//! taken apart. Readers that `serde` derives for each type, and its ways to say what it found in the place
//! of what, are several times as much for a slow line to carry.

use crate::worksheet::Text;
use serde::de::IgnoredAny;
use serde_json::error::Category;

/// The most entries of one object that are read: more than a full storage holds, and a day for each step that
/// a plan can have.
const MOST_FIELDS: usize = 30_000;

/// What JSON may have between its words.
const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// A text that is one JSON value, without space around it.
#[derive(Clone, Copy)]
pub(crate) struct Json<'a>(&'a str);

impl<'a> Json<'a> {
    /// The text.
    pub(crate) fn get(self) -> &'a str {
        self.0
    }

    /// What stands between the brackets of a container.
    fn inside(self, open: char, close: char) -> Option<&'a str> {
        self.0.strip_prefix(open)?.strip_suffix(close)
    }
}

/// Reads a string; `None` when it is something else, or holds half a character.
pub(crate) fn text(json: Json<'_>) -> Option<String> {
    let mut rest = json.inside('"', '"')?;
    let mut text = String::with_capacity(rest.len());
    while let Some((plain, escaped)) = rest.split_once('\\') {
        text.push_str(plain);
        let mut letters = escaped.chars();
        let letter = letters.next()?;
        rest = letters.as_str();
        text.push(match letter {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'u' => numbered(&mut rest)?,
            other => other,
        });
    }
    text.push_str(rest);
    Some(text)
}

/// The character whose number in UTF-16 stands here; above 0xFFFF it has two.
fn numbered(rest: &mut &str) -> Option<char> {
    let first = digits(rest)?;
    if let Some(letter) = char::from_u32(u32::from(first)) {
        return Some(letter);
    }
    *rest = rest.strip_prefix("\\u")?;
    let second = digits(rest)?;
    char::decode_utf16([first, second]).next()?.ok()
}

/// Four hexadecimal digits.
fn digits(rest: &mut &str) -> Option<u16> {
    let (digits, after) = rest.split_at_checked(4)?;
    *rest = after;
    u16::from_str_radix(digits, 16).ok()
}

/// Reads a whole number that is not negative; `None` when it is something else.
pub(crate) fn number(json: Json<'_>) -> Option<u64> {
    // JSON writes such a number as Rust does.
    json.get().parse().ok()
}

/// Reads `true` or `false`; `None` when it is something else.
pub(crate) fn flag(json: Json<'_>) -> Option<bool> {
    json.get().parse().ok()
}

/// Gives the items of an array to `take`, which says whether it could read them, until it has read as
/// many as `most`. Whether it has read all of them; `None` when there is no array.
pub(crate) fn each(
    json: Json<'_>,
    mut most: usize,
    take: &mut dyn FnMut(Json<'_>) -> bool,
) -> Option<bool> {
    let mut rest = json.inside('[', ']')?;
    let mut all = true;
    while let Some(item) = next(&mut rest, b',') {
        if most > 0 && take(item) {
            most -= 1;
        } else {
            all = false;
        }
    }
    Some(all)
}

/// Takes the next value off what stands in a container, and the mark behind it.
fn next<'a>(rest: &mut &'a str, mark: u8) -> Option<Json<'a>> {
    let end = end_of_value(rest.as_bytes(), mark);
    let (value, after) = rest.split_at_checked(end)?;
    *rest = after.get(1..).unwrap_or_default();
    let value = value.trim_matches(SPACE);
    (!value.is_empty()).then_some(Json(value))
}

/// Where the first mark stands that is not inside a string or an inner container; the end if there is none.
fn end_of_value(json: &[u8], mark: u8) -> usize {
    let mut depth = 0_usize;
    let mut in_string = false;
    let mut escaped = false;
    for (at, &byte) in json.iter().enumerate() {
        if in_string {
            in_string = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
            continue;
        }
        match byte {
            b'"' => in_string = true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ if byte == mark && depth == 0 => return at,
            _ => {}
        }
    }
    json.len()
}

/// The entries of an object, their values not yet read.
#[derive(Default)]
pub(crate) struct Fields<'a> {
    /// The entries, in the order of the text.
    pub(crate) entries: Vec<(String, Json<'a>)>,
    /// Whether there were more than anybody needs, or a key that is no text.
    pub(crate) cut: bool,
}

impl<'a> Fields<'a> {
    /// Reads an object.
    ///
    /// # Errors
    /// How many bytes are the beginning of JSON; 0 when the text is JSON of another kind.
    pub(crate) fn read(text: &'a str) -> Result<Self, usize> {
        match serde_json::from_str::<IgnoredAny>(text) {
            Ok(_) => Self::of(Json(text.trim_matches(SPACE))).ok_or(0),
            Err(why) => Err(match why.classify() {
                Category::Data | Category::Io => 0,
                Category::Eof => text.len(),
                Category::Syntax => {
                    let lines = text.split_inclusive('\n');
                    let before = lines.take(why.line().saturating_sub(1));
                    // The column counts the byte that is wrong.
                    before.map(str::len).sum::<usize>() + why.column().saturating_sub(1)
                }
            }),
        }
    }

    /// Takes an object apart that stands inside another value; `None` when it is something else.
    pub(crate) fn of(json: Json<'a>) -> Option<Self> {
        let mut rest = json.inside('{', '}')?;
        let mut fields = Self::default();
        while let Some(key) = next(&mut rest, b':') {
            match (text(key), next(&mut rest, b',')) {
                (Some(key), Some(value)) if fields.entries.len() < MOST_FIELDS => {
                    fields.entries.push((key, value));
                }
                _ => fields.cut = true,
            }
        }
        Some(fields)
    }

    /// The value of a key, the last one if there are several.
    pub(crate) fn get(&self, key: &str) -> Option<Json<'a>> {
        let mut entries = self.entries.iter().rev();
        entries.find(|(name, _)| name == key).map(|(_, json)| *json)
    }

    /// Takes an entry out, the first one if there are several with that key, and gives its value.
    pub(crate) fn take(&mut self, key: &str) -> Option<Json<'a>> {
        let place = self.entries.iter().position(|(name, _)| name == key)?;
        Some(self.entries.remove(place).1)
    }

    /// Takes words out; blank when there are none, `None` when something else stands there.
    pub(crate) fn take_words(&mut self, key: &str) -> Option<Text> {
        match self.take(key) {
            Some(json) => text(json).map(Text::from),
            None => Some(Text::default()),
        }
    }

    /// Takes a flag out; off when there is none, `None` when something else stands there.
    pub(crate) fn take_flag(&mut self, key: &str) -> Option<bool> {
        self.take(key).map_or(Some(false), flag)
    }

    /// Takes out and reads a value that may be absent or `null`. One that cannot be read takes nothing
    /// else with it: then `whole` becomes false.
    pub(crate) fn take_if_read<T>(
        &mut self,
        key: &str,
        whole: &mut bool,
        read: impl FnOnce(Json<'a>) -> Option<T>,
    ) -> Option<T> {
        let json = self.take(key).filter(|json| json.get() != "null")?;
        let value = read(json);
        *whole &= value.is_some();
        value
    }

    /// Something, when every entry has been taken out: when no key was there that is not known, and
    /// none twice.
    pub(crate) fn all_taken(&self) -> Option<()> {
        (self.entries.is_empty() && !self.cut).then_some(())
    }
}
