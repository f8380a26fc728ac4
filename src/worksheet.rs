//! The worksheet: everything that one person has written in one plan, and the only way to change it.
//!
//! [`Worksheet::apply`] is plain and total: it takes any [`Action`], in any order, and never fails.
//! An action that names something that is not there changes nothing. Nothing here knows about the
//! browser, the clock, storage or the words on screen.

mod action;
mod answer;
mod date;
mod enum_set;
mod goal;
mod invitation;
mod ladder;
mod own_question;
mod piece;
mod roster;
mod score;
mod setup;
mod text;
mod thought;
mod witness;

pub use action::Action;
pub use answer::Answer;
pub use date::Date;
pub use enum_set::{EnumSet, Member};
pub use goal::{Goal, GoalEdit, GoalField, Step, StepEdit, StepField, Thought};
pub use invitation::{Draft, DraftEdit, Invitation, InvitationEdit, InvitationField};
pub use ladder::{Ladder, LadderThought, Level};
pub use own_question::{OwnAnswer, OwnEdit, OwnKind, OwnQuestion, OwnQuestionEdit};
pub use piece::{Moment, Piece, PieceField, Source};
pub use roster::{Item, ItemId, Removed, Roster, RosterAction, Toward};
pub use score::Score;
pub use setup::{Company, Extra, Setup, Wording};
pub use text::Text;
pub use thought::Cues;
pub use witness::{Line, Supporter, SupporterField, Witness, WitnessField};

use crate::questionnaire::{DateField, Experiment, Prompt, Scale, Section};
use litemap::LiteMap;
use std::rc::Rc;

/// Everything written in one plan.
///
/// Large parts sit behind `Rc`, so a clone costs little and two worksheets compare quickly.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worksheet {
    /// The plan's name, as the person typed it; blank until they name it.
    pub name: Text,
    /// How the worksheet is put together for this person.
    pub setup: Setup,
    /// Answers to the questions that take text.
    pub answers: LiteMap<Prompt, Answer>,
    /// Chosen points on the scales; a scale that is absent is blank.
    pub scores: LiteMap<Scale, Score>,
    /// Days that were chosen outside goals.
    pub dates: LiteMap<DateField, Date>,
    /// The signs that the miracle has happened, the first small sign first.
    pub signs: Roster<Line>,
    /// Who would notice, and what.
    pub witnesses: Roster<Witness>,
    /// What already happens, even a little (in the field's word: exceptions), by where the words come from.
    pub pieces: LiteMap<Source, Piece>,
    /// The goals, in the person's own order.
    pub goals: Roster<Goal>,
    /// Who can help, and what to ask of them.
    pub supporters: Roster<Supporter>,
    /// The small experiments that the person would like to try.
    pub experiments: EnumSet<Experiment>,
    /// Sections that the person leaves out of print and copies.
    pub left_out: EnumSet<Section>,
    /// Whether the private page "How we work together" may be printed and copied; off unless chosen.
    pub share_together: bool,
    /// What a therapist put together, when the plan was begun with a link.
    pub invitation: Option<Rc<Invitation>>,
    /// Answers to the therapist's own questions, by the question's name in the invitation.
    pub own: LiteMap<ItemId, OwnAnswer>,
}

impl Worksheet {
    /// Carries out one action. An action that names an item that does not exist changes nothing.
    pub fn apply(&mut self, action: Action) {
        match action {
            Action::Rename(name) => self.name = name,
            Action::Setup(setup) => self.setup = setup,
            Action::Answer(prompt, text) => self.edit_answer(prompt, |answer| answer.write(text)),
            Action::Unsure(prompt, unsure) => {
                self.edit_answer(prompt, |answer| answer.unsure = unsure);
            }
            Action::Rate(scale, score) => set_or_clear(&mut self.scores, scale, score),
            Action::Pick(field, date) => set_or_clear(&mut self.dates, field, date),
            Action::Signs(action) => self.signs.apply(action),
            Action::Witnesses(action) => self.witnesses.apply(action),
            Action::Supporters(action) => self.supporters.apply(action),
            Action::Goals(action) => self.goals.apply(action),
            Action::Tick(source, happens) => {
                self.edit_piece(source, |piece| piece.happens = happens)
            }
            Action::Piece(source, field, text) => {
                self.edit_piece(source, |piece| piece.set(field, text));
            }
            Action::Try(experiment, chosen) => toggle(&mut self.experiments, experiment, chosen),
            Action::LeaveOut(section, left_out) => toggle(&mut self.left_out, section, left_out),
            Action::ShareTogether(share) => self.share_together = share,
            Action::Invite(invitation) => self.invite(&invitation),
            Action::Own(id, edit) => self.edit_own(id, edit),
        }
    }

    /// A therapist's own question, by its name.
    #[must_use]
    pub fn own_question(&self, id: ItemId) -> Option<&OwnQuestion> {
        let invitation = self.invitation.as_deref()?;
        invitation.questions.get(id).map(|own| &**own)
    }

    /// The therapist's own questions of a section, in the order asked.
    pub fn own_questions(&self, section: Section) -> impl Iterator<Item = (ItemId, &OwnQuestion)> {
        let questions = self.invitation.iter().flat_map(|it| it.questions.iter());
        questions
            .map(|(id, own)| (id, &**own))
            .filter(move |(_, own)| own.section == section && own.is_asked())
    }

