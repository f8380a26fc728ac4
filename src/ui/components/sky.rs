//! The sky: from night to morning as the plan fills. It is the progress bar.

use crate::i18n::Msg;
use crate::progress::Progress;
use crate::ui::Ui;
use crate::ui::markup::{Tag, el};

/// The sky, as light as the open plan is filled. Without an open plan it is an ornament.
pub fn sky(ui: &Ui, progress: Option<Progress>) -> Tag {
    let sky = el("div", "sky");
    let Some(progress) = progress else {
        return sky.attr("data-dawn", "3").attr("aria-hidden", "true");
    };
    let Progress { filled, total } = progress;
    let (filled, total) = (filled.to_string(), total.to_string());
    let mut read = ui.fill(Msg::SkyProgress, &[("filled", &filled), ("total", &total)]);
    read.push(' ');
    read.push_str(ui.text(match progress.dawn() {
        0..=2 => Msg::SkyNight,
        3..=8 => Msg::SkyDawn,
        _ => Msg::SkyMorning,
    }));
    sky.attr("data-dawn", progress.dawn().to_string())
        .attr("role", "progressbar")
        .attr("aria-label", ui.text(Msg::SkyLabel))
        .attr("aria-valuemin", "0")
        .attr("aria-valuemax", total)
        .attr("aria-valuenow", filled)
        .attr("aria-valuetext", read)
}
