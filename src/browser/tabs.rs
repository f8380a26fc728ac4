//! Words between the tabs of this browser, besides what they store.

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, StorageEvent};

/// The name under which tabs tell each other to close the lock.
const LOCK: &str = "first-light-lock";

/// Asks every other tab to close the lock.
pub fn close_lock_everywhere() {
    if let Ok(channel) = BroadcastChannel::new(LOCK) {
        // A browser without it closes the lock here only.
        let _ = channel.post_message(&JsValue::NULL);
    }
}

/// Listens for another tab that asks for the lock to be closed. Ends when dropped.
#[must_use]
pub fn on_close_lock(close: impl Fn() + 'static) -> Option<EventListener> {
    let channel = BroadcastChannel::new(LOCK).ok()?;
    Some(EventListener::new(&channel, "message", move |_| close()))
}

/// The key that an event of the storage tells of; `None` when everything was taken out.
#[must_use]
pub fn key_of(event: &web_sys::Event) -> Option<String> {
    event.dyn_ref::<StorageEvent>()?.key()
}
