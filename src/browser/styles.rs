//! Styles that come with a part of the program.

use super::document;
use std::cell::Cell;
use std::thread::LocalKey;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CssStyleSheet;

/// From now on these styles hold. It is done once; browsers that have no such sheets do without.
pub fn dress(done: &'static LocalKey<Cell<bool>>, styles: &str) {
    if done.get() {
        return;
    }
    if let Some(sheet) = adopted() {
        // It cannot fail: the sheet is one that a program made.
        let _ = sheet.replace_sync(styles);
        done.set(true);
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
