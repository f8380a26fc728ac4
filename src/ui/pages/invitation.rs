//! Opening a therapist's link.

use crate::browser::{clock, page as browser};
use crate::i18n::{Msg, Phrased};
use crate::progress::Place;
use crate::route::Route;
use crate::sharing::envelope::Damage;
use crate::sharing::invitation;
use crate::ui::components::{lock_form, title};
use crate::ui::locksmith::Task;
use crate::ui::markup::{Tag, button, el, link, nodes};
use crate::ui::{Deed, Session, Ui};
use crate::worksheet::{Invitation, Wording, Worksheet};
use std::rc::Rc;
use yew::prelude::*;

/// What a link holds that somebody was given. It is read from the address each time: nothing of it is kept
/// until "Start".
pub(super) fn page(ui: &Ui, session: &Session) -> Html {
    match invitation::read(&browser::address()) {
        Ok(invitation) => opened(ui, session, Rc::new(invitation)),
        Err(damage) => broken(ui, damage),
    }
}

/// A link that cannot be used, and why.
pub fn broken(ui: &Ui, damage: Damage) -> Html {
    let why = match damage {
        Damage::Missing => Msg::InvitationMissing,
        Damage::Changed => Msg::InvitationChanged,
        Damage::Incomplete => Msg::InvitationIncomplete,
        Damage::Newer => Msg::InvitationNewer,
    };
    nodes()
        .child(title(ui, Msg::InvitationBroken))
        .child(el("p", "lead").say(ui, why))
        .child(el("p", "").say(ui, Msg::InvitationAskAgain))
        .child(el("p", "").child(link("button", Route::Home).say(ui, Msg::InvitationHome)))
        .html()
}

/// What the link holds, and the ways on from here.
pub fn opened(ui: &Ui, session: &Session, invitation: Rc<Invitation>) -> Html {
    let own = ui.scene.words.locale();
    let ui = &in_its_words(ui, &invitation);
    let other = Some(ui.scene.words.locale()).filter(|locale| *locale != own);
    let page = match other {
        Some(_) => read_as(el("div", ""), ui),
        None => nodes(),
    };
    page.child(letter(ui, &invitation, false))
        .child(ways(ui, session, &invitation))
        .html()
}

/// The words in the language and the form of the question that a link names.
pub(super) fn in_its_words(ui: &Ui, invitation: &Invitation) -> Ui {
    let ui = ui.in_language(&invitation.language);
    ui.with_wording(invitation.wording)
}

/// An element whose words are in the language of this `ui`, whatever the rest of the page is in.
pub(super) fn read_as(element: Tag, ui: &Ui) -> Tag {
    let locale = ui.scene.words.locale();
    element
        .attr("lang", locale.code())
        .attr("dir", locale.direction().code())
}

/// How letters look.
const STYLES: &str = include_str!("../../../styles/pages/letter.css");

/// Has letters look as they should, from now on.
pub(super) fn dress() {
    crate::browser::styles::dress(STYLES);
}

/// What the client reads. In a preview its heading is not the page's own.
pub(super) fn letter(ui: &Ui, invitation: &Invitation, preview: bool) -> Tag {
    let heading = if preview {
        el("h3", "question question--title")
    } else {
        el("h1", "question question--title")
            .id("question")
            .attr("tabindex", "-1")
    };
    let heading = if invitation.client.is_blank() {
        heading.say(ui, Msg::InvitationHello)
    } else {
        let hello = ui.fill_one(Msg::InvitationHelloName, "name", &invitation.client);
        heading.child(hello)
    };
    el("div", "letter")
        .child(heading)
        .child(figure(ui, invitation))
        .child(appointment(ui, invitation))
        .child(set_up(ui, invitation, preview))
}

/// What a therapist wrote to the person whose plan this is, and when they meet; `None` where no link began it,
/// or where it said nothing of that. The parts of the set-up are on their own pages.
pub(super) fn kept_letter(ui: &Ui, worksheet: &Worksheet) -> Option<Tag> {
    let invitation = worksheet.invitation.as_deref()?;
    dress();
    let says = [&invitation.greeting, &invitation.from];
    let says = says.iter().any(|words| !words.is_blank()) || invitation.appointment.is_some();
    says.then(|| {
        el("div", "letter")
            .child(figure(ui, invitation))
            .child(appointment(ui, invitation))
    })
}

/// Says that a link has chosen what is asked here; `None` where no link began the plan.
pub(super) fn chosen(ui: &Ui, worksheet: &Worksheet) -> Option<Tag> {
    let invited = worksheet.invitation.is_some();
    invited.then(|| el("p", "notice").say(ui, Msg::InvitationChosen))
}

