//! What is shown in the place of a page that is still on its way.

use crate::i18n::Msg;
use crate::ui::components::title;
use crate::ui::markup::{button, el, nodes};
use crate::ui::{Event, Mark, Session, Ui, shell};
use yew::prelude::*;

/// The page's name at once; that it is on its way only if that takes a while; and what to do if it does not
/// come.
pub(super) fn waiting(ui: &Ui, session: &Session) -> Html {
    let missing = session.marks.has(&Mark::NotArrived);
    let late = !missing && session.marks.has(&Mark::Late);
    let status = el("div", "")
        .attr("role", "status")
        .child(late.then(|| el("p", "lead").say(ui, Msg::PartLate)))
        .child(missing.then(|| el("p", "lead").say(ui, Msg::PartMissing)));
    let again = button("button button--main")
        .on_click(
            ui,
            vec![Event::Unmark(Mark::NotArrived), Event::focus("question")],
        )
        .say(ui, Msg::PartAgain);
    nodes()
        .child(title(ui, shell::name(session)))
        .child(status)
        .child(missing.then_some(again))
        .html()
}
