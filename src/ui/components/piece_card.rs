//! A closer look at one piece that already happens.

use super::AnswerField;
use super::make_goal::MakeGoal;
use super::piece_from::{Origin, PieceFrom};
use crate::i18n::Phrased;
use crate::route::PlanId;
use crate::ui::Target;
use crate::worksheet::{ItemId, Piece, PieceField, Source, Text};
use yew::prelude::*;

/// Properties of [`PieceCard`].
#[derive(PartialEq, Properties)]
pub struct PieceCardProps {
    /// The plan's name in addresses.
    pub plan: PlanId,
    /// Which line it is.
    pub source: Source,
    /// Its words.
    pub words: Text,
    /// Where it comes from.
    pub origin: Origin,
    /// What is known about it.
    pub piece: Piece,
    /// The goal in the same words, if there is one.
    pub goal: Option<ItemId>,
    /// Whether the fields are shown when the page is.
    pub open: bool,
}

/// The person's own line; opened, the questions about it and the way to make it a goal.
#[component]
pub fn PieceCard(props: &PieceCardProps) -> Html {
    // From here on the person opens and closes it.
    let open = use_state(|| props.open);
    let PieceCardProps {
        plan,
        source,
        words,
        origin,
        piece,
        goal,
        ..
    } = props;
    let id = Target::Piece(*source, PieceField::When).to_string();
    let (words_id, from_id) = (format!("{id}-words"), AttrValue::from(format!("{id}-from")));
    let field = |field: PieceField| {
        let phrases = field.phrases();
        html! {
            <AnswerField key={phrases.title as usize} target={Target::Piece(*source, field)}
                value={piece.get(field).clone()} label={phrases.title} hint={phrases.hint} rows=1 />
        }
    };
    html! {
        <li class="card piece">
            <details class="piece__closer" open={*open}>
                <summary class="piece__summary" aria-describedby={from_id.clone()}>
                    <span class="words" id={words_id.clone()} dir="auto" translate="no">
                        { AttrValue::from(words.shared()) }
                    </span>
                </summary>
                <PieceFrom origin={origin.clone()} id={from_id} />
                <div class="piece__more">
                    <div class="piece__fields">{ for PieceField::ALL.into_iter().map(field) }</div>
                    <MakeGoal plan={*plan} words={words.clone()} words_id={words_id} goal={*goal} />
                </div>
            </details>
        </li>
    }
}
