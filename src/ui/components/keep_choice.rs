//! Where the open plan is kept.

use super::{Choice, ChoiceItem};
use crate::i18n::Msg;
use crate::store::Keep;
use crate::ui::{Event, use_dispatch, use_scene};
use yew::prelude::*;

/// Properties of [`KeepChoice`].
#[derive(PartialEq, Properties)]
pub struct KeepChoiceProps {
    /// Where the open plan is kept now.
    pub keep: Keep,
}

const BROWSER: &str = "browser";
const VISIT: &str = "visit";

/// In this browser, or for this visit only. What holds now is also said in words when it changes.
#[component]
pub fn KeepChoice(props: &KeepChoiceProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let keep = props.keep;
    let onchoose = use_callback((), move |value: AttrValue, ()| {
        dispatch.send(Event::Keep(if value == VISIT {
            Keep::VisitOnly
        } else {
            Keep::Browser
        }));
    });
    let item = |value: &'static str, kept, title, text| ChoiceItem {
        value: value.into(),
        title: scene.text(title).into(),
        text: Some(scene.text(text).into()),
        checked: keep == kept,
    };
    let items = vec![
        item(
            BROWSER,
            Keep::Browser,
            Msg::KeepDeviceTitle,
            Msg::KeepDeviceAbout,
        ),
        item(
            VISIT,
            Keep::VisitOnly,
            Msg::KeepVisitTitle,
            Msg::KeepVisitAbout,
        ),
    ];
    let now = match keep {
        Keep::Browser => Msg::KeepDeviceNow,
        Keep::VisitOnly => Msg::KeepVisitNow,
    };
    html! {
        <div class="keep-choice">
            <Choice name="keep" legend={scene.text(Msg::KeepLegend)} hint={scene.text(Msg::KeepHint)} {items}
                {onchoose} />
            <p class="keep-choice__now" role="status">{ scene.text(now) }</p>
        </div>
    }
}
