//! Numbers to call or text in an emergency or a crisis.

use crate::browser::clock;
use crate::crisis::{Contact, Hours, Line, dialled, last_checked};
use crate::i18n::Msg;
use crate::ui::{Scene, use_scene};
use yew::prelude::*;

/// Properties of [`EmergencyLine`].
#[derive(PartialEq, Properties)]
pub struct EmergencyLineProps {
    /// The emergency numbers; none when they are not known.
    pub numbers: &'static [&'static str],
    /// Whether they are the numbers for no country in particular.
    pub elsewhere: bool,
}

/// The emergency numbers of a country.
#[component]
pub fn EmergencyLine(props: &EmergencyLineProps) -> Html {
    let scene = use_scene();
    html! {
        <li class="help-line help-line--emergency">
            <h2 class="help-line__name">{ scene.text(Msg::UrgentEmergency) }</h2>
            if props.elsewhere {
                <p>{ scene.text(Msg::UrgentEmergencyElsewhere) }</p>
            }
            if props.numbers.is_empty() {
                <p>{ scene.text(Msg::UrgentEmergencyUnknown) }</p>
            } else {
                <ul class="help-line__numbers">
                    { for props.numbers.iter().map(|number| call(scene, number, false)) }
                </ul>
            }
        </li>
    }
}

/// Properties of [`CrisisLine`].
#[derive(PartialEq, Properties)]
pub struct CrisisLineProps {
    /// The line.
    pub line: &'static Line,
}

/// A line to call or text, with its hours and where its numbers come from.
#[component]
pub fn CrisisLine(props: &CrisisLineProps) -> Html {
    let scene = use_scene();
    let line = props.line;
    html! {
        <li class="help-line">
            <h2 class="help-line__name" translate="no">{ line.service }</h2>
            <ul class="help-line__numbers">
                { for line.contacts.iter().map(|contact| way(scene, *contact)) }
            </ul>
            <p class="help-line__hours">{ hours(scene, line.hours) }</p>
            <p class="help-line__source">{ source(scene, line.checked) }</p>
        </li>
    }
}

fn way(scene: Scene, contact: Contact) -> Html {
    match contact {
        Contact::Call(number) => call(scene, number, true),
        Contact::Text(number, word) => text(scene, number, word),
        Contact::Aside(aside) => html! { <li>{ scene.text(aside) }</li> },
    }
}

/// A number to call. Where there is nothing else to do with it, the number alone says it best.
fn call(scene: Scene, number: &str, in_words: bool) -> Html {
    let label = scene.words.fill(Msg::UrgentCall, &[("number", number)]);
    let shown = if in_words {
        label.clone()
    } else {
        number.to_owned()
    };
    html! {
        <li class="help-line__number">
            <a href={format!("tel:{}", dialled(number))} aria-label={label}><bdi>{ shown }</bdi></a>
        </li>
    }
}

fn text(scene: Scene, number: &str, word: Option<&str>) -> Html {
    let shown = match word {
        Some(word) => scene
            .words
            .fill(Msg::UrgentTextWord, &[("word", word), ("number", number)]),
        None => scene.words.fill(Msg::UrgentText, &[("number", number)]),
    };
    html! {
        <li class="help-line__number">
            <a href={format!("sms:{}", dialled(number))}><bdi>{ shown }</bdi></a>
        </li>
    }
}

fn hours(scene: Scene, hours: Hours) -> String {
    match hours {
        Hours::Always => scene.text(Msg::UrgentHoursAlways).to_owned(),
        Hours::Daily(times) => scene.words.fill(Msg::UrgentHoursDaily, &[("times", times)]),
        Hours::Unknown => scene.text(Msg::UrgentHoursUnknown).to_owned(),
    }
}

fn source(scene: Scene, checked: bool) -> String {
    if !checked {
        return scene.text(Msg::UrgentSourceUnchecked).to_owned();
    }
    let date = last_checked().map(|date| clock::long_date(date, scene.words.locale().code()));
    scene
        .words
        .fill(Msg::UrgentSource, &[("date", &date.unwrap_or_default())])
}
