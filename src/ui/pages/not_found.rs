//! What is shown where there is nothing to show: no such page, no such plan, or one that cannot be read.

use crate::i18n::Msg;
use crate::route::Route;
use crate::store::Library;
use crate::ui::components::{Download, DownloadSource};
use crate::ui::session::Desk;
use crate::ui::use_scene;
use yew::prelude::*;

/// Properties of [`NotFound`].
#[derive(PartialEq, Properties)]
pub struct NotFoundProps {
    /// What lies on the desk.
    pub desk: Desk,
    /// Where plans are kept.
    pub library: Library,
}

/// Says why there is nothing here, hands out what there is, and leads home.
#[component]
pub fn NotFound(props: &NotFoundProps) -> Html {
    let scene = use_scene();
    let (title, text, plan) = match props.desk {
        Desk::Newer(id) => (Msg::TroubleNewerTitle, Msg::TroubleNewerText, Some(id)),
        Desk::Unreadable(id) => (Msg::TroubleDamagedTitle, Msg::TroubleDamagedText, Some(id)),
        Desk::Missing => (Msg::NotFoundPlanTitle, Msg::NotFoundPlanText, None),
        Desk::Clear | Desk::Open(_) => (Msg::NotFoundTitle, Msg::NotFoundText, None),
    };
    html! {
        <>
            <h1 class="question question--title" id="question" tabindex="-1">{ scene.text(title) }</h1>
            <p class="lead">{ scene.text(text) }</p>
            <div class="summary-actions">
                <a class="button button--main" href={Route::Home.to_string()}>{ scene.text(Msg::NotFoundHome) }</a>
                if let Some(id) = plan {
                    <Download label={Msg::TroubleDownload} source={DownloadSource::Raw(id)}
                        library={props.library.clone()} />
                }
            </div>
        </>
    }
}
