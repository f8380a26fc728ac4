//! What a person sees: the app, its pages and its components, one to a file.
//!
//! Pages and components get data as properties and say what happened through [`Dispatch`]; all state that
//! matters is in [`Session`].

pub mod app;
pub mod components;
pub mod list;
pub mod pages;
pub mod scene;
pub mod session;
pub mod shell;
pub mod target;

pub use list::{Change, List, use_list_focus};
pub use scene::{Dispatch, Scene, use_dispatch, use_scene};
pub use session::{Event, Session};
pub use target::Target;
