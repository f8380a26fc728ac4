//! For therapists: links, and notes for the person who asks.

use super::builder::try_again;
use super::guide;
use crate::browser::{page as browser, styles};
use crate::format::{DecodedDraft, decode_draft};
use crate::i18n::Msg;
use crate::progress::Place;
use crate::route::{PlanId, Route};
use crate::store::HeldDraft;
use crate::ui::components::{notice, title};
use crate::ui::markup::{Tag, button, el, link, nodes};
use crate::ui::{Deed, Event, Session, Ui};
use crate::worksheet::{Draft, Text};
use yew::prelude::*;

/// How the notes and the page for links look.
const STYLES: &str = concat!(
    include_str!("../../../styles/pages/guide.css"),
    include_str!("../../../styles/pages/builder.css"),
    include_str!("../../../styles/components/qr_code.css"),
);

/// Has what therapists use look as it should, from now on.
pub(super) fn dress() {
    super::invitation::dress();
    styles::dress(STYLES);
}

/// The page for therapists.
pub(super) fn page(ui: &Ui, session: &Session) -> Html {
    let text = |msg| el("p", "").say(ui, msg);
    let new = link("button button--main", Route::Builder(session.fresh));
    let look = link("", Route::Plan(session.fresh, Place::FIRST));
    let prose = el("div", "prose")
        .child(el("hr", "ornament"))
        .child(el("h2", "").id("notes").say(ui, Msg::TherapistsNotes))
        .child(text(Msg::TherapistsNotesAbout))
        .child(guide::all(ui))
        .child(el("h2", "").say(ui, Msg::TherapistsLookTitle))
        .child(text(Msg::TherapistsLook))
        .child(el("p", "alone").child(look.say(ui, Msg::TherapistsLookGo)));
    nodes()
        .child(title(ui, Msg::TherapistsTitle))
        .child(el("p", "lead").say(ui, Msg::TherapistsLead))
        .child(text(Msg::TherapistsHolds))
        .child(el("p", "").child(new.say(ui, Msg::TherapistsNew)))
        .child(kept(ui, session))
        .child(prose)
        .html()
}

/// The set-ups that are kept in this browser.
fn kept(ui: &Ui, session: &Session) -> Tag {
    let stored = session.library.drafts();
    let blocked = stored
        .is_err()
        .then(|| el("p", "hint").say(ui, Msg::TherapistsBlocked));
    let held = session.library.held_drafts();
    let is_held = |id: PlanId| held.iter().any(|(held, _)| *held == id);
    let mut drafts = stored.unwrap_or_default();
    drafts.retain(|(id, _)| !is_held(*id));
    let read = |(id, held): &(PlanId, HeldDraft)| (*id, decode_draft(&held.text));
    drafts.extend(held.iter().map(read));
    if drafts.is_empty() {
        return nodes().child(blocked);
    }
    let cards = drafts
        .into_iter()
        .enumerate()
        .map(|(place, (id, draft))| card(ui, session, place, (id, draft), is_held(id)));
    let some_held = !held.is_empty() && blocked.is_none();
    let (title, text) = (Msg::TherapistsHeldTitle, Msg::TherapistsHeldText);
    let trouble = some_held.then(|| notice(ui, title, text, true, nodes().child(try_again(ui))));
    let list = el("section", "setups")
        .attr("aria-labelledby", "setups")
        .child(
            el("h2", "group__title")
                .id("setups")
                .attr("tabindex", "-1")
                .say(ui, Msg::TherapistsKept),
        )
        .child(el("p", "hint").say(ui, Msg::TherapistsKeptAbout))
        .child(el("ul", "plans").children(cards));
    nodes()
        .child(
            el("div", "notices")
                .attr("role", "status")
                .child(blocked)
                .child(trouble),
        )
        .child(list)
}

fn card(
    ui: &Ui,
    session: &Session,
    place: usize,
    (id, draft): (PlanId, DecodedDraft),
    is_held: bool,
) -> Tag {
    let (name, open, note) = match draft {
        DecodedDraft::Whole(draft) => {
            let open = link("button", Route::Builder(id)).say(ui, Msg::TherapistsOpen);
            (draft.name, Some(open), None)
        }
        DecodedDraft::Mended(draft) => {
            let open = button("button").clicked(open_rest(ui, session, &draft));
            let open = open.say(ui, Msg::TherapistsOpenRest);
            (draft.name, Some(open), Some(Msg::TherapistsDamaged))
        }
        DecodedDraft::Unreadable => (Text::default(), None, Some(Msg::TherapistsUnreadable)),
    };
    let title_id = format!("setup-{id}");
    let title = el("h3", "plan__title").id(title_id.clone());
    let title = if name.is_blank() {
        let number = (place + 1).to_string();
        title.child(ui.fill_one(Msg::TherapistsUntitled, "n", &number))
    } else {
        title.child(el("span", "words").words(&name))
    };
    let gone: Event = Deed::new(move |session| session.delete_draft(id)).into();
    let delete = button("button button--quiet")
        .attr("aria-describedby", title_id.clone())
        .on_click(ui, vec![gone, Event::focus("question")])
        .say(ui, Msg::PlanMenuDelete);
    let open = open.map(|open| open.attr("aria-describedby", title_id));
    el("li", "plan")
        .key(&id.to_string())
        .child(title)
        .child(note.map(|note| el("p", "plan__note").say(ui, note)))
        .child(is_held.then(|| el("p", "plan__note").say(ui, Msg::TherapistsHeld)))
        .child(el("div", "plan__actions").child(open).child(delete))
}

/// Opens what can be read of a damaged set-up as a new one.
fn open_rest(ui: &Ui, session: &Session, draft: &Draft) -> Callback<MouseEvent> {
    let (ui, draft, to) = (ui.clone(), draft.clone(), Route::Builder(session.fresh));
    Callback::from(move |_| {
        let draft = draft.clone();
        ui.send(Deed::new(move |session| session.copy_draft(draft.clone())));
        browser::go(to);
    })
}
