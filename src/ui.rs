//! What a person sees: the app, its pages and its components, one to a file.
//!
//! Pages and components are functions: they get data, return what is shown, and say what happened through
//! [`Ui`]. All state is in [`Session`], also what holds only while a page is shown ([`Mark`]). Only what
//! must wait or compare is a component of Yew's: see [`memo`] and `components::goal_thought`.

pub mod app;
pub mod around;
pub mod components;
pub mod deed;
pub mod desk;
pub mod event;
pub mod foot;
pub mod form;
pub mod keeper;
pub mod list;
pub mod lock_watch;
pub mod locksmith;
pub mod mark;
pub mod markup;
pub mod memo;
pub mod pages;
pub mod scene;
pub mod session;
pub mod shell;
pub mod target;

pub use deed::Deed;
pub use event::Event;
pub use form::Form;
pub use list::{Change, Follow, List};
pub use mark::{Mark, Marks};
pub use scene::{Scene, Ui};
pub use session::Session;
pub use target::Target;
