//! Who is here: the person alone, with a therapist, or a therapist having a look.

use super::View;
use crate::i18n::{Phrased, Topic};
use crate::ui::components::{Choice, ChoiceItem, choice};
use crate::worksheet::{Action, Company, Setup};
use yew::prelude::*;

/// The page that asks who is here.
pub(super) fn company(view: View<'_>) -> Html {
    let phrases = Topic::Company.phrases();
    let setup = &view.worksheet().setup;
    let items = Company::ALL.map(|who| {
        let company = Some(who);
        let chosen = Action::Setup(Setup {
            company,
            ..setup.clone()
        });
        ChoiceItem::of(who.slug(), who.phrases(), setup.company == company, chosen)
    });
    let group = Choice {
        page_hint: phrases.hint.is_some(),
        ..Choice::named("company")
    };
    let page = view
        .head(phrases)
        .child(choice(view.ui, group, items.into()));
    view.foot(page)
}
