//! The chosen sections of a plan, and nothing else.

use crate::progress::is_on;
use crate::questionnaire::{DateField, Prompt, Scale, Section};
use crate::worksheet::{
    EnumSet, Extra, Goal, Invitation, ItemId, Ladder, Line, OwnAnswer, OwnQuestion, Piece, Roster,
    Setup, Source, Witness, Worksheet,
};
use litemap::LiteMap;
use std::rc::Rc;

/// The plan with what stands in these sections. What the plan does not show, a section or a ladder that is
/// switched off, does not go along, though it keeps what was written in it. The copy reads as the whole plan
/// does when all others are left out: a line that is ticked as already happening belongs to "Pieces already here" too, and stays with
/// that, and so does the order of the goals with their steps.
#[must_use]
pub fn only(worksheet: &Worksheet, chosen: EnumSet<Section>) -> Worksheet {
    let ticked = chosen;
    let chosen: EnumSet<Section> = chosen
        .iter()
        .filter(|section| is_on(&worksheet.setup, *section))
        .collect();
    let has = |section: Section| chosen.contains(&section);
    let answers = worksheet.answers.iter();
    let answers = answers.filter(|(prompt, _)| keeps_answer(worksheet, chosen, **prompt));
    let scores = worksheet.scores.iter();
    let scores = scores.filter(|(scale, _)| has(of_scale(**scale)));
    let dates = worksheet.dates.iter();
    let dates = dates.filter(|(date, _)| has(of_date(**date)));
    Worksheet {
        name: worksheet.name.clone(),
        setup: Setup {
            company: None,
            ..worksheet.setup.clone()
        },
        answers: answers
            .map(|(key, answer)| (*key, answer.clone()))
            .collect(),
        scores: scores.map(|(key, score)| (*key, *score)).collect(),
        dates: dates.map(|(key, date)| (*key, *date)).collect(),
        signs: signs(worksheet, chosen),
        witnesses: witnesses(worksheet, chosen),
        pieces: pieces(worksheet, chosen),
        goals: goals(worksheet, chosen),
        supporters: if has(Section::Support) {
            worksheet.supporters.clone()
        } else {
            Roster::default()
        },
        experiments: if has(Section::Steps) {
            worksheet.experiments
        } else {
            EnumSet::new()
        },
        left_out: Section::ALL
            .into_iter()
            .filter(|section| !ticked.contains(section))
            .collect(),
        share_together: ticked.contains(&Section::Together),
        own: own_answers(worksheet, chosen),
        invitation: invitation(worksheet, chosen),
    }
    .without_removed()
}

/// The sections that leave unless the person says otherwise.
#[must_use]
pub fn by_default(worksheet: &Worksheet) -> EnumSet<Section> {
    let leaves = |section: &Section| {
        let private = *section == Section::Together && !worksheet.share_together;
        !private && !worksheet.left_out.contains(section)
    };
    Section::ALL.into_iter().filter(leaves).collect()
}

/// The therapist's own questions in these sections, and who asked them. Greeting, names and appointment
/// stay: no page of a copy shows them.
fn invitation(worksheet: &Worksheet, chosen: EnumSet<Section>) -> Option<Rc<Invitation>> {
    let invitation = worksheet.invitation.as_ref()?;
    let asked = invitation.questions.iter();
    let asked = asked.filter(|(_, own)| chosen.contains(&own.section));
    let asked: Vec<_> = asked
        .map(|(id, own)| (id, OwnQuestion::clone(own)))
        .collect();
    (!asked.is_empty()).then(|| {
        Rc::new(Invitation {
            from: invitation.from.clone(),
            wording: invitation.wording,
            extras: invitation.extras,
            questions: Roster::restore(0, asked),
            ..Invitation::default()
        })
    })
}

fn own_answers(worksheet: &Worksheet, chosen: EnumSet<Section>) -> LiteMap<ItemId, OwnAnswer> {
    let is_chosen = |id| {
        let question = worksheet.own_question(id);
        question.is_some_and(|own| chosen.contains(&own.section))
    };
    let answers = worksheet.own.iter().filter(|(id, _)| is_chosen(**id));
    answers.map(|(id, answer)| (*id, answer.clone())).collect()
}

