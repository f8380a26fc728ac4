//! What is private, what is not, and what is stored.

use crate::browser::page;
use crate::i18n::Msg;
use crate::route::Route;
use crate::ui::components::{delete_everything, stored_entry, title};
use crate::ui::markup::{Tag, el, link, nodes};
use crate::ui::{Session, Ui};
use yew::prelude::*;

/// The parts of the page before what is stored: a heading and its paragraphs.
const PARTS: [(Msg, &[Msg]); 8] = [
    (
        Msg::PrivacyWhenTitle,
        &[Msg::PrivacyWhenText, Msg::PrivacyWhenLoss],
    ),
    (
        Msg::PrivacyLostTitle,
        &[Msg::PrivacyLostText, Msg::PrivacyLostCopy],
    ),
    (
        Msg::PrivacyReadTitle,
        &[Msg::PrivacyReadText, Msg::PrivacyReadShared],
    ),
    (Msg::AppLeave, &[Msg::LeaveAbout, Msg::PrivacyLeaveAfter]),
    (
        Msg::PrivacyHistoryTitle,
        &[Msg::PrivacyHistoryText, Msg::PrivacyHistoryFiles],
    ),
    (
        Msg::PrivacyDeleteTitle,
        &[Msg::PrivacyDeleteText, Msg::PrivacyDeleteTraces],
    ),
    (Msg::PrivacySentTitle, &[Msg::PrivacySentText]),
    (Msg::PrivacySpellingTitle, &[Msg::PrivacySpellingText]),
];

/// What is private, what is not, and what is stored; at the end, everything can be deleted.
pub(super) fn privacy(ui: &Ui, session: &Session) -> Html {
    let mut prose = el("div", "prose");
    for (heading, texts) in PARTS {
        prose = prose
            .child(el("h2", "").say(ui, heading))
            .children(texts.iter().map(|text| el("p", "").say(ui, *text)));
    }
    let prose = prose
        .child(el("h2", "").say(ui, Msg::LockTitle))
        .child(el("p", "").say(ui, Msg::LockLead))
        .child(el("p", "").say(ui, Msg::LockFile))
        .child(el("p", "alone").child(link("", Route::Lock).say(ui, Msg::LockGo)))
        .child(el("hr", "ornament"))
        .child(el("h2", "").say(ui, Msg::PrivacyStoredTitle))
        .child(el("p", "").say(ui, Msg::PrivacyStoredText))
        .child(stored(ui, session));
    nodes()
        .child(title(ui, Msg::PrivacyTitle))
        .child(el("p", "lead").say(ui, Msg::PrivacyLead))
        .child(page::is_from_a_file().then(|| el("p", "").say(ui, Msg::PrivacyDisk)))
        .child(prose)
        .html()
}

/// Everything that is stored, as it was when the page was opened, and the end of it.
fn stored(ui: &Ui, session: &Session) -> Tag {
    let Ok(stored) = &*session.stored else {
        return el("p", "").say(ui, Msg::PrivacyStoredBlocked);
    };
    // The files of the program may be kept all the same.
    let delete_all = nodes()
        .child(el("hr", "ornament"))
        .child(el("h2", "").say(ui, Msg::DeleteAllTitle))
        .child(delete_everything(ui, session, stored));
    if stored.is_empty() {
        let none = el("p", "").say(ui, Msg::PrivacyStoredNone);
        return nodes().child(none).child(delete_all);
    }
    let entries = stored
        .iter()
        .map(|(key, text)| stored_entry(ui, &session.marks, key, text));
    let delete = link("", Route::Home).say(ui, Msg::PrivacyDeleteWhere);
    nodes()
        .child(el("p", "").child(room(ui, stored)))
        .child(el("p", "").say(ui, Msg::PrivacyStoredHere))
        .child(el("div", "stored-list").children(entries))
        .child(el("p", "alone").child(delete))
        .child(delete_all)
}

/// How much room the stored texts take, in thousands of characters: browsers count keys and texts in
/// UTF-16 units, and give a page 5,242,880 of them.
fn room(ui: &Ui, stored: &[(String, String)]) -> String {
    let units: usize = stored
        .iter()
        .map(|(key, text)| units(key) + units(text))
        .sum();
    let thousands = units.div_ceil(1_000).to_string();
    ui.fill(Msg::PrivacyRoom, &[("used", &thousands)])
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
