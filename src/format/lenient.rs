//! Reading JSON piece by piece, so that one piece that is wrong takes no other with it.

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::value::RawValue;
use std::fmt;
use std::marker::PhantomData;

/// The most entries of one object that are read.
const MOST_FIELDS: usize = 1_000;

/// Reads a whole value; `None` when it is of another kind.
pub(crate) fn parse<'a, T: Deserialize<'a>>(json: &'a RawValue) -> Option<T> {
    serde_json::from_str(json.get()).ok()
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

    /// The value of a key, the last one if there are several.
    pub(crate) fn get(&self, key: &str) -> Option<&'a RawValue> {
        let mut entries = self.entries.iter().rev();
        entries.find(|(name, _)| name == key).map(|(_, json)| *json)
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
        while fields.entries.len() < MOST_FIELDS {
            match map.next_entry()? {
                Some(entry) => fields.entries.push(entry),
                None => return Ok(fields),
            }
        }
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
            fields.cut = true;
        }
        Ok(fields)
    }
}

/// A value that is read if it can be.
pub(crate) enum Maybe<T> {
    /// It could be read.
    Read(T),
    /// It is of another kind.
    Broken,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Maybe<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = <&'de RawValue>::deserialize(deserializer)?;
        Ok(parse(json).map_or(Self::Broken, Self::Read))
    }
}

/// The items of an array that can be read, at most `MOST` of them.
pub(crate) struct Items<T, const MOST: usize> {
    /// The items, in the order of the text.
    pub(crate) read: Vec<T>,
    /// Whether all of them could be read.
    pub(crate) whole: bool,
}

impl<T, const MOST: usize> Default for Items<T, MOST> {
    fn default() -> Self {
        Self {
            read: Vec::new(),
            whole: true,
        }
    }
}

impl<'de, T: Deserialize<'de>, const MOST: usize> Deserialize<'de> for Items<T, MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ItemsVisitor(PhantomData))
    }
}

struct ItemsVisitor<T, const MOST: usize>(PhantomData<T>);

impl<'de, T: Deserialize<'de>, const MOST: usize> Visitor<'de> for ItemsVisitor<T, MOST> {
    type Value = Items<T, MOST>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut items = Items::default();
        while items.read.len() < MOST {
            match seq.next_element()? {
                Some(Maybe::Read(item)) => items.read.push(item),
                Some(Maybe::Broken) => items.whole = false,
                None => return Ok(items),
            }
        }
        while seq.next_element::<IgnoredAny>()?.is_some() {
            items.whole = false;
        }
        Ok(items)
    }
}
