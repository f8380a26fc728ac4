//! The buttons beside an item of a list: up, down, remove.

use super::IconButton;
use crate::browser::page;
use crate::ui::{List, use_dispatch, use_scene};
use crate::worksheet::{ItemId, Text, Toward};
use yew::prelude::*;

/// Properties of [`MoveTools`].
#[derive(PartialEq, Properties)]
pub struct MoveToolsProps {
    /// The list.
    pub list: List,
    /// The item.
    pub id: ItemId,
    /// Where the item stands, counted from 0.
    pub place: usize,
    /// How many items the list has.
    pub count: usize,
    /// What the item is called, in lists of people.
    #[prop_or_default]
    pub name: Text,
    /// The class of the frame around the buttons.
    #[prop_or("card__tools")]
    pub class: &'static str,
}

/// Up, down and remove. After a move the focus stays on the button that was used, or goes to its
/// neighbour when that one has reached the end; after a removal, see
/// [`use_list_focus`](crate::ui::use_list_focus).
#[component]
pub fn MoveTools(props: &MoveToolsProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let MoveToolsProps {
        list,
        id,
        place,
        count,
        ..
    } = *props;
    let [up, down, remove] = list.tool_labels(scene.words, place + 1, &props.name);
    let button_id = move |toward| match toward {
        Toward::Start => format!("{list}-{}-up", id.0),
        Toward::End => format!("{list}-{}-down", id.0),
    };
    let can = move |toward| match toward {
        Toward::Start => place > 0,
        Toward::End => place + 1 < count,
    };
    // Browsers drop the focus of an element that is moved in the page.
    let moved = use_mut_ref(|| None::<Toward>);
    let focus = {
        let moved = moved.clone();
        move |_: &usize| {
            let toward = moved.borrow_mut().take();
            let usable = toward.map(|toward| {
                if can(toward) {
                    toward
                } else {
                    opposite(toward)
                }
            });
            if let Some(toward) = usable {
                page::focus(&button_id(toward));
            }
        }
    };
    use_effect_with(place, focus);
    let shift = |toward| {
        let (dispatch, moved) = (dispatch.clone(), moved.clone());
        Callback::from(move |_: MouseEvent| {
            moved.replace(Some(toward));
            dispatch.send(list.shift(id, toward));
        })
    };
    html! {
        <span class={props.class}>
            if count > 1 {
                <IconButton id={button_id(Toward::Start)} icon="up" label={up}
                    disabled={!can(Toward::Start)} onclick={shift(Toward::Start)} />
                <IconButton id={button_id(Toward::End)} icon="down" label={down}
                    disabled={!can(Toward::End)} onclick={shift(Toward::End)} />
            }
            <IconButton icon="remove" label={remove} onclick={dispatch.on(list.remove(id))} />
        </span>
    }
}

fn opposite(toward: Toward) -> Toward {
    match toward {
        Toward::Start => Toward::End,
        Toward::End => Toward::Start,
    }
}
