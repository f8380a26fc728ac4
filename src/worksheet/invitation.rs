//! What a therapist puts together for a client: the set-up that a link holds, and never an answer.

use super::{Date, EnumSet, Extra, Item, OwnQuestion, OwnQuestionEdit, Roster, RosterAction, Text};
use super::{Setup, Wording, Worksheet};
use std::rc::Rc;

/// The set-up of a link. A plan that was begun with it carries it along, so that it can show what was asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Invitation {
    /// The code of the language that the client reads (BCP 47); blank for the client's own choice.
    pub language: Text,
    /// The form in which the Miracle Question is asked.
    pub wording: Wording,
    /// The optional parts that are switched on.
    pub extras: EnumSet<Extra>,
    /// A greeting; blank for none.
    pub greeting: Text,
    /// Who it says it is from. Nobody has checked that.
    pub from: Text,
    /// The client's first name; blank for none.
    pub client: Text,
    /// When they meet next.
    pub appointment: Option<Date>,
    /// The therapist's own questions, in the order asked. One without words is not asked.
    pub questions: Roster<OwnQuestion>,
    /// Whether the notes for the person who asks are shown beside the pages.
    pub guide: bool,
}

/// The fields of an [`Invitation`] that take words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InvitationField {
    /// The greeting.
    Greeting,
    /// Who it says it is from.
    From,
    /// The client's first name.
    Client,
}

impl InvitationField {
    /// Every field, in the order in which a link shows them.
    pub const ALL: [Self; 3] = [Self::Greeting, Self::From, Self::Client];

    /// The field's name in stored plans and in pages. Never changes.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Greeting => "greeting",
            Self::From => "from",
            Self::Client => "client",
        }
    }

    /// The most characters (Unicode scalar values) that a link carries here.
    #[must_use]
    pub fn longest(self) -> usize {
        match self {
            Self::Greeting => Invitation::LONGEST_GREETING,
            Self::From | Self::Client => Invitation::LONGEST_NAME,
        }
    }
}

/// One change to an [`Invitation`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InvitationEdit {
    /// The language.
    Language(Text),
    /// The form of the Miracle Question.
    Wording(Wording),
    /// An optional part is switched on or off.
    Extra(Extra, bool),
    /// Words in a field.
    Write(InvitationField, Text),
    /// The next appointment.
    Appointment(Option<Date>),
    /// A change to the own questions.
    Questions(RosterAction<OwnQuestion, OwnQuestionEdit>),
    /// Whether the notes for the person who asks are shown.
    Guide(bool),
}

impl Invitation {
    /// The most characters (Unicode scalar values) of a greeting.
    pub const LONGEST_GREETING: usize = 600;
    /// The most characters of a name.
    pub const LONGEST_NAME: usize = 80;
    /// The most own questions.
    pub const MOST_QUESTIONS: usize = 10;
    /// The most characters of an own question.
    pub const LONGEST_QUESTION: usize = 300;
    /// The most characters of a language's code (RFC 5646, 4.4.1).
    pub const LONGEST_LANGUAGE: usize = 35;

    /// The words in a field.
    #[must_use]
    pub fn get(&self, field: InvitationField) -> &Text {
        match field {
            InvitationField::Greeting => &self.greeting,
            InvitationField::From => &self.from,
            InvitationField::Client => &self.client,
        }
    }

    /// Carries out one change. Total: it never fails.
    pub fn edit(&mut self, edit: InvitationEdit) {
        match edit {
            InvitationEdit::Language(language) => self.language = language,
            InvitationEdit::Wording(wording) => self.wording = wording,
            InvitationEdit::Extra(extra, true) => drop(self.extras.insert(extra)),
            InvitationEdit::Extra(extra, false) => drop(self.extras.remove(&extra)),
            InvitationEdit::Write(InvitationField::Greeting, words) => self.greeting = words,
            InvitationEdit::Write(InvitationField::From, words) => self.from = words,
            InvitationEdit::Write(InvitationField::Client, words) => self.client = words,
            InvitationEdit::Appointment(date) => self.appointment = date,
            InvitationEdit::Questions(action) => self.questions.apply(action),
            InvitationEdit::Guide(shown) => self.guide = shown,
        }
    }

