//! A list of short lines that grows as often as wanted: the signs, and who would notice.

use super::{MoveTools, WordsInput};
use crate::browser::page;
use crate::i18n::Msg;
use crate::ui::{Change, List, Scene, Target, use_list_focus, use_scene};
use crate::worksheet::{ItemId, Text, WitnessField};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// Properties of [`LinesField`].
#[derive(PartialEq, Properties)]
pub struct LinesFieldProps {
    /// The list.
    pub list: List,
    /// The lines, in order.
    pub lines: Vec<(ItemId, Text)>,
    /// The name that the next line will get; `None` when there is no room for another.
    pub next: Option<ItemId>,
    /// What the button for another line says.
    pub more: Msg,
    /// Whether the page's own hint (id `question-hint`) describes the lines.
    #[prop_or_default]
    pub page_hint: bool,
}

/// The lines. An empty line stands at the end when there is no other, or when one more was asked for. It is
/// not part of the plan until something is typed in it: a page that was only looked at changes nothing.
/// It bears the name that the new line will get, so the field, its focus and a half-typed letter of an
/// input method stay as they are when the first key press makes it a line of the plan.
#[component]
pub fn LinesField(props: &LinesFieldProps) -> Html {
    let scene = use_scene();
    let LinesFieldProps {
        list, lines, next, ..
    } = props;
    let list = *list;
    let wanted = use_state_eq(|| None::<ItemId>);
    let empty = next.filter(|next| lines.is_empty() || *wanted == Some(*next));
    let ids: Vec<_> = lines.iter().map(|(id, _)| *id).chain(empty).collect();
    use_list_focus(ids.clone(), move |change| match change {
        Change::Added(id) | Change::Back(id) => Some(field(list, id).to_string()),
        // The row, not its field: on a telephone the keyboard would cover the way to bring the line back.
        Change::Removed(id) => id.map(|id| row_id(list, id)),
    });
    // A blank line at the end is the line that is asked for.
    let last = lines
        .last()
        .filter(|(_, words)| words.is_blank())
        .map(|(id, _)| *id);
    let blank = empty.or(last);
    let more = {
        let wanted = wanted.setter();
        use_callback((*next, blank), move |(): (), (next, blank)| match blank {
            Some(blank) => page::focus(&field(list, *blank).to_string()),
            None => wanted.set(*next),
        })
    };
    let count = lines.len();
    let row = |(place, id): (usize, &ItemId)| {
        let words = lines
            .get(place)
            .map(|(_, words)| words.clone())
            .unwrap_or_default();
        let after = ids.get(place + 1).copied();
        html! { <Line key={id.0} {list} id={*id} {words} {place} {count} {after} more={more.clone()} /> }
    };
    let described_by = props.page_hint.then_some("question-hint");
    html! {
        <div class="lines-field" role="group" aria-labelledby="question" aria-describedby={described_by}>
            <ol class="lines-field__list">
                { for ids.iter().enumerate().map(row) }
            </ol>
            if next.is_some() {
                <button type="button" class="button lines-field__more" id={list.add_id()}
                    onclick={more.reform(|_: MouseEvent| ())}>
                    { scene.text(props.more) }
                </button>
            }
        </div>
    }
}

/// Where the words of a line go.
fn field(list: List, id: ItemId) -> Target {
    match list {
        List::Witnesses => Target::Witness(id, WitnessField::Who),
        _ => Target::Sign(id),
    }
}

fn row_id(list: List, id: ItemId) -> String {
    format!("{list}-{}-row", id.0)
}

/// Properties of [`Line`].
#[derive(PartialEq, Properties)]
struct LineProps {
    list: List,
    id: ItemId,
    words: Text,
    /// Where it stands, counted from 0.
    place: usize,
    /// How many lines the plan has; the empty line after them is not counted.
    count: usize,
    /// The line below it.
    after: Option<ItemId>,
    /// Asks for another line at the end.
    more: Callback<()>,
}

/// One line. Enter goes on to the next one; in the last it asks for another.
#[component]
fn Line(props: &LineProps) -> Html {
    let scene = use_scene();
    let LineProps {
        list,
        id,
        place,
        count,
        after,
        ..
    } = *props;
    let more = props.more.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        // The buttons beside the line have an Enter of their own.
        let in_words = event.target_dyn_into::<HtmlTextAreaElement>().is_some();
        if !in_words || !is_plain_enter(&event) {
            return;
        }
        event.prevent_default();
        match after {
            Some(after) => page::focus(&field(list, after).to_string()),
            None => more.emit(()),
        }
    });
    html! {
        <li class="lines-field__line" id={row_id(list, id)} tabindex="-1" {onkeydown}>
            <WordsInput target={field(list, id)} value={props.words.clone()} class="lines-field__input"
                rows={Some(1)} label={label(scene, list, place)} />
            if count > 1 && place < count {
                <MoveTools {list} {id} {place} {count} name={props.words.clone()}
                    class="lines-field__tools" />
            }
        </li>
    }
}

fn label(scene: Scene, list: List, place: usize) -> AttrValue {
    let msg = match (list, place) {
        (List::Witnesses, _) => Msg::OthersUnnamed,
        (_, 0) => Msg::ListFirstLine,
        _ => Msg::ListLine,
    };
    scene
        .words
        .fill(msg, &[("n", &(place + 1).to_string())])
        .into()
}

/// Whether Enter was pressed alone, and not to settle what an input method offers. (Safari says of that
/// last press that it composes nothing any more, but gives it the key code 229.)
fn is_plain_enter(event: &KeyboardEvent) -> bool {
    let held = event.shift_key() || event.ctrl_key() || event.alt_key() || event.meta_key();
    event.key() == "Enter" && !held && !event.is_composing() && event.key_code() != 229
}
