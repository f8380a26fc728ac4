//! Reading version 1.
//!
//! An item of which a key is not known, stands twice or holds something of another kind is left out, and
//! so is reported; a value that is only optional takes nothing else with it.

use super::invitation::{read_invitation, read_own};
use super::write::{STEP_DAY, step_day};
use crate::format::lenient::{Fields, Json, each, flag, number, text};
use crate::format::{Part, Plan, UnknownEntry, VERSION_KEY};
use crate::questionnaire::{DateField, Experiment, Prompt, Scale, Section};
use crate::route::parse_place;
use crate::worksheet::{
    Answer, Company, Date, EnumSet, Extra, Goal, GoalEdit, GoalField, Item, ItemId, Ladder, Level,
    Line, Member, Moment, Piece, PieceField, Roster, RosterAction, Score, Setup, Source, Step,
    StepEdit, StepField, Supporter, SupporterField, Thought, Witness, WitnessField, Wording,
};
use litemap::LiteMap;
use std::rc::Rc;

/// The most pieces that are read: one for each line and witness at most, and one for each part of the day.
const MOST_PIECES: usize = Line::LIMIT + Witness::LIMIT + Moment::ALL.len();

/// The most choices of one kind that are read: more than there are.
const MOST_CHOICES: usize = 100;

/// The most keys of the plan itself that are carried along unread: with those that are written anyway, so
/// many are read again.
const MOST_UNKNOWN: usize = 900;

/// Reads a plan, and says in which parts something could not be read.
pub(in crate::format) fn read(fields: Fields<'_>) -> (Plan, EnumSet<Part>) {
    let mut plan = Plan::new(0);
    let mut unknown = Vec::new();
    let mut seen = EnumSet::new();
    let mut broken = EnumSet::new();
    let mut carried = 0;
    if fields.cut {
        broken.insert(Part::End);
    }
    for (key, json) in fields.entries {
        if let Some(part) = Part::from_key(&key) {
            let twice = !seen.insert(part);
            if read_part(&mut plan, &mut unknown, part, json).is_none() || twice {
                broken.insert(part);
            }
        } else if key != VERSION_KEY {
            carried += 1;
            if carried > MOST_UNKNOWN {
                broken.insert(Part::End);
            } else {
                unknown.push(entry(None, key, json));
            }
        }
    }
    unknown.retain(|entry| to_step(&mut plan.worksheet.goals, entry).is_none());
    let unknown = in_order(unknown);
    plan.unknown.entries = Rc::new(unknown);
    // What was written about a line that could not be read must not come to stand beside another.
    let sheet = &mut plan.worksheet;
    let mut pieces = std::mem::take(&mut sheet.pieces);
    let read = pieces.len();
    pieces.retain(|source, _| sheet.has(*source));
    if pieces.len() < read {
        broken.insert(Part::Pieces);
    }
    sheet.pieces = pieces;
    (plan, broken)
}

/// What was read in whole; `None` stands for "not all of it".
pub(super) type Whole = Option<()>;

fn read_part(
    plan: &mut Plan,
    unknown: &mut Vec<UnknownEntry>,
    part: Part,
    json: Json<'_>,
) -> Whole {
    let sheet = &mut plan.worksheet;
    let mut leave = |key, json: Json<'_>| unknown.push(entry(Some(part), key, json));
    match part {
        Part::Name => sheet.name = text(json)?.into(),
        Part::Changed => plan.changed = number(json)?,
        Part::Place => {
            let place = text(json)?;
            plan.place = parse_place(&place.split('/').collect::<Vec<_>>())?;
        }
        Part::Setup => return setup(json, &mut sheet.setup),
        Part::Answers => {
            let named = Prompt::from_slug;
            return map(json, &mut sheet.answers, named, answer, &mut leave);
        }
        Part::Scores => {
            return map(json, &mut sheet.scores, Scale::from_slug, score, &mut leave);
        }
        Part::Dates => {
            let named = DateField::from_slug;
            return map(json, &mut sheet.dates, named, date, &mut leave);
        }
        Part::Signs => return roster(json, &mut sheet.signs, line),
        Part::Witnesses => return roster(json, &mut sheet.witnesses, witness),
        Part::Pieces => return pieces(json, &mut sheet.pieces),
        Part::Goals => return roster(json, &mut sheet.goals, goal),
        Part::Supporters => return roster(json, &mut sheet.supporters, supporter),
        Part::Experiments => {
            return choices(json, &mut sheet.experiments, Experiment::from_slug);
        }
        Part::LeftOut => return choices(json, &mut sheet.left_out, Section::from_slug),
        Part::ShareTogether => sheet.share_together = flag(json)?,
        Part::Invitation => {
            let (invitation, whole) = read_invitation(json)?;
            sheet.invitation = Some(Rc::new(invitation));
            return whole.then_some(());
        }
        Part::Own => return read_own(json, &mut sheet.own),
        Part::End => {}
    }
    Some(())
}

