//! The device's own way to hand something to another person or program.

use super::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Navigator, ShareData};

/// Whether there is such a way here: on telephones nearly always, on other devices now and then.
#[must_use]
pub fn is_possible() -> bool {
    window().is_some_and(|window| {
        // A navigator is an object, which always tells what it has.
        let share = js_sys::Reflect::get(&window.navigator(), &JsValue::from_str("share"));
        share.is_ok_and(|share| share.is_function())
    })
}

/// Opens the share sheet for a text. Whoever closes it has chosen so: that is no failure, and nothing is said.
pub async fn share(text: String) {
    let Some(window) = window() else { return };
    let navigator: Navigator = window.navigator().unchecked_into();
    let data = ShareData::new();
    data.set_text(&text);
    let _ = JsFuture::from(navigator.share_with_data(&data)).await;
}
