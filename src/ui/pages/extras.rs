//! The optional parts.

use super::View;
use super::invitation::chosen;
use crate::i18n::{Phrased, Topic};
use crate::ui::components::{Choice, ChoiceItem, checklist};
use crate::worksheet::{Action, Extra};
use yew::prelude::*;

/// The page on which optional parts are switched on and off.
pub(super) fn extras(view: View<'_>) -> Html {
    let phrases = Topic::Extras.phrases();
    let setup = &view.worksheet().setup;
    let items = Extra::ALL.map(|extra| {
        let mut touched = setup.clone();
        let is_on = touched.extras.remove(&extra);
        if !is_on {
            touched.extras.insert(extra);
        }
        ChoiceItem::of(extra.slug(), extra.phrases(), is_on, Action::Setup(touched))
    });
    let group = Choice {
        page_hint: phrases.hint.is_some(),
        ..Choice::named("extra")
    };
    let page = view
        .head(phrases)
        .child(chosen(view.ui, view.worksheet()))
        .child(checklist(view.ui, group, items.into()));
    view.foot(page)
}
