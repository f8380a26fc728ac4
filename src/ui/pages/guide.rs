//! Notes for the person who asks: beside the pages on wide screens, a sheet over them on narrow ones.

use crate::i18n::{Msg, Phrased, Phrases, Topic};
use crate::questionnaire::Section;
use crate::store::{Settings, TextSize};
use crate::ui::markup::{Tag, button, el};
use crate::ui::session::OpenPlan;
use crate::ui::{Deed, Event, Session, Ui};
use yew::prelude::*;

/// The notes of every section, to read before meeting somebody.
pub(super) fn all(ui: &Ui) -> Tag {
    let part = |phrases: &'static Phrases| {
        el("details", "notes")
            .child(el("summary", "").say(ui, phrases.title))
            .child(list(ui, phrases))
    };
    let sections = Section::ALL
        .into_iter()
        .map(|section| part(section.phrases()));
    el("div", "all-notes")
        .child(part(Topic::Guide.phrases()))
        .children(sections)
}

fn list(ui: &Ui, phrases: &Phrases) -> Tag {
    let notes = phrases.help.iter().map(|note| el("li", "").say(ui, *note));
    el("ul", "notes__list").children(notes)
}

/// The notes for the page that is shown, and a button that shows them and puts them away.
pub(super) fn panel(ui: &Ui, session: &Session, open: &OpenPlan) -> Html {
    let shown = session.guide;
    let label = if shown {
        Msg::GuideHide
    } else {
        Msg::GuideShow
    };
    let turned: Event = Deed::new(move |session| session.with_guide(!shown)).into();
    let turn = button("button guide__button")
        .attr("aria-expanded", if shown { "true" } else { "false" })
        .attr("aria-controls", "guide-notes")
        .on_click(ui, vec![turned])
        .say(ui, label);
    el("aside", "guide")
        .attr("aria-label", ui.text(Msg::TherapistsNotes))
        .attr("data-open", shown.then_some(""))
        .child(turn)
        .child(
            el("div", "guide__notes")
                .id("guide-notes")
                .flag("hidden", !shown)
                .child(shown.then(|| notes(ui, session, open.place.section()))),
        )
        .html()
}

fn notes(ui: &Ui, session: &Session, section: Section) -> Tag {
    let part = |phrases: &'static Phrases| {
        el("section", "guide__part")
            .child(el("h2", "guide__title").say(ui, phrases.title))
            .child(list(ui, phrases))
    };
    el("div", "guide__body")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", ui.text(Msg::TherapistsNotes))
        .child(part(section.phrases()))
        .child(part(Topic::Guide.phrases()))
        .child(el("p", "guide__together").child(together(ui, session)))
}

/// Larger text for a screen that several people look at, or the way back.
fn together(ui: &Ui, session: &Session) -> Tag {
    let (settings, label) = if session.settings.text_size == TextSize::Together {
        (session.apart(), Msg::GuideApart)
    } else {
        let larger = Settings {
            text_size: TextSize::Together,
            ..session.settings.clone()
        };
        (larger, Msg::GuideTogether)
    };
    button("button")
        .on_click(ui, vec![Event::Set(settings)])
        .say(ui, label)
}
