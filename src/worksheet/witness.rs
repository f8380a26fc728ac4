//! People (and pets) in the worksheet, and single lines.

use super::{Item, Text};

/// One line of a growing list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The words, exactly as typed.
    pub text: Text,
}

impl Item for Line {
    type Edit = Text;

    fn edit(&mut self, text: Text) {
        self.text = text;
    }
}

/// Someone who would notice that the miracle has happened, without being told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Witness {
    /// Who: a person, a colleague, a pet.
    pub who: Text,
    /// What they would see.
    pub see: Text,
    /// How they would respond.
    pub respond: Text,
    /// What difference that would make.
    pub difference: Text,
}

/// The fields of a [`Witness`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WitnessField {
    /// Who it is.
    Who,
    /// What they would see.
    See,
    /// How they would respond.
    Respond,
    /// What difference that would make.
    Difference,
}

impl WitnessField {
    /// Every field, in the order asked.
    pub const ALL: [Self; 4] = [Self::Who, Self::See, Self::Respond, Self::Difference];

    /// The field's name in stored plans and in pages. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::See => "see",
            Self::Respond => "respond",
            Self::Difference => "difference",
        }
    }
}

impl Witness {
    /// The words in a field.
    #[must_use]
    pub fn get(&self, field: WitnessField) -> &Text {
        match field {
            WitnessField::Who => &self.who,
            WitnessField::See => &self.see,
            WitnessField::Respond => &self.respond,
            WitnessField::Difference => &self.difference,
        }
    }
}

impl Item for Witness {
    type Edit = (WitnessField, Text);

    fn edit(&mut self, (field, text): Self::Edit) {
        match field {
            WitnessField::Who => self.who = text,
            WitnessField::See => self.see = text,
            WitnessField::Respond => self.respond = text,
            WitnessField::Difference => self.difference = text,
        }
    }
}

/// Someone who can help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Supporter {
    /// Who it is.
    pub who: Text,
    /// What the person would ask of them.
    pub ask: Text,
}

/// The fields of a [`Supporter`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SupporterField {
    /// Who it is.
    Who,
    /// What to ask of them.
    Ask,
}

impl SupporterField {
    /// Every field, in the order asked.
    pub const ALL: [Self; 2] = [Self::Who, Self::Ask];

    /// The field's name in stored plans and in pages. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::Ask => "ask",
        }
    }
}

impl Supporter {
    /// The words in a field.
    #[must_use]
    pub fn get(&self, field: SupporterField) -> &Text {
        match field {
            SupporterField::Who => &self.who,
            SupporterField::Ask => &self.ask,
        }
    }
}

impl Item for Supporter {
    type Edit = (SupporterField, Text);

    fn edit(&mut self, (field, text): Self::Edit) {
        match field {
            SupporterField::Who => self.who = text,
            SupporterField::Ask => self.ask = text,
        }
    }
}
