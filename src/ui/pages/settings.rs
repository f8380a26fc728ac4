//! Settings: how things are shown and written, for all plans in this browser.

use crate::i18n::{Locale, Msg};
use crate::route::Route;
use crate::store::{Settings, TextSize, Theme};
use crate::ui::components::{Choice, ChoiceItem, checklist, choice, title};
use crate::ui::markup::{Tag, el, link, nodes};
use crate::ui::{Event, Ui};
use yew::prelude::*;

/// Settings. Each takes effect at once.
pub(super) fn settings(ui: &Ui, settings: &Settings) -> Html {
    let several = Locale::ALL.len() > 1;
    let groups = el("div", "settings")
        .child(theme(ui, settings))
        .child(text_size(ui, settings))
        .child(writing(ui, settings))
        .child(leaving(ui, settings))
        .child(several.then(|| languages(ui)))
        .child(el("p", "hint settings__kept").say(ui, Msg::SettingsSaved))
        .child(el("p", "alone").child(link("", Route::Lock).say(ui, Msg::LockGo)))
        .child(el("p", "alone").child(link("", Route::Privacy).say(ui, Msg::SettingsPrivacy)));
    nodes()
        .child(title(ui, Msg::SettingsTitle))
        .child(groups)
        .html()
}

fn theme(ui: &Ui, settings: &Settings) -> Tag {
    let items = Theme::ALL.map(|theme| {
        let title = match theme {
            Theme::System => Msg::SettingsThemeSystem,
            Theme::Light => Msg::SettingsThemeLight,
            Theme::Dark => Msg::SettingsThemeDark,
        };
        let chosen = Settings {
            theme,
            ..settings.clone()
        };
        item(theme.slug(), title, None, theme == settings.theme, chosen)
    });
    choice(ui, row("theme", Msg::SettingsTheme), items.into())
}

fn text_size(ui: &Ui, settings: &Settings) -> Tag {
    let items = TextSize::ALL.map(|text_size| {
        let title = match text_size {
            TextSize::Normal => Msg::SettingsTextNormal,
            TextSize::Large => Msg::SettingsTextLarge,
            TextSize::Larger => Msg::SettingsTextLarger,
            TextSize::Together => Msg::SettingsTextTogether,
        };
        let chosen = Settings {
            text_size,
            ..settings.clone()
        };
        item(
            text_size.slug(),
            title,
            None,
            text_size == settings.text_size,
            chosen,
        )
    });
    choice(ui, row("text-size", Msg::SettingsTextSize), items.into())
}

fn writing(ui: &Ui, settings: &Settings) -> Tag {
    let Settings {
        hints, spell_check, ..
    } = *settings;
    let (no_hints, no_check) = (
        Settings {
            hints: !hints,
            ..settings.clone()
        },
        Settings {
            spell_check: !spell_check,
            ..settings.clone()
        },
    );
    let about = Some(Msg::SettingsSpellCheckAbout);
    let items = vec![
        item("hints", Msg::SettingsHints, None, hints, no_hints),
        item(
            "spell-check",
            Msg::SettingsSpellCheck,
            about,
            spell_check,
            no_check,
        ),
    ];
    let group = Choice {
        legend: Some(Msg::SettingsWriting),
        ..Choice::named("writing")
    };
    checklist(ui, group, items)
}

fn leaving(ui: &Ui, settings: &Settings) -> Tag {
    let other = Settings {
        leave: !settings.leave,
        ..settings.clone()
    };
    let about = Some(Msg::LeaveAbout);
    let item = item("leave", Msg::SettingsLeave, about, settings.leave, other);
    let group = Choice {
        legend: Some(Msg::AppLeave),
        ..Choice::named("leaving")
    };
    checklist(ui, group, vec![item])
}

/// The languages of a build for development, by their codes.
fn languages(ui: &Ui) -> Tag {
    let links = Locale::ALL.iter().map(|locale| {
        let here = (*locale == ui.scene.words.locale()).then_some("true");
        let address = format!("?lang={}{}", locale.code(), Route::Settings);
        let link = el("a", "").attr("href", address).attr("aria-current", here);
        el("li", "").child(link.attr("translate", "no").child(locale.code()))
    });
    el("section", "languages")
        .attr("aria-labelledby", "languages")
        .child(
            el("h2", "group__title")
                .id("languages")
                .say(ui, Msg::SettingsLanguage),
        )
        .child(el("ul", "languages__list").children(links))
}

fn row(name: &'static str, legend: Msg) -> Choice {
    Choice {
        legend: Some(legend),
        row: true,
        ..Choice::named(name)
    }
}

fn item(
    value: &'static str,
    title: Msg,
    text: Option<Msg>,
    checked: bool,
    then: Settings,
) -> ChoiceItem {
    ChoiceItem {
        value,
        title,
        text,
        checked,
        event: Event::Set(then),
    }
}
