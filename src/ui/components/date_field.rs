//! A field for a day.

use super::short_field::frame;
use crate::i18n::Msg;
use crate::questionnaire;
use crate::ui::Ui;
use crate::ui::markup::{Tag, input};
use crate::worksheet::{Action, Date, GoalEdit, ItemId, RosterAction, StepEdit};
use std::fmt;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A place in the worksheet that takes a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dated {
    /// A day that is chosen outside goals.
    Plan(questionnaire::DateField),
    /// When to look at a goal again.
    LookAgain(ItemId),
    /// The day of one step toward one goal.
    Step(ItemId, ItemId),
}

impl Dated {
    /// The change that puts this day here, or clears it.
    #[must_use]
    pub fn pick(self, date: Option<Date>) -> Action {
        match self {
            Self::Plan(field) => Action::Pick(field, date),
            Self::LookAgain(id) => Action::Goals(RosterAction::Edit(id, GoalEdit::LookAgain(date))),
            Self::Step(goal, step) => {
                let edit = RosterAction::Write(step, StepEdit::Day(date));
                Action::Goals(RosterAction::Edit(goal, GoalEdit::Steps(edit)))
            }
        }
    }
}

/// Writes the field's id in the page: `next-review`, `goal-3-look-again`, `step-3-0-day`.
impl fmt::Display for Dated {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plan(field) => formatter.write_str(field.slug()),
            Self::LookAgain(ItemId(id)) => write!(formatter, "goal-{id}-look-again"),
            Self::Step(ItemId(goal), ItemId(step)) => write!(formatter, "step-{goal}-{step}-day"),
        }
    }
}

/// A field for a day. What is typed halfway counts as no day, and stays in the field.
pub fn date_field(
    ui: &Ui,
    dated: Dated,
    value: Option<Date>,
    label: Msg,
    hint: Option<Msg>,
) -> Tag {
    let value = value.map(|date| date.to_string()).unwrap_or_default();
    let id = dated.to_string();
    let hint_id = hint.map(|_| format!("{id}-hint"));
    let field = input("date", "short-field__input")
        .id(id.clone())
        .attr("max", "9999-12-31")
        .attr("aria-describedby", hint_id)
        .attr("autocomplete", "off")
        .holds(value.into())
        .typed(pick(ui, dated));
    frame(ui, "short-field short-field--date", &id, label, hint).child(field)
}

fn pick(ui: &Ui, dated: Dated) -> Callback<InputEvent> {
    let ui = ui.clone();
    Callback::from(move |event: InputEvent| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            ui.send(dated.pick(field.value().parse().ok()));
        }
    })
}