    /// How a plan that is begun with it is put together. Who fills it in, the person says.
    #[must_use]
    pub fn setup(&self) -> Setup {
        Setup {
            wording: self.wording,
            company: None,
            extras: self.extras,
        }
    }

    /// The same as a link holds it: without questions that have no words, the others numbered from 0, and
    /// nothing of what was removed.
    #[must_use]
    pub fn as_sent(&self) -> Self {
        let asked = self.questions.iter().filter(|(_, own)| own.is_asked());
        let asked = (0..).map(super::ItemId).zip(asked);
        let asked: Vec<_> = asked
            .map(|(id, (_, own))| (id, OwnQuestion::clone(own)))
            .collect();
        Self {
            questions: Roster::restore(0, asked),
            ..self.clone()
        }
    }

    /// Whether a link can carry it: every text within its bound.
    #[must_use]
    pub fn is_within_bounds(&self) -> bool {
        let fits = |words: &Text, longest| words.chars().count() <= longest;
        let fields = InvitationField::ALL
            .iter()
            .all(|field| fits(self.get(*field), field.longest()));
        let questions = self
            .questions
            .iter()
            .all(|(_, own)| fits(&own.words, Self::LONGEST_QUESTION));
        fields && questions && fits(&self.language, Self::LONGEST_LANGUAGE)
    }

    /// A new plan with this set-up.
    #[must_use]
    pub fn begin(self: Rc<Self>) -> Worksheet {
        let mut worksheet = Worksheet::default();
        worksheet.apply(super::Action::Invite(self));
        worksheet
    }
}

/// A set-up that a therapist keeps, under a name that only they see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Its name.
    pub name: Text,
    /// The set-up.
    pub invitation: Invitation,
}

/// One change to a [`Draft`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftEdit {
    /// Another name.
    Rename(Text),
    /// A change to the set-up.
    Edit(InvitationEdit),
}

impl Item for Draft {
    const LIMIT: usize = 200;

    type Edit = DraftEdit;

    fn forget_removed(&mut self) {
        self.invitation.questions.forget_removed();
    }

    fn edit(&mut self, edit: DraftEdit) {
        match edit {
            DraftEdit::Rename(name) => self.name = name,
            DraftEdit::Edit(edit) => self.invitation.edit(edit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::worksheet::ItemId;

    fn asks(words: &str) -> OwnQuestion {
        OwnQuestion {
            words: words.into(),
            ..OwnQuestion::default()
        }
    }

    #[test]
    fn what_is_sent_holds_only_what_is_asked() {
        let mut invitation = Invitation::default();
        for words in ["one", " ", "two", "three"] {
            let action = RosterAction::Add(asks(words));
            invitation.edit(InvitationEdit::Questions(action));
        }
        let remove = RosterAction::Remove(ItemId(2));
        invitation.edit(InvitationEdit::Questions(remove));
        let sent = invitation.as_sent();
        let asked = sent.questions.iter();
        let asked: Vec<_> = asked
            .map(|(id, own)| (id.0, own.words.to_string()))
            .collect();
        assert_eq!(asked, [(0, "one".to_owned()), (1, "three".to_owned())]);
        assert!(sent.questions.last_removed().is_none());
        assert_eq!(sent.as_sent(), sent);
    }

    #[test]
    fn bounds_count_characters() {
        let mut invitation = Invitation {
            from: "ض".repeat(Invitation::LONGEST_NAME).into(),
            ..Invitation::default()
        };
        assert!(invitation.is_within_bounds());
        let longer = "ض".repeat(Invitation::LONGEST_NAME + 1);
        invitation.edit(InvitationEdit::Write(InvitationField::From, longer.into()));
        assert!(!invitation.is_within_bounds());
    }
}
