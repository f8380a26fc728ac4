//! A field that takes the person's own words.

use crate::ui::markup::{el, input};
use crate::ui::memo::memo;
use crate::ui::{Event, Target, Ui};
use crate::worksheet::Text;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

thread_local! {
    /// What was typed last, and where, since the page was last put together.
    static TYPED: RefCell<Option<(Target, Text)>> = const { RefCell::new(None) };
}

/// The page is put together anew, from all that was typed until now.
///
/// Yew draws a page in several turns when a device is slow, and keys are heard in between. A field that is drawn
/// in a later turn shows what was typed meanwhile, and not what the page knew at first: that would take letters
/// away.
pub fn knows_all_words() {
    TYPED.take();
}

/// A field that takes the person's own words.
#[derive(PartialEq)]
pub(super) struct WordsInput {
    /// Where the words go.
    pub(super) target: Target,
    /// The words that are there now.
    pub(super) value: Text,
    /// The class that gives the field its looks.
    pub(super) class: &'static str,
    /// The least number of lines; `None` for a field of one line that does not grow.
    pub(super) rows: Option<u32>,
    /// The field's name, where no visible label names it.
    pub(super) label: Option<AttrValue>,
    /// The id of the element that names it.
    pub(super) labelled_by: Option<AttrValue>,
    /// The ids of the elements that say more about it.
    pub(super) described_by: Option<AttrValue>,
}

impl WordsInput {
    /// A field that grows from one line, and that a label names.
    pub(super) fn new(target: Target, value: Text, class: &'static str) -> Self {
        Self {
            target,
            value,
            class,
            rows: Some(1),
            label: None,
            labelled_by: None,
            described_by: None,
        }
    }
}

/// A field that takes the person's own words, exactly as they are typed. Its id is its target's.
pub(super) fn words_input(ui: &Ui, field: WordsInput) -> Html {
    memo(ui, None, field, draw)
}

fn draw(ui: &Ui, field: &WordsInput) -> Html {
    let meanwhile = |typed: &Option<(Target, Text)>| match typed {
        Some((target, words)) if *target == field.target => Some(words.clone()),
        _ => None,
    };
    let value = TYPED
        .with_borrow(meanwhile)
        .unwrap_or_else(|| field.value.clone());
    let element = match field.rows {
        Some(least) => el("textarea", field.class).attr("rows", rows(&value, least).to_string()),
        None => input("text", field.class),
    };
    let (listener, target) = (ui.clone(), field.target);
    let least = field.rows.unwrap_or(0);
    let before = Cell::new(shape(&value, least));
    let write = Callback::from(move |event: InputEvent| {
        if let Some(words) = typed_words(&event) {
            let after = shape(&words, least);
            let alike = after.is_some() && before.replace(after) == after;
            TYPED.set(Some((target, words.clone())));
            let action = target.write(words);
            listener.send(if alike {
                Event::Typed(action)
            } else {
                Event::Plan(action)
            });
        }
    });
    element
        .id(field.target.to_string())
        .own()
        .attr("aria-label", field.label.clone())
        .attr("aria-labelledby", field.labelled_by.clone())
        .attr("aria-describedby", field.described_by.clone())
        .attr("autocomplete", "off")
        .attr(
            "spellcheck",
            if ui.scene.spell_check {
                "true"
            } else {
                "false"
            },
        )
        .holds(value.shared().into())
        .typed(write)
        .html()
}

/// What now stands in the field that an event came from.
pub fn typed_words(event: &InputEvent) -> Option<Text> {
    let field = event.target()?;
    let words = match field.dyn_ref::<HtmlTextAreaElement>() {
        Some(field) => field.value(),
        None => field.dyn_ref::<HtmlInputElement>()?.value(),
    };
    Some(Text::from(words))
}

/// What of the words a page can show in another way than by the words themselves: whether there are any,
/// and how many lines they take. `None` for no words.
fn shape(words: &Text, least: u32) -> Option<usize> {
    (!words.is_blank()).then(|| rows(words, least))
}

/// How many lines to show. Browsers with `field-sizing` measure for themselves; for the others this
/// guesses 60 letters to a line.
fn rows(words: &str, least: u32) -> usize {
    let lines: usize = words.split('\n').map(|line| 1 + line.len() / 60).sum();
    lines.max(least as usize)
}
