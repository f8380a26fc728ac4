//! A page with a scaling question and the question that follows it.

use super::View;
use crate::export::point;
use crate::i18n::{Msg, Phrased};
use crate::questionnaire::{Page, Prompt, Scale};
use crate::route::Route;
use crate::ui::components::{
    AnswerField, ScaleField, Scored, answer_field, help_me_think, scale_field,
};
use crate::ui::markup::{Tag, el, link};
use crate::ui::{Mark, Ui};
use yew::prelude::*;

/// A page with a scaling question. Once a point is chosen, the question that follows from it appears below.
pub(super) fn rate(view: View<'_>, scale: Scale) -> Html {
    let ui = view.ui;
    let phrases = scale.phrases();
    let field = ScaleField {
        low: phrases.low,
        high: phrases.high,
        ..ScaleField::of(Scored::Scale(scale), view.worksheet().score(scale))
    };
    let questions = follow_ups(view, scale)
        .into_iter()
        .map(|prompt| follow_up(view, prompt));
    let page = view
        .head(phrases)
        .child(scale_field(ui, field))
        .child(for_today(view, scale))
        .child(help_me_think(ui, phrases))
        .child(el("div", "follow-up").children(questions));
    view.foot(page)
}

/// The questions to show: the one that follows from the chosen point, then any other in which something
/// was written. A question stays while the page is open, even when all its words are deleted.
fn follow_ups(view: View<'_>, scale: Scale) -> Vec<Prompt> {
    let worksheet = view.worksheet();
    let next = worksheet.score(scale).and(scale.follow_up(worksheet));
    let others = match scale {
        Scale::Now => [Prompt::NotLower, Prompt::CopingAtZero, Prompt::KeepsItGoing].to_vec(),
        scale => scale.follow_up(worksheet).into_iter().collect(),
    };
    let kept = others.into_iter().filter(|prompt| {
        let written = || view.session.marks.has(&Mark::Written(*prompt));
        Some(*prompt) != next && (worksheet.answer(*prompt).is_given() || written())
    });
    next.into_iter().chain(kept).collect()
}

/// One question that follows.
fn follow_up(view: View<'_>, prompt: Prompt) -> Tag {
    let phrases = prompt.phrases();
    let field = AnswerField {
        label: Some(phrases.title),
        hint: phrases.hint,
        ..AnswerField::of(prompt, &view.worksheet().answer(prompt))
    };
    let at_zero = prompt == Prompt::CopingAtZero;
    el("div", "follow-up__question")
        .key(prompt.slug())
        .child(at_zero.then(|| if_not_safe(view.ui)))
        .child(answer_field(view.ui, field))
        .child(at_zero.then(|| to_coping(view)))
        .child(help_me_think(view.ui, phrases))
}

/// With the question that 0 leads to, before it: the way to urgent help. Who comes to the link by keyboard hears why it
/// is there.
fn if_not_safe(ui: &Ui) -> Tag {
    let way = link("", Route::UrgentHelp).attr("aria-describedby", "not-safe");
    el("p", "follow-up__safe")
        .child(el("span", "").id("not-safe").say(ui, Msg::ScalesNotSafe))
        .space()
        .child(way.say(ui, Msg::BeforeUrgentLink))
}

/// With the same question, after it: the way to "What keeps you going".
fn to_coping(view: View<'_>) -> Tag {
    el("p", "follow-up__ways")
        .child(link("", view.page(Page::GotThrough)).say(view.ui, Msg::ScalesToCoping))
}

/// Beside the other points on the same scale: the one that was chosen for today.
fn for_today(view: View<'_>, scale: Scale) -> Option<Tag> {
    if !matches!(scale, Scale::Highest | Scale::Enough) {
        return None;
    }
    let score = view.worksheet().score(Scale::Now)?;
    let text = view
        .ui
        .fill(Msg::ScalesYouChose, &[("score", &point(score))]);
    Some(el("p", "for-today").child(text))
}
