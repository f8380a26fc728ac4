//! A page with a therapist's own question.

use super::View;
use crate::export::own_from;
use crate::i18n::Msg;
use crate::ui::components::{
    AnswerField, Lines, ScaleField, Scored, answer_field, lines_field, own_heading, scale_field,
};
use crate::ui::markup::{Tag, nodes};
use crate::ui::{List, Target};
use crate::worksheet::{ItemId, OwnKind};
use yew::prelude::*;

/// A therapist's own question, in their words, with the same rules as all others.
pub(super) fn own(view: View<'_>, id: ItemId) -> Html {
    match content(view, id, false) {
        Some(page) => view.foot(page),
        None => Html::default(),
    }
}

/// What is on the page, without its foot. In a preview the question is not the page's own.
pub(super) fn content(view: View<'_>, id: ItemId, preview: bool) -> Option<Tag> {
    super::pages_of_plan::dress();
    let (ui, worksheet) = (view.ui, view.worksheet());
    let question = worksheet.own_question(id)?;
    let given = worksheet.own_answer(id);
    let from = own_from(ui.scene.words, &worksheet.invitation.as_ref()?.from);
    let page = nodes().child(own_heading(view, from, &question.words, preview));
    Some(match question.kind {
        OwnKind::Text => page.child(answer_field(
            ui,
            AnswerField {
                target: Target::Own(id),
                value: given.answer.text,
                unsure: Some(given.answer.unsure),
                label: None,
                hint: None,
                rows: 4,
                page_hint: true,
            },
        )),
        OwnKind::List => page.child(lines_field(
            view,
            Lines::of(
                List::Own(id),
                &given.lines,
                |line| &line.text,
                Msg::ListWhatElse,
            ),
        )),
        OwnKind::Scale => page.child(scale_field(
            ui,
            ScaleField {
                low: Some(Msg::OwnLow),
                high: Some(Msg::OwnHigh),
                ..ScaleField::of(Scored::Own(id), given.score)
            },
        )),
    })
}
