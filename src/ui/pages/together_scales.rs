//! The page with the four private scales of "How we work together".

use super::View;
use crate::i18n::{Msg, Phrased, Topic};
use crate::questionnaire::Scale;
use crate::ui::Ui;
use crate::ui::components::{ScaleField, Scored, help_me_think, scale_field, tick_box};
use crate::ui::markup::{Tag, el};
use crate::worksheet::Action;
use yew::prelude::*;

/// Four scales that are never added up, and what might be worth raising.
pub(super) fn together_scales(view: View<'_>) -> Html {
    let ui = view.ui;
    let worksheet = view.worksheet();
    let phrases = Topic::TogetherScales.phrases();
    let scales = Scale::TOGETHER.into_iter().map(|scale| {
        let phrases = scale.phrases();
        scale_field(
            ui,
            ScaleField {
                legend: Some(phrases.title),
                hint: phrases.hint,
                low: phrases.low,
                high: phrases.high,
                ..ScaleField::of(Scored::Scale(scale), worksheet.score(scale))
            },
        )
    });
    let page = view
        .head(phrases)
        .child(help_me_think(ui, phrases))
        .child(el("div", "together-scales").children(scales))
        .child(worth_raising(ui, &worksheet.lowest_together()))
        .child(share(ui, worksheet.share_together));
    view.foot(page)
}

/// What might be worth raising, and a first sentence to raise it.
fn worth_raising(ui: &Ui, lowest: &[Scale]) -> Tag {
    let slot = el("div", "worth-raising-slot");
    if lowest.is_empty() {
        return slot;
    }
    let ways = lowest.iter().filter_map(|scale| {
        let begin = first_sentence(*scale)?;
        let title = el("p", "worth-raising__scale").say(ui, scale.phrases().title);
        let begin = el("p", "worth-raising__begin").say(ui, begin);
        Some(
            el("li", "worth-raising__way")
                .key(scale.slug())
                .child(title)
                .child(begin),
        )
    });
    let title = el("h2", "worth-raising__title").id("worth-raising");
    slot.child(
        el("section", "worth-raising")
            .attr("aria-labelledby", "worth-raising")
            .child(title.say(ui, Msg::TogetherWorthRaising))
            .child(el("p", "").say(ui, Msg::TogetherWorthRaisingText))
            .child(el("ul", "worth-raising__ways").children(ways))
            .child(el("p", "").say(ui, Msg::TogetherYourWords)),
    )
}

/// A first sentence with which the person could raise it.
fn first_sentence(scale: Scale) -> Option<Msg> {
    match scale {
        Scale::Open => Some(Msg::TogetherBeginOpen),
        Scale::Respected => Some(Msg::TogetherBeginRespected),
        Scale::Matters => Some(Msg::TogetherBeginMatters),
        Scale::MakesSense => Some(Msg::TogetherBeginMakesSense),
        Scale::Now | Scale::Highest | Scale::Enough | Scale::Confidence | Scale::Willingness => {
            None
        }
    }
}

/// Whether this private part may be printed and copied.
fn share(ui: &Ui, shared: bool) -> Tag {
    let state = if shared {
        Msg::TogetherShared
    } else {
        Msg::TogetherPrivate
    };
    let note_id = "share-together-note";
    let event = Action::ShareTogether(!shared).into();
    let label = el("span", "").say(ui, Msg::TogetherShare);
    let note = el("p", "checklist__note")
        .id(note_id)
        .attr("role", "status")
        .say(ui, state);
    el("div", "together-share")
        .child(tick_box(
            ui,
            "share-together".into(),
            shared,
            note_id.into(),
            event,
            label,
        ))
        .child(note)
}
