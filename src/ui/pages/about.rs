//! What First Light is, and whom it learns from.

use crate::i18n::Msg;
use crate::route::Route;
use crate::ui::Ui;
use crate::ui::components::title;
use crate::ui::markup::{el, link, nodes};
use yew::prelude::*;

const CREDITS: [Msg; 5] = [
    Msg::AboutCreditDeShazer,
    Msg::AboutCreditManual,
    Msg::AboutCreditGas,
    Msg::AboutCreditIfThen,
    Msg::AboutCreditBap,
];

/// What First Light is, and whom it learns from.
pub(super) fn about(ui: &Ui) -> Html {
    let heading = |msg| el("h2", "").say(ui, msg);
    let text = |msg| el("p", "").say(ui, msg);
    let credits = CREDITS.iter().map(|credit| el("li", "").say(ui, *credit));
    let prose = el("div", "prose")
        .child(heading(Msg::AboutWhatTitle))
        .child(text(Msg::AboutWhatText))
        .child(text(Msg::AboutNotText))
        .child(heading(Msg::AboutCareTitle))
        .child(text(Msg::AboutCareText))
        .child(el("p", "alone").child(link("", Route::UrgentHelp).say(ui, Msg::NavUrgentHelp)))
        .child(el("p", "alone").child(link("", Route::BlankSheet).say(ui, Msg::PaperByHand)))
        .child(el("hr", "ornament"))
        .child(heading(Msg::AboutThanksTitle))
        .child(text(Msg::AboutThanksText))
        .child(el("ul", "").children(credits))
        .child(heading(Msg::AboutLicenceTitle))
        .child(text(Msg::AboutLicenceText));
    nodes()
        .child(title(ui, Msg::AboutTitle))
        .child(prose)
        .html()
}
