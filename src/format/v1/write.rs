//! Writing version 1.

use super::invitation::{write_invitation, write_own};
use crate::format::{Part, Plan, Unknown, VERSION_KEY, Writer};
use crate::worksheet::{
    Answer, Date, Goal, GoalField, Item, ItemId, Ladder, Level, Line, Piece, PieceField, Roster,
    Setup, Step, StepField, Supporter, SupporterField, Text, Witness, WitnessField, Wording,
    Worksheet,
};

/// How the key of a step's day begins, among the dates.
pub(super) const STEP_DAY: &str = "step/";

/// The key of a step's day: `step/<goal>/<step>`.
#[inline(never)]
pub(super) fn step_day(ItemId(goal): ItemId, ItemId(step): ItemId) -> String {
    let mut key = STEP_DAY.to_owned();
    key.push_str(&goal.to_string());
    key.push('/');
    key.push_str(&step.to_string());
    key
}

/// Writes a plan.
pub(in crate::format) fn write(plan: &Plan) -> String {
    let mut json = Writer::default();
    json.open_object();
    json.key(VERSION_KEY).number(1_u8);
    for part in Part::ALL {
        write_part(&mut json, plan, *part);
    }
    write_unknown(&mut json, &plan.unknown, None);
    json.close_object();
    json.finish()
}

fn write_part(json: &mut Writer, plan: &Plan, part: Part) {
    let sheet = &plan.worksheet;
    let key = part.key();
    match part {
        Part::Name => words(json, key, &sheet.name),
        Part::Changed => json.key(key).number(plan.changed),
        Part::Place => json.key(key).text(&plan.place.to_string()),
        Part::Setup => setup(json, key, &sheet.setup),
        Part::Answers | Part::Scores | Part::Dates => map(json, plan, part),
        Part::Signs => roster(json, key, &sheet.signs, line),
        Part::Witnesses => roster(json, key, &sheet.witnesses, witness),
        Part::Pieces => pieces(json, key, sheet),
        Part::Goals => roster(json, key, &sheet.goals, goal),
        Part::Supporters => roster(json, key, &sheet.supporters, supporter),
        Part::Experiments => slugs(json, key, sheet.experiments.iter().map(|it| it.slug())),
        Part::LeftOut => slugs(json, key, sheet.left_out.iter().map(|it| it.slug())),
        Part::ShareTogether if sheet.share_together => json.key(key).flag(true),
        Part::Invitation => {
            if let Some(invitation) = &sheet.invitation {
                json.key(key);
                write_invitation(json, invitation);
            }
        }
        Part::Own => write_own(json, key, &sheet.own),
        Part::ShareTogether | Part::End => {}
    }
}

/// Writes a part whose keys are lasting names, with what a newer program put there.
fn map(json: &mut Writer, plan: &Plan, part: Part) {
    let sheet = &plan.worksheet;
    let mut days = Vec::new();
    let known = match part {
        Part::Answers => sheet.answers.len(),
        Part::Scores => sheet.scores.len(),
        _ => {
            days = step_days(sheet);
            sheet.dates.len() + days.len()
        }
    };
    if known == 0 && plan.unknown.within(Some(part)).next().is_none() {
        return;
    }
    json.key(part.key()).open_object();
    match part {
        Part::Answers => {
            for (prompt, given) in &sheet.answers {
                json.key(prompt.slug());
                answer(json, given);
            }
        }
        Part::Scores => {
            for (scale, score) in &sheet.scores {
                json.key(scale.slug()).number(score.halves());
            }
        }
        _ => {
            for (field, date) in &sheet.dates {
                json.key(field.slug()).text(&date.to_string());
            }
            for (key, day) in days {
                json.key(&key).text(&day.to_string());
            }
        }
    }
    write_unknown(json, &plan.unknown, Some(part));
    json.close_object();
}

/// The days of steps, each with its key.
#[inline(never)]
fn step_days(sheet: &Worksheet) -> Vec<(String, Date)> {
    let mut days = Vec::new();
    for (goal, of) in sheet.goals.iter() {
        for (id, step) in of.steps.iter() {
            if let Some(day) = step.day {
                days.push((step_day(goal, id), day));
            }
        }
    }
    days
}

