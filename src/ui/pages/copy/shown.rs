//! A copy that is open: read-only, with its date, and kept only when the person says so.

use crate::browser::{clock, page as browser};
use crate::i18n::Msg;
use crate::route::{PlanId, Route};
use crate::sharing::copy::Copy;
use crate::store::Standing;
use crate::ui::components::{lock_form, title};
use crate::ui::locksmith::Task;
use crate::ui::markup::{Tag, button, el, link, nodes};
use crate::ui::pages::hand_over::reading;
use crate::ui::session::{Received, Sharing};
use crate::ui::{Deed, Event, Mark, Session, Ui};
use std::rc::Rc;
use yew::prelude::*;

/// A copy that somebody handed over.
pub(super) fn copy(ui: &Ui, session: &Session, copy: &Rc<Copy>) -> Html {
    let dated = match copy.made {
        Some(day) => {
            let day = clock::long_date(day, ui.scene.words.locale().code());
            ui.fill_one(Msg::CopyMade, "date", &day)
        }
        None => ui.text(Msg::CopyMadeSomeDay).to_owned(),
    };
    let ways = el("p", "hand-over__ways")
        .child(print(ui))
        .space()
        .child(super::away(ui));
    nodes()
        .child(title(ui, Msg::CopyShownTitle))
        .child(el("p", "lead").id("copy-made").child(dated.clone()))
        .child(keeping(ui, session, 0, (None, &copy.text)))
        .child(ways)
        .child(reading(ui, &copy.plan.worksheet, Some(dated)))
        .html()
}

/// A button that prints what is shown.
pub(super) fn print(ui: &Ui) -> Tag {
    button("button")
        .clicked(Callback::from(|_| browser::print()))
        .say(ui, Msg::CopyPrint)
}

/// Whether one of the texts that were received is kept here, and a button that keeps it.
pub(super) fn keeping(
    ui: &Ui,
    session: &Session,
    at: usize,
    (id, text): (Option<PlanId>, &str),
) -> Tag {
    if session.is_locked() {
        return locked_here(ui, session);
    }
    let part = el("div", "copy__keeping");
    let failed = session.marks.has(&not_kept(text));
    let status = el("p", "").attr("role", "status");
    let standing = session.standing(at);
    match standing {
        Ok(Standing::Here(here)) => {
            let just_kept = session.marks.has(&kept(text));
            let said = if just_kept {
                Msg::CopyKept
            } else {
                Msg::CopyHere
            };
            let go = link(
                "button button--main",
                Route::Plan(here, session.library.place(here)),
            )
            .id(go_id(id));
            part.child(status.say(ui, said))
                .child(el("p", "").child(go.say(ui, Msg::CopyGoThere)))
        }
        standing => {
            let said = match standing {
                _ if failed => Msg::CopyNotKeptFull,
                Ok(Standing::Differs) => Msg::CopyDiffers,
                _ => Msg::CopyNotKept,
            };
            // The button goes when the plan is kept; the focus goes on to the link in its place.
            let kept_and_on = vec![
                keep(vec![(id, text.to_owned())]).into(),
                Event::focus(go_id(id)),
            ];
            part.child(status.say(ui, said)).child(
                el("p", "").child(
                    button("button button--main")
                        .id(keep_id(id))
                        .on_click(ui, kept_and_on)
                        .say(ui, Msg::CopyKeep),
                ),
            )
        }
    }
}

/// Plans cannot be kept beside locked ones: the way to open those.
pub(super) fn locked_here(ui: &Ui, session: &Session) -> Tag {
    el("div", "copy__keeping")
        .child(el("p", "").say(ui, Msg::CopyLockedHere))
        .child(lock_form(ui, session, Task::Open, Msg::LockOpen))
}

fn go_id(id: Option<PlanId>) -> String {
    id.map_or_else(|| "go-there".to_owned(), |id| format!("go-{id}"))
}

fn keep_id(id: Option<PlanId>) -> String {
    id.map_or_else(|| "keep".to_owned(), |id| format!("keep-{id}"))
}

/// Keeps texts as plans, each beside what is here. One that cannot be kept says so.
pub(super) fn keep(texts: Vec<(Option<PlanId>, String)>) -> Deed {
    Deed::new(move |mut session| {
        let all_kept = session.keep_all(&texts);
        for ((_, text), is_kept) in texts.iter().zip(all_kept) {
            let (now, before) = if is_kept {
                (kept(text), not_kept(text))
            } else {
                (not_kept(text), kept(text))
            };
            session.marks = session.marks.without(&before).with(now);
        }
        session
    })
}

/// Says of this very text that it was kept; another plan of the same file may not be.
fn kept(text: &str) -> Mark {
    Mark::Opened(format!("kept {text}"))
}

fn not_kept(text: &str) -> Mark {
    Mark::Opened(format!("not kept {text}"))
}

/// Goes on to read one of several plans, or back to all of them.
pub(super) fn look_at(at: Option<usize>) -> Vec<Event> {
    let look = Deed::new(move |session| match session.received() {
        Some(Received::Plans(plans, _)) => {
            let plans = Rc::clone(plans);
            session.with_sharing(Sharing::Received(Received::Plans(plans, at)))
        }
        _ => session,
    });
    vec![look.into(), Event::focus("question")]
}
