//! What is in a file, before anything of it is kept.

use super::shown::{keep, keeping, locked_here, look_at, print};
use crate::browser::clock;
use crate::i18n::{Msg, Plural};
use crate::sharing::file::{Found, FoundState};
use crate::ui::components::title;
use crate::ui::markup::{Tag, button, el, nodes};
use crate::ui::pages::hand_over::reading;
use crate::ui::{Session, Ui};
use yew::AttrValue;
use yew::prelude::*;

/// The plans in a file, or the one that is being looked at.
pub(super) fn found(ui: &Ui, session: &Session, plans: &[Found], looked_at: Option<usize>) -> Html {
    match looked_at.and_then(|at| Some((at, plans.get(at)?))) {
        Some((at, plan)) => one(ui, session, at, plan, plans.len() > 1),
        None => all(ui, session, plans),
    }
}

fn one(ui: &Ui, session: &Session, at: usize, found: &Found, of_several: bool) -> Html {
    let back = of_several.then(|| {
        button("button")
            .on_click(ui, look_at(None))
            .say(ui, Msg::CopyFoundTitle)
    });
    let ways = el("p", "hand-over__ways")
        .child(print(ui))
        .space()
        .child(back)
        .space()
        .child(super::away(ui));
    let dated = found.plan().and_then(|plan| changed(ui, plan.changed));
    nodes()
        .child(title(ui, Msg::CopyFoundTitle))
        .child(state(found).map(|text| el("p", "notice").say(ui, text)))
        .child(may_be_kept(found).then(|| keeping(ui, session, at, (found.id, &found.text))))
        .child(ways)
        .child(found.plan().map(|plan| reading(ui, &plan.worksheet, dated)))
        .html()
}

fn all(ui: &Ui, session: &Session, plans: &[Found]) -> Html {
    let cards = plans
        .iter()
        .enumerate()
        .map(|(at, found)| card(ui, session, at, found));
    let texts: Vec<_> = plans
        .iter()
        .filter(|found| may_be_kept(found))
        .map(|found| (found.id, found.text.clone()))
        .collect();
    let keep_all = (!session.is_locked() && texts.len() > 1).then(|| {
        button("button button--main")
            .id("keep-all")
            .on_click(ui, vec![keep(texts).into()])
            .say(ui, Msg::CopyKeepAll)
    });
    let label = ui.scene.words.count(Plural::CopyPlans, plans.len());
    nodes()
        .child(title(ui, Msg::CopyFoundTitle))
        .child(el("p", "lead").say(ui, Msg::CopyFoundLead))
        .child(el("p", "").child(label.clone()))
        .child(
            el("p", "hand-over__ways")
                .child(keep_all)
                .space()
                .child(super::away(ui)),
        )
        .child(session.is_locked().then(|| locked_here(ui, session)))
        .child(el("ul", "plans").attr("aria-label", label).children(cards))
        .html()
}

fn card(ui: &Ui, session: &Session, at: usize, found: &Found) -> Tag {
    let name = found.plan().map(|plan| &plan.worksheet.name);
    let name = name.filter(|name| !name.is_blank());
    let heading = el("h2", "plan__title words").id(format!("found-{at}"));
    let heading = match name {
        Some(name) => heading.own().child(AttrValue::from(name.shared())),
        None => heading.say(ui, Msg::PlanMenuUntitled),
    };
    let when = found.plan().and_then(|plan| changed(ui, plan.changed));
    let keep = may_be_kept(found) && !session.is_locked();
    let look = found.plan().map(|_| {
        button("button")
            .attr("aria-describedby", format!("found-{at}"))
            .on_click(ui, look_at(Some(at)))
            .say(ui, Msg::CopyLook)
    });
    el("li", "plan")
        .key(&at.to_string())
        .child(heading)
        .child(when.map(|when| el("p", "plan__where").child(when)))
        .child(state(found).map(|text| el("p", "plan__where").say(ui, text)))
        .child(keep.then(|| keeping(ui, session, at, (found.id, &found.text))))
        .child(el("div", "plan__actions").child(look))
}

/// What there is to say of a plan that cannot be shown whole.
fn state(found: &Found) -> Option<Msg> {
    match found.state {
        FoundState::Whole(_) => None,
        FoundState::Mended(_) => Some(Msg::CopyMended),
        FoundState::Newer => Some(Msg::CopyEntryNewer),
        FoundState::Unreadable => Some(Msg::CopyUnreadable),
    }
}

/// What cannot be read at all would only be a card that says so.
fn may_be_kept(found: &Found) -> bool {
    !matches!(found.state, FoundState::Unreadable)
}

fn changed(ui: &Ui, moment: u64) -> Option<String> {
    let day = clock::local_day(moment)?;
    let day = clock::long_date(day, ui.scene.words.locale().code());
    Some(ui.fill_one(Msg::HomeChanged, "date", &day))
}
