//! Handing text to the person, as a file or on the clipboard, and taking a file from them.

use super::{document, faults, window};
use gloo_file::{Blob, ObjectUrl};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlAnchorElement, HtmlInputElement};

/// Saves text as a file of that name, through the browser's own download. Nothing leaves the device.
/// Returns whether the browser took it.
#[must_use]
pub fn save(name: &str, media_type: &str, text: &str) -> bool {
    faults::at("file", &());
    save_blob(name, media_type, text).is_some()
}

fn save_blob(name: &str, media_type: &str, text: &str) -> Option<()> {
    let address = ObjectUrl::from(Blob::new_with_options(text, Some(media_type)));
    let link: HtmlAnchorElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The download has its own hold on the data; the address is let go once it has begun.
    Timeout::new(60_000, move || drop(address)).forget();
    Some(())
}

/// The file that was chosen in the field with this id, as text; `None` when there is none, or when it is
/// longer than `most` bytes or cannot be read.
pub async fn chosen(id: &str, most: usize) -> Option<String> {
    faults::at("file", &());
    let field: HtmlInputElement = document()?.get_element_by_id(id)?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    if file.size() > most as f64 {
        return None;
    }
    JsFuture::from(file.text()).await.ok()?.as_string()
}

/// Whether a file was chosen in the field with this id.
#[must_use]
pub fn is_chosen(id: &str) -> bool {
    let field = document().and_then(|document| document.get_element_by_id(id));
    let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    field.is_some_and(|field| field.files().is_some_and(|files| files.length() > 0))
}

/// Puts text on the clipboard and says whether the browser allowed it.
pub async fn copy(text: String) -> bool {
    faults::at("copy", &());
    let Some(window) = window() else { return false };
    let clipboard = window.navigator().clipboard();
    // Without a secure context there is no clipboard, whatever the type says.
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(&text)).await.is_ok()
}