/// The greeting, and who it says it is from.
fn figure(ui: &Ui, invitation: &Invitation) -> Tag {
    let greeting = (!invitation.greeting.is_blank())
        .then(|| el("blockquote", "letter__greeting words").words(&invitation.greeting));
    el("figure", "letter__figure")
        .child(greeting)
        .child(from(ui, invitation))
}

/// Who it says it is from, and that nobody has checked that.
fn from(ui: &Ui, invitation: &Invitation) -> Tag {
    let caption = el("figcaption", "letter__from");
    if invitation.from.is_blank() {
        return caption.say(ui, Msg::InvitationFromNobody);
    }
    caption
        .child(el("span", "letter__name").own().child(ui.fill_one(
            Msg::InvitationFrom,
            "name",
            &invitation.from,
        )))
        .space()
        .say(ui, Msg::InvitationUnchecked)
}

fn appointment(ui: &Ui, invitation: &Invitation) -> Option<Tag> {
    let date = clock::long_date(invitation.appointment?, ui.scene.words.locale().code());
    let text = ui.fill_one(Msg::InvitationAppointment, "date", &date);
    Some(el("p", "letter__appointment").child(text))
}

/// What was set up: the form of the question, the parts that were added, and the own questions.
fn set_up(ui: &Ui, invitation: &Invitation, preview: bool) -> Tag {
    let heading = if preview { "h4" } else { "h2" };
    let wording = (invitation.wording != Wording::default()).then(|| {
        let title = ui.text(invitation.wording.phrases().title);
        let text = ui.fill_one(Msg::InvitationWording, "wording", title);
        el("li", "").child(text)
    });
    let extras = invitation
        .extras
        .iter()
        .map(|extra| el("li", "").say(ui, extra.phrases().title));
    let guide = invitation
        .guide
        .then(|| el("li", "").say(ui, Msg::InvitationGuide));
    let some = wording.is_some() || !invitation.extras.is_empty() || invitation.guide;
    let list = some.then(|| {
        nodes()
            .child(el(heading, "letter__title").say(ui, Msg::InvitationSetUp))
            .child(
                el("ul", "letter__list")
                    .child(wording)
                    .children(extras)
                    .child(guide),
            )
    });
    el("div", "letter__set-up")
        .child(list)
        .child(questions(ui, invitation, heading))
}

/// The questions that were added, each with the part in which it is asked.
fn questions(ui: &Ui, invitation: &Invitation, heading: &'static str) -> Option<Tag> {
    let asked = invitation
        .questions
        .iter()
        .filter(|(_, own)| own.is_asked());
    let mut items = asked
        .map(|(id, own)| {
            let section = ui.text(own.section.phrases().title);
            let section = ui.fill_one(Msg::InvitationPart, "section", section);
            el("li", "letter__question")
                .key(&id.0.to_string())
                .child(el("span", "words").words(&own.words))
                .space()
                .child(el("span", "letter__section").child(section))
        })
        .peekable();
    items.peek()?;
    let list = nodes()
        .child(el(heading, "letter__title").say(ui, Msg::InvitationQuestions))
        .child(el("ol", "letter__questions").children(items));
    Some(list)
}

/// Start, or go on with what was begun with the same link; or neither.
fn ways(ui: &Ui, session: &Session, invitation: &Rc<Invitation>) -> Tag {
    let private = el("p", "hint").say(ui, Msg::InvitationPrivate);
    let not_now = link("button button--quiet", Route::Home).say(ui, Msg::InvitationNotNow);
    if session.is_locked() {
        return nodes()
            .child(private)
            .child(el("p", "").say(ui, Msg::InvitationLocked))
            .child(lock_form(ui, session, Task::Open, Msg::LockOpen))
            .child(el("p", "letter__ways").child(not_now));
    }
    let ways = el("p", "letter__ways");
    let start = |looks| button(looks).clicked(start(ui, session, invitation));
    let ways = match session.begun(invitation) {
        Some((id, place)) => nodes()
            .child(el("p", "").say(ui, Msg::InvitationBegun))
            .child(
                ways.child(
                    link("button button--main", Route::Plan(id, place))
                        .say(ui, Msg::InvitationGoOn),
                )
                .child(start("button").say(ui, Msg::InvitationStartAgain))
                .child(not_now),
            ),
        None => ways
            .child(start("button button--main").say(ui, Msg::InvitationStart))
            .child(not_now),
    };
    nodes().child(private).child(ways)
}

/// Makes a plan with the set-up, and goes there.
fn start(ui: &Ui, session: &Session, invitation: &Rc<Invitation>) -> Callback<MouseEvent> {
    let (ui, invitation) = (ui.clone(), Rc::clone(invitation));
    let to = Route::Plan(session.fresh, Place::FIRST);
    Callback::from(move |_| {
        let invitation = Rc::clone(&invitation);
        ui.send(Deed::new(move |session| {
            session.begin(Rc::clone(&invitation))
        }));
        browser::go(to);
    })
}
