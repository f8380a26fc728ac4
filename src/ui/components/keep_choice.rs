//! Where the open plan is kept.

use super::choice::{Choice, ChoiceItem, choice};
use crate::i18n::Msg;
use crate::store::Keep;
use crate::ui::markup::{Tag, el};
use crate::ui::session::Saving;
use crate::ui::{Event, Ui};

/// In this browser, or for this visit only. What holds now is also said in words when it changes.
pub fn keep_choice(ui: &Ui, keep: Keep, saving: Saving) -> Tag {
    let item = |value, kept, title, text| ChoiceItem {
        value,
        title,
        text: Some(text),
        checked: keep == kept,
        event: Event::Keep(kept),
    };
    let items = vec![
        item(
            "browser",
            Keep::Browser,
            Msg::KeepDeviceTitle,
            Msg::KeepDeviceAbout,
        ),
        item(
            "visit",
            Keep::VisitOnly,
            Msg::KeepVisitTitle,
            Msg::KeepVisitAbout,
        ),
    ];
    let now = match (keep, saving) {
        (Keep::Browser, Saving::Fails(_)) => Msg::TroubleBlockedTitle,
        (Keep::Browser, _) => Msg::KeepDeviceNow,
        (Keep::VisitOnly, _) => Msg::KeepVisitNow,
    };
    let group = Choice {
        legend: Some(Msg::KeepLegend),
        hint: Some(Msg::KeepHint),
        ..Choice::named("keep")
    };
    el("div", "keep-choice")
        .child(choice(ui, group, items))
        .child(
            el("p", "keep-choice__now")
                .attr("role", "status")
                .child(el("span", "").key(ui.text(now)).say(ui, now)),
        )
}