/// Gives a day that stands among the dates to its step. One that belongs to no step is carried along.
#[inline(never)]
fn to_step(goals: &mut Roster<Goal>, entry: &UnknownEntry) -> Option<()> {
    let (goal, step) = entry.key.strip_prefix(STEP_DAY)?.split_once('/')?;
    let (goal, step) = (ItemId(goal.parse().ok()?), ItemId(step.parse().ok()?));
    let day = entry.json.get(1..11)?.parse().ok()?;
    let free = goals.get(goal)?.steps.get(step)?.day.is_none();
    let is_ours = entry.part == Some(Part::Dates) && entry.key == step_day(goal, step);
    (free && is_ours && entry.json.len() == 12).then(|| {
        let edit = RosterAction::Edit(step, StepEdit::Day(Some(day)));
        goals.apply(RosterAction::Edit(goal, GoalEdit::Steps(edit)));
    })
}

/// The entries by part; those of one part stay in the order of the text.
fn in_order(entries: Vec<UnknownEntry>) -> Vec<UnknownEntry> {
    let mut ordered: Vec<UnknownEntry> = Vec::with_capacity(entries.len());
    for entry in entries {
        let place = ordered.partition_point(|other| other.part <= entry.part);
        ordered.insert(place, entry);
    }
    ordered
}

fn entry(part: Option<Part>, key: String, json: Json<'_>) -> UnknownEntry {
    let json = json.get().to_owned();
    UnknownEntry { part, key, json }
}

