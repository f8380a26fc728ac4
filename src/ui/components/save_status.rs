//! What is saved, and where, in plain words.

use crate::i18n::Msg;
use crate::ui::session::Saving;
use crate::ui::use_scene;
use yew::prelude::*;

/// Properties of [`SaveStatus`].
#[derive(PartialEq, Properties)]
pub struct SaveStatusProps {
    /// How saving goes.
    pub saving: Saving,
}

/// What is saved, and where.
#[component]
pub fn SaveStatus(props: &SaveStatusProps) -> Html {
    let scene = use_scene();
    let (state, text) = match props.saving {
        Saving::Works => ("saved", Msg::SaveSaved),
        Saving::NothingYet => ("saved", Msg::SaveNothingYet),
        Saving::VisitOnly => ("visit", Msg::SaveVisitOnly),
        Saving::Fails(_) => ("trouble", Msg::SaveNotSaved),
    };
    html! { <p class="save-status" data-state={state}>{ scene.text(text) }</p> }
}
