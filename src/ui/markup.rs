//! Elements, put together by calls.
//!
//! Yew's `html!` writes out, for each element, everything that it takes to make one: some 300 bytes of
//! program. Here that is written once, and an element costs a call for each thing that is said about it.
//! With some five hundred elements this makes a third of the program that people have to download.

use super::{Event, Ui};
use crate::i18n::Msg;
use crate::route::Route;
use crate::worksheet::Text;
use std::rc::Rc;
use yew::html::{onchange, onclick, onfocusin, onfocusout, oninput, onkeydown, onsubmit};
use yew::prelude::*;
use yew::virtual_dom::{Key, Listener, VList, VNode, VTag};

/// An element, or a run of nodes without one, while it is put together.
pub struct Tag(Box<Parts>);

struct Parts {
    element: Option<VTag>,
    children: Vec<Html>,
}

/// An element with a class; none if the class is empty.
#[inline(never)]
pub fn el(name: &'static str, class: &'static str) -> Tag {
    let element = Some(VTag::new(name));
    let tag = Tag(Box::new(Parts {
        element,
        children: Vec::new(),
    }));
    if class.is_empty() {
        tag
    } else {
        tag.plain("class", class)
    }
}

/// Several nodes beside each other.
#[inline(never)]
pub fn nodes() -> Tag {
    Tag(Box::new(Parts {
        element: None,
        children: Vec::new(),
    }))
}

/// A button.
#[inline(never)]
pub fn button(class: &'static str) -> Tag {
    el("button", class).plain("type", "button")
}

/// A link to a page of this program.
#[inline(never)]
pub fn link(class: &'static str, to: Route) -> Tag {
    el("a", class).attr("href", to.to_string())
}

/// An input of a kind.
#[inline(never)]
pub fn input(kind: &'static str, class: &'static str) -> Tag {
    el("input", class).plain("type", kind)
}

impl Tag {
    /// Says something about the element; with `None`, nothing.
    #[inline]
    pub fn attr(self, name: &'static str, value: impl Value) -> Self {
        value.put(self, name)
    }

    /// Says that something holds of the element, or not.
    #[inline(never)]
    pub fn flag(self, name: &'static str, holds: bool) -> Self {
        if holds { self.plain(name, name) } else { self }
    }

    /// Gives the element an id.
    #[inline]
    pub fn id(self, id: impl Value) -> Self {
        self.attr("id", id)
    }