    /// Whether notes for the person who asks are offered: somebody asks. Where a therapist has sent a link,
    /// they said in it whether the notes are shown.
    #[must_use]
    pub fn offers_guide(&self) -> bool {
        let company = self.setup.company;
        match &self.invitation {
            Some(invitation) => invitation.guide || company == Some(Company::Looking),
            None => matches!(company, Some(Company::WithTherapist | Company::Looking)),
        }
    }

    /// The answer to a therapist's own question; blank if there is none.
    #[must_use]
    pub fn own_answer(&self, id: ItemId) -> OwnAnswer {
        self.own.get(&id).cloned().unwrap_or_default()
    }

    /// The answer to a question; blank if there is none.
    #[must_use]
    pub fn answer(&self, prompt: Prompt) -> Answer {
        self.answers.get(&prompt).cloned().unwrap_or_default()
    }

    /// The words written in answer to a question; blank if there are none.
    #[must_use]
    pub fn text(&self, prompt: Prompt) -> Text {
        self.answer(prompt).text
    }

    /// The chosen point on a scale, if one was chosen.
    #[must_use]
    pub fn score(&self, scale: Scale) -> Option<Score> {
        self.scores.get(&scale).copied()
    }

    /// The person's own words that a source points to; `None` when they were removed or are blank.
    #[must_use]
    pub fn words(&self, source: Source) -> Option<Text> {
        let text = match source {
            Source::Sign(id) => self.signs.get(id)?.text.clone(),
            Source::Moment(moment) => self.text(Prompt::Moment(moment)),
            Source::Seen(id) => self.witnesses.get(id)?.see.clone(),
        };
        (!text.is_blank()).then_some(text)
    }

    /// Whether the place that a source points to is still there, with words or blank.
    #[must_use]
    pub fn has(&self, source: Source) -> bool {
        match source {
            Source::Sign(id) => self.signs.get(id).is_some(),
            Source::Moment(_) => true,
            Source::Seen(id) => self.witnesses.get(id).is_some(),
        }
    }

    /// The worksheet as it is stored: without what was removed, and without what was written about it.
    #[must_use]
    pub fn without_removed(&self) -> Self {
        let mut kept = self.clone();
        kept.signs.forget_removed();
        kept.witnesses.forget_removed();
        kept.goals.forget_removed();
        kept.supporters.forget_removed();
        for (_, own) in kept.own.iter_mut() {
            own.lines.forget_removed();
        }
        kept.pieces.retain(|source, _| self.has(*source));
        kept
    }

    /// Every place in the miracle and in "Through other eyes" that has words, in the order of the pages.
    #[must_use]
    pub fn sources(&self) -> Vec<(Source, Text)> {
        let signs = self.signs.ids().map(Source::Sign);
        let moments = Moment::ALL.into_iter().map(Source::Moment);
        let seen = self.witnesses.ids().map(Source::Seen);
        signs
            .chain(moments)
            .chain(seen)
            .filter_map(|source| self.words(source).map(|words| (source, words)))
            .collect()
    }

    /// The pieces that already happen and whose words still stand, in the order of the pages.
    #[must_use]
    pub fn ticked(&self) -> Vec<(Source, Text, Piece)> {
        self.sources()
            .into_iter()
            .filter_map(|(source, words)| {
                let piece = self.pieces.get(&source).filter(|piece| piece.happens)?;
                Some((source, words, piece.clone()))
            })
            .collect()
    }

    /// The lowest chosen scales of "How we work together"; empty when nothing below 10 was chosen.
    #[must_use]
    pub fn lowest_together(&self) -> Vec<Scale> {
        let chosen = || {
            Scale::TOGETHER
                .into_iter()
                .filter_map(|scale| Some((scale, self.score(scale)?)))
        };
        let Some(lowest) = chosen()
            .map(|(_, score)| score)
            .min()
            .filter(|score| *score < Score::MAX)
        else {
            return Vec::new();
        };
        chosen()
            .filter(|(_, score)| *score == lowest)
            .map(|(scale, _)| scale)
            .collect()
    }

    fn edit_answer(&mut self, prompt: Prompt, edit: impl FnOnce(&mut Answer)) {
        let mut answer = self.answer(prompt);
        edit(&mut answer);
        let answer = Some(answer).filter(|answer| !answer.is_empty());
        set_or_clear(&mut self.answers, prompt, answer);
    }

    /// A link is followed once, into a plan of its own: what was asked does not change any more.
    fn invite(&mut self, invitation: &Invitation) {
        if self.invitation.is_none() {
            self.setup = invitation.setup();
            self.invitation = Some(Rc::new(invitation.as_sent()));
        }
    }

    fn edit_own(&mut self, id: ItemId, edit: OwnEdit) {
        if self.own_question(id).is_none() {
            return;
        }
        let mut own = self.own_answer(id);
        own.edit(edit);
        let own = Some(own).filter(|own| *own != OwnAnswer::default());
        set_or_clear(&mut self.own, id, own);
    }

    fn edit_piece(&mut self, source: Source, edit: impl FnOnce(&mut Piece)) {
        if self.words(source).is_none() {
            return;
        }
        let mut piece = self.pieces.get(&source).cloned().unwrap_or_default();
        edit(&mut piece);
        let piece = Some(piece).filter(|piece| *piece != Piece::default());
        set_or_clear(&mut self.pieces, source, piece);
    }
}

fn set_or_clear<K: Ord, V>(map: &mut LiteMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => drop(map.insert(key, value)),
        None => drop(map.remove(&key)),
    }
}

fn toggle<T: Member>(set: &mut EnumSet<T>, item: T, present: bool) {
    if present {
        set.insert(item);
    } else {
        set.remove(&item);
    }
}
