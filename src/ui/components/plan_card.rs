//! One plan on the shelf.

use super::download::{DownloadSource, download};
use super::rename_plan::rename_plan;
use crate::browser::clock;
use crate::i18n::{Msg, Phrased};
use crate::progress::Place;
use crate::questionnaire::Page;
use crate::route::{PlanId, Route};
use crate::store::{Head, Keep, Shelved, State};
use crate::ui::markup::{Tag, button, el, link};
use crate::ui::{Event, Mark, Session, Ui};
use crate::worksheet::Text;
use yew::AttrValue;

/// One plan on the shelf: where its writer stopped, and what can be done with it. The newest is the one
/// that was changed last.
pub fn plan_card(ui: &Ui, session: &Session, plan: &Shelved, newest: bool) -> Tag {
    let card = match &plan.state {
        State::Readable(head) => readable(ui, session, plan, head, newest),
        State::Newer { .. } => closed(
            ui,
            session,
            plan.id,
            Msg::HomeNewerTitle,
            Msg::HomeNewerText,
        ),
        State::Unreadable { .. } => closed(
            ui,
            session,
            plan.id,
            Msg::HomeDamagedTitle,
            Msg::HomeDamagedText,
        ),
    };
    card.key(&plan.id.to_string())
}

fn readable(ui: &Ui, session: &Session, plan: &Shelved, head: &Head, newest: bool) -> Tag {
    let id = plan.id;
    let is_own = !head.name.is_blank();
    let title = el("h2", "plan__title words")
        .id(title_id(id))
        .attr("dir", "auto")
        .attr("translate", is_own.then_some("no"))
        .child(name(ui, head));
    let kept_id = format!("kept-{id}");
    let kept = session.with_kept.contains(&id).then(|| {
        let text = el("p", "plan__where")
            .id(kept_id.clone())
            .say(ui, Msg::TroublePartText);
        let source = DownloadSource::Kept(id);
        let download = download(ui, session, Msg::TroubleDownload, source, Some(kept_id));
        el("div", "plan__kept").child(text).child(download)
    });
    let renaming = session.marks.iter().find_map(|mark| match mark {
        Mark::Renaming(renamed, name) if *renamed == id => Some(name),
        _ => None,
    });
    let actions = match renaming {
        Some(name) => rename_plan(ui, id, name),
        None => actions(ui, id, head, newest),
    };
    let look_back = look_back(ui, session, head).map(|text| el("p", "plan__where").child(text));
    el("li", if newest { "plan plan--here" } else { "plan" })
        .child(title)
        .child(el("p", "plan__where").child(stopped_at(ui, head, plan.keep)))
        .child(look_back)
        .child(actions)
        .child(kept)
}

fn title_id(id: PlanId) -> String {
    format!("plan-{id}")
}

/// A plan that cannot be opened here.
fn closed(ui: &Ui, session: &Session, id: PlanId, title: Msg, text: Msg) -> Tag {
    let source = DownloadSource::Raw(id);
    let actions = el("div", "plan__actions")
        .child(download(
            ui,
            session,
            Msg::TroubleDownload,
            source,
            Some(title_id(id)),
        ))
        .child(delete(ui, id));
    el("li", "plan plan--broken")
        .child(el("h2", "plan__title").id(title_id(id)).say(ui, title))
        .child(el("p", "plan__where").say(ui, text))
        .child(actions)
}

fn name(ui: &Ui, head: &Head) -> AttrValue {
    if head.name.is_blank() {
        ui.text(Msg::PlanMenuUntitled).into()
    } else {
        head.name.shared().into()
    }
}

/// Where the writer stopped, when, and whether it is kept.
fn stopped_at(ui: &Ui, head: &Head, keep: Keep) -> String {
    let section = ui.text(head.place.section().phrases().title);
    let mut text = ui.fill(Msg::HomeStoppedAt, &[("place", section)]);
    if let Some(day) = day(ui, head.changed) {
        text.push(' ');
        text.push_str(&ui.fill(Msg::HomeChanged, &[("date", &day)]));
    }
    if keep == Keep::VisitOnly {
        text.push(' ');
        text.push_str(ui.text(Msg::HomeVisitOnly));
    }
    text
}

/// The day of a moment: today, yesterday, or its date.
fn day(ui: &Ui, moment: u64) -> Option<String> {
    const DAY: u64 = 86_400_000;
    let day = clock::local_day(moment)?;
    Some(if Some(day) == clock::today() {
        ui.text(Msg::HomeToday).to_owned()
    } else if Some(day) == clock::local_day(clock::now().saturating_sub(DAY)) {
        ui.text(Msg::HomeYesterday).to_owned()
    } else {
        clock::long_date(day, ui.scene.words.locale().code())
    })
}

/// That the person planned to look back, once the day has come.
fn look_back(ui: &Ui, session: &Session, head: &Head) -> Option<String> {
    let day = head.look_back(clock::local_day(head.changed), session.today()?)?;
    let date = clock::long_date(day, ui.scene.words.locale().code());
    Some(ui.fill(Msg::HomeLookBack, &[("date", &date)]))
}

/// What can be done with a plan that can be opened.
fn actions(ui: &Ui, id: PlanId, head: &Head, newest: bool) -> Tag {
    let rename = vec![
        Event::Mark(Mark::Renaming(id, head.name.clone())),
        Event::focus(format!("new-name-{id}")),
    ];
    let copy = Text::from(ui.fill(Msg::PlanMenuCopyOf, &[("name", &name(ui, head))]));
    let copy = vec![Event::Copy(id, copy), Event::Mark(Mark::Copied)];
    let (open, looks) = match newest {
        true => (Msg::HomeGoOn, "button button--main"),
        false => (Msg::HomeOpen, "button"),
    };
    let summary = Place::Page(Page::Summary);
    let at_the_end = head.place == summary;
    let open = if at_the_end { Msg::HomeSee } else { open };
    let open = link(looks, Route::Plan(id, head.place)).say(ui, open);
    let see = (!at_the_end && head.progress.filled > 0).then(|| {
        link("button button--quiet", Route::Plan(id, summary))
            .attr("aria-describedby", title_id(id))
            .say(ui, Msg::HomeSee)
    });
    let rename = quiet(ui, id, Msg::PlanMenuRename, rename).id(format!("rename-{id}"));
    el("div", "plan__actions")
        .child(open.attr("aria-describedby", title_id(id)))
        .child(see)
        .child(rename)
        .child(quiet(ui, id, Msg::PlanMenuCopy, copy))
        .child(delete(ui, id))
}

/// Deletes a plan. It can be brought back, so nobody is asked whether they are sure. The button goes with
/// its plan; the focus must not go with it.
fn delete(ui: &Ui, id: PlanId) -> Tag {
    quiet(
        ui,
        id,
        Msg::PlanMenuDelete,
        vec![Event::Delete(id), Event::focus("question")],
    )
}

fn quiet(ui: &Ui, id: PlanId, label: Msg, events: Vec<Event>) -> Tag {
    button("button button--quiet")
        .attr("aria-describedby", title_id(id))
        .on_click(ui, events)
        .say(ui, label)
}
