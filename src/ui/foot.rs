//! What stands at the foot of every printed page, beside its number.

use super::{Form, Mark, Session};
use crate::browser::page;
use crate::browser::paper::{self, PageStyle};
use crate::i18n::{Msg, Words};
use crate::route::Route;
use crate::store::Paper;
use crate::worksheet::Worksheet;
use yew::AttrValue;

/// The most letters of a name that fit there. A longer one is left out rather than cut: it stands whole at
/// the head of the first page.
const MOST: usize = 200;

/// The plan's name, as typed; the program's on a blank sheet.
#[must_use]
pub fn name(worksheet: &Worksheet, form: Form, words: Words) -> AttrValue {
    let name = &worksheet.name;
    if form == Form::Blank {
        AttrValue::Static(words.get(Msg::AppName))
    } else if name.is_blank() {
        AttrValue::Static(words.get(Msg::SummaryUntitled))
    } else if name.chars().count() > MOST {
        AttrValue::Static("")
    } else {
        AttrValue::from(name.shared())
    }
}

/// The size of its letters, in points.
#[must_use]
pub fn points(form: Form) -> u8 {
    if form == Form::Large { 14 } else { 9 }
}

/// The form in which the page that is shown would be printed.
#[must_use]
pub fn form(session: &Session) -> Form {
    let chosen = session.marks.iter().find_map(|mark| match mark {
        Mark::Form(form) => Some(*form),
        _ => None,
    });
    match session.route {
        Route::BlankSheet => Form::Blank,
        _ => chosen.unwrap_or_default(),
    }
}

/// The paper that was chosen, or the usual one where the browser's language is read.
#[must_use]
pub fn paper_of(session: &Session) -> Paper {
    let usual = || Paper::usual(&page::browser_language());
    session.settings.paper.unwrap_or_else(usual)
}

/// Puts it there for the page that is shown, and names the paper of the page for printing.
pub fn set(session: &Session) {
    let (form, words) = (form(session), session.scene().words);
    let blank = Worksheet::default();
    let name = match session.open() {
        Some(open) => name(&open.worksheet, form, words),
        None => name(&blank, Form::Blank, words),
    };
    let on_paper = matches!(session.route, Route::Print(_) | Route::BlankSheet);
    paper::set_page(&PageStyle {
        name: &name,
        points: points(form),
        direction: words.locale().direction(),
        paper: on_paper.then(|| paper_of(session)),
    });
}
