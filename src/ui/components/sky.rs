//! The sky: from night to morning as the plan fills. It is the progress bar.

use crate::i18n::Msg;
use crate::progress::Progress;
use crate::ui::use_scene;
use yew::prelude::*;

/// Properties of [`Sky`].
#[derive(PartialEq, Properties)]
pub struct SkyProps {
    /// How far the open plan is filled; `None` where no plan is open.
    pub progress: Option<Progress>,
}

/// The sky. Without an open plan it is an ornament.
#[component]
pub fn Sky(props: &SkyProps) -> Html {
    let scene = use_scene();
    let Some(progress) = props.progress else {
        return html! { <div class="sky" data-dawn="3" aria-hidden="true"></div> };
    };
    let Progress { filled, total } = progress;
    let (filled, total) = (filled.to_string(), total.to_string());
    let mut read = scene
        .words
        .fill(Msg::SkyProgress, &[("filled", &filled), ("total", &total)]);
    read.push(' ');
    read.push_str(scene.text(match progress.dawn() {
        0..=2 => Msg::SkyNight,
        3..=8 => Msg::SkyDawn,
        _ => Msg::SkyMorning,
    }));
    html! {
        <div class="sky" data-dawn={progress.dawn().to_string()} role="progressbar"
            aria-label={scene.text(Msg::SkyLabel)} aria-valuemin="0" aria-valuemax={total}
            aria-valuenow={filled} aria-valuetext={read}></div>
    }
}
