//! Back and Continue, and the way back from what was opened in between.

use super::way_back::way_back;
use crate::i18n::Msg;
use crate::progress;
use crate::route::Route;
use crate::ui::markup::{Tag, el, link};
use crate::ui::pages::View;

/// Back and Continue. They are links, so the browser's own back button does what it should. They are
/// quiet where something else is the main thing to do on the page just now, such as going back to where the
/// person came from to change something.
pub fn turn(view: View<'_>, quiet: bool) -> Tag {
    let ui = view.ui;
    let back = progress::previous(view.worksheet(), view.open.place);
    let back = back.map_or(Route::Home, |place| view.route(place));
    let came_from = view.session.way_back().filter(|from| *from != back);
    let looks = if quiet || came_from.is_some() {
        "button button--quiet turn__next"
    } else {
        "button button--main turn__next"
    };
    let on = match progress::next(view.worksheet(), view.open.place) {
        Some(next) => link(looks, view.route(next)).say(ui, Msg::NavContinue),
        None => link("button turn__home", Route::Home).say(ui, Msg::NavFinish),
    };
    el("nav", "turn")
        .attr("aria-label", ui.text(Msg::NavPagesLabel))
        .child(came_from.map(|from| way_back(ui, "button button--main turn__from", from)))
        .child(link("button button--quiet turn__back", back).say(ui, Msg::NavBack))
        .child(on)
}
