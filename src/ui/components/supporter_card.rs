//! Someone who can help.

use super::answer_field::{AnswerField, answer_field};
use super::move_tools::{Moved, move_tools};
use super::short_field::short_field;
use crate::i18n::Msg;
use crate::ui::markup::{Tag, el};
use crate::ui::{List, Target, Ui};
use crate::worksheet::{ItemId, Supporter, SupporterField};

/// Someone who can help, and what to ask of them. The card's place is counted from 0; a count of 0 stands
/// for the empty card in the place of the first.
pub fn supporter_card(
    ui: &Ui,
    id: ItemId,
    supporter: &Supporter,
    place: usize,
    count: usize,
) -> Tag {
    let who = Target::Supporter(id, SupporterField::Who);
    let ask = AnswerField {
        target: Target::Supporter(id, SupporterField::Ask),
        value: supporter.ask.clone(),
        unsure: None,
        label: Some(Msg::SupportAsk),
        hint: None,
        rows: 1,
        page_hint: false,
    };
    let pair = el("div", "pair")
        .child(short_field(ui, who, &supporter.who, Msg::SupportWho, None))
        .child(answer_field(ui, ask));
    let moved = Moved {
        list: List::Supporters,
        id,
        place,
        count,
    };
    let tools = (count > 0).then(|| move_tools(ui, moved, &supporter.who, "card__tools"));
    el("li", "card supporter")
        .key(&id.0.to_string())
        .child(pair)
        .child(tools)
}
