//! Turning a page: following links to other pages, and moving the focus once the new page is shown.

use super::{document, faults, page, window};
use gloo_timers::callback::Timeout;
use std::cell::Cell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FocusOptions, HtmlElement, MouseEvent};

thread_local! {
    /// The id of the element that gets the focus once the page is shown.
    static ARRIVES: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// Follows a link to another page of the program, if that is what was clicked, and nobody asked for another
/// window. Whether the address is the link's now.
///
/// The browser could do it too, but takes longer, and tells of it only afterwards.
pub fn follows(event: &web_sys::Event) -> bool {
    let Some(click) = event.dyn_ref::<MouseEvent>() else {
        return false;
    };
    let held = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    if click.button() != 0 || held || event.default_prevented() {
        return false;
    }
    let element = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    // The selector is a constant that every browser reads.
    let link = element.and_then(|element| element.closest("a[href^='#/']").ok().flatten());
    let Some(address) = link.and_then(|link| link.get_attribute("href")) else {
        return false;
    };
    let history = window().and_then(|window| window.history().ok());
    let went = history.is_some_and(|history| {
        address != page::fragment()
            && history
                .push_state_with_url(&JsValue::NULL, "", Some(&address))
                .is_ok()
    });
    if went {
        event.prevent_default();
    }
    went
}

/// Goes to the top of the page, and has the element with this id get the keyboard's focus.
///
/// Whatever takes the focus has to be measured first. So the page is shown before, and not measured for
/// itself. Who presses a key or points at something before that has the focus there already ([`arrive`]).
pub fn begin_at_the_top(id: &'static str) {
    faults::at("focus", &id);
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    ARRIVES.set(Some(id));
    once_shown(arrive);
}

/// Moves the focus to where it is on its way to, now, unless a field has taken it meanwhile.
pub fn arrive() {
    let id = ARRIVES.take().filter(|_| !is_in_a_field());
    let element = id.and_then(|id| document()?.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that cannot take the focus leaves it where it was.
        let _ = element.focus_with_options(&options);
    }
}

/// Whether the focus is where something can be written.
fn is_in_a_field() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|element| matches!(&*element.tag_name(), "TEXTAREA" | "INPUT" | "SELECT"))
}

/// The focus is not on its way any more: it goes somewhere else.
pub(super) fn stay() {
    ARRIVES.take();
}

/// Does something once what was drawn has been shown; at once while nothing is shown at all.
pub fn once_shown(work: impl FnOnce() + 'static) {
    match window() {
        Some(window) if !page::is_hidden() => {
            let shown = Closure::once_into_js(move || Timeout::new(0, work).forget());
            // Every browser has it.
            let _ = window.request_animation_frame(shown.unchecked_ref());
        }
        _ => work(),
    }
}
