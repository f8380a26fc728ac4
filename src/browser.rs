//! The browser: the only part, besides event handling in [`ui`](crate::ui), that knows about it.
//!
//! Everything that can fail returns a `Result` or does nothing; nothing here panics.

pub mod autosave;
pub mod clock;
pub mod files;
pub mod local_storage;
pub mod page;
pub mod random;

pub use local_storage::LocalStorage;

pub(crate) fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

pub(crate) fn document() -> Option<web_sys::Document> {
    window()?.document()
}
