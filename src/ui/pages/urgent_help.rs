//! Urgent help, by country.

use crate::browser::page;
use crate::crisis::{self, Line};
use crate::i18n::Msg;
use crate::store::{Country, Settings};
use crate::ui::components::{CrisisLine, EmergencyLine};
use crate::ui::{Event, use_dispatch, use_scene};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Properties of [`UrgentHelp`].
#[derive(PartialEq, Properties)]
pub struct UrgentHelpProps {
    /// The settings: the chosen country is one.
    pub settings: Settings,
}

/// The value of "Somewhere else" (ISO 3166 leaves these letters free for such use).
const ELSEWHERE: &str = "ZZ";

/// Urgent help: the numbers first, everything about them after.
#[component]
pub fn UrgentHelp(props: &UrgentHelpProps) -> Html {
    let scene = use_scene();
    let chosen = props.settings.country;
    let guessed = use_memo((), |()| crisis::suggested(&page::browser_language()));
    let line = match &chosen {
        Some(country) => crisis::line(country.code()),
        None => *guessed,
    };
    let is_guess = chosen.is_none() && line.is_some();
    html! {
        <>
            <h1 class="question question--title" id="question" tabindex="-1">{ scene.text(Msg::UrgentTitle) }</h1>
            <p class="lead">{ scene.text(Msg::UrgentLead) }</p>
            <Countries settings={props.settings.clone()} here={line.copied()} {is_guess} />
            <ul class="help-lines">
                <EmergencyLine numbers={line.map_or(crisis::EMERGENCY_ELSEWHERE, |line| line.emergency)}
                    elsewhere={line.is_none()} />
                if let Some(line) = line {
                    <CrisisLine {line} />
                }
                <li class="help-line">
                    <h2 class="help-line__name">{ scene.text(Msg::UrgentElsewhere) }</h2>
                    <p>{ scene.text(Msg::UrgentElsewhereText) }</p>
                    <p class="help-line__number">
                        <a href={format!("https://{}", crisis::DIRECTORY)} rel="noreferrer noopener" translate="no">
                            { crisis::DIRECTORY }
                        </a>
                    </p>
                    <p class="help-line__source">{ scene.text(Msg::UrgentElsewhereNote) }</p>
                </li>
            </ul>
            <div class="prose">
                <p>{ scene.text(Msg::UrgentTalk) }</p>
                <p>{ scene.text(Msg::UrgentNear) }</p>
                <p>{ scene.text(Msg::UrgentNotHere) }</p>
            </div>
            <p class="help-lines__about">
                { scene.text(Msg::UrgentNotCheckedByUs) }{ " " }{ scene.text(Msg::UrgentCosts) }
            </p>
        </>
    }
}

/// Properties of [`Countries`].
#[derive(PartialEq, Properties)]
struct CountriesProps {
    settings: Settings,
    here: Option<Line>,
    is_guess: bool,
}

/// The choice of a country, in the order of their names.
#[component]
fn Countries(props: &CountriesProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let name = |line: &Line| scene.text(line.country_name);
    let mut lines: Vec<&Line> = Vec::with_capacity(crisis::LINES.len());
    for line in crisis::LINES {
        let place = lines.partition_point(|other| name(other) < name(line));
        lines.insert(place, line);
    }
    let onchange = {
        let settings = props.settings.clone();
        Callback::from(move |event: yew::Event| {
            let field = event.target_dyn_into::<HtmlSelectElement>();
            if let Some(country) = field.and_then(|field| Country::new(&field.value())) {
                dispatch.send(Event::Set(Settings {
                    country: Some(country),
                    ..settings.clone()
                }));
            }
        })
    };
    let option = |line: &&Line| {
        let selected = props.here.is_some_and(|here| here.country == line.country);
        html! {
            <option key={line.country} value={line.country} {selected}>{ scene.text(line.country_name) }</option>
        }
    };
    let hint_id = props.is_guess.then_some("country-hint");
    html! {
        <div class="short-field">
            <label class="short-field__label" for="country">{ scene.text(Msg::UrgentCountry) }</label>
            <select class="short-field__input" id="country" aria-describedby={hint_id} {onchange}>
                { for lines.iter().map(option) }
                <option key={ELSEWHERE} value={ELSEWHERE} selected={props.here.is_none()}>
                    { scene.text(Msg::CountriesElsewhere) }
                </option>
            </select>
            if props.is_guess {
                <p class="short-field__hint" id="country-hint">{ scene.text(Msg::UrgentCountryHint) }</p>
            }
        </div>
    }
}
