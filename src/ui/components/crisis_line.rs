//! Numbers to call or text in an emergency or a crisis.

use crate::browser::clock;
use crate::crisis::{Contact, EMERGENCY_ELSEWHERE, Hours, Line, dialled, last_checked};
use crate::i18n::Msg;
use crate::ui::Ui;
use crate::ui::markup::{Tag, el};

/// The emergency numbers of a country, or those for no country in particular.
pub fn emergency_line(ui: &Ui, line: Option<&Line>) -> Tag {
    let numbers = line.map_or(EMERGENCY_ELSEWHERE, |line| line.emergency);
    let elsewhere = line.is_none();
    let name = el("h2", "help-line__name").say(ui, Msg::UrgentEmergency);
    let about = elsewhere.then(|| el("p", "").say(ui, Msg::UrgentEmergencyElsewhere));
    let numbers = if numbers.is_empty() {
        el("p", "").say(ui, Msg::UrgentEmergencyUnknown)
    } else {
        let calls = numbers.iter().map(|number| call(ui, number, false));
        el("ul", "help-line__numbers").children(calls)
    };
    el("li", "help-line help-line--emergency")
        .child(name)
        .child(about)
        .child(numbers)
}

/// A line to call or text, with its hours and where its numbers come from.
pub fn crisis_line(ui: &Ui, line: &Line) -> Tag {
    let ways = line.contacts.iter().map(|contact| way(ui, *contact));
    let name = el("h2", "help-line__name")
        .attr("translate", "no")
        .child(line.service);
    el("li", "help-line")
        .child(name)
        .child(el("ul", "help-line__numbers").children(ways))
        .child(el("p", "help-line__hours").child(hours(ui, line.hours)))
        .child(el("p", "help-line__source").child(source(ui, line.checked)))
}

fn way(ui: &Ui, contact: Contact) -> Tag {
    match contact {
        Contact::Call(number) => call(ui, number, true),
        Contact::Text(number, word) => text(ui, number, word),
        Contact::Aside(aside) => el("li", "").say(ui, aside),
    }
}

/// A number to call. Where there is nothing else to do with it, the number alone says it best.
fn call(ui: &Ui, number: &str, in_words: bool) -> Tag {
    let label = ui.fill(Msg::UrgentCall, &[("number", number)]);
    let shown = if in_words {
        label.clone()
    } else {
        number.to_owned()
    };
    let link = el("a", "").attr("href", format!("tel:{}", dialled(number)));
    let link = link
        .attr("aria-label", label)
        .child(el("bdi", "").child(shown));
    el("li", "help-line__number").child(link)
}

fn text(ui: &Ui, number: &str, word: Option<&str>) -> Tag {
    let shown = match word {
        Some(word) => ui.fill(Msg::UrgentTextWord, &[("word", word), ("number", number)]),
        None => ui.fill(Msg::UrgentText, &[("number", number)]),
    };
    let link = el("a", "").attr("href", format!("sms:{}", dialled(number)));
    el("li", "help-line__number").child(link.child(el("bdi", "").child(shown)))
}

fn hours(ui: &Ui, hours: Hours) -> String {
    match hours {
        Hours::Always => ui.text(Msg::UrgentHoursAlways).to_owned(),
        Hours::Daily(times) => ui.fill(Msg::UrgentHoursDaily, &[("times", times)]),
        Hours::Unknown => ui.text(Msg::UrgentHoursUnknown).to_owned(),
    }
}

fn source(ui: &Ui, checked: bool) -> String {
    if !checked {
        return ui.text(Msg::UrgentSourceUnchecked).to_owned();
    }
    let date = last_checked().map(|date| clock::long_date(date, ui.scene.words.locale().code()));
    ui.fill(Msg::UrgentSource, &[("date", &date.unwrap_or_default())])
}
