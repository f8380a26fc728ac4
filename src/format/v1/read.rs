//! Reading version 1.

use super::{Answer, Goal, Goals, Ladder, Line, Lines, List, Piece, Pieces, Setup, Slugs};
use super::{Step, Steps, Supporter, Supporters, Witness, Witnesses};
use crate::format::lenient::{Fields, Items, Maybe, parse};
use crate::format::{Part, Plan, UnknownEntry, VERSION_KEY};
use crate::questionnaire::{DateField, Experiment, Prompt, Scale, Section};
use crate::route::parse_place;
use crate::worksheet::{
    self, Company, Date, EnumSet, Extra, Item, ItemId, Level, Member, Moment, Roster, Score,
    Source, Text, Thought, Wording,
};
use litemap::LiteMap;
use serde_json::value::RawValue;
use std::rc::Rc;

/// Reads a plan, and says in which parts something could not be read.
pub(in crate::format) fn read(fields: Fields<'_>) -> (Plan, EnumSet<Part>) {
    let mut plan = Plan::new(0);
    let mut unknown = Vec::new();
    let mut seen = EnumSet::new();
    let mut broken = EnumSet::new();
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
            unknown.push(entry(None, key, json));
        }
    }
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
type Whole = Option<()>;

fn read_part(
    plan: &mut Plan,
    unknown: &mut Vec<UnknownEntry>,
    part: Part,
    json: &RawValue,
) -> Whole {
    let sheet = &mut plan.worksheet;
    let mut leave = |key, json| unknown.push(entry(Some(part), key, json));
    match part {
        Part::Name => sheet.name = parse::<String>(json)?.into(),
        Part::Changed => plan.changed = parse(json)?,
        Part::Place => {
            let place: String = parse(json)?;
            plan.place = parse_place(&place.split('/').collect::<Vec<_>>())?;
        }
        Part::Setup => return setup(parse(json)?, &mut sheet.setup),
        Part::Answers => {
            return map(
                json,
                &mut sheet.answers,
                Prompt::from_slug,
                answer,
                &mut leave,
            );
        }
        Part::Scores => {
            return map(json, &mut sheet.scores, Scale::from_slug, score, &mut leave);
        }
        Part::Dates => {
            return map(
                json,
                &mut sheet.dates,
                DateField::from_slug,
                date,
                &mut leave,
            );
        }
        Part::Signs => return lines(parse(json)?, &mut sheet.signs),
        Part::Witnesses => return witnesses(parse(json)?, &mut sheet.witnesses),
        Part::Pieces => return pieces(parse(json)?, &mut sheet.pieces),
        Part::Goals => return goals(parse(json)?, &mut sheet.goals),
        Part::Supporters => return supporters(parse(json)?, &mut sheet.supporters),
        Part::Experiments => {
            return slugs(parse(json)?, &mut sheet.experiments, Experiment::from_slug);
        }
        Part::LeftOut => return slugs(parse(json)?, &mut sheet.left_out, Section::from_slug),
        Part::ShareTogether => sheet.share_together = parse(json)?,
        Part::End => {}
    }
    Some(())
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

fn entry(part: Option<Part>, key: String, json: &RawValue) -> UnknownEntry {
    let json = json.get().to_owned();
    UnknownEntry { part, key, json }
}

/// Reads a part whose keys are lasting names. Names that are not known are left as they are.
fn map<'a, K: Ord, V>(
    json: &'a RawValue,
    into: &mut LiteMap<K, V>,
    named: fn(&str) -> Option<K>,
    read: fn(&RawValue) -> Option<V>,
    leave: &mut dyn FnMut(String, &'a RawValue),
) -> Whole {
    let fields: Fields<'a> = parse(json)?;
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

fn answer(json: &RawValue) -> Option<worksheet::Answer> {
    let Answer { text, unsure } = parse(json)?;
    let text = text.into();
    Some(worksheet::Answer { text, unsure })
}

fn score(json: &RawValue) -> Option<Score> {
    Score::from_halves(parse(json)?)
}

fn date(json: &RawValue) -> Option<Date> {
    parse::<String>(json)?.parse().ok()
}

/// The value of a field that may be absent: `None` when it is there and cannot be read.
fn read_field<T, U>(
    field: Option<Maybe<T>>,
    whole: &mut bool,
    read: impl FnOnce(T) -> Option<U>,
) -> Option<U> {
    let value = match field? {
        Maybe::Read(value) => read(value),
        Maybe::Broken => None,
    };
    *whole &= value.is_some();
    value
}

fn setup(stored: Setup, into: &mut worksheet::Setup) -> Whole {
    let mut whole = true;
    let wording = read_field(stored.wording, &mut whole, |it| Wording::from_slug(&it));
    into.wording = wording.unwrap_or_default();
    into.company = read_field(stored.company, &mut whole, |it| Company::from_slug(&it));
    slugs(stored.extras, &mut into.extras, Extra::from_slug).filter(|()| whole)
}

fn slugs<T: Member>(stored: Slugs, into: &mut EnumSet<T>, named: fn(&str) -> Option<T>) -> Whole {
    let mut whole = stored.whole;
    for slug in stored.read {
        match named(&slug) {
            Some(choice) => drop(into.insert(choice)),
            None => whole = false,
        }
    }
    whole.then_some(())
}

/// Restores a list. `read` says of each item whether all of it could be read.
fn roster<W, T: Item, const MOST: usize>(
    stored: List<Items<W, MOST>>,
    into: &mut Roster<T>,
    read: fn(W) -> (u32, T, bool),
) -> Whole {
    let mut whole = stored.items.whole;
    let next = read_field(stored.next, &mut whole, Some).unwrap_or(0);
    let mut ids = Vec::new();
    let items = stored.items.read.into_iter().map(|item| {
        let (id, item, all) = read(item);
        whole &= all;
        ids.push(ItemId(id));
        (ItemId(id), item)
    });
    let items: Vec<_> = items.collect();
    *into = Roster::restore(next, items);
    // A name that stood twice has become another.
    whole &= into.ids().eq(ids);
    whole.then_some(())
}

fn lines(stored: Lines, into: &mut Roster<worksheet::Line>) -> Whole {
    roster(stored, into, |Line { id, text }| {
        let text = Text::from(text);
        (id, worksheet::Line { text }, true)
    })
}

fn witnesses(stored: Witnesses, into: &mut Roster<worksheet::Witness>) -> Whole {
    roster(stored, into, |stored: Witness| {
        let witness = worksheet::Witness {
            who: stored.who.into(),
            see: stored.see.into(),
            respond: stored.respond.into(),
            difference: stored.difference.into(),
        };
        (stored.id, witness, true)
    })
}

fn supporters(stored: Supporters, into: &mut Roster<worksheet::Supporter>) -> Whole {
    roster(stored, into, |Supporter { id, who, ask }| {
        let (who, ask) = (who.into(), ask.into());
        (id, worksheet::Supporter { who, ask }, true)
    })
}

fn pieces(stored: Pieces, into: &mut LiteMap<Source, worksheet::Piece>) -> Whole {
    let mut whole = stored.whole;
    for stored in stored.read {
        let source = source(&stored.of);
        let piece = piece(stored);
        whole &= source.is_some_and(|source| into.insert(source, piece).is_none());
    }
    whole.then_some(())
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

fn piece(stored: Piece) -> worksheet::Piece {
    worksheet::Piece {
        happens: stored.happens,
        when: stored.when.into(),
        place: stored.place.into(),
        with_whom: stored.with_whom.into(),
        my_part: stored.my_part.into(),
        again: stored.again.into(),
    }
}

fn goals(stored: Goals, into: &mut Roster<worksheet::Goal>) -> Whole {
    roster(stored, into, |stored: Goal| {
        let mut whole = true;
        let mut goal = worksheet::Goal {
            doing: stored.doing.into(),
            place: stored.place.into(),
            why: stored.why.into(),
            first_sign: stored.first_sign.into(),
            look_again: read_field(stored.look_again, &mut whole, |it| it.parse().ok()),
            ladder: read_field(stored.ladder, &mut whole, |it| Some(ladder(it)))
                .unwrap_or_default(),
            ..worksheet::Goal::default()
        };
        read_field(stored.steps, &mut whole, |it| steps(it, &mut goal.steps));
        read_field(stored.left_as_is, &mut whole, |it| {
            slugs(it, &mut goal.left_as_is, Thought::from_slug)
        });
        (stored.id, goal, whole)
    })
}

fn ladder(stored: Ladder) -> worksheet::Ladder {
    let mut ladder = worksheet::Ladder::default();
    ladder.write(Level::MuchLess, stored.much_less.into());
    ladder.write(Level::Less, stored.less.into());
    ladder.write(Level::Expected, stored.expected.into());
    ladder.write(Level::More, stored.more.into());
    ladder.write(Level::MuchMore, stored.much_more.into());
    ladder
}

fn steps(stored: Steps, into: &mut Roster<worksheet::Step>) -> Whole {
    roster(stored, into, |stored: Step| {
        let mut whole = true;
        let step = worksheet::Step {
            what: stored.what.into(),
            when: stored.when.into(),
            obstacle: stored.obstacle.into(),
            cue: stored.cue.into(),
            response: stored.response.into(),
            confidence: read_field(stored.confidence, &mut whole, Score::from_halves),
        };
        (stored.id, step, whole)
    })
}
