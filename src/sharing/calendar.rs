//! The days of a plan as an iCalendar file (RFC 5545).
//!
//! Days are days wherever the person is: no time, no time zone. An event keeps its name for as long as the
//! plan, the goal and the step exist, so that a calendar that reads a newer file moves the old event.

use crate::i18n::{Msg, Words};
use crate::questionnaire::DateField;
use crate::route::PlanId;
use crate::worksheet::{Date, Goal, Invitation, ItemId, Step, Worksheet};

/// The longest line, in bytes, without its end (RFC 5545, section 3.1).
const LONGEST_LINE: usize = 75;

/// One day with something to do.
struct Event {
    /// Names it among the events of the plan.
    name: String,
    day: Date,
    title: String,
    text: String,
}

/// The next review, the days on which goals are to be looked at again, with the steps toward them, the days
/// of steps, and the next appointment if a therapist's link named one. `None` when there is no day. `now` is in milliseconds since 1970. Without `with_words` nothing that the person
/// wrote is in it: calendars are often seen by others.
#[must_use]
pub fn calendar(
    worksheet: &Worksheet,
    id: PlanId,
    words: Words,
    now: u64,
    with_words: bool,
) -> Option<String> {
    let events = events(worksheet, words, with_words);
    if events.is_empty() {
        return None;
    }
    let mut out = Lines::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", "-//First Light//First Light//EN");
    out.line("CALSCALE", "GREGORIAN");
    for event in events {
        out.line("BEGIN", "VEVENT");
        out.line("UID", &format!("{id}-{}@first-light.invalid", event.name));
        out.line("DTSTAMP", &stamp(now));
        out.line("DTSTART;VALUE=DATE", &basic(event.day));
        out.line("SUMMARY", &escaped(&event.title));
        if !event.text.is_empty() {
            out.line("DESCRIPTION", &escaped(&event.text));
        }
        out.line("CLASS", "PRIVATE");
        out.line("TRANSP", "TRANSPARENT");
        out.line("END", "VEVENT");
    }
    out.line("END", "VCALENDAR");
    Some(out.0)
}

fn events(worksheet: &Worksheet, words: Words, with_words: bool) -> Vec<Event> {
    let review = worksheet.dates.get(&DateField::NextReview);
    let review = review.map(|day| Event {
        name: DateField::NextReview.slug().to_owned(),
        day: *day,
        title: words.get(Msg::CalendarReview).to_owned(),
        text: String::new(),
    });
    let appointment = worksheet.invitation.as_deref();
    let appointment = appointment.and_then(|it| self::appointment(it, words, with_words));
    let numbered = (1..).zip(worksheet.goals.iter());
    let goals = numbered.flat_map(|(number, (id, goal))| {
        let number = number.to_string();
        of_goal(id, goal, words, &number, with_words)
    });
    review.into_iter().chain(appointment).chain(goals).collect()
}

/// The next appointment. Nobody has checked who says so.
fn appointment(invitation: &Invitation, words: Words, with_words: bool) -> Option<Event> {
    let text = match (with_words, invitation.from.is_blank()) {
        (false, _) => String::new(),
        (true, true) => words.get(Msg::CalendarAppointmentSaid).to_owned(),
        (true, false) => words.fill(Msg::CalendarAppointmentFrom, &[("name", &invitation.from)]),
    };
    Some(Event {
        name: "appointment".to_owned(),
        day: invitation.appointment?,
        title: words.get(Msg::CalendarAppointment).to_owned(),
        text,
    })
}

/// When to look at a goal again, and the days of the steps toward it.
fn of_goal(
    ItemId(goal_id): ItemId,
    goal: &Goal,
    words: Words,
    number: &str,
    with_words: bool,
) -> Vec<Event> {
    let event = |name: String, day: Date, title: Msg, text: &dyn Fn() -> String| Event {
        name,
        day,
        title: words.fill(title, &[("n", number)]),
        text: if with_words { text() } else { String::new() },
    };
    let look = goal.look_again.map(|day| {
        let name = format!("goal-{goal_id}");
        event(name, day, Msg::CalendarGoal, &|| about(goal))
    });
    let steps = goal.steps.iter().filter_map(|(ItemId(id), step)| {
        let name = format!("goal-{goal_id}-step-{id}");
        let text = || about_step(step);
        Some(event(name, step.day?, Msg::CalendarStep, &text))
    });
    look.into_iter().chain(steps).collect()
}

/// The goal and the steps toward it, a line for each.
fn about(goal: &Goal) -> String {
    let steps = goal.steps.iter().map(|(_, step)| about_step(step));
    let doing = (!goal.doing.is_blank()).then(|| goal.doing.to_string());
    let lines = doing
        .into_iter()
        .chain(steps.filter(|step| !step.is_empty()));
    lines.collect::<Vec<_>>().join("\n")
}

/// What the step is, and when and where.
fn about_step(step: &Step) -> String {
    let parts = [&step.what, &step.when];
    let parts = parts.into_iter().filter(|part| !part.is_blank());
    parts.map(|part| &**part).collect::<Vec<_>>().join(" · ")
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    /// Writes a line, folded between characters.
    fn line(&mut self, name: &str, value: &str) {
        let mut room = LONGEST_LINE;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LONGEST_LINE - 1;
            }
            room -= letter.len_utf8();
            self.0.push(letter);
        }
        self.0.push_str("\r\n");
    }
}

/// Text as it stands in a calendar (RFC 5545, section 3.3.11). Control characters may not.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\t' => escaped.push(letter),
            _ if letter.is_control() => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// A day as `20261122`.
fn basic(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// A moment in milliseconds since 1970 as `20261122T094500Z`. After the year 9999 it is 1970.
fn stamp(now: u64) -> String {
    let seconds = now / 1000;
    let day = day(seconds / 86_400).unwrap_or_else(|| "19700101".to_owned());
    let (hours, minutes) = (seconds / 3600 % 24, seconds / 60 % 60);
    format!("{day}T{hours:02}{minutes:02}{:02}Z", seconds % 60)
}

/// A day, counted from 1970, as `20261122`: eras of 400 years begin on the 1st of March of year 0.
fn day(since_1970: u64) -> Option<String> {
    const ERA: u64 = 146_097;
    let days = since_1970.checked_add(719_468)?;
    let (era, day) = (days / ERA, days % ERA);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    let year = u16::try_from(year + era * 400 + next).ok()?;
    let date = Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    Some(basic(date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_in_the_basic_form() {
        assert_eq!(stamp(0), "19700101T000000Z");
        assert_eq!(stamp(951_782_400_000), "20000229T000000Z");
        assert_eq!(stamp(1_795_305_661_234), "20261122T000101Z");
        assert!(stamp(u64::MAX).starts_with("19700101T"));
    }

    #[test]
    fn lines_are_folded_between_characters() {
        let mut out = Lines::default();
        out.line("SUMMARY", &"ü".repeat(100));
        assert!(out.0.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(
            out.0.replace("\r\n ", ""),
            format!("SUMMARY:{}\r\n", "ü".repeat(100))
        );
    }
}
