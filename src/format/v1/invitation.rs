//! What a therapist put together, and the answers to their questions: parts of version 1 that are written
//! only where there is something in them.

use super::{read, write};
use crate::format::Writer;
use crate::format::lenient::{Fields, Json, each};
use crate::questionnaire::Section;
use crate::worksheet::{
    Invitation, InvitationEdit, InvitationField, Item, ItemId, OwnAnswer, OwnKind, OwnQuestion,
    Wording,
};
use litemap::LiteMap;

/// Writes what a therapist put together.
pub(in crate::format) fn write_invitation(json: &mut Writer, invitation: &Invitation) {
    json.open_object();
    write::words(json, "language", &invitation.language);
    if invitation.wording != Wording::default() {
        json.key("wording").text(invitation.wording.slug());
    }
    write::slugs(json, "extras", invitation.extras.iter().map(|it| it.slug()));
    for field in InvitationField::ALL {
        write::words(json, field.slug(), invitation.get(field));
    }
    if let Some(date) = invitation.appointment {
        json.key("appointment").text(&date.to_string());
    }
    if invitation.guide {
        json.key("guide").flag(true);
    }
    write::roster(json, "questions", &invitation.questions, write_question);
    json.close_object();
}

fn write_question(json: &mut Writer, question: &OwnQuestion) {
    json.key("section").text(question.section.slug());
    json.key("kind").text(question.kind.slug());
    write::words(json, "words", &question.words);
}

pub(super) fn write_own(json: &mut Writer, key: &str, answers: &LiteMap<ItemId, OwnAnswer>) {
    if answers.is_empty() {
        return;
    }
    json.key(key).open_array();
    for (to, own) in answers {
        json.open_object();
        json.key("to").number(to.0);
        write::given(json, &own.answer);
        if let Some(score) = own.score {
            json.key("score").number(score.halves());
        }
        write::roster(json, "lines", &own.lines, write::line);
        json.close_object();
    }
    json.close_array();
}

/// Reads what a therapist put together, and says whether all of it could be read.
pub(in crate::format) fn read_invitation(json: Json<'_>) -> Option<(Invitation, bool)> {
    let mut fields = Fields::of(json)?;
    let mut whole = true;
    let mut invitation = Invitation {
        wording: read::wording(&mut fields, &mut whole),
        extras: read::extras(&mut fields, &mut whole),
        language: fields.take_words("language")?,
        appointment: fields.take_if_read("appointment", &mut whole, read::date),
        guide: fields.take_flag("guide")?,
        ..Invitation::default()
    };
    for field in InvitationField::ALL {
        let words = fields.take_words(field.slug())?;
        invitation.edit(InvitationEdit::Write(field, words));
    }
    fields.take_if_read("questions", &mut whole, |json| {
        read::roster(json, &mut invitation.questions, read_question)
    });
    fields.all_taken()?;
    Some((invitation, whole))
}

fn read_question(fields: &mut Fields<'_>, _: &mut bool) -> Option<OwnQuestion> {
    let section = read::choice(fields.take("section")?, Section::from_slug)?;
    Some(OwnQuestion {
        section: Some(section).filter(|section| OwnQuestion::fits_in(*section))?,
        kind: read::choice(fields.take("kind")?, OwnKind::from_slug)?,
        words: fields.take_words("words")?,
    })
}

pub(super) fn read_own(json: Json<'_>, into: &mut LiteMap<ItemId, OwnAnswer>) -> read::Whole {
    let mut whole = true;
    let all = each(json, OwnQuestion::LIMIT, &mut |json| {
        let Some((to, answer)) = own_answer(json, &mut whole) else {
            return false;
        };
        whole &= into.insert(to, answer).is_none();
        true
    });
    (all? && whole).then_some(())
}

fn own_answer(json: Json<'_>, whole: &mut bool) -> Option<(ItemId, OwnAnswer)> {
    let mut fields = Fields::of(json)?;
    let to = read::item_number(fields.take("to")?)?;
    let mut own = OwnAnswer {
        answer: read::given(&mut fields)?,
        score: fields.take_if_read("score", whole, read::score),
        ..OwnAnswer::default()
    };
    fields.take_if_read("lines", whole, |json| {
        read::roster(json, &mut own.lines, read::line)
    });
    fields.all_taken()?;
    Some((ItemId(to), own))
}