/// Reads a part whose keys are lasting names. Names that are not known are left as they are.
fn map<K: Ord, V>(
    json: Json<'_>,
    into: &mut LiteMap<K, V>,
    named: fn(&str) -> Option<K>,
    read: fn(Json<'_>) -> Option<V>,
    leave: &mut dyn FnMut(String, Json<'_>),
) -> Whole {
    let fields = Fields::of(json)?;
    let mut whole = !fields.cut;
    for (key, json) in fields.entries {
        match (named(&key), read(json)) {
            (None, _) => leave(key, json),
            (Some(name), Some(value)) => whole &= into.insert(name, value).is_none(),
            (Some(_), None) => whole = false,
        }
    }
    whole.then_some(())
}

fn answer(json: Json<'_>) -> Option<Answer> {
    let mut fields = Fields::of(json)?;
    let answer = given(&mut fields)?;
    fields.all_taken().map(|()| answer)
}

pub(super) fn given(fields: &mut Fields<'_>) -> Option<Answer> {
    Some(Answer {
        text: fields.take_words("text")?,
        unsure: fields.take_flag("unsure")?,
    })
}

pub(super) fn score(json: Json<'_>) -> Option<Score> {
    Score::from_halves(u8::try_from(number(json)?).ok()?)
}

pub(super) fn date(json: Json<'_>) -> Option<Date> {
    text(json)?.parse().ok()
}

/// A choice by its lasting name.
pub(super) fn choice<T>(json: Json<'_>, named: fn(&str) -> Option<T>) -> Option<T> {
    named(&text(json)?)
}

fn choices<T: Member>(
    json: Json<'_>,
    into: &mut EnumSet<T>,
    named: fn(&str) -> Option<T>,
) -> Whole {
    let all = each(json, MOST_CHOICES, &mut |json| {
        let choice = choice(json, named);
        into.extend(choice);
        choice.is_some()
    });
    all?.then_some(())
}

fn setup(json: Json<'_>, into: &mut Setup) -> Whole {
    let mut fields = Fields::of(json)?;
    let mut whole = true;
    let wording = wording(&mut fields, &mut whole);
    let company = |json| choice(json, Company::from_slug);
    let setup = Setup {
        wording,
        company: fields.take_if_read("company", &mut whole, company),
        extras: extras(&mut fields, &mut whole),
    };
    fields.all_taken()?;
    *into = setup;
    whole.then_some(())
}

pub(super) fn wording(fields: &mut Fields<'_>, whole: &mut bool) -> Wording {
    let wording = |json| choice(json, Wording::from_slug);
    fields
        .take_if_read("wording", whole, wording)
        .unwrap_or_default()
}

pub(super) fn extras(fields: &mut Fields<'_>, whole: &mut bool) -> EnumSet<Extra> {
    let mut extras = EnumSet::new();
    if let Some(json) = fields.take("extras") {
        *whole &= choices(json, &mut extras, Extra::from_slug).is_some();
    }
    extras
}

/// Restores a list. `read` reads an item without its name, and says whether all of it could be read.
pub(super) fn roster<T: Item>(json: Json<'_>, into: &mut Roster<T>, read: ReadItem<T>) -> Whole {
    let mut whole = true;
    let (next, stored) = list(json, &mut whole)?;
    let mut items = Vec::new();
    let all = each(stored, T::LIMIT, &mut |json| {
        let item = item(json, read, &mut whole);
        let is_read = item.is_some();
        items.extend(item);
        is_read
    });
    whole &= all?;
    let ids: Vec<_> = items.iter().map(|(id, _)| *id).collect();
    *into = Roster::restore(next, items);
    // A name that stood twice has become another.
    whole &= into.ids().eq(ids);
    whole.then_some(())
}

/// The name that the next item gets, and the items.
fn list<'a>(json: Json<'a>, whole: &mut bool) -> Option<(u32, Json<'a>)> {
    let mut fields = Fields::of(json)?;
    let next = fields.take_if_read("next", whole, item_number);
    let items = fields.take("items")?;
    fields.all_taken()?;
    Some((next.unwrap_or(0), items))
}

/// Takes an item out of the fields it is stored in. What is optional and cannot be read makes the flag
/// false.
pub(super) type ReadItem<T> = fn(&mut Fields<'_>, &mut bool) -> Option<T>;

fn item<T>(json: Json<'_>, read: ReadItem<T>, whole: &mut bool) -> Option<(ItemId, T)> {
    let mut fields = Fields::of(json)?;
    let id = item_number(fields.take("id")?)?;
    let item = read(&mut fields, whole)?;
    fields.all_taken()?;
    Some((ItemId(id), item))
}

pub(super) fn item_number(json: Json<'_>) -> Option<u32> {
    number(json)?.try_into().ok()
}

pub(super) fn line(fields: &mut Fields<'_>, _: &mut bool) -> Option<Line> {
    let text = fields.take_words("text")?;
    Some(Line { text })
}

fn witness(fields: &mut Fields<'_>, _: &mut bool) -> Option<Witness> {
    let mut witness = Witness::default();
    for field in WitnessField::ALL {
        witness.edit((field, fields.take_words(field.slug())?));
    }
    Some(witness)
}

fn supporter(fields: &mut Fields<'_>, _: &mut bool) -> Option<Supporter> {
    let mut supporter = Supporter::default();
    for field in SupporterField::ALL {
        supporter.edit((field, fields.take_words(field.slug())?));
    }
    Some(supporter)
}

fn pieces(json: Json<'_>, into: &mut LiteMap<Source, Piece>) -> Whole {
    let mut whole = true;
    let all = each(json, MOST_PIECES, &mut |json| match piece(json) {
        Some((source, piece)) => {
            whole &= into.insert(source, piece).is_none();
            true
        }
        None => false,
    });
    (all? && whole).then_some(())
}

fn piece(json: Json<'_>) -> Option<(Source, Piece)> {
    let mut fields = Fields::of(json)?;
    let source = source(&text(fields.take("of")?)?)?;
    let mut piece = Piece {
        happens: fields.take_flag("happens")?,
        ..Piece::default()
    };
    for field in PieceField::ALL {
        piece.set(field, fields.take_words(field.slug())?);
    }
    fields.all_taken()?;
    Some((source, piece))
}

fn source(of: &str) -> Option<Source> {
    let (kind, name) = of.split_once('/')?;
    let id = || name.parse().ok().map(ItemId);
    match kind {
        "sign" => id().map(Source::Sign),
        "seen" => id().map(Source::Seen),
        "moment" => Moment::from_slug(name).map(Source::Moment),
        _ => None,
    }
}

fn goal(fields: &mut Fields<'_>, whole: &mut bool) -> Option<Goal> {
    let mut goal = Goal {
        look_again: fields.take_if_read("look-again", whole, date),
        ladder: fields
            .take_if_read("ladder", whole, ladder)
            .unwrap_or_default(),
        ..Goal::default()
    };
    for field in GoalField::ALL {
        goal.edit(GoalEdit::Write(field, fields.take_words(field.slug())?));
    }
    fields.take_if_read("steps", whole, |json| roster(json, &mut goal.steps, step));
    fields.take_if_read("left-as-is", whole, |json| {
        choices(json, &mut goal.left_as_is, Thought::from_slug)
    });
    Some(goal)
}

fn ladder(json: Json<'_>) -> Option<Ladder> {
    let mut fields = Fields::of(json)?;
    let mut ladder = Ladder::default();
    for level in Level::ALL {
        ladder.write(level, fields.take_words(level.slug())?);
    }
    fields.all_taken().map(|()| ladder)
}

fn step(fields: &mut Fields<'_>, whole: &mut bool) -> Option<Step> {
    let mut step = Step::default();
    for field in StepField::ALL {
        let words = fields.take_words(field.slug())?;
        step.edit(StepEdit::Write(field, words));
    }
    step.confidence = fields.take_if_read("confidence", whole, score);
    Some(step)
}