    /// Tells the element apart from its neighbours, so that it stays itself when they come and go.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        if let Some(element) = &mut self.0.element {
            element.key = Some(Key::from(key));
        }
        self
    }

    /// Puts something inside, at the end.
    #[inline]
    pub fn child(self, child: impl Node) -> Self {
        child.put(self)
    }

    /// Puts several things inside, at the end.
    #[inline]
    pub fn children(mut self, children: impl IntoIterator<Item = impl Node>) -> Self {
        for child in children {
            self = child.put(self);
        }
        self
    }

    /// Puts a text of the catalogue inside, at the end.
    #[inline(never)]
    pub fn say(self, ui: &Ui, msg: Msg) -> Self {
        self.text(ui.text(msg))
    }

    /// Puts a space inside, at the end.
    #[inline(never)]
    pub fn space(self) -> Self {
        self.text(" ")
    }

    /// Puts a person's own words inside: in their own direction, and never translated.
    #[inline(never)]
    pub fn words(self, words: &Text) -> Self {
        self.own().value(AttrValue::from(words.shared()))
    }

    /// Says that what is inside are a person's own words.
    #[inline(never)]
    pub fn own(self) -> Self {
        self.plain("dir", "auto").plain("translate", "no")
    }

    /// Says what the field holds.
    #[inline(never)]
    pub fn holds(mut self, value: AttrValue) -> Self {
        if let Some(element) = &mut self.0.element {
            element.set_value(value);
        }
        self
    }

    /// Says whether the box is ticked.
    #[inline(never)]
    pub fn checked(mut self, checked: bool) -> Self {
        if let Some(element) = &mut self.0.element {
            element.set_checked(checked);
        }
        self
    }

    /// What happens at a click.
    #[inline(never)]
    pub fn on_click(self, ui: &Ui, events: Vec<Event>) -> Self {
        self.clicked(ui.all(events))
    }

    /// Hears clicks.
    #[inline(never)]
    pub fn clicked(self, listener: Callback<MouseEvent>) -> Self {
        self.listens(Rc::new(onclick::Wrapper::new(listener)))
    }

    /// What happens when the box is ticked or no longer ticked, or the choice is made.
    #[inline(never)]
    pub fn on_change(self, ui: &Ui, events: Vec<Event>) -> Self {
        self.changed(ui.all(events))
    }

    /// Hears that another choice was made.
    #[inline(never)]
    pub fn changed(self, listener: Callback<yew::Event>) -> Self {
        self.listens(Rc::new(onchange::Wrapper::new(listener)))
    }

    /// Hears what is typed.
    #[inline(never)]
    pub fn typed(self, listener: Callback<InputEvent>) -> Self {
        self.listens(Rc::new(oninput::Wrapper::new(listener)))
    }

    /// Hears keys.
    #[inline(never)]
    pub fn pressed(self, listener: Callback<KeyboardEvent>) -> Self {
        self.listens(Rc::new(onkeydown::Wrapper::new(listener)))
    }

    /// Hears that a form is sent.
    #[inline(never)]
    pub fn sent(self, listener: Callback<SubmitEvent>) -> Self {
        self.listens(Rc::new(onsubmit::Wrapper::new(listener)))
    }

    /// What happens when the focus comes inside, and when it goes away.
    #[inline(never)]
    pub fn on_focus(self, ui: &Ui, comes: Event, goes: Event) -> Self {
        let (comes, goes) = (ui.all(vec![comes]), ui.all(vec![goes]));
        self.listens(Rc::new(onfocusin::Wrapper::new(comes)))
            .listens(Rc::new(onfocusout::Wrapper::new(goes)))
    }

    /// The finished node.
    #[inline(never)]
    pub fn html(self) -> Html {
        let Parts { element, children } = *self.0;
        let list = VNode::from(VList::with_children(children, None));
        match element {
            Some(mut element) => {
                if let Some(inside) = element.children_mut() {
                    *inside = list;
                }
                element.into()
            }
            None => list,
        }
    }

    #[inline(never)]
    fn listens(mut self, listener: Rc<dyn Listener>) -> Self {
        if let Some(element) = &mut self.0.element {
            element.add_listener(listener);
        }
        self
    }

    #[inline(never)]
    fn plain(self, name: &'static str, value: &'static str) -> Self {
        self.with(name, AttrValue::Static(value))
    }

    #[inline(never)]
    fn with(mut self, name: &'static str, value: AttrValue) -> Self {
        if let Some(element) = &mut self.0.element {
            element.add_attribute(name, value);
        }
        self
    }

    #[inline(never)]
    fn push(mut self, child: Html) -> Self {
        self.0.children.push(child);
        self
    }

    #[inline(never)]
    fn text(self, text: &'static str) -> Self {
        self.value(AttrValue::Static(text))
    }

    #[inline(never)]
    fn value(self, text: AttrValue) -> Self {
        self.push(yew::virtual_dom::VText::new(text).into())
    }
}

/// What can be said about an element.
pub trait Value {
    /// Says it under this name.
    fn put(self, tag: Tag, name: &'static str) -> Tag;
}

impl Value for &'static str {
    #[inline]
    fn put(self, tag: Tag, name: &'static str) -> Tag {
        tag.plain(name, self)
    }
}

impl Value for AttrValue {
    #[inline]
    fn put(self, tag: Tag, name: &'static str) -> Tag {
        tag.with(name, self)
    }
}

impl Value for String {
    #[inline(never)]
    fn put(self, tag: Tag, name: &'static str) -> Tag {
        tag.with(name, AttrValue::from(self))
    }
}

impl<T: Value> Value for Option<T> {
    #[inline]
    fn put(self, tag: Tag, name: &'static str) -> Tag {
        match self {
            Some(value) => value.put(tag, name),
            None => tag,
        }
    }
}

/// What can stand inside an element.
pub trait Node {
    /// Puts it inside, at the end.
    fn put(self, tag: Tag) -> Tag;
}

impl Node for Html {
    #[inline]
    fn put(self, tag: Tag) -> Tag {
        tag.push(self)
    }
}

impl Node for Tag {
    #[inline(never)]
    fn put(self, tag: Tag) -> Tag {
        tag.push(self.html())
    }
}

impl Node for &'static str {
    #[inline]
    fn put(self, tag: Tag) -> Tag {
        tag.text(self)
    }
}

impl Node for AttrValue {
    #[inline]
    fn put(self, tag: Tag) -> Tag {
        tag.value(self)
    }
}

impl Node for String {
    #[inline(never)]
    fn put(self, tag: Tag) -> Tag {
        tag.value(AttrValue::from(self))
    }
}

/// Nothing keeps a place, so that what follows stays itself.
impl<T: Node> Node for Option<T> {
    #[inline]
    fn put(self, tag: Tag) -> Tag {
        match self {
            Some(node) => node.put(tag),
            None => tag.push(Html::default()),
        }
    }
}
