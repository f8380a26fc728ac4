//! Parts of a page that are drawn anew only when what they show has changed.
//!
//! A page is drawn whole at each key press. Fields, and cards in long lists, are not: each is one
//! component, which compares its data first. One kind of component serves all of them, because each kind
//! costs some two thousand bytes of program.

use super::Ui;
use crate::browser::faults;
use std::any::Any;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{Key, VChild};

/// Draws a part from data, anew only when the data have changed, or how things are shown.
pub fn memo<T: PartialEq + 'static>(
    ui: &Ui,
    key: Option<&str>,
    data: T,
    draw: fn(&Ui, &T) -> Html,
) -> Html {
    component(ui, key, Rc::new(Drawing { data, draw }))
}

#[inline(never)]
fn component(ui: &Ui, key: Option<&str>, part: Rc<dyn Part>) -> Html {
    let props = MemoProps {
        ui: ui.clone(),
        part,
    };
    VChild::<Memo>::new(props, key.map(Key::from)).into()
}

/// Something that can be drawn, and compared with what was drawn before.
trait Part {
    fn draw(&self, ui: &Ui) -> Html;
    fn is_like(&self, other: &dyn Part) -> bool;
    fn as_any(&self) -> &dyn Any;
}

struct Drawing<T> {
    data: T,
    draw: fn(&Ui, &T) -> Html,
}

impl<T: PartialEq + 'static> Part for Drawing<T> {
    fn draw(&self, ui: &Ui) -> Html {
        faults::at("part", &std::any::type_name::<T>());
        (self.draw)(ui, &self.data)
    }

    /// Data of one type are always drawn in the same way.
    fn is_like(&self, other: &dyn Part) -> bool {
        other
            .as_any()
            .downcast_ref::<Self>()
            .is_some_and(|other| self.data == other.data)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

#[derive(Properties)]
struct MemoProps {
    ui: Ui,
    part: Rc<dyn Part>,
}

impl PartialEq for MemoProps {
    fn eq(&self, other: &Self) -> bool {
        self.ui == other.ui && self.part.is_like(&*other.part)
    }
}

#[component]
fn Memo(props: &MemoProps) -> Html {
    props.part.draw(&props.ui)
}
