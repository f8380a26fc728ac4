//! A therapist's link: a set-up in, a link out, and back.
//!
//! The envelope holds, packed, one JSON object. Whatever is blank, off or the usual is left out:
//!
//! ```json
//! {"greeting": "…", "from": "…", "client": "…", "appointment": "2026-11-22", "language": "en",
//!  "wording": "six-months", "extras": ["agreement"], "guide": true,
//!  "questions": [{"section": "hopes", "kind": "list", "text": "…"}]}
//! ```
//!
//! It can hold nothing else: no answer, and no way back to whoever made it.

use super::envelope::{Damage, Kind};
use super::link::{self, TooLong};
use super::squeeze;
use crate::format::{Fields, Json, Writer, each, text};
use crate::questionnaire::Section;
use crate::worksheet::{
    EnumSet, Extra, Invitation, InvitationField, ItemId, OwnKind, OwnQuestion, Roster, Wording,
};

/// The longest set-up that is read, in bytes, once it is unpacked: every field full, in any script.
const LONGEST: usize = 64 * 1024;

/// Writes a link. `base` is the program's own address, without what comes after `#`. Questions without words
/// are not in it.
///
/// # Errors
/// When it is longer than a link may be.
pub fn write(invitation: &Invitation, base: &str) -> Result<String, TooLong> {
    let json = encode(&invitation.as_sent());
    link::write(base, Kind::Invitation, &squeeze::pack(json.as_bytes()))
}

/// Reads a link, or any text that holds one.
///
/// # Errors
/// Why it cannot be used. Nothing is ever read in part.
pub fn read(text: &str) -> Result<Invitation, Damage> {
    match link::find(text)? {
        (Kind::Invitation, payload) => unpack(&payload),
        (Kind::LockedCopy, _) => Err(Damage::Missing),
    }
}

/// Reads what the envelope of a link held.
///
/// # Errors
/// Why it cannot be used.
pub fn unpack(payload: &[u8]) -> Result<Invitation, Damage> {
    let bytes = squeeze::unpack(payload, LONGEST).ok_or(Damage::Changed)?;
    let json = String::from_utf8(bytes).map_err(|_| Damage::Changed)?;
    let invitation = decode(&json).ok_or(Damage::Changed)?;
    if invitation.is_within_bounds() {
        Ok(invitation)
    } else {
        Err(Damage::Changed)
    }
}

fn encode(invitation: &Invitation) -> String {
    let mut json = Writer::default();
    json.open_object();
    for field in InvitationField::ALL {
        let words = invitation.get(field);
        if !words.is_empty() {
            json.key(field.slug()).text(words);
        }
    }
    if let Some(day) = invitation.appointment {
        json.key("appointment").text(&day.to_string());
    }
    if !invitation.language.is_empty() {
        json.key("language").text(&invitation.language);
    }
    if invitation.wording != Wording::default() {
        json.key("wording").text(invitation.wording.slug());
    }
    if !invitation.extras.is_empty() {
        json.key("extras").open_array();
        for extra in Extra::ALL {
            if invitation.extras.contains(&extra) {
                json.text(extra.slug());
            }
        }
        json.close_array();
    }
    if invitation.guide {
        json.key("guide").flag(true);
    }
    if !invitation.questions.is_empty() {
        json.key("questions").open_array();
        for (_, own) in invitation.questions.iter() {
            json.open_object();
            json.key("section").text(own.section.slug());
            json.key("kind").text(own.kind.slug());
            json.key("text").text(&own.words);
            json.close_object();
        }
        json.close_array();
    }
    json.close_object();
    json.finish()
}

/// Reads the JSON of a link; `None` if anything in it is not as [`encode`] would write it.
fn decode(json: &str) -> Option<Invitation> {
    let mut fields = Fields::read(json).ok()?;
    let mut whole = true;
    let day = |json| text(json)?.parse().ok();
    let mut invitation = Invitation {
        greeting: fields.take_words(InvitationField::Greeting.slug())?,
        from: fields.take_words(InvitationField::From.slug())?,
        client: fields.take_words(InvitationField::Client.slug())?,
        appointment: fields.take_if_read("appointment", &mut whole, day),
        language: fields.take_words("language")?,
        guide: fields.take_flag("guide")?,
        ..Invitation::default()
    };
    let wording = |json| Wording::from_slug(&text(json)?);
    let wording = fields.take_if_read("wording", &mut whole, wording);
    invitation.wording = wording.unwrap_or_default();
    let extras = fields.take_if_read("extras", &mut whole, extras);
    invitation.extras = extras.unwrap_or_default();
    let questions = fields.take_if_read("questions", &mut whole, questions);
    invitation.questions = questions.unwrap_or_default();
    fields.all_taken()?;
    whole.then_some(invitation)
}

fn extras(json: Json<'_>) -> Option<EnumSet<Extra>> {
    let mut extras = EnumSet::new();
    let mut take = |json: Json<'_>| {
        let extra = text(json).and_then(|slug| Extra::from_slug(&slug));
        extra.is_some_and(|extra| extras.insert(extra))
    };
    each(json, Extra::ALL.len(), &mut take)?.then_some(extras)
}

fn questions(json: Json<'_>) -> Option<Roster<OwnQuestion>> {
    let mut questions = Vec::new();
    let mut take = |json: Json<'_>| {
        let own = question(json);
        let is_read = own.is_some();
        questions.extend(own);
        is_read
    };
    let all = each(json, Invitation::MOST_QUESTIONS, &mut take)?;
    all.then(|| Roster::restore(0, (0..).map(ItemId).zip(questions)))
}

fn question(json: Json<'_>) -> Option<OwnQuestion> {
    let mut fields = Fields::of(json)?;
    let section = Section::from_slug(&fields.take_words("section")?)?;
    let own = OwnQuestion {
        section: Some(section).filter(|section| OwnQuestion::fits_in(*section))?,
        kind: OwnKind::from_slug(&fields.take_words("kind")?)?,
        words: fields.take_words("text")?,
    };
    fields.all_taken()?;
    Some(own)
}
