//! Plans on paper: a choice of forms and sizes, and a preview that is the printed document itself, laid out
//! on sheets of that paper.
//!
//! The browser breaks the document into pages, on paper as in the preview, where each page is a column. All
//! that is measured here is how many columns there are.

mod answers;
mod by_hand;
mod card;
mod choices;
mod leaf;
mod preview;
mod signature;

pub use leaf::{Leaf, leaf};

use super::View;
use crate::browser::{clock, page};
use crate::i18n::Msg;
use crate::ui::components::title;
use crate::ui::markup::{Tag, button, el, link, nodes};
use crate::ui::{Form, Mark, Session, Ui, foot};
use crate::worksheet::Worksheet;
use preview::Preview;
use std::rc::Rc;
use yew::prelude::*;

/// The page on which a plan is printed.
pub fn page(view: View<'_>) -> Html {
    let View { ui, session, open } = view;
    let off = session.marks.iter().filter_map(|mark| match mark {
        Mark::OffCard(goal) => Some(*goal),
        _ => None,
    });
    let leaf = Leaf {
        worksheet: Rc::clone(&open.worksheet),
        form: foot::form(session),
        paper: foot::paper_of(session),
        date: date(ui, session),
        unanswered: session.marks.has(&Mark::Unanswered),
        off_card: off.collect(),
    };
    let summary = view.page(crate::questionnaire::Page::Summary);
    let back = link("", summary).say(ui, Msg::PaperChoose);
    let left_out = el("p", "hint")
        .child(ui.text(Msg::PaperLeftOut))
        .space()
        .child(back);
    nodes()
        .child(title(ui, Msg::PaperTitle))
        .child(left_out)
        .child(choices::forms(ui, leaf.form))
        .child(choices::papers(ui, session, leaf.paper))
        .child(choices::contents(ui, &leaf))
        .child(print_button(ui))
        .child(preview(ui, leaf))
        .html()
}

/// The page on which a blank sheet is printed, without a plan.
pub fn blank_page(ui: &Ui, session: &Session) -> Html {
    let mut worksheet = Worksheet::default();
    let Worksheet {
        setup, left_out, ..
    } = &mut worksheet;
    for mark in session.marks.iter() {
        match mark {
            Mark::SheetWording(wording) => setup.wording = *wording,
            Mark::SheetExtra(extra) => drop(setup.extras.insert(*extra)),
            Mark::SheetWithout(part) => drop(left_out.insert(*part)),
            _ => {}
        }
    }
    let leaf = Leaf {
        form: Form::Blank,
        paper: foot::paper_of(session),
        worksheet: Rc::new(worksheet),
        date: None,
        unanswered: false,
        off_card: Vec::new(),
    };
    nodes()
        .child(title(ui, Msg::PaperBlankTitle))
        .child(el("p", "hint").say(ui, Msg::PaperBlankHint))
        .child(choices::wordings(ui, leaf.worksheet.setup.wording))
        .child(choices::extras(ui, &leaf.worksheet.setup))
        .child(choices::parts(ui, &leaf.worksheet))
        .child(choices::papers(ui, session, leaf.paper))
        .child(print_button(ui))
        .child(preview(ui, leaf))
        .html()
}

fn date(ui: &Ui, session: &Session) -> Option<AttrValue> {
    let today = session.today()?;
    Some(clock::long_date(today, ui.scene.words.locale().code()).into())
}

fn print_button(ui: &Ui) -> Tag {
    let print = button("button button--main")
        .clicked(Callback::from(|_| page::print()))
        .say(ui, Msg::SummaryPrint);
    el("p", "").child(print)
}

fn preview(ui: &Ui, leaf: Leaf) -> Html {
    html! { <Preview ui={ui.clone()} {leaf} /> }
}
