//! What therapists make: a link, which has a page of its own, or a set-up that was saved as a file.

use super::shown::locked_here;
use crate::browser::page as browser;
use crate::i18n::Msg;
use crate::route::Route;
use crate::sharing::envelope::Kind;
use crate::sharing::{invitation as links, link};
use crate::ui::components::title;
use crate::ui::markup::{Tag, button, el, nodes};
use crate::ui::{Deed, Session, Ui};
use crate::worksheet::Draft;
use std::rc::Rc;
use yew::prelude::*;

/// A therapist's link: its client opens it, and whoever made it can go on with it.
pub(super) fn invitation(ui: &Ui, session: &Session, envelope: &str) -> Html {
    let address = format!("#/{}/{envelope}", link::path(Kind::Invitation));
    let open = el("a", "button button--main")
        .attr("href", address)
        .say(ui, Msg::CopyInvitationOpen);
    let read = links::read(envelope).ok().filter(|_| !session.is_locked());
    let change = read.map(|invitation| {
        let draft = Draft {
            invitation,
            ..Draft::default()
        };
        keep(ui, session, &Rc::new(draft), "button").say(ui, Msg::CopyInvitationChange)
    });
    let ways = nodes().child(open).space().child(change);
    page(ui, Msg::CopyInvitation, None, ways)
}

/// A set-up from a file.
pub(super) fn set_up(ui: &Ui, session: &Session, draft: &Rc<Draft>) -> Html {
    if session.is_locked() {
        return page(ui, Msg::CopySetUp, None, locked_here(ui, session));
    }
    let name = (!draft.name.is_blank()).then(|| el("h2", "group__title words").words(&draft.name));
    let keep = keep(ui, session, draft, "button button--main").say(ui, Msg::CopySetUpKeep);
    page(ui, Msg::CopySetUp, name, keep)
}

fn page(ui: &Ui, lead: Msg, name: Option<Tag>, ways: Tag) -> Html {
    nodes()
        .child(title(ui, Msg::CopyTitle))
        .child(el("p", "lead").say(ui, lead))
        .child(name)
        .child(
            el("div", "hand-over__ways")
                .child(ways)
                .space()
                .child(super::away(ui)),
        )
        .html()
}

/// A button that makes a new set-up of this one, and goes there. No other is changed.
fn keep(ui: &Ui, session: &Session, draft: &Rc<Draft>, looks: &'static str) -> Tag {
    let (ui, draft, to) = (ui.clone(), Rc::clone(draft), Route::Builder(session.fresh));
    button(looks).clicked(Callback::from(move |_| {
        let draft = Rc::clone(&draft);
        ui.send(Deed::new(move |session| {
            session.copy_draft(Draft::clone(&draft))
        }));
        browser::go(to);
    }))
}
