//! Back and Continue.

use crate::i18n::Msg;
use crate::progress::{self, Place};
use crate::route::{PlanId, Route};
use crate::ui::use_scene;
use crate::worksheet::Worksheet;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Turn`].
#[derive(PartialEq, Properties)]
pub struct TurnProps {
    /// The plan's name in addresses.
    pub id: PlanId,
    /// The plan.
    pub worksheet: Rc<Worksheet>,
    /// The page.
    pub place: Place,
    /// Whether something else is the main thing to do on the page just now.
    #[prop_or_default]
    pub quiet: bool,
}

/// Back and Continue. They are links, so the browser's own back button does what it should.
#[component]
pub fn Turn(props: &TurnProps) -> Html {
    let scene = use_scene();
    let address = |place| Route::Plan(props.id, place).to_string();
    let back = progress::previous(&props.worksheet, props.place);
    let back = back.map_or_else(|| Route::Home.to_string(), address);
    let next = progress::next(&props.worksheet, props.place).map(address);
    let looks = if props.quiet {
        "button--quiet"
    } else {
        "button--main"
    };
    html! {
        <nav class="turn" aria-label={scene.text(Msg::NavPagesLabel)}>
            <a class="button button--quiet turn__back" href={back}>{ scene.text(Msg::NavBack) }</a>
            if let Some(next) = next {
                <a class={classes!("button", looks, "turn__next")} href={next}>
                    { scene.text(Msg::NavContinue) }
                </a>
            } else {
                <a class="button turn__home" href={Route::Home.to_string()}>{ scene.text(Msg::NavFinish) }</a>
            }
        </nav>
    }
}
