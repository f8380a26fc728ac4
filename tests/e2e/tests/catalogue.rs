//! The English texts, by the names that they have in `locales/en.toml`.

use std::sync::LazyLock;

use toml::Value;

static ENGLISH: LazyLock<Value> = LazyLock::new(|| {
    include_str!("../../../locales/en.toml")
        .parse::<toml::Table>()
        .map(Value::Table)
        .expect("the catalogue is TOML")
});

/// The text of that name, such as `nav.continue`. Texts that depend on how the question is told are
/// asked for with the wording's name: `topic.signs.title.tomorrow`.
#[track_caller]
pub(crate) fn text(name: &str) -> &'static str {
    find(name)
        .as_str()
        .unwrap_or_else(|| panic!("{name} is not one text"))
}

/// The text of that name in one wording of the question, whether or not it depends on it.
#[track_caller]
pub(crate) fn worded(name: &str, wording: &str) -> &'static str {
    match find(name) {
        Value::Table(texts) => texts
            .get(wording)
            .and_then(Value::as_str)
            .unwrap_or_else(|| panic!("{name} has no wording {wording}")),
        _ => text(name),
    }
}

/// The texts of that name, in order.
#[track_caller]
pub(crate) fn texts(name: &str) -> Vec<&'static str> {
    find(name)
        .as_array()
        .unwrap_or_else(|| panic!("{name} is not a list of texts"))
        .iter()
        .filter_map(Value::as_str)
        .collect()
}

#[track_caller]
fn find(name: &str) -> &'static Value {
    name.split('.')
        .try_fold(&*ENGLISH, |table, key| table.get(key))
        .unwrap_or_else(|| panic!("the catalogue has no {name}"))
}
