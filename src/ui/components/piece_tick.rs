//! One of the person's own lines, to tick if it already happens, even a little.

use super::piece_from::{Origin, PieceFrom};
use crate::ui::use_dispatch;
use crate::worksheet::{Action, Source, Text};
use yew::prelude::*;

/// Properties of [`PieceTick`].
#[derive(PartialEq, Properties)]
pub struct PieceTickProps {
    /// Which line it is.
    pub source: Source,
    /// Its words.
    pub words: Text,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether it already happens.
    pub happens: bool,
}

/// The line beside a checkbox.
#[component]
pub fn PieceTick(props: &PieceTickProps) -> Html {
    let dispatch = use_dispatch();
    let PieceTickProps {
        source,
        words,
        origin,
        happens,
    } = props;
    let id = tick_id(*source);
    let from = AttrValue::from(format!("{id}-from"));
    let onchange = dispatch.on::<Event>(Action::Tick(*source, !happens));
    html! {
        <li class="card piece">
            <label class="piece__tick">
                <input type="checkbox" {id} checked={*happens} aria-describedby={from.clone()} {onchange} />
                { " " }
                <span class="words" dir="auto" translate="no">{ AttrValue::from(words.shared()) }</span>
            </label>
            <PieceFrom origin={origin.clone()} id={from} />
        </li>
    }
}

/// A line's checkbox in the page: `tick-sign-0`, `tick-morning`, `tick-seen-2`.
fn tick_id(source: Source) -> String {
    match source {
        Source::Sign(id) => format!("tick-sign-{}", id.0),
        Source::Moment(moment) => format!("tick-{}", moment.slug()),
        Source::Seen(id) => format!("tick-seen-{}", id.0),
    }
}
