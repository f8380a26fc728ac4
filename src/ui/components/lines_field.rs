//! A list of short lines that grows as often as wanted: the signs, and who would notice.

use super::move_tools::{Moved, move_tools};
use super::words_input::{WordsInput, words_input};
use crate::i18n::Msg;
use crate::ui::list::{Follow, List, follow};
use crate::ui::markup::{Tag, button, el};
use crate::ui::memo::memo;
use crate::ui::pages::View;
use crate::ui::{Event, Mark, Ui};
use crate::worksheet::{Item, ItemId, Roster, Text};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// A list of lines.
pub struct Lines {
    /// The list.
    pub list: List,
    /// The lines, in order.
    pub lines: Vec<(ItemId, Text)>,
    /// The name that the next line will get; `None` when there is no room for another.
    pub next: Option<ItemId>,
    /// What the button for another line says.
    pub more: Msg,
}

impl Lines {
    /// The lines of a list: the words that each of its items is known by. The page has a hint, which
    /// describes them (id `question-hint`).
    pub fn of<T: Item>(list: List, items: &Roster<T>, words: fn(&T) -> &Text, more: Msg) -> Self {
        Self {
            list,
            lines: items
                .iter()
                .map(|(id, item)| (id, words(item).clone()))
                .collect(),
            next: (!items.is_full()).then(|| items.next_id()),
            more,
        }
    }
}

/// The lines. An empty line stands at the end when there is no other, or when one more was asked for. It is
/// not part of the plan until something is typed in it: a page that was only looked at changes nothing.
/// It bears the name that the new line will get, so the field, its focus and a half-typed letter of an
/// input method stay as they are when the first key press makes it a line of the plan.
pub fn lines_field(view: View<'_>, lines: Lines) -> Tag {
    let ui = view.ui;
    let Lines {
        list,
        mut lines,
        next,
        more,
    } = lines;
    let count = lines.len();
    let wanted = |next: &ItemId| count == 0 || view.session.marks.has(&Mark::Wanted(*next));
    if let Some(empty) = next.filter(wanted) {
        lines.push((empty, Text::default()));
    }
    // A blank line at the end is the line that is asked for.
    let last = lines
        .last()
        .filter(|(_, words)| words.is_blank())
        .map(|(id, _)| *id);
    let asked = last.map(Next::Line).or(next.map(Next::New));
    let ids: Vec<_> = lines.iter().map(|(id, _)| *id).collect();
    let rows = lines.into_iter().enumerate().map(|(place, (id, words))| {
        let after = ids.get(place + 1).map(|after| Next::Line(*after)).or(asked);
        let moved = Moved {
            list,
            id,
            place,
            count,
        };
        memo(
            ui,
            Some(&id.0.to_string()),
            Line {
                moved,
                words,
                after,
            },
            draw,
        )
    });
    let rows = el("ol", "lines-field__list").children(rows);
    follow(Follow::Lines(list), ids);
    let more = asked.filter(|_| next.is_some()).map(|asked| {
        button("button lines-field__more")
            .id(list.add_id())
            .on_click(ui, vec![asked.event(list)])
            .say(ui, more)
    });
    el("div", "lines-field")
        .attr("role", "group")
        .attr("aria-labelledby", "question")
        .attr("aria-describedby", "question-hint")
        .child(rows)
        .child(more)
}

/// Where Enter leads.
#[derive(Clone, Copy, PartialEq)]
enum Next {
    /// To a line that is there.
    Line(ItemId),
    /// To a line that will get this name.
    New(ItemId),
}

impl Next {
    fn event(self, list: List) -> Event {
        match self {
            Self::Line(id) => Event::focus(list.line(id).to_string()),
            Self::New(id) => Event::Mark(Mark::Wanted(id)),
        }
    }
}

#[derive(PartialEq)]
struct Line {
    /// Where it stands. The empty line at the end is not counted.
    moved: Moved,
    words: Text,
    after: Option<Next>,
}

/// One line. Enter goes on to the next one; in the last it asks for another.
fn draw(ui: &Ui, line: &Line) -> Html {
    let Moved {
        list,
        id,
        place,
        count,
    } = line.moved;
    let words = WordsInput {
        rows: Some(1),
        label: Some(label(ui, list, place).into()),
        ..WordsInput::new(list.line(id), line.words.clone(), "lines-field__input")
    };
    let tools = (count > 1 && place < count)
        .then(|| move_tools(ui, line.moved, &line.words, "lines-field__tools"));
    el("li", "lines-field__line")
        .id(list.row_id(id))
        .attr("tabindex", "-1")
        .pressed(enter(ui, list, line.after))
        .child(words_input(ui, words))
        .child(tools)
        .html()
}

fn enter(ui: &Ui, list: List, after: Option<Next>) -> Callback<KeyboardEvent> {
    let ui = ui.clone();
    Callback::from(move |event: KeyboardEvent| {
        // The buttons beside the line have an Enter of their own.
        let in_words = event.target_dyn_into::<HtmlTextAreaElement>().is_some();
        if !in_words || !is_plain_enter(&event) {
            return;
        }
        event.prevent_default();
        if let Some(after) = after {
            ui.send(after.event(list));
        }
    })
}

fn label(ui: &Ui, list: List, place: usize) -> String {
    let msg = match (list, place) {
        (List::Witnesses, _) => Msg::OthersUnnamed,
        (List::Signs, 0) => Msg::ListFirstLine,
        _ => Msg::ListLine,
    };
    ui.fill(msg, &[("n", &(place + 1).to_string())])
}

/// Whether Enter was pressed alone, and not to settle what an input method offers. (Safari says of that
/// last press that it composes nothing any more, but gives it the key code 229.)
fn is_plain_enter(event: &KeyboardEvent) -> bool {
    let held = event.shift_key() || event.ctrl_key() || event.alt_key() || event.meta_key();
    event.key() == "Enter" && !held && !event.is_composing() && event.key_code() != 229
}
