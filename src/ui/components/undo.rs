//! The way back after something was removed.

use crate::i18n::Msg;
use crate::ui::{Event, use_dispatch, use_scene};
use yew::prelude::*;

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
    html! {
        <div class="undo-slot" role="status">
            if let Some(removed) = props.removed {
                <div class="undo">
                    <p class="undo__text">{ scene.text(removed) }</p>
                    <button type="button" class="button button--quiet undo__back"
                        onclick={dispatch.on(Event::BringBack)}>
                        { scene.text(Msg::ListBringBack) }
                    </button>
                </div>
            }
        </div>
    }
}
