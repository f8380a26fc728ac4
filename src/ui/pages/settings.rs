//! Settings: how things are shown and written, for all plans in this browser.

use crate::i18n::{Locale, Msg};
use crate::route::Route;
use crate::store::{self, TextSize, Theme};
use crate::ui::components::{Checklist, ChecklistItem, Choice, ChoiceItem};
use crate::ui::{Dispatch, Event, Scene, use_dispatch, use_scene};
use yew::prelude::*;

/// Properties of [`Settings`].
#[derive(PartialEq, Properties)]
pub struct SettingsProps {
    /// The settings.
    pub settings: store::Settings,
}

/// Settings. Each takes effect at once.
#[component]
pub fn Settings(props: &SettingsProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let settings = &props.settings;
    html! {
        <>
            <h1 class="question question--title" id="question" tabindex="-1">{ scene.text(Msg::SettingsTitle) }</h1>
            <div class="settings">
                { theme(scene, &dispatch, settings) }
                { text_size(scene, &dispatch, settings) }
                { writing(scene, &dispatch, settings) }
                if Locale::ALL.len() > 1 {
                    { languages(scene) }
                }
                <p class="hint settings__kept">{ scene.text(Msg::SettingsSaved) }</p>
            </div>
        </>
    }
}

fn theme(scene: Scene, dispatch: &Dispatch, settings: &store::Settings) -> Html {
    let item = |theme: Theme| {
        let title = match theme {
            Theme::System => Msg::SettingsThemeSystem,
            Theme::Light => Msg::SettingsThemeLight,
            Theme::Dark => Msg::SettingsThemeDark,
        };
        short(scene, theme.slug(), title, theme == settings.theme)
    };
    let onchoose = set(dispatch, settings, |settings, slug: AttrValue| {
        settings.theme = Theme::from_slug(&slug).unwrap_or_default();
    });
    html! {
        <Choice name="theme" legend={scene.text(Msg::SettingsTheme)} row=true {onchoose}
            items={Theme::ALL.map(item).to_vec()} />
    }
}

fn text_size(scene: Scene, dispatch: &Dispatch, settings: &store::Settings) -> Html {
    let item = |size: TextSize| {
        let title = match size {
            TextSize::Normal => Msg::SettingsTextNormal,
            TextSize::Large => Msg::SettingsTextLarge,
            TextSize::Larger => Msg::SettingsTextLarger,
        };
        short(scene, size.slug(), title, size == settings.text_size)
    };
    let onchoose = set(dispatch, settings, |settings, slug: AttrValue| {
        settings.text_size = TextSize::from_slug(&slug).unwrap_or_default();
    });
    html! {
        <Choice name="text-size" legend={scene.text(Msg::SettingsTextSize)} row=true {onchoose}
            items={TextSize::ALL.map(item).to_vec()} />
    }
}

const HINTS: &str = "hints";
const SPELL_CHECK: &str = "spell-check";

fn writing(scene: Scene, dispatch: &Dispatch, settings: &store::Settings) -> Html {
    let item = |value: &'static str, title, text: Option<Msg>, checked| ChecklistItem {
        value: value.into(),
        title: scene.text(title).into(),
        text: text.map(|text| scene.text(text).into()),
        checked,
    };
    let about = Some(Msg::SettingsSpellCheckAbout);
    let items = vec![
        item(HINTS, Msg::SettingsHints, None, settings.hints),
        item(
            SPELL_CHECK,
            Msg::SettingsSpellCheck,
            about,
            settings.spell_check,
        ),
    ];
    let ontick = set(
        dispatch,
        settings,
        |settings, (value, ticked): (AttrValue, bool)| match value.as_str() {
            HINTS => settings.hints = ticked,
            _ => settings.spell_check = ticked,
        },
    );
    html! { <Checklist name="writing" legend={scene.text(Msg::SettingsWriting)} {items} {ontick} /> }
}

/// The languages of a build for development, by their codes.
fn languages(scene: Scene) -> Html {
    let link = |locale: &Locale| {
        let here = (*locale == scene.words.locale()).then_some("true");
        let href = format!("?lang={}{}", locale.code(), Route::Settings);
        html! { <li><a {href} aria-current={here} translate="no">{ locale.code() }</a></li> }
    };
    html! {
        <section class="languages" aria-labelledby="languages">
            <h2 class="group__title" id="languages">{ scene.text(Msg::SettingsLanguage) }</h2>
            <ul class="languages__list">{ for Locale::ALL.iter().map(link) }</ul>
        </section>
    }
}

fn short(scene: Scene, value: &'static str, title: Msg, checked: bool) -> ChoiceItem {
    ChoiceItem {
        value: value.into(),
        title: scene.text(title).into(),
        text: None,
        checked,
    }
}

/// Hears what was chosen, and changes the settings by it.
fn set<T: 'static>(
    dispatch: &Dispatch,
    settings: &store::Settings,
    change: fn(&mut store::Settings, T),
) -> Callback<T> {
    let (dispatch, settings) = (dispatch.clone(), settings.clone());
    Callback::from(move |chosen| {
        let mut settings = settings.clone();
        change(&mut settings, chosen);
        dispatch.send(Event::Set(settings));
    })
}
