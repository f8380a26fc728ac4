//! What the person should know when their words are not being kept.

use super::Notice;
use crate::i18n::Msg;
use crate::route::Route;
use crate::store::StorageError;
use crate::ui::session::{OpenPlan, Saving};
use crate::ui::use_scene;
use yew::prelude::*;

/// Properties of [`Trouble`].
#[derive(PartialEq, Properties)]
pub struct TroubleProps {
    /// How saving goes.
    pub saving: Saving,
    /// The open plan, of which a copy can be kept.
    pub open: Option<OpenPlan>,
}

/// A calm notice when words are not being kept, with a way to keep a copy; nothing otherwise.
#[component]
pub fn Trouble(props: &TroubleProps) -> Html {
    let scene = use_scene();
    let (title, text) = match props.saving {
        Saving::Fails(StorageError::Blocked) => (Msg::TroubleBlockedTitle, Msg::TroubleBlockedText),
        Saving::Fails(StorageError::Full) => (Msg::TroubleFullTitle, Msg::TroubleFullText),
        Saving::NothingYet | Saving::Works | Saving::VisitOnly => return Html::default(),
    };
    html! {
        <Notice title={scene.text(title)} text={scene.text(text)} trouble=true>
            <a href={Route::Privacy.to_string()}>{ scene.text(Msg::TroubleWhy) }</a>
        </Notice>
    }
}
