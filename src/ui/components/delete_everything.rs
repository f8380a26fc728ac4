//! Deleting everything, with a copy first and one more question.

use super::download::{DownloadSource, download};
use super::notice::notice;
use crate::i18n::{Msg, Plural};
use crate::store::Counts;
use crate::ui::markup::{Tag, button, el, nodes};
use crate::ui::{Event, Mark, Session, Ui};

/// What will go, what cannot be promised, a copy first, and then the deleting itself.
pub fn delete_everything(ui: &Ui, session: &Session, stored: &[(String, String)]) -> Tag {
    let text = |msg| el("p", "").say(ui, msg);
    let counts = Counts::of(stored.iter().map(|(key, _)| &**key));
    let number =
        |what, count| (count > 0).then(|| el("li", "").child(ui.scene.words.count(what, count)));
    let goes = el("ul", "")
        .child(number(Plural::DeleteAllPlans, counts.plans))
        .child(number(Plural::DeleteAllKept, counts.kept))
        .child(number(Plural::DeleteAllDrafts, counts.drafts))
        .child(
            counts
                .settings
                .then(|| el("li", "").say(ui, Msg::DeleteAllSettings)),
        )
        .child(
            counts
                .lock
                .then(|| el("li", "").say(ui, Msg::DeleteAllLock)),
        )
        .child(el("li", "").say(ui, Msg::DeleteAllFiles));
    let source = DownloadSource::Everything;
    let copy = download(ui, session, Msg::DeleteAllCopy, source, None);
    nodes()
        .child(text(Msg::DeleteAllGoes))
        .child(goes)
        .child(text(Msg::DeleteAllStays))
        .child(failure(ui, session))
        .child(el("div", "delete-all").child(copy).child(ask(ui, session)))
}

/// The button, or the question that it leads to.
fn ask(ui: &Ui, session: &Session) -> Tag {
    if !session.marks.has(&Mark::Deleting) {
        let sure = vec![Event::Mark(Mark::Deleting), Event::focus("delete-all")];
        return button("button")
            .id("delete-all")
            .on_click(ui, sure)
            .say(ui, Msg::DeleteAllTitle);
    }
    let yes = button("button")
        .on_click(ui, vec![Event::DeleteEverything])
        .say(ui, Msg::DeleteAllYes);
    let no = button("button button--main")
        .on_click(
            ui,
            vec![Event::Unmark(Mark::Deleting), Event::focus("delete-all")],
        )
        .say(ui, Msg::DeleteAllNo);
    notice(
        ui,
        Msg::DeleteAllSure,
        Msg::DeleteAllFinal,
        true,
        nodes().child(no).child(yes),
    )
    .id("delete-all")
    .attr("tabindex", "-1")
}

/// What was said when not everything could be deleted.
fn failure(ui: &Ui, session: &Session) -> Tag {
    let failed = session.marks.has(&Mark::NotAllDeleted);
    el("p", "")
        .id("not-deleted")
        .attr("tabindex", "-1")
        .child(failed.then(|| ui.text(Msg::DeleteAllFailed)))
}
