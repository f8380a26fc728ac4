//! A field for a day.

use crate::i18n::Msg;
use crate::questionnaire;
use crate::ui::{use_dispatch, use_scene};
use crate::worksheet::{Action, Date, GoalEdit, ItemId, RosterAction};
use std::fmt;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A place in the worksheet that takes a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dated {
    /// A day that is chosen outside goals.
    Plan(questionnaire::DateField),
    /// When to look at a goal again.
    LookAgain(ItemId),
}

impl Dated {
    /// The change that puts this day here, or clears it.
    #[must_use]
    pub fn pick(self, date: Option<Date>) -> Action {
        match self {
            Self::Plan(field) => Action::Pick(field, date),
            Self::LookAgain(id) => Action::Goals(RosterAction::Edit(id, GoalEdit::LookAgain(date))),
        }
    }
}

/// Writes the field's id in the page: `next-review`, `goal-3-look-again`.
impl fmt::Display for Dated {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plan(field) => formatter.write_str(field.slug()),
            Self::LookAgain(ItemId(id)) => write!(formatter, "goal-{id}-look-again"),
        }
    }
}

/// Properties of [`DateField`].
#[derive(PartialEq, Properties)]
pub struct DateFieldProps {
    /// Where the day goes.
    pub dated: Dated,
    /// The day that is there now.
    pub value: Option<Date>,
    /// The label.
    pub label: Msg,
    /// A line below the label.
    #[prop_or_default]
    pub hint: Option<Msg>,
}

/// A field for a day. What is typed halfway counts as no day, and stays in the field.
#[component]
pub fn DateField(props: &DateFieldProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let oninput = use_callback(props.dated, move |event: InputEvent, dated| {
        let field = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field {
            dispatch.send(dated.pick(field.value().parse().ok()));
        }
    });
    let id = AttrValue::from(props.dated.to_string());
    let hint_id = props.hint.map(|_| AttrValue::from(format!("{id}-hint")));
    let value = props.value.map(|date| date.to_string()).unwrap_or_default();
    html! {
        <div class="short-field short-field--date">
            <label class="short-field__label" for={id.clone()}>{ scene.text(props.label) }</label>
            if let Some(hint) = props.hint {
                <p class="short-field__hint" id={hint_id.clone()}>{ scene.text(hint) }</p>
            }
            <input class="short-field__input" type="date" {id} max="9999-12-31" {value} {oninput}
                aria-describedby={hint_id} autocomplete="off" />
        </div>
    }
}
