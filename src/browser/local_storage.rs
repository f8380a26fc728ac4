//! The browser's localStorage as a [`Storage`].

use super::{faults, page, window};
use crate::store::{Storage, StorageError};
use wasm_bindgen::{JsCast, JsValue};

/// The browser's localStorage. Every call asks for it anew: access to it can come and go.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalStorage;

impl LocalStorage {
    fn area() -> Result<web_sys::Storage, StorageError> {
        match window().map(|window| window.local_storage()) {
            Some(Ok(Some(area))) => Ok(area),
            _ => Err(StorageError::Blocked),
        }
    }
}

impl Storage for LocalStorage {
    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        faults::at("read", &key);
        Self::area()?
            .get_item(key)
            .map_err(|_| StorageError::Blocked)
    }

    /// Writes nothing after the program has stopped: what it would write could be half a change.
    fn write(&self, key: &str, value: &str) -> Result<(), StorageError> {
        if page::has_stopped() {
            return Err(StorageError::Blocked);
        }
        faults::at("write", &key);
        let written = Self::area()?.set_item(key, value);
        faults::at("written", &key);
        written.map_err(|error| why(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        if page::has_stopped() {
            return Err(StorageError::Blocked);
        }
        faults::at("remove", &key);
        Self::area()?
            .remove_item(key)
            .map_err(|_| StorageError::Blocked)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        faults::at("keys", &());
        let area = Self::area()?;
        let count = area.length().map_err(|_| StorageError::Blocked)?;
        (0..count)
            .filter_map(|index| area.key(index).transpose())
            .collect::<Result<_, _>>()
            .map_err(|_| StorageError::Blocked)
    }
}

/// The key and the text that another tab has written, as the browser's event about it says.
#[must_use]
pub fn written_elsewhere(event: &web_sys::Event) -> Option<(String, String)> {
    let event = event.dyn_ref::<web_sys::StorageEvent>()?;
    Some((event.key()?, event.new_value()?))
}

/// Firefox has its own name for a full storage; every other browser uses the standard one.
fn why(error: &JsValue) -> StorageError {
    let name = error
        .dyn_ref::<web_sys::DomException>()
        .map(web_sys::DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
        _ => StorageError::Blocked,
    }
}
