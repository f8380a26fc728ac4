//! The browser: the only part, besides event handling in [`ui`](crate::ui), that knows about it.
//!
//! Everything that can fail returns a `Result` or does nothing; nothing here panics.

pub mod autosave;
pub mod clock;
pub mod faults;
pub mod files;
pub mod idle;
pub mod local_storage;
pub mod page;
pub mod paper;
pub mod parts;
pub mod random;
pub mod share;
pub mod styles;
pub mod tabs;
pub mod turning;
pub mod vault;

pub use local_storage::{LocalStorage, written_elsewhere};

/// The window. There is none in native tests, where asking for it would end the program.
pub(crate) fn window() -> Option<web_sys::Window> {
    if cfg!(target_arch = "wasm32") {
        web_sys::window()
    } else {
        None
    }
}

pub(crate) fn document() -> Option<web_sys::Document> {
    window()?.document()
}