fn of_scale(scale: Scale) -> Section {
    if Scale::TOGETHER.contains(&scale) {
        Section::Together
    } else {
        Section::Scales
    }
}

fn of_date(date: DateField) -> Section {
    match date {
        DateField::AgreedOn | DateField::NextReview => Section::Agreement,
    }
}

/// The section that asks for an answer.
#[must_use]
pub fn of_prompt(prompt: Prompt) -> Section {
    use Prompt as P;
    match prompt {
        P::BestHopes | P::WorthIt | P::Instead | P::CaringHopes => Section::Hopes,
        P::Better | P::Managed | P::Keep => Section::Moving,
        P::Moment(_) => Section::Miracle,
        P::NotLower | P::CopingAtZero | P::KeepsItGoing | P::HighestLately => Section::Scales,
        P::GoodEnough | P::StepUp | P::ConfidenceFrom | P::WillingnessFrom => Section::Scales,
        P::GotThrough | P::WhoHelps | P::Admirer => Section::Coping,
        P::NoticeKeep | P::AsIf => Section::Steps,
        P::Places | P::Professionals | P::HardDay => Section::Support,
        P::IWill | P::TherapistWill | P::CheckIn | P::NotWorking => Section::Agreement,
        P::StaysPrivate | P::MyName | P::TherapistName => Section::Agreement,
        P::MoreLess | P::HardToSay => Section::Together,
    }
}

/// Whether a line goes along as the head of a ticked piece.
fn is_ticked(worksheet: &Worksheet, chosen: EnumSet<Section>, source: Source) -> bool {
    let ticked = |piece: &Piece| piece.happens;
    chosen.contains(&Section::Pieces)
        && worksheet.pieces.get(&source).is_some_and(ticked)
        && worksheet.words(source).is_some()
}

fn keeps_answer(worksheet: &Worksheet, chosen: EnumSet<Section>, prompt: Prompt) -> bool {
    let as_piece = match prompt {
        Prompt::Moment(moment) => is_ticked(worksheet, chosen, Source::Moment(moment)),
        _ => false,
    };
    as_piece || chosen.contains(&of_prompt(prompt))
}

fn signs(worksheet: &Worksheet, chosen: EnumSet<Section>) -> Roster<Line> {
    let keeps = |id| chosen.contains(&Section::Miracle) || is_ticked(worksheet, chosen, id);
    let signs = worksheet.signs.iter();
    let signs = signs.filter(|(id, _)| keeps(Source::Sign(*id)));
    Roster::restore(0, signs.map(|(id, line)| (id, Line::clone(line))))
}

fn witnesses(worksheet: &Worksheet, chosen: EnumSet<Section>) -> Roster<Witness> {
    let witnesses = worksheet.witnesses.iter().filter_map(|(id, witness)| {
        if chosen.contains(&Section::Others) {
            return Some((id, Witness::clone(witness)));
        }
        let see = witness.see.clone();
        let only_seen = Witness {
            see,
            ..Witness::default()
        };
        is_ticked(worksheet, chosen, Source::Seen(id)).then_some((id, only_seen))
    });
    Roster::restore(0, witnesses)
}

fn pieces(worksheet: &Worksheet, chosen: EnumSet<Section>) -> LiteMap<Source, Piece> {
    let pieces = worksheet.pieces.iter();
    let ticked = pieces.filter(|(source, _)| is_ticked(worksheet, chosen, **source));
    ticked
        .map(|(source, piece)| (*source, piece.clone()))
        .collect()
}

fn goals(worksheet: &Worksheet, chosen: EnumSet<Section>) -> Roster<Goal> {
    let (goals, steps) = (
        chosen.contains(&Section::Goals),
        chosen.contains(&Section::Steps),
    );
    if !goals && !steps {
        return Roster::default();
    }
    let has_ladders = worksheet.setup.extras.contains(&Extra::Ladder);
    let kept = worksheet.goals.iter().map(|(id, goal)| {
        let mut kept = if goals {
            Goal::clone(goal)
        } else {
            Goal::default()
        };
        if !has_ladders {
            kept.ladder = Ladder::default();
        }
        kept.steps = if steps {
            goal.steps.clone()
        } else {
            Roster::default()
        };
        (id, kept)
    });
    Roster::restore(0, kept)
}
