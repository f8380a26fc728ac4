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

/// One change to a [`Witness`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WitnessEdit {
    /// Who it is.
    Who(Text),
    /// What they would see.
    See(Text),
    /// How they would respond.
    Respond(Text),
    /// What difference that would make.
    Difference(Text),
}

impl Item for Witness {
    type Edit = WitnessEdit;

    fn edit(&mut self, edit: WitnessEdit) {
        match edit {
            WitnessEdit::Who(text) => self.who = text,
            WitnessEdit::See(text) => self.see = text,
            WitnessEdit::Respond(text) => self.respond = text,
            WitnessEdit::Difference(text) => self.difference = text,
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

/// One change to a [`Supporter`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SupporterEdit {
    /// Who it is.
    Who(Text),
    /// What to ask of them.
    Ask(Text),
}

impl Item for Supporter {
    type Edit = SupporterEdit;

    fn edit(&mut self, edit: SupporterEdit) {
        match edit {
            SupporterEdit::Who(text) => self.who = text,
            SupporterEdit::Ask(text) => self.ask = text,
        }
    }
}
