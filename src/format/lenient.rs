//! Reading JSON piece by piece, so that one piece that is wrong takes no other with it.
//!
//! A value stays text until somebody asks for it, and is then read as what they expect. There is one way
//! to read each kind of value, whatever it becomes: readers derived for each type are several times as
//! much for a slow line to carry.

use crate::worksheet::Text;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::value::RawValue;
use std::fmt;

/// The most entries of one object that are read.
const MOST_FIELDS: usize = 1_000;

/// Reads a string; `None` when it is something else.
pub(crate) fn text(json: &RawValue) -> Option<String> {
    serde_json::from_str(json.get()).ok()
}

/// Reads a whole number that is not negative; `None` when it is something else.
pub(crate) fn number(json: &RawValue) -> Option<u64> {
    // JSON writes such a number as Rust does.
    json.get().parse().ok()
}

/// Reads `true` or `false`; `None` when it is something else.
pub(crate) fn flag(json: &RawValue) -> Option<bool> {
    json.get().parse().ok()
}

/// Gives the items of an array to `take`, which says whether it could read them, until it has read as
/// many as `most`. Whether it has read all of them; `None` when there is no array.
pub(crate) fn each(
    json: &RawValue,
    most: usize,
    take: &mut dyn FnMut(&RawValue) -> bool,
) -> Option<bool> {
    let mut deserializer = serde_json::Deserializer::from_str(json.get());
    deserializer.deserialize_seq(Items { most, take }).ok()
}

struct Items<'f> {
    most: usize,
    take: &'f mut dyn FnMut(&RawValue) -> bool,
}

impl<'de> Visitor<'de> for Items<'_> {
    type Value = bool;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<bool, A::Error> {
        let mut all = true;
        while let Some(item) = seq.next_element()? {
            if self.most > 0 && (self.take)(item) {
                self.most -= 1;
            } else {
                all = false;
            }
        }
        Ok(all)
    }
}

/// The entries of an object, their values not yet read.
#[derive(Default)]
pub(crate) struct Fields<'a> {
    /// The entries, in the order of the text.
    pub(crate) entries: Vec<(String, &'a RawValue)>,
    /// Whether there were more than anybody needs.
    pub(crate) cut: bool,
}

impl<'a> Fields<'a> {
    /// Reads an object.
    ///
    /// # Errors
    /// How many bytes are the beginning of JSON; 0 when the text is JSON of another kind.
    pub(crate) fn read(text: &'a str) -> Result<Self, usize> {
        serde_json::from_str(text).map_err(|why| match why.classify() {
            Category::Data | Category::Io => 0,
            Category::Eof => text.len(),
            Category::Syntax => {
                let lines = text.split_inclusive('\n');
                let before = lines.take(why.line().saturating_sub(1));
                // The column counts the byte that is wrong.
                before.map(str::len).sum::<usize>() + why.column().saturating_sub(1)
            }
        })
    }

    /// Reads an object that stands inside another value; `None` when it is something else.
    pub(crate) fn of(json: &'a RawValue) -> Option<Self> {
        Self::read(json.get()).ok()
    }

    /// The value of a key, the last one if there are several.
    pub(crate) fn get(&self, key: &str) -> Option<&'a RawValue> {
        let mut entries = self.entries.iter().rev();
        entries.find(|(name, _)| name == key).map(|(_, json)| *json)
    }

    /// Takes an entry out, the first one if there are several with that key, and gives its value.
    pub(crate) fn take(&mut self, key: &str) -> Option<&'a RawValue> {
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
        read: impl FnOnce(&'a RawValue) -> Option<T>,
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

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Fields::default();
        while let Some(entry) = map.next_entry()? {
            if fields.entries.len() < MOST_FIELDS {
                fields.entries.push(entry);
            } else {
                fields.cut = true;
            }
        }
        Ok(fields)
    }
}
