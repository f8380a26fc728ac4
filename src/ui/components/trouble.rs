//! What the person should know when their words are not being kept.

use super::download::{DownloadSource, download};
use super::notice::notice;
use crate::i18n::Msg;
use crate::progress::Place;
use crate::questionnaire::Page;
use crate::route::{PlanId, Route};
use crate::store::StorageError;
use crate::ui::markup::{Tag, button, el, link, nodes};
use crate::ui::pages;
use crate::ui::session::{OpenPlan, Saving};
use crate::ui::{Event, Session, Ui};

/// Calm notices about words that are not being kept. Their frame is always there, so that a screen
/// reader says what arrives in it.
pub fn trouble(ui: &Ui, session: &Session) -> Tag {
    let open = session.open();
    let mended = open.filter(|open| open.mended);
    el("div", "notices")
        .attr("role", "status")
        .child(not_saving(ui, session, open))
        .child(newer(ui, session))
        .child(mended.map(|open| self::mended(ui, session, open)))
        .child(
            open.and_then(|open| open.other)
                .map(|other| two_tabs(ui, other)),
        )
}

/// Says that a newer version of the program is ready, unless it would cost words.
fn newer(ui: &Ui, session: &Session) -> Option<Tag> {
    if !session.newer || session.library.has_words_in_memory_only() {
        return None;
    }
    let actions = nodes()
        .child(
            button("button")
                .on_click(ui, vec![Event::Renew])
                .say(ui, Msg::NewerNow),
        )
        .child(
            button("button button--quiet")
                .on_click(ui, vec![Event::Newer(false)])
                .say(ui, Msg::NewerLater),
        );
    Some(notice(ui, Msg::NewerTitle, Msg::NewerText, false, actions))
}

/// Says that there are two versions of the plan, and leads to the other.
fn two_tabs(ui: &Ui, other: PlanId) -> Tag {
    let open = link("button", Route::Plan(other, Place::FIRST)).say(ui, Msg::TroubleOtherOpen);
    let dismiss = button("button button--quiet")
        .on_click(ui, vec![Event::SawOther])
        .say(ui, Msg::TroubleDismiss);
    let actions = nodes().child(open).child(dismiss);
    notice(
        ui,
        Msg::TroubleOtherTitle,
        Msg::TroubleOtherText,
        false,
        actions,
    )
}

/// Says why words are not being saved, and offers a copy.
fn not_saving(ui: &Ui, session: &Session, open: Option<&OpenPlan>) -> Option<Tag> {
    let at_the_end = open.is_some_and(|open| open.place == Place::Page(Page::Summary));
    let (title, text) = match session.saving {
        Saving::Fails(StorageError::Blocked) => (Msg::TroubleBlockedTitle, Msg::TroubleBlockedText),
        Saving::Fails(StorageError::Full) => (Msg::TroubleFullTitle, Msg::TroubleFullText),
        // The head of every page says it; here is where there is something to print or copy.
        Saving::VisitOnly if at_the_end => (Msg::TroubleVisitTitle, Msg::TroubleVisitText),
        Saving::NothingYet | Saving::Works | Saving::VisitOnly => return None,
    };
    let trouble = session.saving != Saving::VisitOnly;
    let copies = open.map(|open| {
        let source = DownloadSource::Open(Box::new(open.clone()));
        nodes()
            .child(download(ui, session, Msg::TroubleKeepCopy, source, None))
            .child(pages::copy_of_plan(ui, session, open))
    });
    let again = trouble.then(|| {
        nodes()
            .child(
                button("button")
                    .on_click(ui, vec![Event::TryAgain])
                    .say(ui, Msg::TroubleTryAgain),
            )
            .child(link("", Route::Privacy).say(ui, Msg::TroubleWhy))
    });
    Some(notice(
        ui,
        title,
        text,
        trouble,
        nodes().child(copies).child(again),
    ))
}

/// Says that a part could not be read, and hands out the original.
fn mended(ui: &Ui, session: &Session, open: &OpenPlan) -> Tag {
    let source = DownloadSource::Kept(open.id);
    let dismiss = button("button button--quiet")
        .on_click(ui, vec![Event::SawMended])
        .say(ui, Msg::TroubleDismiss);
    let actions = nodes()
        .child(download(ui, session, Msg::TroubleDownload, source, None))
        .child(dismiss);
    notice(
        ui,
        Msg::TroublePartTitle,
        Msg::TroublePartText,
        false,
        actions,
    )
}
