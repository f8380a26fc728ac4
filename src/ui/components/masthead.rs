//! The head of every page.

use super::SaveStatus;
use crate::i18n::Msg;
use crate::route::Route;
use crate::ui::session::Saving;
use crate::ui::use_scene;
use yew::prelude::*;

/// Properties of [`Masthead`].
#[derive(PartialEq, Properties)]
pub struct MastheadProps {
    /// How saving goes; `None` where no plan is open.
    pub saving: Option<Saving>,
}

/// The name, what is saved and where, and the ways to urgent help and settings.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    let scene = use_scene();
    html! {
        <div class="masthead">
            <a class="masthead__name" href={Route::Home.to_string()}>{ scene.text(Msg::AppName) }</a>
            if let Some(saving) = props.saving {
                <SaveStatus {saving} />
            }
            <nav class="masthead__links" aria-label={scene.text(Msg::NavSiteLabel)}>
                <a href={Route::UrgentHelp.to_string()}>{ scene.text(Msg::NavUrgentHelp) }</a>
                <a href={Route::Settings.to_string()}>{ scene.text(Msg::NavSettings) }</a>
            </nav>
        </div>
    }
}
