//! Styles that come with a part of the program.

use super::document;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CssStyleSheet;

thread_local! {
    /// The styles that hold already, each by where its text lies in the program.
    static HERE: RefCell<Vec<*const u8>> = const { RefCell::new(Vec::new()) };
}

/// From now on these styles hold. It is done once; browsers that have no such sheets do without.
pub fn dress(styles: &'static str) {
    let text = styles.as_ptr();
    if HERE.with_borrow(|here| here.contains(&text)) {
        return;
    }
    if let Some(sheet) = adopted() {
        // It cannot fail: the sheet is one that a program made.
        let _ = sheet.replace_sync(styles);
        HERE.with_borrow_mut(|here| here.push(text));
    }
}

/// A new style sheet of the page, empty as yet. The policy lets in what a program of ours makes.
#[must_use]
pub fn adopted() -> Option<CssStyleSheet> {
    let document = document()?;
    let sheet = CssStyleSheet::new().ok()?;
    let adopted = js_sys::Reflect::get(&document, &JsValue::from("adoptedStyleSheets")).ok()?;
    let push = js_sys::Reflect::get(&adopted, &JsValue::from("push")).ok()?;
    let push = push.dyn_into::<js_sys::Function>().ok()?;
    push.call1(&adopted, &sheet).ok()?;
    Some(sheet)
}
