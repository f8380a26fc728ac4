//! A scaling question's points, 0 to 10.

use crate::export::point;
use crate::i18n::Msg;
use crate::questionnaire::Scale;
use crate::ui::markup::{Tag, button, el, input};
use crate::ui::memo::memo;
use crate::ui::{Event, Ui};
use crate::worksheet::{Action, GoalEdit, ItemId, OwnEdit, RosterAction, Score, StepEdit};
use std::fmt;
use yew::prelude::*;

/// A place in the worksheet that takes a point from 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scored {
    /// A scaling question.
    Scale(Scale),
    /// How confident the person is of a step: the goal, the step.
    Confidence(ItemId, ItemId),
    /// A therapist's own question.
    Own(ItemId),
}

impl Scored {
    /// The change that chooses a point here, or makes the scale blank again.
    #[must_use]
    pub fn action(self, score: Option<Score>) -> Action {
        match self {
            Self::Scale(scale) => Action::Rate(scale, score),
            Self::Own(id) => Action::Own(id, OwnEdit::Rate(score)),
            Self::Confidence(goal, step) => {
                let edit = RosterAction::Write(step, StepEdit::Confidence(score));
                Action::Goals(RosterAction::Edit(goal, GoalEdit::Steps(edit)))
            }
        }
    }
}

/// Writes the scale's id in the page: `scale-now`, `confidence-3-0`.
impl fmt::Display for Scored {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scale(scale) => write!(formatter, "scale-{}", scale.slug()),
            Self::Own(ItemId(id)) => write!(formatter, "own-{id}"),
            Self::Confidence(ItemId(goal), ItemId(step)) => {
                write!(formatter, "confidence-{goal}-{step}")
            }
        }
    }
}

/// The points of a scaling question.
#[derive(PartialEq)]
pub struct ScaleField {
    /// Where the point goes.
    pub scored: Scored,
    /// The point that is chosen now.
    pub value: Option<Score>,
    /// What is asked; `None` when the page's own question (id `question`) names the scale.
    pub legend: Option<Msg>,
    /// A line below the legend.
    pub hint: Option<Msg>,
    /// What 0 means.
    pub low: Option<Msg>,
    /// What 10 means.
    pub high: Option<Msg>,
}

impl ScaleField {
    /// A scale under the page's own question, whose ends have no meaning yet.
    #[must_use]
    pub fn of(scored: Scored, value: Option<Score>) -> Self {
        Self {
            scored,
            value,
            legend: None,
            hint: None,
            low: None,
            high: None,
        }
    }
}

/// The points of a scaling question. None is chosen at the start, and choosing one goes nowhere.
pub fn scale_field(ui: &Ui, scale: ScaleField) -> Html {
    memo(ui, Some(&scale.scored.to_string()), scale, draw)
}

fn draw(ui: &Ui, scale: &ScaleField) -> Html {
    let id = scale.scored.to_string();
    let (ends_id, hint_id) = (format!("{id}-ends"), format!("{id}-hint"));
    // At a half point no radio button is checked: whoever listens hears it with the scale.
    let mut described_by = format!("{ends_id} {id}-value");
    if scale.hint.is_some() {
        described_by.insert_str(0, &format!("{hint_id} "));
    }
    let end = |class, number: &'static str, meaning: Option<Msg>| {
        let end = el("span", class).child(el("b", "").child(number)).space();
        match meaning {
            Some(meaning) => end.say(ui, meaning),
            None => end,
        }
    };
    let ends = el("p", "scale-field__ends")
        .id(ends_id)
        .child(end("scale-field__low", "0", scale.low))
        .space()
        .child(end("scale-field__high", "10", scale.high));
    let legend = scale
        .legend
        .map(|legend| el("legend", "scale-field__legend").say(ui, legend));
    let hint = scale
        .hint
        .map(|hint| el("p", "scale-field__hint").id(hint_id).say(ui, hint));
    el("fieldset", "scale-field")
        .id(id)
        .attr(
            "aria-labelledby",
            scale.legend.is_none().then_some("question"),
        )
        .attr("aria-describedby", described_by)
        .child(legend)
        .child(hint)
        .child(ends)
        .child(points(ui, scale.scored, scale.value))
        .child(fine(ui, scale.scored, scale.value))
        .html()
}

/// The whole points, as native radio buttons. For a half point none is checked, and the whole number
/// below it is marked.
fn points(ui: &Ui, scored: Scored, value: Option<Score>) -> Tag {
    let name = scored.to_string();
    let points = (0..=10).map(|point| {
        let score = Score::whole(point);
        let half = value.is_some_and(|value| score.and_then(Score::half_up) == Some(value));
        let text = AttrValue::from(point.to_string());
        let radio = input("radio", "")
            .id(format!("{name}-{point}"))
            .attr("name", name.clone())
            .holds(text.clone())
            .checked(value.is_some() && value == score)
            .on_change(ui, vec![scored.action(score).into()]);
        el("label", "scale-field__point")
            .key(&text)
            .attr("data-half", half.then_some(""))
            .child(radio)
            .space()
            .child(el("span", "").child(text))
    });
    el("div", "scale-field__points").children(points)
}

/// Half a point less or more, what is chosen, and the way back to blank.
fn fine(ui: &Ui, scored: Scored, value: Option<Score>) -> Tag {
    let (less, more) = (format!("{scored}-less"), format!("{scored}-more"));
    let down = value.and_then(Score::half_down);
    let up = value.and_then(Score::half_up);
    // A button that is about to be switched off would lose the focus.
    let after_down = if down == Some(Score::MIN) {
        &more
    } else {
        &less
    };
    let after_up = if up == Some(Score::MAX) { &less } else { &more };
    let half = |id: &String, label, sign: &'static str, to: Option<Score>, then: &String| {
        button("scale-field__half")
            .id(id.clone())
            .flag("disabled", to.is_none())
            .on_click(
                ui,
                vec![scored.action(to).into(), Event::focus(then.clone())],
            )
            .child(el("span", "").attr("aria-hidden", "true").child(sign))
            .child(el("span", "visually-hidden").say(ui, label))
    };
    let chosen = el("output", "scale-field__value").id(format!("{scored}-value"));
    let chosen = match value {
        Some(score) => {
            let read = ui.fill(Msg::ScaleControlValue, &[("score", &score.to_string())]);
            chosen
                .child(
                    // New elements, not new texts: a translated page has other texts in their place.
                    el("span", "")
                        .key(&read)
                        .attr("aria-hidden", "true")
                        .child(point(score)),
                )
                .child(
                    el("span", "visually-hidden")
                        .key(&score.to_string())
                        .child(read),
                )
        }
        None => chosen,
    };
    // The button is about to disappear, and would lose the focus.
    let clear = vec![
        scored.action(None).into(),
        Event::focus(format!("{scored}-0")),
    ];
    el("div", "scale-field__fine")
        .child(half(
            &less,
            Msg::ScaleControlHalfDown,
            "\u{2212}\u{bd}",
            down,
            after_down,
        ))
        .child(chosen)
        .child(half(
            &more,
            Msg::ScaleControlHalfUp,
            "+\u{bd}",
            up,
            after_up,
        ))
        .child(
            button("button button--quiet scale-field__clear")
                .flag("hidden", value.is_none())
                .on_click(ui, clear)
                .say(ui, Msg::ScaleControlClear),
        )
}
