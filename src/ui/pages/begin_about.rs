//! What this is, who can see it, and where it is kept.

use super::View;
use super::invitation::kept_letter;
use crate::i18n::{Msg, Phrased, Topic};
use crate::route::Route;
use crate::ui::Target;
use crate::ui::components::{keep_choice, short_field};
use crate::ui::markup::{el, link};
use yew::prelude::*;

/// The first page of a plan.
pub(super) fn begin_about(view: View<'_>) -> Html {
    let ui = view.ui;
    let text = |msg| el("p", "").say(ui, msg);
    let urgent = text(Msg::BeforeUrgentText)
        .space()
        .child(link("", Route::UrgentHelp).say(ui, Msg::BeforeUrgentLink));
    let prose = el("div", "prose")
        .child(text(Msg::BeforeWhatText))
        .child(text(Msg::BeforeAnswersText))
        .child(text(Msg::BeforeNotText))
        .child(el("h2", "").say(ui, Msg::BeforeUrgentTitle))
        .child(urgent)
        .child(el("h2", "").say(ui, Msg::BeforeWhoTitle))
        .child(text(Msg::BeforeWhoText))
        .child(el("h2", "").say(ui, Msg::AppLeave))
        .child(
            text(Msg::LeaveAbout)
                .space()
                .child(link("", Route::Settings).say(ui, Msg::LeaveOff)),
        );
    let letter = kept_letter(ui, view.worksheet()).map(|letter| {
        el("section", "group")
            .attr("aria-labelledby", "from-link")
            .child(
                el("h2", "group__title")
                    .id("from-link")
                    .say(ui, Msg::InvitationKept),
            )
            .child(letter)
    });
    let keep = if view.session.is_locked() {
        text(Msg::KeepVisitNow)
    } else {
        keep_choice(ui, view.open.keep, view.session.saving)
    };
    let name = &view.worksheet().name;
    let hint = Some(Msg::BeforeNameHint);
    let page = view
        .head(Topic::About.phrases())
        .child(letter)
        .child(prose)
        .child(keep)
        .child(short_field(
            ui,
            Target::Name,
            name,
            Msg::BeforeNameLabel,
            hint,
        ));
    view.foot(page)
}
