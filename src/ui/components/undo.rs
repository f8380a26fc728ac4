//! The way back after something was removed.

use crate::browser::page;
use crate::i18n::Msg;
use crate::ui::{Event, use_dispatch, use_scene};
use yew::prelude::*;

/// The id of the frame.
const SLOT: &str = "undo";

/// Properties of [`Undo`].
#[derive(PartialEq, Properties)]
pub struct UndoProps {
    /// What was removed; `None` when there is nothing to bring back.
    pub removed: Option<Msg>,
}

/// The way back. Its frame is always there, so that a screen reader says what arrives in it.
#[component]
pub fn Undo(props: &UndoProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let onclick = Callback::from(move |_: MouseEvent| {
        // The button goes with its use; its frame stays, and holds the focus in its place.
        page::focus(SLOT);
        dispatch.send(Event::BringBack);
    });
    html! {
        <div class="undo-slot" id={SLOT} tabindex="-1" role="status">
            if let Some(removed) = props.removed {
                <div class="undo">
                    <p class="undo__text">{ scene.text(removed) }</p>
                    <button type="button" class="button button--quiet undo__back" {onclick}>
                        { scene.text(Msg::ListBringBack) }
                    </button>
                </div>
            }
        </div>
    }
}
