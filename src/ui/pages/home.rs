//! Home: the plans of this browser, or a first word to a new visitor.

use crate::i18n::{Msg, Plural};
use crate::progress::Place;
use crate::route::Route;
use crate::ui::components::{hero, notice, plan_card, title};
use crate::ui::markup::{Tag, el, link, nodes};
use crate::ui::{Mark, Session, Ui};
use yew::prelude::*;

/// Home. Whoever has been here before is one tap from where they stopped.
pub(super) fn home(ui: &Ui, session: &Session) -> Html {
    let begin = Route::Plan(session.fresh, Place::FIRST);
    let empty = session.shelf.plans.is_empty();
    let body = if empty {
        hero(ui, begin)
    } else {
        plans(ui, session, begin)
    };
    nodes()
        .child(emptied(ui, session))
        .child(unreadable(ui, empty && session.shelf.trouble.is_some()))
        .child(body)
        .html()
}

/// Says that everything was deleted.
fn emptied(ui: &Ui, session: &Session) -> Option<Tag> {
    session.marks.has(&Mark::Emptied).then(|| {
        el("p", "lead")
            .id("emptied")
            .attr("tabindex", "-1")
            .say(ui, Msg::DeleteAllDone)
    })
}

/// Why there may be plans that cannot be seen. With plans in sight, the notice about saving says enough.
fn unreadable(ui: &Ui, blocked: bool) -> Html {
    let trouble = blocked.then(|| {
        let why = link("", Route::Privacy).say(ui, Msg::TroubleWhy);
        notice(
            ui,
            Msg::HomeBlockedTitle,
            Msg::HomeBlockedText,
            true,
            nodes().child(why),
        )
    });
    el("div", "notices")
        .attr("role", "status")
        .child(trouble)
        .html()
}

/// The plans, newest first.
fn plans(ui: &Ui, session: &Session, begin: Route) -> Html {
    let plans = &session.shelf.plans;
    let cards = plans
        .iter()
        .enumerate()
        .map(|(place, plan)| plan_card(ui, session, plan, place == 0));
    let copied = session
        .marks
        .has(&Mark::Copied)
        .then(|| ui.text(Msg::PlanMenuCopied));
    nodes()
        .child(title(ui, Msg::HomeTitle))
        .child(
            el("ul", "plans")
                .attr(
                    "aria-label",
                    ui.scene.words.count(Plural::HomePlans, plans.len()),
                )
                .children(cards),
        )
        .child(
            el("p", "visually-hidden")
                .attr("role", "status")
                .child(copied),
        )
        .child(
            el("p", "plans__new")
                .child(link("button", begin).say(ui, Msg::HomeNew))
                .space()
                .child(link("button button--quiet", Route::Copy).say(ui, Msg::CopyTitle)),
        )
        .child(el("p", "alone").child(link("", Route::BlankSheet).say(ui, Msg::PaperByHand)))
        .html()
}
