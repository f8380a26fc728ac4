//! Reading one catalogue file.

use std::collections::BTreeMap;
use toml::Value;

/// The forms of the Miracle Question, in the order of `Wording::ALL`.
pub(crate) const WORDINGS: [&str; 5] = ["miracle", "tomorrow", "wand", "six-months", "beside"];

/// Families of texts that belong to the variants of an enum, and where that enum is.
pub(crate) const FAMILIES: &[(&str, &str)] = &[
    ("company", "crate::worksheet::Company"),
    ("experiment", "crate::questionnaire::Experiment"),
    ("extra", "crate::worksheet::Extra"),
    ("goal-field", "crate::worksheet::GoalField"),
    ("level", "crate::worksheet::Level"),
    ("piece-field", "crate::worksheet::PieceField"),
    ("prompt", "crate::questionnaire::Prompt"),
    ("scale", "crate::questionnaire::Scale"),
    ("section", "crate::questionnaire::Section"),
    ("step-field", "crate::worksheet::StepField"),
    ("thought", "crate::worksheet::Thought"),
    ("topic", "Topic"),
    ("wording", "crate::worksheet::Wording"),
];

/// One text.
pub(crate) enum Entry {
    /// The same words whatever was chosen.
    Plain(String),
    /// Words that follow the chosen form of the Miracle Question.
    ByWording([String; 5]),
}

/// Words that follow a number.
pub(crate) struct Plural {
    /// For one.
    pub(crate) one: String,
    /// For any other number.
    pub(crate) other: String,
}

/// The texts of one member of a family.
#[derive(Default)]
pub(crate) struct Phrases {
    /// Fields that hold one text: field name to text name.
    pub(crate) fields: BTreeMap<String, String>,
    /// Fields that hold a list: field name to text names.
    pub(crate) lists: BTreeMap<String, Vec<String>>,
}

/// A whole catalogue, by text names in CamelCase.
#[derive(Default)]
pub(crate) struct Catalogue {
    /// Every text.
    pub(crate) texts: BTreeMap<String, Entry>,
    /// Every text that follows a number.
    pub(crate) plurals: BTreeMap<String, Plural>,
    /// Families, their members and their texts.
    pub(crate) families: BTreeMap<String, BTreeMap<String, Phrases>>,
    /// Word lists for the gentle checks of goals.
    pub(crate) cues: BTreeMap<String, Vec<String>>,
}

impl Catalogue {
    /// Reads a catalogue from TOML.
    pub(crate) fn parse(source: &str) -> Result<Self, String> {
        let table: toml::Table = source
            .parse()
            .map_err(|error: toml::de::Error| error.to_string())?;
        let mut catalogue = Self::default();
        for (name, value) in &table {
            match value {
                Value::Table(members) if FAMILIES.iter().any(|(family, _)| family == name) => {
                    catalogue.read_family(name, members)?;
                }
                Value::Table(lists) if name == "cues" => catalogue.read_cues(lists)?,
                value => catalogue.read_text(name, value)?,
            }
        }
        Ok(catalogue)
    }

    fn read_text(&mut self, path: &str, value: &Value) -> Result<(), String> {
        match value {
            Value::String(text) => self.add(path, Entry::Plain(plain(text, path)?)),
            Value::Table(forms) if forms.contains_key("other") => {
                let plural = Plural {
                    one: string(forms, "one", path)?,
                    other: string(forms, "other", path)?,
                };
                self.plurals.insert(camel(path), plural);
                Ok(())
            }
            Value::Table(forms) if forms.contains_key(WORDINGS[0]) => {
                let mut texts: [String; 5] = Default::default();
                for (text, wording) in texts.iter_mut().zip(WORDINGS) {
                    *text = string(forms, wording, path)?;
                }
                self.add(path, Entry::ByWording(texts))
            }
            Value::Table(inner) => inner
                .iter()
                .try_for_each(|(name, value)| self.read_text(&format!("{path}.{name}"), value)),
            _ => Err(format!("{path} must be a text or a table")),
        }
    }

    fn read_family(&mut self, family: &str, members: &toml::Table) -> Result<(), String> {
        for (member, fields) in members {
            let path = format!("{family}.{member}");
            let fields = fields.as_table().ok_or(format!("{path} must be a table"))?;
            let mut phrases = Phrases::default();
            for (field, value) in fields {
                let path = format!("{path}.{field}");
                if let Value::Array(texts) = value {
                    let mut names = Vec::new();
                    for (number, text) in texts.iter().enumerate() {
                        let path = format!("{path}.{}", number + 1);
                        self.read_text(&path, text)?;
                        names.push(camel(&path));
                    }
                    phrases.lists.insert(field.clone(), names);
                } else {
                    self.read_text(&path, value)?;
                    phrases.fields.insert(field.clone(), camel(&path));
                }
            }
            if !phrases.fields.contains_key("title") {
                return Err(format!("{path} has no title"));
            }
            self.families
                .entry(family.to_owned())
                .or_default()
                .insert(member.clone(), phrases);
        }
        Ok(())
    }

    fn read_cues(&mut self, lists: &toml::Table) -> Result<(), String> {
        for (name, list) in lists {
            let words = list
                .as_array()
                .ok_or(format!("cues.{name} must be a list"))?;
            let words = words.iter().map(|word| word.as_str().map(str::to_owned));
            let words = words
                .collect::<Option<_>>()
                .ok_or(format!("cues.{name} must hold words"))?;
            self.cues.insert(name.clone(), words);
        }
        Ok(())
    }

    fn add(&mut self, path: &str, entry: Entry) -> Result<(), String> {
        match self.texts.insert(camel(path), entry) {
            None => Ok(()),
            Some(_) => Err(format!("{path} has the same name as another text")),
        }
    }
}

fn string(table: &toml::Table, key: &str, path: &str) -> Result<String, String> {
    let text = table
        .get(key)
        .and_then(Value::as_str)
        .ok_or(format!("{path} needs {key}"))?;
    plain(text, path)
}

/// A text that may stand between the control characters that hold texts apart.
fn plain(text: &str, path: &str) -> Result<String, String> {
    let stray = |letter: char| letter.is_control() && letter != '\n';
    match text.contains(stray) {
        false => Ok(text.to_owned()),
        true => Err(format!("{path} holds a control character")),
    }
}

/// `home.first-title` to `HomeFirstTitle`.
pub(crate) fn camel(path: &str) -> String {
    let mut name = String::new();
    for word in path.split(['.', '-', '_']) {
        let mut letters = word.chars();
        name.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}
