//! Someone who can help.

use super::{AnswerField, MoveTools, ShortField};
use crate::i18n::Msg;
use crate::ui::{List, Target};
use crate::worksheet::{ItemId, Supporter, SupporterField};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`SupporterCard`].
#[derive(PartialEq, Properties)]
pub struct SupporterCardProps {
    /// The supporter's name in the list.
    pub id: ItemId,
    /// Who it is, and what to ask of them.
    pub supporter: Rc<Supporter>,
    /// Where the card stands, counted from 0.
    pub place: usize,
    /// How many there are; 0 for the empty card that stands in for the first.
    pub count: usize,
}

/// Someone who can help, and what to ask of them.
#[component]
pub fn SupporterCard(props: &SupporterCardProps) -> Html {
    let SupporterCardProps {
        id,
        supporter,
        place,
        count,
    } = props;
    html! {
        <li class="card supporter">
            <div class="pair">
                <ShortField target={Target::Supporter(*id, SupporterField::Who)} value={supporter.who.clone()}
                    label={Msg::SupportWho} />
                <AnswerField target={Target::Supporter(*id, SupporterField::Ask)} value={supporter.ask.clone()}
                    label={Msg::SupportAsk} rows={1} />
            </div>
            if *count > 0 {
                <MoveTools list={List::Supporters} id={*id} place={*place} count={*count} name={supporter.who.clone()} />
            }
        </li>
    }
}
