//! The page with the names and dates of the agreement.

use super::View;
use crate::i18n::{Msg, Phrased, Topic};
use crate::questionnaire::{DateField, Prompt};
use crate::ui::Target;
use crate::ui::components::{Dated, date_field, help_me_think, short_field};
use crate::ui::markup::el;
use yew::prelude::*;

/// Names, date and next review. The hint says that it is not a contract.
pub(super) fn signatures(view: View<'_>) -> Html {
    let (ui, worksheet) = (view.ui, view.worksheet());
    let phrases = Topic::Signatures.phrases();
    let name = |prompt: Prompt| {
        let phrases = prompt.phrases();
        let words = worksheet.text(prompt);
        short_field(
            ui,
            Target::Answer(prompt),
            &words,
            phrases.title,
            phrases.hint,
        )
    };
    let date = |field: DateField, label: Msg| {
        let value = worksheet.dates.get(&field).copied();
        date_field(ui, Dated::Plan(field), value, label, None)
    };
    let fields = el("div", "group")
        .child(name(Prompt::MyName))
        .child(name(Prompt::TherapistName))
        .child(date(DateField::AgreedOn, Msg::AgreementAgreedOn))
        .child(date(DateField::NextReview, Msg::AgreementNextReview));
    view.foot(
        view.head(phrases)
            .child(fields)
            .child(help_me_think(ui, phrases)),
    )
}