fn write_unknown(json: &mut Writer, unknown: &Unknown, part: Option<Part>) {
    for (key, value) in unknown.within(part) {
        json.key(key).raw(value);
    }
}

fn setup(json: &mut Writer, key: &str, setup: &Setup) {
    if *setup == Setup::default() {
        return;
    }
    json.key(key).open_object();
    if setup.wording != Wording::default() {
        json.key("wording").text(setup.wording.slug());
    }
    if let Some(company) = setup.company {
        json.key("company").text(company.slug());
    }
    slugs(json, "extras", setup.extras.iter().map(|it| it.slug()));
    json.close_object();
}

fn answer(json: &mut Writer, answer: &Answer) {
    json.open_object();
    given(json, answer);
    json.close_object();
}

pub(super) fn given(json: &mut Writer, answer: &Answer) {
    words(json, "text", &answer.text);
    if answer.unsure {
        json.key("unsure").flag(true);
    }
}

pub(super) fn roster<T: Item>(
    json: &mut Writer,
    key: &str,
    roster: &Roster<T>,
    write: fn(&mut Writer, &T),
) {
    let next = roster.next_id().0;
    if next == 0 && roster.is_empty() {
        return;
    }
    json.key(key).open_object();
    json.key("next").number(next);
    json.key("items").open_array();
    for (id, item) in roster.iter() {
        json.open_object();
        json.key("id").number(id.0);
        write(json, item);
        json.close_object();
    }
    json.close_array();
    json.close_object();
}

pub(super) fn line(json: &mut Writer, line: &Line) {
    words(json, "text", &line.text);
}

fn witness(json: &mut Writer, witness: &Witness) {
    for field in WitnessField::ALL {
        words(json, field.slug(), witness.get(field));
    }
}

/// A piece whose line was removed is not stored: see [`Worksheet::without_removed`].
fn pieces(json: &mut Writer, key: &str, sheet: &Worksheet) {
    let mut pieces = sheet
        .pieces
        .iter()
        .filter(|(source, _)| sheet.has(**source))
        .peekable();
    if pieces.peek().is_none() {
        return;
    }
    json.key(key).open_array();
    for (source, about) in pieces {
        json.open_object();
        json.key("of").text(&source.to_string());
        piece(json, about);
        json.close_object();
    }
    json.close_array();
}

fn piece(json: &mut Writer, piece: &Piece) {
    if piece.happens {
        json.key("happens").flag(true);
    }
    for field in PieceField::ALL {
        words(json, field.slug(), piece.get(field));
    }
}

fn goal(json: &mut Writer, goal: &Goal) {
    for field in GoalField::ALL {
        words(json, field.slug(), goal.get(field));
    }
    if let Some(date) = goal.look_again {
        json.key("look-again").text(&date.to_string());
    }
    ladder(json, &goal.ladder);
    roster(json, "steps", &goal.steps, step);
    slugs(
        json,
        "left-as-is",
        goal.left_as_is.iter().map(|it| it.slug()),
    );
}

fn ladder(json: &mut Writer, ladder: &Ladder) {
    if ladder.is_empty() {
        return;
    }
    json.key("ladder").open_object();
    for level in Level::ALL {
        words(json, level.slug(), &ladder.get(level));
    }
    json.close_object();
}

fn step(json: &mut Writer, step: &Step) {
    for field in StepField::ALL {
        words(json, field.slug(), step.get(field));
    }
    if let Some(score) = step.confidence {
        json.key("confidence").number(score.halves());
    }
}

fn supporter(json: &mut Writer, supporter: &Supporter) {
    for field in SupporterField::ALL {
        words(json, field.slug(), supporter.get(field));
    }
}

/// Words, unless there is no character at all.
pub(super) fn words(json: &mut Writer, key: &str, words: &Text) {
    if !words.is_empty() {
        json.key(key).text(words);
    }
}

pub(super) fn slugs<'a>(json: &mut Writer, key: &str, slugs: impl Iterator<Item = &'a str>) {
    let mut slugs = slugs.peekable();
    if slugs.peek().is_none() {
        return;
    }
    json.key(key).open_array();
    slugs.for_each(|slug| json.text(slug));
    json.close_array();
}
