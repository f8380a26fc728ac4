//! Urgent help, by country.

use crate::browser::page;
use crate::crisis::{self, Line};
use crate::i18n::Msg;
use crate::store::{Country, Settings};
use crate::ui::components::{crisis_line, emergency_line, title};
use crate::ui::markup::{Tag, el, nodes};
use crate::ui::{Event, Ui};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The value of "Somewhere else" (ISO 3166 leaves these letters free for such use).
const ELSEWHERE: &str = "ZZ";

/// Urgent help: the numbers first, everything about them after.
pub(super) fn urgent_help(ui: &Ui, settings: &Settings) -> Html {
    let line = match &settings.country {
        Some(country) => crisis::line(country.code()),
        None => crisis::suggested(&page::browser_language()),
    };
    let text = |msg| el("p", "").say(ui, msg);
    let lines = el("ul", "help-lines")
        .child(emergency_line(ui, line))
        .child(line.map(|line| crisis_line(ui, line)))
        .child(directory(ui));
    let prose = el("div", "prose")
        .child(text(Msg::UrgentTalk))
        .child(text(Msg::UrgentNear))
        .child(text(Msg::UrgentNotHere));
    let about = el("p", "help-lines__about").say(ui, Msg::UrgentNotCheckedByUs);
    nodes()
        .child(title(ui, Msg::UrgentTitle))
        .child(el("p", "lead").say(ui, Msg::UrgentLead))
        .child(countries(ui, settings, line))
        .child(lines)
        .child(prose)
        .child(about.space().say(ui, Msg::UrgentCosts))
        .html()
}

/// Where to find lines of other countries.
fn directory(ui: &Ui) -> Tag {
    let link = el("a", "")
        .attr("href", format!("https://{}", crisis::DIRECTORY))
        .attr("rel", "noreferrer noopener")
        .attr("translate", "no")
        .child(crisis::DIRECTORY);
    el("li", "help-line")
        .child(el("h2", "help-line__name").say(ui, Msg::UrgentElsewhere))
        .child(el("p", "").say(ui, Msg::UrgentElsewhereText))
        .child(el("p", "help-line__number").child(link))
        .child(el("p", "help-line__source").say(ui, Msg::UrgentElsewhereNote))
}

/// The choice of a country, in the order of their names.
fn countries(ui: &Ui, settings: &Settings, here: Option<&Line>) -> Tag {
    let is_guess = settings.country.is_none() && here.is_some();
    let hint_id = is_guess.then_some("country-hint");
    let name = |line: &Line| ui.text(line.country_name);
    let mut lines: Vec<&Line> = Vec::with_capacity(crisis::LINES.len());
    for line in crisis::LINES {
        let place = lines.partition_point(|other| name(other) < name(line));
        lines.insert(place, line);
    }
    let options = lines.into_iter().map(|line| {
        let chosen = here.is_some_and(|here| here.country == line.country);
        option(line.country, chosen).say(ui, line.country_name)
    });
    let elsewhere = option(ELSEWHERE, here.is_none()).say(ui, Msg::CountriesElsewhere);
    let select = el("select", "short-field__input")
        .id("country")
        .attr("aria-describedby", hint_id)
        .changed(choose(ui, settings))
        .children(options)
        .child(elsewhere);
    let label = el("label", "short-field__label").attr("for", "country");
    let hint = hint_id.map(|id| {
        el("p", "short-field__hint")
            .id(id)
            .say(ui, Msg::UrgentCountryHint)
    });
    el("div", "short-field")
        .child(label.say(ui, Msg::UrgentCountry))
        .child(select)
        .child(hint)
}

fn option(country: &'static str, chosen: bool) -> Tag {
    el("option", "")
        .key(country)
        .attr("value", country)
        .flag("selected", chosen)
}

fn choose(ui: &Ui, settings: &Settings) -> Callback<yew::Event> {
    let (ui, settings) = (ui.clone(), settings.clone());
    Callback::from(move |event: yew::Event| {
        let field = event.target_dyn_into::<HtmlSelectElement>();
        if let Some(country) = field.and_then(|field| Country::new(&field.value())) {
            ui.send(Event::Set(Settings {
                country: Some(country),
                ..settings.clone()
            }));
        }
    })
}
