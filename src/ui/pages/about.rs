//! What First Light is, and whom it learns from.

use crate::i18n::Msg;
use crate::route::Route;
use crate::ui::use_scene;
use yew::prelude::*;

const CREDITS: [Msg; 5] = [
    Msg::AboutCreditDeShazer,
    Msg::AboutCreditManual,
    Msg::AboutCreditGas,
    Msg::AboutCreditIfThen,
    Msg::AboutCreditBap,
];

/// What First Light is, and whom it learns from.
#[component]
pub fn About() -> Html {
    let scene = use_scene();
    html! {
        <>
            <h1 class="question question--title" id="question" tabindex="-1">{ scene.text(Msg::AboutTitle) }</h1>
            <div class="prose">
                <h2>{ scene.text(Msg::AboutWhatTitle) }</h2>
                <p>{ scene.text(Msg::AboutWhatText) }</p>
                <p>{ scene.text(Msg::AboutNotText) }</p>
                <h2>{ scene.text(Msg::AboutCareTitle) }</h2>
                <p>{ scene.text(Msg::AboutCareText) }</p>
                <p><a href={Route::UrgentHelp.to_string()}>{ scene.text(Msg::NavUrgentHelp) }</a></p>
                <hr class="ornament" />
                <h2>{ scene.text(Msg::AboutThanksTitle) }</h2>
                <p>{ scene.text(Msg::AboutThanksText) }</p>
                <ul>{ for CREDITS.iter().map(|credit| html! { <li>{ scene.text(*credit) }</li> }) }</ul>
                <h2>{ scene.text(Msg::AboutLicenceTitle) }</h2>
                <p>{ scene.text(Msg::AboutLicenceText) }</p>
            </div>
        </>
    }
}
